import type { Legame } from '@/lib/rete/misure';
import { disponi, latoDi, type Punto } from '@/lib/rete/rete';

type Props = { nodi: Parameters<typeof disponi>[0]['nodi']; capofila: string | null; legami: readonly Legame[]; titolo: string };

// colori scritti nel disegno: si scarica e si apre anche fuori dal portale
const COLORI: Record<string, string> = {
  ENTE_GESTORE: '#0066cc',
  COMUNE: '#17324d',
  ASL: '#008055',
  COOPERATIVA: '#9e2a6b',
  ASSOCIAZIONE: '#a66300',
  ETS: '#6b3fa0',
  SCUOLA: '#00727a',
  IMPRESA: '#5c6f82',
  CENTRO_IMPIEGO: '#b3261e',
  ALTRO: '#455b71',
};
export const coloreTipo = (tipo: string): string => COLORI[tipo] ?? '#455b71';

/** La rete disegnata dal server: il capofila al centro, le altre organizzazioni intorno, numerate. Il tratto è più grosso se il legame è più forte. */
export const DisegnoRete = ({ nodi, capofila, legami, titolo }: Props) => {
  const { punti, raggio } = disponi({ nodi: [...nodi], capofila });
  const dove = new Map(punti.map((punto) => [punto.id, punto]));
  const lato = latoDi(raggio);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="rete"
      viewBox={`${-lato / 2} ${-lato / 2} ${lato} ${lato}`}
      role="img"
      aria-label={titolo}
      width={lato}
      height={lato}
    >
      <title>{titolo}</title>
      {legami
        .filter(({ intensita }) => intensita > 0)
        .map(({ da, a, intensita, primaDelProgetto }) => (
          <Tratto key={`${da} ${a}`} da={dove.get(da)} a={dove.get(a)} intensita={intensita} prima={primaDelProgetto} />
        ))}
      {punti.map((punto) => (
        <g key={punto.id}>
          <title>{punto.nome}</title>
          <circle cx={punto.x} cy={punto.y} r={punto.capofila ? 19 : 15} fill={coloreTipo(punto.tipo)} stroke="#ffffff" strokeWidth="2" />
          <text x={punto.x} y={punto.y + 5} textAnchor="middle" fill="#ffffff" font-size="14" font-family="sans-serif" font-weight="700">
            {punto.numero}
          </text>
        </g>
      ))}
    </svg>
  );
};

type PropsTratto = { da: Punto | undefined; a: Punto | undefined; intensita: number; prima: boolean };

const Tratto = ({ da, a, intensita, prima }: PropsTratto) =>
  da && a ? (
    <line
      x1={da.x}
      y1={da.y}
      x2={a.x}
      y2={a.y}
      stroke="#7a8ea3"
      strokeWidth={intensita * 1.5}
      strokeDasharray={prima ? undefined : '6 4'}
    />
  ) : null;
