import type { Metadata } from 'next';
import { Badge } from '@/components/ui/Badge';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { FattiChiave } from '@/components/ui/FattiChiave';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { residuo, richiestoPerCategoria, somma } from '@/lib/decisioni/regole';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { euro, numero } from '@/lib/format/euro';
import type { IstruttoriaIntera } from '@/lib/istruttoria/letture';
import { DA_DECIDERE } from '@/lib/istruttoria/regole';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { rifiutoProgetto } from '@/lib/progetti/stati';
import { routes } from '@/lib/routes';
import { esameDellIndirizzo } from '../esame';
import { Annulla } from './Annulla';
import { Approva } from './Approva';
import { NonApprova } from './NonApprova';

export const metadata: Metadata = { title: 'Decisione' };

const RIGHE = 3;

export default async function DecisionePage({ params, searchParams }: PageProps<'/istruttorie/[id]/decisione'>) {
  const { attore, esame, configurazione } = await esameDellIndirizzo((await params).id);
  const { prescrizioni } = await searchParams;
  const righe = Math.min(20, Math.max(RIGHE, Number(prescrizioni) || RIGHE));
  const etichetta = ETICHETTA_PROGETTO[esame.stato];
  const vietato = rifiutoProgetto('approva', esame.stato, { ruolo: attore.ruolo, capofila: false });
  const daDecidere = DA_DECIDERE.includes(esame.stato) && !vietato;
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.istruttorie(), etichetta: 'Domande' },
          { href: routes.istruttoria(esame.id), etichetta: esame.titolo },
          { etichetta: 'Decisione' },
        ]}
      />
      <div className="wrap">
        <Statico>
          <TitoloPagina
            sottoPercorso
            titolo={`Decisione: ${esame.titolo}`}
            stato={
              <Badge famiglia={etichetta.famiglia} icona={etichetta.icona}>
                {etichetta.testo}
              </Badge>
            }
          />
          <FattiChiave fatti={fattiDi(esame)} />
        </Statico>
        {DA_DECIDERE.includes(esame.stato) && vietato && <Callout tipo="attenzione">{vietato}</Callout>}
        <AltraPagina esame={esame} />
        {daDecidere && (
          <>
            <Approva esame={esame} configurazione={configurazione} adesso={attore.adesso} righe={righe} />
            <NonApprova progettoId={esame.id} adesso={attore.adesso} />
          </>
        )}
        <Annulla esame={esame} ruolo={attore.ruolo} />
      </div>
    </>
  );
}

/** Ciò che serve sapere prima di decidere. */
function fattiDi(esame: IstruttoriaIntera) {
  const { consolidata, capienza, decisioni, fase } = esame;
  const ammessa = decisioni.find((d) => d.fase === fase && d.esito === 'AMMISSIBILE');
  const resta = residuo(capienza.dotazioneCents === null ? null : BigInt(capienza.dotazioneCents), BigInt(capienza.impegnatoCents));
  const chiesto = somma(richiestoPerCategoria(esame.voci));
  return [
    { termine: 'Ammissibile dal', valore: ammessa ? dataBreve(giornoDi(new Date(ammessa.decisaIl))) : 'non ancora' },
    { termine: 'Valutazione', valore: consolidata ? `${numero(consolidata.totaleCentesimi / 100)} punti` : 'non consolidata' },
    ...(fase === 'PROGETTO' ? [{ termine: 'Contributo chiesto', valore: euro(chiesto) }] : []),
    ...(resta === null ? [] : [{ termine: 'Resta nel bando', valore: euro(resta) }]),
  ];
}

/** Prescrizioni e rimodulazione si decidono nelle loro pagine. */
const AltraPagina = ({ esame: { id, stato } }: { esame: IstruttoriaIntera }) => {
  if (stato === 'PRESCRIZIONI_PRESENTATE' || stato === 'APPROVATO_CON_PRESCRIZIONI')
    return (
      <Callout>
        Il progetto è approvato con prescrizioni: <a href={routes.prescrizioni(id)}>vai alle prescrizioni</a>.
      </Callout>
    );
  if (stato === 'RIMODULAZIONE_INIZIALE')
    return (
      <Callout>
        È in corso la rimodulazione iniziale: <a href={routes.rimodulazioneIniziale(id)}>vai alla rimodulazione</a>.
      </Callout>
    );
  return null;
};
