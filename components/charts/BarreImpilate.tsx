export type RigaImpilata = { chiave: string; etichetta: string; valori: number[]; totale: string };

type Props = {
  righe: RigaImpilata[];
  /** I nomi dei segmenti, nell'ordine dei valori. */
  serie: string[];
  /** Come si scrive un valore: nei segmenti e per chi ascolta. */
  scrivi: (valore: number) => string;
};

const ALTEZZA = 22;
/** Sotto questa parte della barra più lunga il numero non ci sta: resta nella tabella. */
const LARGO_ABBASTANZA = 0.06;

const somma = ({ valori }: RigaImpilata): number => valori.reduce((tutti, valore) => tutti + valore, 0);
const percento = (parte: number, tutto: number): string => `${Math.round((parte / tutto) * 10_000) / 100}%`;

const Riga = ({ riga, massimo, serie, scrivi }: Omit<Props, 'righe'> & { riga: RigaImpilata; massimo: number }) => {
  const intera = somma(riga);
  const descritta = serie.flatMap((nome, n) => (riga.valori[n] ? [`${nome} ${scrivi(riga.valori[n])}`] : [])).join(', ');
  let prima = 0;
  return (
    <li className="hbar__row">
      <span className="hbar__lab">
        {riga.etichetta} <b>{riga.totale}</b>
      </span>
      <svg
        className="stack"
        width={percento(intera, massimo)}
        height={ALTEZZA}
        role="img"
        aria-label={`${riga.etichetta}: ${descritta || 'niente'}`}
      >
        {riga.valori.map((valore, n) => {
          if (valore === 0) return null;
          const da = percento(prima, intera);
          prima += valore;
          return (
            // biome-ignore lint/a11y/noSvgWithoutTitle: il nome lo dà il disegno intero, che è una sola immagine
            <svg key={serie[n]} className={`serie-${n + 1}`} x={da} width={percento(valore, intera)} height={ALTEZZA}>
              {/* due pixel bianchi tra un segmento e l'altro: rettangolo spostato, dentro una finestra che lo taglia */}
              <rect width="100%" height={ALTEZZA} transform="translate(-2)" />
              {valore / massimo >= LARGO_ABBASTANZA && (
                <text x="50%" y="15" transform="translate(-1)">
                  {scrivi(valore)}
                </text>
              )}
            </svg>
          );
        })}
      </svg>
    </li>
  );
};

/** Barre divise in serie, una per riga, con la legenda sopra. I valori sono tutti positivi, al più `MASSIMO_SERIE` serie (serie.ts). */
export const BarreImpilate = ({ righe, serie, scrivi }: Props) => {
  const massimo = Math.max(Number.MIN_VALUE, ...righe.map(somma));
  return (
    <>
      <ul className="legend-row mb-2">
        {serie.map((nome, n) => (
          <li key={nome}>
            <i className={`sw sw--serie-${n + 1}`} />
            {nome}
          </li>
        ))}
      </ul>
      <ul className="hbar">
        {righe.map((riga) => (
          <Riga key={riga.chiave} riga={riga} massimo={massimo} serie={serie} scrivi={scrivi} />
        ))}
      </ul>
    </>
  );
};
