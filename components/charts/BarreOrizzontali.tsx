import type { Barra } from '@/lib/grafici/tipi';

export type VoceBarra = Barra & { href?: string };

type Props = {
  voci: readonly VoceBarra[];
  /** Il valore della barra intera; se manca è il massimo. Le barre partono sempre da zero. */
  scala?: number;
  /** La sola barra arancione, di cui parla il titolo. */
  evidenza?: string;
};

/** Barre ordinate come arrivano, con il valore scritto in fondo. Con i codici diventa la variante stretta (codice, nome, barra). */
export const BarreOrizzontali = ({ voci, scala, evidenza }: Props) => {
  const intera = scala ?? Math.max(1, ...voci.map(({ valore }) => valore));
  return (
    <ul className={voci.some(({ codice }) => codice) ? 'hbar hbar--code' : 'hbar'}>
      {voci.map(({ chiave, etichetta, valore, scritto, href, codice }) => (
        <li key={chiave} className="hbar__row">
          {codice && <span className="mono muted">{codice}</span>}
          {href ? (
            <a className="quiet justify-self-start" href={href}>
              {etichetta}
            </a>
          ) : (
            <span>{etichetta}</span>
          )}
          <span className={scritto === undefined ? 'barline' : 'barline barline--detta'}>
            <svg
              className={chiave === evidenza ? 'bar bar--evidenza' : 'bar'}
              width={`${Math.round((valore / intera) * 1000) / 10}%`}
              height="16"
              aria-hidden="true"
            />
            <b>{scritto ?? valore.toLocaleString('it-IT')}</b>
          </span>
        </li>
      ))}
    </ul>
  );
};
