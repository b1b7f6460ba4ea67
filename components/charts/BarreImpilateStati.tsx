import { STATI_IN_ORDINE } from '@/lib/attuazione/schema';
import type { ChiaveStatoAzione } from '../ui/StatoAzione';

export type ChiaveSegmento = ChiaveStatoAzione | 'NON_RILEVATA';

/** L'ordine fisso dei segmenti, dal più avanti al non rilevato. */
const ORDINE_SEGMENTI: readonly ChiaveSegmento[] = [...STATI_IN_ORDINE, 'NON_RILEVATA'];

const PIENI: readonly ChiaveSegmento[] = ['COMPLETATA', 'PARZIALMENTE_REALIZZATA', 'IN_CORSO', 'IN_PREPARAZIONE'];
const ALTEZZA = 22;

export type RigaStati = { chiave: string; etichetta: string; conteggi: Partial<Record<ChiaveSegmento, number>> };

type Props = {
  righe: RigaStati[];
  etichette: Partial<Record<ChiaveSegmento, string>>;
  /** I soli segmenti che la figura usa, se non sono tutti gli stati. */
  segmenti?: readonly ChiaveSegmento[];
  /** I numeri della legenda, se non sono la somma delle righe (righe che sono momenti, non gruppi). */
  totali?: Partial<Record<ChiaveSegmento, number>>;
  /** L'identificativo della trama delle sospese, da cambiare se nella pagina ci sono due figure. */
  trama?: string;
};

const totale = ({ conteggi }: RigaStati): number => ORDINE_SEGMENTI.reduce((somma, stato) => somma + (conteggi[stato] ?? 0), 0);

const percento = (parte: number, tutto: number): string => `${Math.round((parte / tutto) * 10_000) / 100}%`;

type PropsSegmento = { stato: ChiaveSegmento; numero: number; da: string; larghezza: string; trama: string };

/** Un segmento finisce 2 px prima del successivo: i rettangoli sono spostati a sinistra dentro una finestra che li taglia. */
const Segmento = ({ stato, numero, da, larghezza, trama }: PropsSegmento) => (
  // biome-ignore lint/a11y/noSvgWithoutTitle: il nome lo dà il disegno intero, che è una sola immagine
  <svg className={`seg-${stato}`} x={da} width={larghezza} height={ALTEZZA}>
    {PIENI.includes(stato) ? (
      <rect width="100%" height={ALTEZZA} transform="translate(-2)" />
    ) : (
      <>
        <rect className="seg__edge" width="100%" height={ALTEZZA} transform="translate(-2)" />
        <rect className="seg__in" y="1.5" width="100%" height={ALTEZZA - 3} transform="translate(-3.5)" />
        {stato === 'SOSPESA' && <rect y="1.5" width="100%" height={ALTEZZA - 3} transform="translate(-3.5)" fill={`url(#${trama})`} />}
        <rect className="seg__edge" width="1.5" height={ALTEZZA} />
      </>
    )}
    <text x="50%" y="15" transform="translate(-1)">
      {numero}
    </text>
  </svg>
);

const Riga = ({ riga, massimo, etichette, trama }: { riga: RigaStati; massimo: number; etichette: Props['etichette']; trama: string }) => {
  const somma = totale(riga);
  let prima = 0;
  const presenti = ORDINE_SEGMENTI.map((stato) => ({ stato, numero: riga.conteggi[stato] ?? 0 })).filter(({ numero }) => numero > 0);
  const descrizione = presenti.map(({ stato, numero }) => `${etichette[stato]?.toLowerCase()} ${numero}`).join(', ');
  return (
    <li className="hbar__row">
      <span className="hbar__lab">
        {riga.etichetta} <b>{somma}</b>
      </span>
      <svg
        className="stack"
        width={percento(somma, massimo)}
        height={ALTEZZA}
        role="img"
        aria-label={`${riga.etichetta}: ${descrizione || 'nessuna'}`}
      >
        {presenti.map(({ stato, numero }) => {
          const da = percento(prima, somma);
          prima += numero;
          return <Segmento key={stato} stato={stato} numero={numero} da={da} larghezza={percento(numero, somma)} trama={trama} />;
        })}
      </svg>
    </li>
  );
};

/** Gli stati delle azioni, una barra per riga, con la legenda e i totali sopra. I conteggi sono numeri di azioni. */
export const BarreImpilateStati = ({ righe, etichette, segmenti = ORDINE_SEGMENTI, totali: dati, trama = 'trama-stati' }: Props) => {
  const massimo = Math.max(1, ...righe.map(totale));
  const totali = ORDINE_SEGMENTI.filter((stato) => segmenti.includes(stato)).map((stato) => ({
    stato,
    numero: dati ? (dati[stato] ?? 0) : righe.reduce((somma, { conteggi }) => somma + (conteggi[stato] ?? 0), 0),
  }));
  return (
    <>
      <ul className="legend-row mb-2">
        {totali
          .filter(({ stato, numero }) => numero > 0 || stato !== 'ANNULLATA')
          .map(({ stato, numero }) => (
            <li key={stato}>
              <i className={`sw sw--${stato}`} />
              {etichette[stato]} <b>{numero}</b>
            </li>
          ))}
      </ul>
      <svg className="sr" aria-hidden="true">
        <pattern id={trama} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="seg__hatch--bg" width="8" height="8" />
          <rect className="seg__hatch" width="4" height="8" />
        </pattern>
      </svg>
      <ul className="hbar">
        {righe.map((riga) => (
          <Riga key={riga.chiave} riga={riga} massimo={massimo} etichette={etichette} trama={trama} />
        ))}
      </ul>
    </>
  );
};
