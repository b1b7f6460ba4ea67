import type { ReteLetta } from './letture';
import { type Misure, misura } from './misure';
import { TIPI_NODO } from './schema';

/** La rete di un progetto guardata in un'ondata. */

type OndataNumerata = { id: string; numero: number };

/** Le misure di un progetto in un'ondata, confrontate con l'ondata 0 se c'è e non è questa. */
export function misureDi(rete: ReteLetta, ondata: OndataNumerata, ondate: readonly OndataNumerata[]): Misure {
  const nella = (id: string) => rete.legami.filter((legame) => legame.ondata === id);
  const prima = ondate.find(({ numero }) => numero === 0);
  const primi = prima && prima.id !== ondata.id ? nella(prima.id) : null;
  return misura({ nodi: rete.nodi, legami: nella(ondata.id), capofila: rete.capofila, primi });
}

export type Punto = { id: string; numero: number; x: number; y: number; tipo: string; nome: string; capofila: boolean };

/** Lo spazio intorno al cerchio dei nodi: mezzo nodo e il suo bordo. */
const BORDO = 28;
/** Il lato del disegno quadrato, nelle sue unità. */
export const latoDi = (raggio: number): number => (raggio + BORDO) * 2;

/** Chi sono i nodi numerati del disegno, nell'ordine dei numeri. */
export const legendaDi = ({ nodi }: Pick<ReteLetta, 'nodi'>): string[] =>
  nodi.map(({ nome, tipo }, n) => `${n + 1}. ${nome} (${nomeTipo(tipo)})`);
const nomeTipo = (tipo: string): string => (TIPI_NODO as Record<string, string>)[tipo] ?? tipo;

/**
 * Dove si disegnano i nodi: il capofila al centro, gli altri su un cerchio vicini a quelli dello stesso tipo. Numerati nell'ordine in cui arrivano.
 * Lo stesso disegno per la stessa rete: nulla è a caso. Coordinate con un decimale, il centro in (0, 0).
 */
export function disponi({ nodi, capofila }: Pick<ReteLetta, 'nodi' | 'capofila'>): { punti: Punto[]; raggio: number } {
  const intorno = nodi.filter(({ id }) => id !== capofila);
  const raggio = Math.max(120, Math.ceil((intorno.length * 44) / (2 * Math.PI)));
  const tondo = (valore: number) => Math.round(valore * 10) / 10 + 0;
  const punti = nodi.map(({ id, nome, tipo }, n): Punto => {
    const posto = intorno.findIndex((altro) => altro.id === id);
    const angolo = (2 * Math.PI * posto) / Math.max(1, intorno.length) - Math.PI / 2;
    const [x, y] = posto === -1 ? [0, 0] : [tondo(raggio * Math.cos(angolo)), tondo(raggio * Math.sin(angolo))];
    return { id, nome, tipo, numero: n + 1, x, y, capofila: id === capofila };
  });
  return { punti, raggio };
}
