// biome-ignore-all lint/a11y/useSemanticElements: dentro un SVG il gruppo si dice solo con role
import italia from '@svg-maps/italy';
import { type Cerchio, disponiEtichette, type Foglio } from './etichetteMappa';
import { adatta, type Punto, proietta, puntiDelTracciato } from './proiezione';

export type ProgettoSullaMappa = {
  codice: string;
  nome: string;
  lat: number;
  lon: number;
  popolazione: number;
  /** Dove il colore dice la situazione: la classe del cerchio e le stesse cose in parole. */
  situazione?: { classe: string; detta: string };
};

const PIEMONTE = { ovest: 6.6266, est: 9.2143, sud: 44.0601, nord: 46.4645 };
/** La cintura di Torino, dove i cerchi si coprirebbero: sulla mappa è un riquadro, ingrandita a fianco alla stessa scala dei cerchi. */
const TORINO = { ovest: 7.43, est: 7.87, sud: 44.955, nord: 45.135 };
const LARGHEZZA = 491;
const BORDO = 6;
/** Il corpo dei nomi, tra quello della scrivania (15) e quello del telefono (19, in unità del disegno): su questo si decide dove metterli. */
const CORPO = 17;

const GRANDE = proietta(PIEMONTE, LARGHEZZA);
const PICCOLA = proietta(TORINO, 312);
const ALTEZZA_RIQUADRO = 182;
const CONTORNO = adatta(
  puntiDelTracciato(italia.locations.find(({ id }) => id === 'piedmont')?.path ?? ''),
  GRANDE.larghezza,
  GRANDE.altezza,
  3.5,
);

/** L'area del cerchio segue gli abitanti. */
const raggio = (popolazione: number): number => Math.round(0.0345 * Math.sqrt(popolazione) * 10) / 10;

const nellaCintura = ({ lat, lon }: ProgettoSullaMappa): boolean =>
  lon > TORINO.ovest && lon < TORINO.est && lat > TORINO.sud && lat < TORINO.nord;

const arrotonda = (n: number): number => Math.round(n * 10) / 10;

const cerchi = (progetti: ProgettoSullaMappa[], punto: (p: ProgettoSullaMappa) => Punto): (Cerchio & { progetto: ProgettoSullaMappa })[] =>
  [...progetti]
    .sort((a, b) => b.popolazione - a.popolazione)
    .map((progetto) => {
      const { x, y } = punto(progetto);
      return { x: arrotonda(x), y: arrotonda(y), r: raggio(progetto.popolazione), nome: progetto.nome, progetto };
    });

type PropsStrato = { disegnati: ReturnType<typeof cerchi>; foglio: Foglio; href: (codice: string) => string };

const Strato = ({ disegnati, foglio, href }: PropsStrato) => {
  const etichette = disponiEtichette(disegnati, foglio);
  return (
    <>
      {disegnati.map(({ x, y, r, nome, progetto }) => (
        <a
          key={progetto.codice}
          href={href(progetto.codice)}
          aria-label={`${nome}, ${progetto.situazione?.detta ?? `${progetto.popolazione.toLocaleString('it-IT')} abitanti`}`}
        >
          <circle className={progetto.situazione?.classe} cx={x} cy={y} r={r} />
        </a>
      ))}
      {disegnati.map(({ nome, progetto }, indice) => {
        const posto = etichette[indice];
        return posto ? (
          // biome-ignore lint/a11y/noAriaHiddenOnFocusable: un testo SVG non riceve il fuoco; il nome è già nel collegamento del cerchio
          <text key={progetto.codice} x={arrotonda(posto.x)} y={arrotonda(posto.y)} textAnchor={posto.ancora} aria-hidden="true">
            {nome}
          </text>
        ) : null;
      })}
    </>
  );
};

/** La cornice della cintura sulla mappa grande, con i suoi cerchi in trasparenza. */
const Cornice = ({ progetti }: { progetti: ProgettoSullaMappa[] }) => {
  const alto = GRANDE.punto(TORINO.ovest, TORINO.nord);
  const basso = GRANDE.punto(TORINO.est, TORINO.sud);
  return (
    <>
      {cerchi(progetti, ({ lon, lat }) => GRANDE.punto(lon, lat)).map(({ x, y, r, progetto }) => (
        <circle key={progetto.codice} className="map__ghost" cx={x} cy={y} r={r} />
      ))}
      <rect
        className="map__frame"
        x={arrotonda(alto.x)}
        y={arrotonda(alto.y)}
        width={arrotonda(basso.x - alto.x)}
        height={arrotonda(basso.y - alto.y)}
      />
    </>
  );
};

type Props = { progetti: ProgettoSullaMappa[]; href: (codice: string) => string };

/** La mappa dei progetti: un cerchio per capofila, area proporzionale agli abitanti, la cintura di Torino in un riquadro. */
export const MappaPiemonte = ({ progetti, href }: Props) => {
  const cintura = progetti.filter(nellaCintura);
  const altri = progetti.filter((progetto) => !nellaCintura(progetto));
  const alto = GRANDE.punto(TORINO.ovest, TORINO.nord);
  const basso = GRANDE.punto(TORINO.est, TORINO.sud);
  const ostacolo = [{ x1: alto.x - 12, y1: alto.y - 12, x2: basso.x + 12, y2: basso.y + 4 }];
  const scarto = ALTEZZA_RIQUADRO - PICCOLA.altezza;
  return (
    <>
      <div className="mapbox__main">
        <svg
          className="map"
          viewBox={`${-BORDO} ${-BORDO} ${LARGHEZZA + 2 * BORDO} ${Math.ceil(GRANDE.altezza) + 2 * BORDO}`}
          role="group"
          aria-label={`Mappa di ${progetti.length} progetti`}
        >
          <path className="map__land" d={CONTORNO} />
          <Cornice progetti={cintura} />
          <Strato
            disegnati={cerchi(altri, ({ lon, lat }) => GRANDE.punto(lon, lat))}
            foglio={{ larghezza: LARGHEZZA, altezza: GRANDE.altezza, corpo: CORPO, sporgenza: 24, ostacoli: ostacolo }}
            href={href}
          />
        </svg>
      </div>
      <div className="mapbox__inset">
        <p>Torino e cintura</p>
        <svg
          className="map"
          viewBox={`0 0 312 ${ALTEZZA_RIQUADRO}`}
          role="group"
          aria-label={`Riquadro: ${cintura.length} progetti di Torino e cintura`}
        >
          <Strato
            disegnati={cerchi(cintura, ({ lon, lat }) => {
              const { x, y } = PICCOLA.punto(lon, lat);
              return { x, y: y + scarto };
            })}
            foglio={{ larghezza: 312, altezza: ALTEZZA_RIQUADRO, corpo: 14 }}
            href={href}
          />
        </svg>
      </div>
    </>
  );
};
