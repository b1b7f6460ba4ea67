import { numero } from '@/lib/format/euro';
import type { RigaDimensione } from '@/lib/ricerca/dimensione';
import { figuraDimensione } from '@/lib/ricerca/figureTabelle';
import { NOME_DIMENSIONE } from '@/lib/ricerca/labels';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';
import { FiguraBarre } from './FiguraRicerca';

/** Le aggregazioni per classe di popolazione. */
export const FiguraDimensione = ({ righe, filtri }: { righe: RigaDimensione[]; filtri: FiltriRicerca }) => (
  <FiguraBarre figura={figuraDimensione(righe)} filtri={filtri} vuota="Nessun progetto." tabella={<TabellaDimensione righe={righe} />} />
);

const TabellaDimensione = ({ righe }: { righe: RigaDimensione[] }) => (
  <Tabella
    didascalia="Progetti per classe di popolazione e numero di enti gestori"
    fitta
    colonne={[
      { etichetta: 'Popolazione' },
      { etichetta: 'Progetti', numerica: true },
      { etichetta: 'Un ente', numerica: true },
      { etichetta: 'Da due a quattro', numerica: true },
      { etichetta: 'Cinque o più', numerica: true },
      { etichetta: 'Abitanti', numerica: true },
    ]}
  >
    {righe.map(({ classe, progetti, unEnte, pochiEnti, moltiEnti, popolazione }) => (
      <Riga key={classe}>
        <CellaTitolo>{NOME_DIMENSIONE[classe]}</CellaTitolo>
        <Cella numerica>{progetti}</Cella>
        <Cella numerica>{unEnte}</Cella>
        <Cella numerica>{pochiEnti}</Cella>
        <Cella numerica>{moltiEnti}</Cella>
        <Cella numerica>{classe === 'NON_NOTA' ? 'non nota' : numero(popolazione)}</Cella>
      </Riga>
    ))}
  </Tabella>
);
