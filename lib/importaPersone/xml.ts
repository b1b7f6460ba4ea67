/**
 * Quel poco di XML che serve a un foglio: si cercano i marcatori con indexOf, in tempo lineare, senza espandere entità dichiarate dal file (un documento
 * ostile non può moltiplicarsi né leggere altrove).
 */

export type Elemento = { attributi: string; dentro: string };

/** Le entità di XML e i caratteri per numero. */
export const decodifica = (testo: string): string =>
  testo.includes('&')
    ? testo.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (intero, hex, dec, nome) => {
        if (nome) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[String(nome).toLowerCase()] ?? intero;
        const codice = Number.parseInt(hex ?? dec, hex ? 16 : 10);
        return codice > 0 && codice <= 0x10ffff ? String.fromCodePoint(codice) : '';
      })
    : testo;

/** Il valore di un attributo, anche con il prefisso; null se manca. */
export function attributo(attributi: string, nome: string): string | null {
  const trovato = new RegExp(`(?:^|\\s)${nome}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributi);
  return trovato ? decodifica(trovato[1] ?? trovato[2] ?? '') : null;
}

/** Dove comincia il prossimo `<nome …>`, o -1: non si ferma su `<nomealtro`. */
function prossimo(testo: string, nome: string, da: number): number {
  const apre = `<${nome}`;
  let posto = testo.indexOf(apre, da);
  while (posto >= 0 && !/[\s/>]/.test(testo.charAt(posto + apre.length))) posto = testo.indexOf(apre, posto + 1);
  return posto;
}

/** Gli elementi con quel nome, in ordine; quelli annidati in uno con lo stesso nome no. Un elemento che non si chiude finisce l'elenco. */
export function* elementi(testo: string, nome: string): Generator<Elemento> {
  const chiude = `</${nome}>`;
  let da = 0;
  for (;;) {
    const apre = prossimo(testo, nome, da);
    const fine = apre < 0 ? -1 : testo.indexOf('>', apre);
    if (fine < 0) return;
    const vuoto = testo.charAt(fine - 1) === '/';
    const attributi = testo.slice(apre + nome.length + 1, vuoto ? fine - 1 : fine);
    const chiusura = vuoto ? fine : testo.indexOf(chiude, fine);
    if (chiusura < 0) return;
    yield { attributi, dentro: vuoto ? '' : testo.slice(fine + 1, chiusura) };
    da = vuoto ? fine + 1 : chiusura + chiude.length;
  }
}

/** Il primo elemento con quel nome. */
export const primo = (testo: string, nome: string): Elemento | undefined => elementi(testo, nome).next().value ?? undefined;

/** Il prefisso dei nomi in un documento (`x:` di `<x:worksheet>`), o vuoto. */
export const prefissoDi = (testo: string, radice: string): string =>
  new RegExp(`<(\\w{1,20}:)?${radice}[\\s>]`).exec(testo.slice(0, 10_000))?.[1] ?? '';
