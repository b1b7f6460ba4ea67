/** Quanti progetti si vedono insieme nelle tabelle del rapporto; il file li ha tutti. */
export const PER_PAGINA = 50;

/** Una pagina: le posizioni `[da, a)`, e il codice dopo il quale cominciano quella prima e quella dopo (null = non c'è). */
export type Pagina = { da: number; a: number; totale: number; precedente: string | null; successiva: string | null };

/** La pagina che comincia dopo un codice, nell'ordine in cui i progetti arrivano (quello del codice). `dopo` vuoto: la prima. */
export function paginaDi(progetti: readonly { codice: string }[], dopo: string): Pagina {
  const totale = progetti.length;
  const posto = dopo === '' ? -1 : progetti.findIndex(({ codice }) => codice === dopo);
  const da = posto + 1 < totale ? posto + 1 : 0;
  const a = Math.min(totale, da + PER_PAGINA);
  return {
    ...{ da, a, totale },
    precedente: da === 0 ? null : (progetti[da - PER_PAGINA - 1]?.codice ?? ''),
    successiva: a < totale ? (progetti[a - 1]?.codice ?? null) : null,
  };
}
