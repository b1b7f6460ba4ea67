import { quadrettiDi, tracciati } from '@/lib/grafici/quadretti';
import type { Grafico } from '@/lib/grafici/tipi';

type PropsWaffle = { pieni: number; totale: number };

/** I quadretti: i pieni hanno almeno un intervento. Due soli tracciati, quanti che siano. */
const Waffle = ({ pieni, totale }: PropsWaffle) => {
  const { larghezza, altezza } = quadrettiDi(pieni, totale);
  const d = tracciati(pieni, totale);
  return (
    <svg className="waffle" width={larghezza} height={altezza} viewBox={`0 0 ${larghezza} ${altezza}`} aria-hidden="true">
      <path className="waffle__on" d={d.pieni} />
      <path className="waffle__off" d={d.vuoti} />
    </svg>
  );
};

type Props = { didascalia: string; grafico: Extract<Grafico, { genere: 'quadretti' }> };

/** La figura due per due (innovazione o welfare, servizi o azioni): è una tabella vera, con il conteggio e i quadretti in ogni cella. */
export const FiguraWaffle = ({ didascalia, grafico: { totale, colonne, righe } }: Props) => (
  <table className="quad">
    <caption className="sr">{didascalia}</caption>
    <thead>
      <tr>
        <td />
        {colonne.map((colonna) => (
          <th key={colonna} scope="col">
            {colonna}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {righe.map(({ etichetta, sotto, celle }) => (
        <tr key={etichetta}>
          <th scope="row">
            {etichetta}
            {sotto && <span>{sotto}</span>}
          </th>
          {celle.map(({ pieni, descrizione }) => (
            <td key={descrizione}>
              <b>{pieni}</b> <span className="of">su {totale}</span>
              <Waffle pieni={pieni} totale={totale} />
              <span className="what">{descrizione}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
