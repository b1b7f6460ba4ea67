/** I tipi pubblicati di `pg` non dicono come un valore diventa testo per il protocollo. */
declare module 'pg/lib/utils.js' {
  const utils: { prepareValue: (valore: unknown) => Buffer | string | null };
  export default utils;
}
