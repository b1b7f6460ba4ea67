import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { dataBreve, giornoDi, nomePeriodo } from '@/lib/format/data';
import type { IndicatoriLetti } from '@/lib/indicatori/queries';
import { routes } from '@/lib/routes';

type Props = { dati: Pick<IndicatoriLetti, 'id' | 'periodi' | 'fissati' | 'pubblicazioni'> };

/** Le relazioni approvate con gli indicatori fissati, e la tabella pubblicata che ne è nata. */
export const ElencoFissati = ({ dati: { id, periodi, fissati, pubblicazioni } }: Props) => (
  <Tabella
    didascalia="Indicatori fissati, per relazione"
    schede="etichette"
    colonne={[{ etichetta: 'Relazione' }, { etichetta: 'Versione' }, { etichetta: 'Fissati il' }, { etichetta: 'Tabella pubblicata' }]}
  >
    {fissati.map(({ rapportoId, periodoId, versione, il }) => {
      const periodo = periodi.find((p) => p.id === periodoId);
      const uscita = pubblicazioni.find(({ relazione }) => relazione === rapportoId);
      return (
        <Riga key={rapportoId}>
          <CellaTitolo>{periodo ? nomePeriodo(periodo) : 'relazione straordinaria'}</CellaTitolo>
          <Cella etichetta="Versione">{versione}</Cella>
          <Cella etichetta="Fissati il">{dataBreve(giornoDi(new Date(il)))}</Cella>
          <Cella etichetta="Tabella pubblicata">
            {uscita ? <a href={routes.indicatoriProgetto(id, { numero: String(uscita.numero) })}>N. {uscita.numero}</a> : 'Non ancora'}
          </Cella>
        </Riga>
      );
    })}
  </Tabella>
);
