import { meseEAnno } from '@/lib/format/data';
import { conta, mesiScritti } from '@/lib/ricerca/labels';
import type { Avvio } from '@/lib/ricerca/misure';
import { BarreOrizzontali } from '../charts/BarreOrizzontali';
import { Figura } from '../charts/Figura';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

const mese = (valore: string | null): string => (valore === null ? 'non rilevato' : meseEAnno(`${valore}-01`));

/** Quanti mesi tra l'approvazione e l'avvio delle attività: i progetti di cui si sa, e nella tabella anche gli altri. */
export const FiguraAvvio = ({ avvio: { righe, rilevati, mediana } }: { avvio: Avvio }) => (
  <Figura
    id="avvio"
    titolo="Mesi dall’approvazione all’avvio delle attività"
    nota={`Il mese di avvio è noto per ${rilevati} su ${conta(righe.length, 'progetto', 'progetti')}${mediana === null ? '' : `: metà di questi è partita entro ${mesiScritti(mediana)}`}.`}
    avvertenza="Di approvazione e avvio si conosce solo il mese. Per gli altri progetti l’avvio è non rilevato, che non vuol dire zero."
    tabella={<TabellaAvvio righe={righe} />}
  >
    <BarreOrizzontali
      voci={righe
        .filter((riga) => riga.mesi !== null && riga.mesi >= 0)
        .sort((a, b) => (b.mesi ?? 0) - (a.mesi ?? 0))
        .map(({ progetto, capofila, mesi }) => ({ chiave: progetto, etichetta: capofila, valore: mesi ?? 0 }))}
    />
  </Figura>
);

const TabellaAvvio = ({ righe }: Pick<Avvio, 'righe'>) => (
  <Tabella
    didascalia="Mesi dall’approvazione all’avvio, per progetto"
    fitta
    colonne={[{ etichetta: 'Capofila' }, { etichetta: 'Approvazione' }, { etichetta: 'Avvio' }, { etichetta: 'Mesi', numerica: true }]}
  >
    {righe.map(({ progetto, capofila, approvazione, avvio, mesi }) => (
      <Riga key={progetto}>
        <CellaTitolo>{capofila}</CellaTitolo>
        <Cella>{mese(approvazione)}</Cella>
        <Cella>{mese(avvio)}</Cella>
        <Cella numerica>{mesi ?? 'non rilevato'}</Cella>
      </Riga>
    ))}
  </Tabella>
);
