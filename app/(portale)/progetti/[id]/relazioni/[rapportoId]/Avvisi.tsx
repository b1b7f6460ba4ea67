import { PianoDelRapporto } from '@/components/attuazione/PianoDelRapporto';
import { Callout } from '@/components/ui/Callout';
import { Fatto } from '@/components/ui/Fatto';
import type { RapportoIntero } from '@/lib/attuazione/queries';

type Props = { rapporto: RapportoIntero; fatto: string | undefined };

/** Ciò che si deve sapere prima di scrivere: l'esito dell'ultimo atto, le note della Regione, che cosa è riaperto, il piano a cui ci si riferisce. */
export const Avvisi = ({ rapporto, fatto }: Props) => (
  <>
    <Fatto>{fatto}</Fatto>
    {rapporto.stato === 'RESPINTO' && rapporto.notaDecisione && (
      <Callout tipo="errore" titolo="La Regione ha respinto la relazione.">
        {rapporto.notaDecisione}
      </Callout>
    )}
    {(rapporto.stato === 'APPROVATO_CON_RILIEVI' || rapporto.stato === 'CHIARIMENTI') && rapporto.notaDecisione && (
      <Callout tipo="attenzione" titolo="Nota della Regione:">
        {rapporto.notaDecisione}
      </Callout>
    )}
    {rapporto.stato === 'CHIARIMENTI' && rapporto.riapertura === 'TESTI' && (
      <Callout titolo="Si correggono solo testi e prove.">
        Dopo questa relazione ne avete presentata un’altra, che parte da questi valori: stato, date, quantità e cause restano quelli
        inviati.
      </Callout>
    )}
    {rapporto.periodo.straordinario && (
      <Callout titolo="Relazione straordinaria.">
        {rapporto.periodo.motivo ?? 'L’ha chiesta la Regione.'} Le quantità restano quelle raggiunte dall’inizio del progetto: nulla si
        conta due volte.
      </Callout>
    )}
    <PianoDelRapporto progettoId={rapporto.progetto.id} versione={rapporto.versione} />
  </>
);
