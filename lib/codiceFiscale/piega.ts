// lettere latine che la scomposizione Unicode lascia intere
const INTERE: Record<string, string> = { ø: 'o', đ: 'd', ð: 'd', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ħ: 'h', ŋ: 'n' };

/** Minuscolo e senza segni sulle lettere: «Đukić» e «dukic» sono lo stesso nome. Spazi e apostrofi restano. */
export const piegaLatina = (testo: string): string =>
  testo
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øđðłßæœıþħŋ]/g, (lettera) => INTERE[lettera] ?? lettera);
