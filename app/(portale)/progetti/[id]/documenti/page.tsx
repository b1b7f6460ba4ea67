import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Badge } from '@/components/ui/Badge';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Fatto } from '@/components/ui/Fatto';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import type { Attore } from '@/lib/auth/attore';
import { requireLettore } from '@/lib/auth/requireAttore';
import { messaggioEsito } from '@/lib/deposito/esiti';
import { vesteDi } from '@/lib/deposito/veste';
import { type DocumentiDelProgetto, type DocumentoInElenco, leggiDocumenti } from '@/lib/documenti/queries';
import { fraseDelRifiuto } from '@/lib/documenti/rifiuti';
import { ALTRO, vociDocumenti } from '@/lib/documenti/voci';
import { badgeDomanda } from '@/lib/domande/labels';
import { Uuid } from '@/lib/format/uuid';
import { type FaseDomanda, faseDi, IN_SCRITTURA } from '@/lib/progetti/stati';
import { routes } from '@/lib/routes';
import { NOME_FASE } from '@/lib/versioni/labels';
import { VoceDocumenti } from './VoceDocumenti';

export const metadata: Metadata = { title: 'Documenti' };

type Voci = { chiave: string; titolo: string; aiuto: string; obbligatorio: boolean; fase: FaseDomanda }[];

export default async function DocumentiPage({ params, searchParams }: PageProps<'/progetti/[id]/documenti'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const progetto = id.success ? await leggiDocumenti(attore, id.data) : null;
  if (!progetto) notFound(); // assente e non tuo sono la stessa cosa
  const { esito, rifiuto, voce: inviata } = await searchParams;
  const fatto = messaggioEsito(esito);
  const scrive = attore.lettore === 'app_ente' && IN_SCRITTURA.includes(progetto.stato);
  const corrente = faseDi(progetto.stato);
  const voci = vociDi(progetto, scrive ? corrente : null);
  const toglie = puoTogliere(attore, progetto);
  const badge = badgeDomanda(progetto.stato);
  return (
    <>
      <Breadcrumb voci={[{ href: routes.progetto(progetto.id), etichetta: progetto.titolo }, { etichetta: 'Documenti' }]} />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo="Documenti"
          sottotitolo={progetto.titolo}
          stato={
            <Badge famiglia={badge.famiglia} icona={badge.icona}>
              {badge.testo}
            </Badge>
          }
          azioni={scrive && <a href={routes.deposito(progetto.id)}>Controlla e presenta</a>}
        />
        <Fatto>{fatto}</Fatto>
        {attore.lettore === 'app_ente' && !scrive && (
          <Callout>La domanda non si sta scrivendo: i documenti si leggono e si scaricano, ma non si aggiungono né si tolgono.</Callout>
        )}
        {voci.length === 0 && <Vuoto titolo="Nessun documento">I documenti allegati alla domanda compariranno qui.</Vuoto>}
        {voci.map((voce) => (
          <VoceDocumenti
            key={`${voce.fase} ${voce.chiave}`}
            progettoId={progetto.id}
            ancora={voce.fase === corrente ? voce.chiave : `${voce.fase.toLowerCase()}-${voce.chiave}`}
            voce={{ ...voce, titolo: voce.fase === corrente ? voce.titolo : `${voce.titolo} (${NOME_FASE[voce.fase]})` }}
            documenti={progetto.documenti.filter((d) => d.fase === voce.fase && d.chiave === voce.chiave)}
            carica={scrive && voce.fase === corrente}
            toglie={toglie}
            rifiuto={
              typeof rifiuto === 'string' && inviata === voce.chiave && voce.fase === corrente ? fraseDelRifiuto(rifiuto) : undefined
            }
          />
        ))}
      </div>
    </>
  );
}

/** Le voci della fase che si scrive, anche vuote; delle altre solo quelle con qualcosa dentro. */
function vociDi({ configurazione, documenti }: DocumentiDelProgetto, inScrittura: FaseDomanda | null): Voci {
  const config = configurazione ?? { sezioni: [], documenti: [] };
  return (['RIMODULAZIONE', 'PROGETTO', 'IDEA'] as const).flatMap((fase) => {
    const note = vociDocumenti(config, fase).map((voce) => ({ ...voce, fase }));
    const presenti = new Set(documenti.filter((d) => d.fase === fase).map((d) => d.chiave));
    const orfane = [...presenti].filter((chiave) => !note.some((v) => v.chiave === chiave));
    const tutte = [...note, ...orfane.map((chiave) => ({ ...ALTRO, chiave, titolo: chiave, fase }))];
    return fase === inScrittura ? tutte : tutte.filter(({ chiave }) => presenti.has(chiave));
  });
}

/** Le stesse regole della policy documento_tolto. */
function puoTogliere(attore: Attore, { stato, partner }: DocumentiDelProgetto): (documento: DocumentoInElenco) => boolean {
  const { capofila } = vesteDi(attore, partner);
  const scrive = attore.lettore === 'app_ente' && IN_SCRITTURA.includes(stato);
  return ({ presentato, organizzazioneId }) => scrive && !presentato && (capofila || organizzazioneId === attore.organizzazioneId);
}
