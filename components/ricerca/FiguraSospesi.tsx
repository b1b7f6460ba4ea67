import { numero } from '@/lib/format/euro';
import { figuraSospesi } from '@/lib/ricerca/figureAttuazione';
import { mesiScritti } from '@/lib/ricerca/labels';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { mesiDi, type RigaSospesi } from '@/lib/ricerca/sospesi';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';
import { FiguraBarre } from './FiguraRicerca';
import { AltreRighe, primeRighe } from './PrimeRighe';

type Props = { righe: RigaSospesi[]; progetti: number; filtri: FiltriRicerca };

/** I mesi in cui ogni progetto è stato sospeso. */
export const FiguraSospesi = ({ righe, progetti, filtri }: Props) => (
  <FiguraBarre
    figura={figuraSospesi(righe, progetti)}
    filtri={filtri}
    vuota="Nessun progetto è stato sospeso entro la data."
    tabella={<TabellaSospesi righe={righe} />}
  />
);

const TabellaSospesi = ({ righe }: { righe: RigaSospesi[] }) => (
  <>
    <Tabella
      didascalia="Sospensioni per progetto"
      fitta
      colonne={[
        { etichetta: 'Capofila' },
        { etichetta: 'Sospensioni', numerica: true },
        { etichetta: 'Giorni', numerica: true },
        { etichetta: 'Mesi', numerica: true },
        { etichetta: 'Alla data' },
      ]}
    >
      {primeRighe(righe).map(({ progetto, capofila, sospensioni, giorni, inCorso }) => (
        <Riga key={progetto}>
          <CellaTitolo>{capofila}</CellaTitolo>
          <Cella numerica>{sospensioni}</Cella>
          <Cella numerica>{numero(giorni)}</Cella>
          <Cella numerica>{mesiScritti(mesiDi(giorni))}</Cella>
          <Cella>{inCorso ? 'sospeso' : 'ripreso'}</Cella>
        </Riga>
      ))}
    </Tabella>
    <AltreRighe righe={righe} />
  </>
);
