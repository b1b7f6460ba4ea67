import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LinkBottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { CifraChiave, CifreChiave } from '@/components/ui/CifraChiave';
import { Schede } from '@/components/ui/Schede';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { TabellaGraduatoria } from '@/components/valutazione/TabellaGraduatoria';
import { requireLettore } from '@/lib/auth/requireAttore';
import { euro } from '@/lib/format/euro';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { regolaInParole } from '@/lib/valutazione/labels';
import { type GraduatoriaDelBando, leggiGraduatoria } from '@/lib/valutazione/queriesGraduatoria';
import { FaseValutata } from '@/lib/valutazione/schema';

export const metadata: Metadata = { title: 'Graduatoria' };

export default async function GraduatoriaPage({ params, searchParams }: PageProps<'/bandi/[id]/graduatoria'>) {
  const attore = await requireLettore('app_regione');
  const id = Uuid.safeParse((await params).id);
  const fase = FaseValutata.catch('PROGETTO').parse((await searchParams).fase);
  const dati = id.success ? await leggiGraduatoria(attore, id.data, fase) : null;
  if (!dati) notFound();
  const { bando, esito, configurazione } = dati;
  const titolo = configurazione.tipo === 'NON_COMPETITIVO' ? 'Esito della valutazione' : 'Graduatoria';
  const schede = [
    ['IDEA', 'Idea progettuale'],
    ['PROGETTO', 'Progetto definitivo'],
  ] as const;
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.bandi(), etichetta: 'Bandi' },
          { href: routes.bando(bando.id), etichetta: bando.titolo },
          { etichetta: titolo },
        ]}
      />
      <div className="wrap wrap--wide">
        <Statico>
          <TitoloPagina
            sottoPercorso
            titolo={titolo}
            sottotitolo={regolaInParole(configurazione)}
            azioni={
              esito.righe.length > 0 && (
                <LinkBottone href={routes.verbale(bando.id, fase)} icona="scarica" scarica>
                  Verbale (PDF)
                </LinkBottone>
              )
            }
          />
          <Schede
            etichetta="Fase"
            voci={schede.map(([codice, etichetta]) => ({
              href: routes.graduatoria(bando.id, { fase: codice }),
              etichetta,
              attiva: codice === fase,
            }))}
          />
          {dati.inAttesa > 0 && (
            <Callout>
              {dati.inAttesa === 1
                ? 'Una domanda è ancora in valutazione e non compare qui.'
                : `${dati.inAttesa} domande sono ancora in valutazione e non compaiono qui.`}
            </Callout>
          )}
          {configurazione.tipo !== 'NON_COMPETITIVO' && fase === 'PROGETTO' && <Risorse dati={dati} />}
          {esito.righe.length === 0 ? (
            <Vuoto titolo="Nessuna domanda valutata in questa fase">
              Qui compaiono le domande quando chi presiede la commissione ne consolida la valutazione.
            </Vuoto>
          ) : (
            <TabellaGraduatoria dati={dati} />
          )}
          <p className="small">
            <a href={routes.commissione(bando.id)}>La commissione di valutazione</a>
          </p>
        </Statico>
      </div>
    </>
  );
}

const Risorse = ({ dati: { dotazioneCents, esito } }: { dati: GraduatoriaDelBando }) => (
  <CifreChiave>
    <CifraChiave etichetta="Dotazione" valore={euro(dotazioneCents)} />
    <CifraChiave etichetta="Domande finanziabili" valore={euro(esito.impegnatoCents)} />
    <CifraChiave etichetta="Residuo" valore={euro(esito.residuoCents)} />
  </CifreChiave>
);
