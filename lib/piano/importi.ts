import { scriviImporto } from '@/lib/format/importo';

/** Centesimi come si scrivono nella casella di una voce: lo zero resta vuoto, perché si scrive solo ciò che c'è. */
export const inCasella = (cents: string): string => (BigInt(cents) === 0n ? '' : scriviImporto(cents));

/** Di quanto cambia in percentuale, con un decimale: «−12,5%». Vuoto se non cambia, o se prima era zero. */
export function percento(differenza: bigint, prima: bigint): string {
  if (prima === 0n || differenza === 0n) return '';
  const assoluta = differenza < 0n ? -differenza : differenza;
  const decimi = (assoluta * 2000n + prima) / (2n * prima); // arrotonda una volta sola, metà in su
  return `${differenza < 0n ? '−' : '+'}${decimi / 10n},${decimi % 10n}%`;
}
