import { numero } from '@/lib/format/euro';
import { conta, mesiScritti } from '@/lib/ricerca/labels';
import { mesiDi, type RigaSospesi } from '@/lib/ricerca/sospesi';
import { BarreOrizzontali } from '../charts/BarreOrizzontali';
import { Figura } from '../charts/Figura';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

/** I mesi in cui ogni progetto e stato sospeso. */
export const FiguraSospesi = ({ righe, progetti }: { righe: RigaSospesi[]; progetti: number }) => (
  <Figura
    id="sospesi"
    titolo="Mesi di sospensione"
    nota={`${conta(righe.length, 'progetto sospeso', 'progetti sospesi')} su ${progetti} almeno un giorno entro la data.`}
    avvertenza="Solo le sospensioni del progetto intero; due sospensioni sovrapposte si contano una volta. Chi non compare non è mai stato sospeso."
    tabella={<TabellaSospesi righe={righe} />}
  >
    <BarreOrizzontali
      voci={righe.map(({ progetto, capofila, giorni }) => ({ chiave: progetto, etichetta: capofila, valore: mesiDi(giorni) }))}
    />
  </Figura>
);

const TabellaSospesi = ({ righe }: { righe: RigaSospesi[] }) => (
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
    {righe.map(({ progetto, capofila, sospensioni, giorni, inCorso }) => (
      <Riga key={progetto}>
        <CellaTitolo>{capofila}</CellaTitolo>
        <Cella numerica>{sospensioni}</Cella>
        <Cella numerica>{numero(giorni)}</Cella>
        <Cella numerica>{mesiScritti(mesiDi(giorni))}</Cella>
        <Cella>{inCorso ? 'sospeso' : 'ripreso'}</Cella>
      </Riga>
    ))}
  </Tabella>
);
