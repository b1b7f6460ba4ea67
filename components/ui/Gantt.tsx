import { type Intervallo, inParole, posizione, type RigaGantt, type ScalaGantt, tacche } from './ganttScala';

/** Le due trame del disegno, definite una volta dall'asse e usate da ogni riga. */
const Trame = () => (
  <defs>
    <pattern id="gantt-stima" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="3" height="5" className="gantt__stripe" />
    </pattern>
    <pattern id="gantt-ferma" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="1" height="5" className="gantt__pause" />
    </pattern>
  </defs>
);

/** L'asse del tempo, da mettere nell'intestazione della colonna: senza, le righe non hanno le trame. */
export const GanttAsse = ({ scala }: { scala: ScalaGantt }) => {
  const oggi = posizione(scala.oggi, scala);
  return (
    <svg className="gantt gantt--axis" width="100%" height="16" aria-hidden="true">
      <Trame />
      {tacche(scala)
        .filter(({ x }) => Math.abs(x - oggi) > 9 || x + 9 < oggi)
        .filter(({ x }) => x < 92)
        .map(({ etichetta, x }) => (
          <text key={x} x={`${x}%`} y="12">
            {etichetta}
          </text>
        ))}
      {oggi > 0 && oggi < 100 && (
        <text className="today" x={`${oggi}%`} y="12" textAnchor="middle">
          oggi
        </text>
      )}
    </svg>
  );
};

type PropsTratto = { tratto: Intervallo; scala: ScalaGantt; classe: string; y: number; altezza: number; trama?: string };

const Tratto = ({ tratto, scala, classe, y, altezza, trama }: PropsTratto) => {
  const x = posizione(tratto.da, scala);
  const larghezza = posizione(tratto.a, scala) - x;
  if (larghezza <= 0) return null;
  return <rect className={classe} x={`${x}%`} y={y} width={`${larghezza}%`} height={altezza} fill={trama && `url(#${trama})`} />;
};

/** Una riga: sopra il previsto (contorno), sotto l'effettivo (pieno) e la fine stimata (tratteggio); oggi è la linea verticale. */
export const Gantt = ({ scala, riga }: { scala: ScalaGantt; riga: RigaGantt }) => {
  const oggi = posizione(scala.oggi, scala);
  return (
    <svg className="gantt" width="100%" height="24" role="img" aria-label={inParole(riga)}>
      {scala.sospensioni?.map((tratto) => (
        <Tratto key={tratto.da.getTime()} tratto={tratto} scala={scala} classe="" y={-80} altezza={184} trama="gantt-ferma" />
      ))}
      {tacche(scala).map(({ x }) => (
        <rect key={x} className="gantt__grid" x={`${x}%`} y="-80" width="1" height="184" />
      ))}
      {!riga.previsto && !riga.effettivo && !riga.stima && (
        <text className="gantt__none" y="16">
          Date non rilevate
        </text>
      )}
      {riga.previsto && <Tratto tratto={riga.previsto} scala={scala} classe="gantt__plan" y={2.75} altezza={7.5} />}
      {riga.effettivo && <Tratto tratto={riga.effettivo} scala={scala} classe="gantt__done" y={13} altezza={9} />}
      {riga.stima && <Tratto tratto={riga.stima} scala={scala} classe="gantt__fore" y={13.5} altezza={8} trama="gantt-stima" />}
      {oggi > 0 && oggi < 100 && <rect className="gantt__now" x={`${oggi}%`} y="-80" width="2" height="184" transform="translate(-1)" />}
    </svg>
  );
};

/** La legenda del cronoprogramma. `sospensione` dice in parole perché le attività erano ferme. */
export const GanttLegenda = ({ sospensione }: { sospensione?: string }) => (
  <ul className="legend-row">
    <li>
      <i className="sw gantt-sw gantt-sw--plan" />
      Previsto
    </li>
    <li>
      <i className="sw gantt-sw gantt-sw--done" />
      Effettivo
    </li>
    <li>
      <i className="sw gantt-sw gantt-sw--fore" />
      Fine stimata
    </li>
    {sospensione && (
      <li>
        <i className="sw gantt-sw gantt-sw--halt" />
        {sospensione}
      </li>
    )}
  </ul>
);
