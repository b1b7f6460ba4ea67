/** Un importo scritto in notazione italiana (`1.234,56`, anche con `€`) in centesimi interi, come testo: mai passando da un numero con la virgola. Vuoto = null. */
export function leggiImporto(testo: string): { ok: true; cents: string | null } | { ok: false; messaggio: string } {
  const pulito = testo.replaceAll(/[\s\u00a0€]/g, '');
  if (pulito === '') return { ok: true, cents: null };
  const trovato = /^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(pulito);
  const intero = trovato?.[1]?.replaceAll('.', '').replace(/^0+(?=\d)/, '') ?? '';
  if (!trovato || intero.length > 12) return { ok: false, messaggio: 'Scrivi un importo come 1250 o 1.250,50.' };
  return { ok: true, cents: `${intero}${(trovato[2] ?? '').padEnd(2, '0')}`.replace(/^0+(?=\d)/, '') };
}

/** Centesimi come si scrivono in un campo: `123456` → `1.234,56`, senza il simbolo. */
export const scriviImporto = (cents: string): string => {
  const pieno = cents.padStart(3, '0');
  return `${pieno.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.')},${pieno.slice(-2)}`;
};
