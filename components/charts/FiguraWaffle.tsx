const PER_RIGA = 11;
const LATO = 12;
const PASSO = 16;

type PropsWaffle = { pieni: number; totale: number };

const quadretto = (indice: number, margine: number): string => {
  const lato = LATO - 2 * margine;
  return `M${(indice % PER_RIGA) * PASSO + margine} ${Math.floor(indice / PER_RIGA) * PASSO + margine}h${lato}v${lato}h-${lato}z`;
};

/** Un quadretto per progetto: i pieni hanno almeno un intervento. Due soli tracciati, quanti che siano i quadretti. */
const Waffle = ({ pieni, totale }: PropsWaffle) => {
  const larghezza = PER_RIGA * PASSO - (PASSO - LATO);
  const altezza = Math.ceil(totale / PER_RIGA) * PASSO - (PASSO - LATO);
  const indici = Array.from({ length: totale }, (_, indice) => indice);
  return (
    <svg className="waffle" width={larghezza} height={altezza} viewBox={`0 0 ${larghezza} ${altezza}`} aria-hidden="true">
      <path
        className="waffle__on"
        d={indici
          .slice(0, pieni)
          .map((i) => quadretto(i, 0))
          .join('')}
      />
      <path
        className="waffle__off"
        d={indici
          .slice(pieni)
          .map((i) => quadretto(i, 0.75))
          .join('')}
      />
    </svg>
  );
};

export type CellaWaffle = { conteggio: number; descrizione: string };

type Props = {
  didascalia: string;
  totale: number;
  colonne: [string, string];
  righe: { etichetta: string; sotto?: string; celle: [CellaWaffle, CellaWaffle] }[];
};

/** La figura due per due (innovazione o welfare, servizi o azioni): è una tabella vera, con il conteggio e i quadretti in ogni cella. */
export const FiguraWaffle = ({ didascalia, totale, colonne, righe }: Props) => (
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
          {celle.map(({ conteggio, descrizione }) => (
            <td key={descrizione}>
              <b>{conteggio}</b> <span className="of">su {totale}</span>
              <Waffle pieni={conteggio} totale={totale} />
              <span className="what">{descrizione}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
