import type { Valore } from '@/lib/domande/valori';
import { scriviImporto } from '@/lib/format/importo';
import type { TipoCampo } from './configurazione';

/** Un valore qualunque come testo leggibile, senza perdere una parola. Vuoto se non dice niente. `tipo` è quello del campo in cui stava. */
export function inTesto(valore: Valore, tipo?: TipoCampo): string {
  if (valore === null) return '';
  if (typeof valore === 'string') return tipo === 'importo' && /^\d{1,15}$/.test(valore) ? `${scriviImporto(valore)} €` : valore;
  if (typeof valore === 'boolean') return valore ? 'sì' : 'no';
  if (typeof valore === 'number') return String(valore);
  if (Array.isArray(valore)) return valore.map(diVoce).filter(Boolean).join('\n');
  return Object.entries(valore)
    .filter(([, testo]) => testo !== '')
    .map(([chiave, testo]) => `${chiave}: ${testo}`)
    .join('\n');
}

/** Una riga: le sue celle, con il nome della colonna. Gli identificativi di riga non dicono niente a chi legge. */
const diVoce = (voce: unknown): string => {
  if (typeof voce !== 'object' || voce === null) return String(voce ?? '');
  return Object.entries(voce)
    .filter(([chiave, valore]) => chiave !== 'id' && valore !== '' && valore !== null)
    .map(([chiave, valore]) => `${chiave}: ${diCella(valore)}`)
    .join('; ');
};
const diCella = (valore: unknown): string => (Array.isArray(valore) ? valore.map(diVoce).join(' / ') : String(valore));

/** Quanto sta in una cella (lib/domande/valori.ts). */
const CELLA = 4000;

/** Un testo in pezzi che stanno in una cella; riuniti ridanno il testo. Non spezza una coppia surrogata. */
export function inPezzi(testo: string): string[] {
  const pezzi: string[] = [];
  let da = 0;
  while (da < testo.length) {
    let a = Math.min(da + CELLA, testo.length);
    if (a < testo.length && /[\uD800-\uDBFF]/.test(testo.charAt(a - 1))) a -= 1;
    pezzi.push(testo.slice(da, a));
    da = a;
  }
  return pezzi;
}
