import { etichetteAsse, type Intervallo, inParole, oggiSullAsse, posizione, type RigaGantt, type ScalaGantt, tacche } from './ganttScala';

/** Un decimo di pixel su mille: di più non si vede, e si scrive in ogni riga. */
const percento = (x: number): string => `${Math.round(x * 100) / 100}%`;

/**
 * Le due trame, e ciò che in tutte le righe è uguale: sotto le barre lo sfondo, sopra la linea di oggi. Dentro `use` le percentuali sono quelle della
 * riga. Gli id valgono per tutta la pagina: un asse solo.
 */
const Definizioni = ({ scala }: { scala: ScalaGantt }) => {
  const oggi = oggiSullAsse(scala);
  return (
    <defs>
      <pattern id="gantt-stima" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="3" height="5" className="gantt__stripe" />
      </pattern>
      <pattern id="gantt-ferma" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1" height="5" className="gantt__pause" />
      </pattern>
      <g id="gantt-fondo">
        {scala.sospensioni?.map((tratto) => (
          <Tratto key={tratto.da.getTime()} tratto={tratto} scala={scala} y={-80} altezza={184} trama="gantt-ferma" />
        ))}
        {tacche(scala).map(({ x }) => (
          <rect key={x} className="gantt__grid" x={percento(x)} y="-80" width="1" height="184" />
        ))}
      </g>
      {oggi !== null && (
        <rect id="gantt-oggi" className="gantt__now" x={percento(oggi)} y="-80" width="2" height="184" transform="translate(-1)" />
      )}
    </defs>
  );
};

/** L'asse del tempo, da mettere nell'intestazione della colonna: senza, le righe non hanno né le trame né lo sfondo. */
export const GanttAsse = ({ scala }: { scala: ScalaGantt }) => {
  const oggi = oggiSullAsse(scala);
  return (
    <svg className="gantt gantt--axis" width="100%" height="16" aria-hidden="true">
      <Definizioni scala={scala} />
      {etichetteAsse(scala).map(({ etichetta, x }) => (
        <text key={x} x={percento(x)} y="12">
          {etichetta}
        </text>
      ))}
      {oggi !== null && (
        <text className="today" x={percento(oggi)} y="12" textAnchor="middle">
          oggi
        </text>
      )}
    </svg>
  );
};

type PropsTratto = { tratto: Intervallo; scala: ScalaGantt; classe?: string; y: number; altezza: number; trama?: string };

const Tratto = ({ tratto, scala, classe, y, altezza, trama }: PropsTratto) => {
  const x = posizione(tratto.da, scala);
  const larghezza = posizione(tratto.a, scala) - x;
  if (larghezza <= 0) return null;
  return <rect className={classe} x={percento(x)} y={y} width={percento(larghezza)} height={altezza} fill={trama && `url(#${trama})`} />;
};

/** I giorni che contano per tutte le righe: una linea sottile, in ogni riga perché dentro `use` il suo nome non si legge dappertutto. */
const Traguardi = ({ scala }: { scala: ScalaGantt }) =>
  scala.traguardi?.map(({ giorno, etichetta, superato }) => (
    <rect
      key={etichetta}
      className={superato ? 'gantt__goal gantt__goal--orig' : 'gantt__goal'}
      x={percento(posizione(giorno, scala))}
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
  const giu = tre ? 10 : 0;
  return (
    <svg className="gantt" width="100%" height={24 + giu} role="img" aria-label={inParole(riga)}>
      {riga.ferma?.map((tratto) => (
        <Tratto key={tratto.da.getTime()} tratto={tratto} scala={scala} y={0} altezza={24 + giu} trama="gantt-ferma" />
      ))}
      <use href="#gantt-fondo" />
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
      {oggiSullAsse(scala) !== null && <use href="#gantt-oggi" />}
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
