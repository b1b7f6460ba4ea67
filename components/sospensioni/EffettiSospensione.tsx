import { dataBreve, nomePeriodo } from '@/lib/format/data';
import type { PeriodoSpostato } from '@/lib/sospensioni/queries';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

/** Che cosa sospensioni e proroghe hanno cambiato nel calendario: la scadenza di adesso e quella di prima. */
export const EffettiSospensione = ({ periodi }: { periodi: PeriodoSpostato[] }) => (
  <Tabella
    didascalia="I periodi la cui scadenza è cambiata"
    schede="etichette"
    colonne={['Periodo', 'Scadenza di prima', 'Scadenza di adesso'].map((etichetta) => ({ etichetta }))}
  >
    {periodi.map((periodo) => (
      <Riga key={periodo.id}>
        <CellaTitolo>{nomePeriodo(periodo)}</CellaTitolo>
        <Cella etichetta="Scadenza di prima">{dataBreve(periodo.scadenzaOriginaria ?? periodo.scadenza)}</Cella>
        <Cella etichetta="Scadenza di adesso">{periodo.dovuto ? dataBreve(periodo.scadenza) : 'Relazione non dovuta'}</Cella>
      </Riga>
    ))}
  </Tabella>
);
