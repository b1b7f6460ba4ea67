import { etichetteAsse, type Intervallo, inParole, posizione, type RigaGantt, type ScalaGantt, tacche } from './ganttScala';

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
      {etichetteAsse(scala).map(({ etichetta, x }) => (
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

/** I giorni che contano per tutte le righe: una linea sottile, con il suo nome per chi ci passa sopra. */
const Traguardi = ({ scala }: { scala: ScalaGantt }) =>
  scala.traguardi?.map(({ giorno, etichetta, superato }) => (
    <rect
      key={etichetta}
      className={superato ? 'gantt__goal gantt__goal--orig' : 'gantt__goal'}
      x={`${posizione(giorno, scala)}%`}
      y="-80"
      width="2"
      height="184"
      transform="translate(-1)"
    >
      <title>{etichetta}</title>
    </rect>
  ));

type PropsGantt = {
  scala: ScalaGantt;
  riga: RigaGantt;
  /** Lascia posto al piano approvato all'inizio, sopra quello in vigore. */
  tre?: boolean;
};

/**
 * Una riga: sopra il previsto (contorno), sotto l'effettivo (pieno) e la fine stimata (tratteggio); oggi è la linea verticale. Con `tre` c'è posto
 * in cima per il piano approvato all'inizio (contorno tratteggiato).
 */
export const Gantt = ({ scala, riga, tre = false }: PropsGantt) => {
  const oggi = posizione(scala.oggi, scala);
  const giu = tre ? 10 : 0;
  return (
    <svg className="gantt" width="100%" height={24 + giu} role="img" aria-label={inParole(riga)}>
      {scala.sospensioni?.map((tratto) => (
        <Tratto key={tratto.da.getTime()} tratto={tratto} scala={scala} classe="" y={-80} altezza={184} trama="gantt-ferma" />
      ))}
      {riga.ferma?.map((tratto) => (
        <Tratto key={tratto.da.getTime()} tratto={tratto} scala={scala} classe="" y={0} altezza={24 + giu} trama="gantt-ferma" />
      ))}
      {tacche(scala).map(({ x }) => (
        <rect key={x} className="gantt__grid" x={`${x}%`} y="-80" width="1" height="184" />
      ))}
      <Traguardi scala={scala} />
      {!riga.previsto && !riga.effettivo && !riga.stima && (
        <text className="gantt__none" y={16 + giu}>
          Date non rilevate
        </text>
      )}
      {riga.originario && <Tratto tratto={riga.originario} scala={scala} classe="gantt__orig" y={2.5} altezza={6} />}
      {riga.previsto && <Tratto tratto={riga.previsto} scala={scala} classe="gantt__plan" y={2.75 + giu} altezza={7.5} />}
      {riga.effettivo && <Tratto tratto={riga.effettivo} scala={scala} classe="gantt__done" y={13 + giu} altezza={9} />}
      {riga.stima && <Tratto tratto={riga.stima} scala={scala} classe="gantt__fore" y={13.5 + giu} altezza={8} trama="gantt-stima" />}
      {oggi > 0 && oggi < 100 && <rect className="gantt__now" x={`${oggi}%`} y="-80" width="2" height="184" transform="translate(-1)" />}
    </svg>
  );
};

type PropsLegenda = { sospensione?: string; originario?: boolean; traguardo?: string };

/** La legenda del cronoprogramma. `sospensione` dice in parole perché le attività erano ferme, `traguardo` che giorno è la linea arancione. */
export const GanttLegenda = ({ sospensione, originario, traguardo }: PropsLegenda) => (
  <ul className="legend-row">
    {originario && (
      <li>
        <i className="sw gantt-sw gantt-sw--orig" />
        Previsto all’inizio
      </li>
    )}
    <li>
      <i className="sw gantt-sw gantt-sw--plan" />
      {originario ? 'Previsto in vigore' : 'Previsto'}
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
    {traguardo && (
      <li>
        <i className="sw gantt-sw gantt-sw--goal" />
        {traguardo}
      </li>
    )}
  </ul>
);
