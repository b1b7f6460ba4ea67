const ESEMPI = [887_000, 300_000, 60_000];
const RAGGIO = 0.0345;

/** Quanto vale un cerchio della mappa: tre esempi, alla stessa scala. */
export const LegendaCerchi = () => {
  const massimo = RAGGIO * Math.sqrt(ESEMPI[0] ?? 0);
  return (
    <div className="mapbox__sizes">
      <svg width="150" height="72" viewBox="0 0 150 72" aria-hidden="true">
        {ESEMPI.map((abitanti) => {
          const r = Math.round(RAGGIO * Math.sqrt(abitanti) * 10) / 10;
          const cima = Math.round((5 + 2 * massimo - 2 * r) * 10) / 10;
          return (
            <g key={abitanti}>
              <circle cx="34" cy={cima + r} r={r} />
              <path d={`M34 ${cima}H76`} />
              <text x="80" y={cima + 4}>
                {abitanti.toLocaleString('it-IT')}
              </text>
            </g>
          );
        })}
      </svg>
      <p>
        L’area del cerchio segue gli abitanti<span className="mapbox__only-s">. Il riquadro è ingrandito.</span>
      </p>
    </div>
  );
};
