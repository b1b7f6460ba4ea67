type Props = {
  /** Giorni passati nelle mani attuali e giorni previsti per questo passaggio. */
  giorni: number;
  previsti: number;
  /** Quanti giorni vale la barra intera, uguale per tutte le righe della tabella. */
  scala?: number;
};

const percento = (valore: number, scala: number): string => `${Math.round(Math.min(1, Math.max(0, valore / scala)) * 100)}%`;

/** Da quanto una pratica è ferma nelle stesse mani: la tacca è il termine, rossa oltre. Il numero è sempre scritto. */
export const BarraEta = ({ giorni, previsti, scala = 36 }: Props) => {
  const oltre = giorni > previsti;
  return (
    <span className={oltre ? 'age age--over' : 'age'} title={`Previsti ${previsti} giorni`}>
      <svg width="60" height="12" aria-hidden="true">
        <rect className="age__track" y="3" width="60" height="6" rx="1" />
        <rect className="age__days" y="3" width={percento(giorni, scala)} height="6" rx="1" />
        <rect className="age__goal" x={percento(previsti, scala)} width="2" height="12" />
      </svg>
      {giorni === 1 ? '1 giorno' : `${giorni} giorni`}
      {oltre && <span className="sr">, oltre i {previsti} previsti</span>}
    </span>
  );
};
