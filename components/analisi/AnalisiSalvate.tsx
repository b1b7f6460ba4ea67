import { titoloDi } from '@/lib/analisi/labels';
import { type Contesto, leggiDomanda } from '@/lib/analisi/leggi';
import type { Salvata } from '@/lib/analisi/queries';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';
import { Vuoto } from '../ui/Vuoto';

const COLONNE = ['Analisi', 'Che cosa chiede', 'Di', 'Chi la vede', 'Aggiornata'].map((etichetta) => ({ etichetta }));

/** Le analisi salvate: le proprie, e quelle che i colleghi hanno condiviso. Si aprono con un clic e si calcolano di nuovo. */
export const AnalisiSalvate = ({ salvate, contesto }: { salvate: readonly Salvata[]; contesto: Contesto }) => {
  if (salvate.length === 0)
    return <Vuoto titolo="Nessuna analisi salvata">Quando una domanda ti serve ancora, salvala: comparirà qui.</Vuoto>;
  return (
    <Tabella didascalia="Analisi salvate" colonne={COLONNE} schede="etichette">
      {salvate.map(({ id, titolo, domanda, mia, autore, condivisa, aggiornataIl }) => {
        const letta = leggiDomanda(domanda, contesto).domanda;
        return (
          <Riga key={id}>
            <CellaTitolo>
              <a href={routes.analisi({ salvata: id })}>{titolo}</a>
            </CellaTitolo>
            <Cella etichetta="Che cosa chiede">{letta ? titoloDi(letta) : 'Da correggere: il dizionario è cambiato'}</Cella>
            <Cella etichetta="Di">{mia ? 'Te' : (autore ?? 'Non più nel portale')}</Cella>
            <Cella etichetta="Chi la vede">{condivisa ? 'Chi fa ricerca' : 'Solo tu'}</Cella>
            <Cella etichetta="Aggiornata">{dataBreve(giornoDi(new Date(aggiornataIl)))}</Cella>
          </Riga>
        );
      })}
    </Tabella>
  );
};
