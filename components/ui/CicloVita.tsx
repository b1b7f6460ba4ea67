export type Fase = { etichetta: string; data: string; stato: 'fatta' | 'corrente' | 'futura' };

type Props = {
  fasi: Fase[];
  /** Quanta parte della fase corrente è trascorsa, da 0 a 1. */
  trascorso?: number;
  /** Dove si leggono tutte le fasi: serve sul telefono, che mostra solo la corrente e la successiva. */
  hrefTutte?: string;
};

const CLASSI = { fatta: undefined, corrente: 'now', futura: 'next' } as const;

/** Le fasi di un progetto con le loro date; la fase corrente è piena fin dove è trascorsa. */
export const CicloVita = ({ fasi, trascorso = 0, hrefTutte }: Props) => {
  const corrente = fasi.findIndex((fase) => fase.stato === 'corrente');
  return (
    <>
      <ol className="life" aria-label="Fasi del progetto">
        {fasi.map(({ etichetta, data, stato }, indice) => (
          <li key={etichetta} className={CLASSI[stato]} aria-current={stato === 'corrente' ? 'step' : undefined}>
            {stato === 'corrente' && indice < fasi.length - 1 && (
              <svg className="life__bar" aria-hidden="true">
                <rect width={`${Math.round(Math.min(1, Math.max(0, trascorso)) * 100)}%`} height="2" />
              </svg>
            )}
            <b>{etichetta}</b>
            {data}
          </li>
        ))}
      </ol>
      {corrente >= 0 && (
        <p className="life-more">
          Fase {corrente + 1} di {fasi.length}. {hrefTutte && <a href={hrefTutte}>Mostra tutte le fasi</a>}
        </p>
      )}
    </>
  );
};
