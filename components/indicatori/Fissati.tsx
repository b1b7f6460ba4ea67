import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { dataBreve, giornoDi, nomePeriodo } from '@/lib/format/data';
import { NOME_INDICATORE } from '@/lib/indicatori/codici';
import { codiciDi } from '@/lib/indicatori/insiemi';
import { confronto } from '@/lib/indicatori/pubblica';
import type { IndicatoriLetti } from '@/lib/indicatori/queries';
import { conteggiDi } from '@/lib/indicatori/tabella';
import { routes } from '@/lib/routes';
import { Quanti } from './TabellaIndicatori';

type Fissato = IndicatoriLetti['fissati'][number];
type Props = { dati: Pick<IndicatoriLetti, 'id' | 'insieme' | 'periodi' | 'fissati'>; scelta: Fissato };
type PropsConfronto = Props & { confrontata: NonNullable<IndicatoriLetti['confrontata']> };

const periodoDi = ({ periodi }: Pick<IndicatoriLetti, 'periodi'>, { periodoId }: Fissato): string => {
  const periodo = periodi.find(({ id }) => id === periodoId);
  return periodo ? nomePeriodo(periodo) : 'relazione straordinaria';
};

/** Le relazioni approvate con gli indicatori fissati; quella aperta e segnata. */
export const ElencoFissati = ({ dati, scelta }: Props) => (
  <Tabella
    didascalia="Indicatori fissati, per relazione"
    schede="etichette"
    colonne={[{ etichetta: 'Relazione' }, { etichetta: 'Versione' }, { etichetta: 'Fissati il' }]}
  >
    {dati.fissati.map((f) => (
      <Riga key={f.rapportoId} scelta={f === scelta}>
        <CellaTitolo>
          <a href={`${routes.indicatoriProgetto(dati.id, { relazione: f.rapportoId })}#fissati`}>{periodoDi(dati, f)}</a>
        </CellaTitolo>
        <Cella etichetta="Versione">{f.versione}</Cella>
        <Cella etichetta="Fissati il">{dataBreve(giornoDi(new Date(f.il)))}</Cella>
      </Riga>
    ))}
  </Tabella>
);

/** Una relazione: i valori fissati e gli stessi rifatti adesso, sui record completi. */
export const ConfrontoFissati = ({ dati, scelta, confrontata: { conteggi, oggi: adesso, miei } }: PropsConfronto) => (
  <Tabella
    didascalia={`Fissati e ricalcolati oggi: ${periodoDi(dati, scelta)}, partecipanti con tutti i dati entrati fino alla fine del periodo`}
    didascaliaVisibile
    schede="etichette"
    fitta
    colonne={[{ etichetta: 'Indicatore' }, { etichetta: 'Fissato', numerica: true }, { etichetta: 'Oggi', numerica: true }]}
  >
    {confronto(codiciDi(dati.insieme), conteggiDi(conteggi), conteggiDi(adesso), miei && conteggiDi(miei)).map(
      ({ codice, fissato, oggi }) => (
        <Riga key={codice}>
          <CellaTitolo>
            {codice !== 'TOTALE' && <b>{codice} </b>}
            {NOME_INDICATORE[codice]}
          </CellaTitolo>
          <Cella etichetta="Fissato" numerica>
            <Quanti valore={fissato} />
          </Cella>
          <Cella etichetta="Oggi" numerica>
            <Quanti valore={oggi} />
          </Cella>
        </Riga>
      ),
    )}
  </Tabella>
);
