import { createHash } from 'node:crypto';

/** JSON con le chiavi in ordine alfabetico a ogni livello: la colonna jsonb le riordina, e così l'impronta si rifà da ciò che restituisce. */
export const canonico = (contenuto: unknown): string =>
  JSON.stringify(contenuto, (_, valore) =>
    valore && typeof valore === 'object' && !Array.isArray(valore)
      ? Object.fromEntries(Object.entries(valore).sort(([a], [b]) => (a < b ? -1 : 1)))
      : valore,
  );

/** SHA-256 del JSON canonico. */
export const improntaDi = (contenuto: unknown): string => createHash('sha256').update(canonico(contenuto)).digest('hex');
