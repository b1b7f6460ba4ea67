import { numero } from '@/lib/format/euro';
import type { TabellaCoppie } from '@/lib/sovrapposizioni/regole';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

type Props = { tabella: TabellaCoppie; enti: Record<string, string>; categorie: Record<string, string> };

const scritto = (valore: number | 'soppresso'): string => (valore === 'soppresso' ? valore : numero(valore));

/** Coppie di enti per tipo di azione. */
export const TabellaSovrapposizioni = ({ tabella, enti, categorie }: Props) => {
  const nomi = [...tabella.categorie.map((codice) => categorie[codice] ?? codice), 'Totale dei casi'];
  return (
    <Tabella
      didascalia="Persone seguite da due enti con lo stesso tipo di azione"
      colonne={[{ etichetta: 'Enti' }, ...nomi.map((etichetta) => ({ etichetta, numerica: true }))]}
      piede={
        <tr>
          <th scope="row">Totale dei casi</th>
          {[...tabella.totali, tabella.totale].map((valore, n) => (
            <td key={nomi[n]} className="num">
              {scritto(valore)}
            </td>
          ))}
        </tr>
      }
    >
      {tabella.righe.map(({ a, b, celle, totale }) => (
        <Riga key={`${a} ${b}`}>
          <CellaTitolo>{`${enti[a] ?? 'Ente'} e ${enti[b] ?? 'ente'}`}</CellaTitolo>
          {[...celle, totale].map((valore, n) => (
            <Cella key={nomi[n]} etichetta={nomi[n]} numerica>
              {scritto(valore)}
            </Cella>
          ))}
        </Riga>
      ))}
    </Tabella>
  );
};
