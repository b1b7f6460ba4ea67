import type { APassi } from '@/lib/passi/passi';
import { sogliaDi } from './codici';
import { type Sistema, sistemaDi } from './equazioni';
import { type CellaDaPubblicare, daOscurare, type Equazione, type Oscurate } from './oscura';
import { type CellePubblicate, COLONNE_PUBBLICATE, type Conteggi } from './tabella';

/**
 * Dai conteggi alle tabelle che si possono pubblicare. L'intera e tutti i suoi filtri si decidono insieme, perché escono insieme; e contano anche le tabelle
 * uscite prima: una cella che si è mossa di poche persone non si dice, o la differenza tra due pubblicazioni le direbbe (docs/decisioni/0014).
 */

/** Ciò che una pubblicazione di prima mostrava di una cella: il valore, nullo se era soppressa; una cella che manca era zero. */
const mossaDiPoco = (celle: readonly CellePubblicate[], k: string, valore: number, soglia: number): boolean =>
  celle.some((prima) => {
    const visto = prima[k] === undefined ? 0 : prima[k];
    const mossi = visto === null ? 0 : Math.abs(valore - visto);
    return mossi > 0 && mossi < soglia;
  });

/** Le celle di un sistema, con quelle da nascondere perché poco diverse da com'erano già pubblicate. Gli zeri restano: lo erano, o si vedono. */
export const conStoria = ({ celle, equazioni }: Sistema, gia: readonly CellePubblicate[]): Sistema => ({
  celle: new Map(
    [...celle].map(([k, c]) => [k, c.pubblicata && c.valore > 0 && mossaDiPoco(gia, k, c.valore, c.soglia) ? { ...c, nascosta: true } : c]),
  ),
  equazioni,
});

/** Tutti zeri: si dicono, e non c'è nulla da nascondere. */
const vuoti = (conteggi: Conteggi): boolean => [...conteggi.values()].every((n) => n === 0);

/** Le celle nascoste della tabella intera. @param gia le pubblicazioni di prima della stessa tabella */
export function* nascosteDi(conteggi: Conteggi, gia: readonly CellePubblicate[] = []): APassi<Set<string>> {
  if (vuoti(conteggi)) return new Set();
  const { celle, equazioni } = conStoria(sistemaDi(conteggi), gia);
  return (yield* daOscurare(celle, equazioni)).chiuse;
}

/**
 * L'intera e le sue parti. Prima si decide l'intera, che serve a tutti; attorno a lei le parti. Una parte che, per quanto si nasconda, lascia una cella troppo poco
 * incerta non si pubblica: di lei non si dice nulla, nemmeno gli zeri.
 * @returns le celle nascoste dell'intera, quelle delle parti come `nome|cella`, e i nomi delle parti di cui si tace
 */
export function* nascosteInsieme(
  intera: Conteggi,
  gia: readonly CellePubblicate[],
  parti: readonly Parte[],
): APassi<{ chiuse: Set<string>; nelleParti: Set<string>; taciute: Set<string> }> {
  const chiuse = yield* nascosteDi(intera, gia);
  const taciute = new Set<string>();
  const conQualcuno = parti.filter(({ conteggi }) => !vuoti(conteggi));
  for (;;) {
    const dette = conQualcuno.filter(({ nome }) => !taciute.has(nome));
    const { chiuse: nelleParti, scoperte } = yield* nascosteNelleParti(intera, chiuse, dette);
    if (scoperte.size === 0) return { chiuse, nelleParti, taciute };
    for (const nome of daTacere(scoperte, dette)) taciute.add(nome);
  }
}

/** Di quali parti tacere perché quelle celle non restino scoperte: quelle a cui appartengono, o tutte se sono dell'intera. */
function daTacere(scoperte: ReadonlySet<string>, parti: readonly Parte[]): string[] {
  const nomi = new Set([...scoperte].map((k) => k.split('|', 1)[0]));
  const trovate = gruppiDi(parti).flatMap((gruppo, n) =>
    nomi.has(`${FUORI} ${n}`) ? gruppo : gruppo.filter(({ nome }) => nomi.has(nome)),
  );
  return (trovate.length > 0 ? trovate : parti).map(({ nome }) => nome);
}

/** Un filtro della tabella intera: chi frequenta un'azione, o chi è entrato in un periodo. */
export type Parte = { nome: string; genere: 'azione' | 'periodo'; conteggi: Conteggi; gia: readonly CellePubblicate[] };

/** Le celle che nessuno pubblica: chi sta nell'intera e non in una parte, o in nessun periodo. */
const FUORI = 'fuori';

/**
 * Dove l'intera non si vede, o supera appena la soglia, sapere che ognuna di quelle parti vale almeno 1 direbbe troppo di lei e di loro: lì le parti si nascondono
 * comunque, zeri compresi. Lo decide solo ciò che dell'intera si legge, quindi non dice nulla.
 */
const comunque = (base: Sistema['celle'], chiuse: ReadonlySet<string>, parti: number): ReadonlySet<string> =>
  new Set([...base].flatMap(([k, c]) => (c.pubblicata && c.valore > 0 && (chiuse.has(k) || c.valore < c.soglia + parti) ? [k] : [])));

/** Gli zeri che chi legge vede in una parte, e quelli che ne ricava: un tutto a zero ha solo zeri, un tutto di soli zeri è zero. */
function zeriNoti({ celle, equazioni }: Sistema, nonDette: ReadonlySet<string>): ReadonlySet<string> {
  const noti = new Set([...celle].flatMap(([k, c]) => (c.pubblicata && c.valore === 0 && !nonDette.has(k) ? [k] : [])));
  for (let prima = -1; prima !== noti.size; ) {
    prima = noti.size;
    for (const { tutto, parti } of equazioni)
      if (noti.has(tutto)) for (const k of parti) noti.add(k);
      else if (parti.every((k) => noti.has(k))) noti.add(tutto);
  }
  return noti;
}

/** Una parte dentro il sistema di tutte: le sue celle come `nome|cella`. Gli zeri noti non nascondono nulla: fuori, e il sistema resta piccolo. */
function con(nome: string, sistema: Sistema, nonDette: ReadonlySet<string>): Sistema {
  const zeri = zeriNoti(sistema, nonDette);
  return {
    celle: new Map(
      [...sistema.celle].flatMap(([k, c]) =>
        zeri.has(k) ? [] : [[`${nome}|${k}`, nonDette.has(k) ? { ...c, ancheZero: true } : c] as const],
      ),
    ),
    equazioni: sistema.equazioni.map(({ tutto, parti }) => ({ tutto: `${nome}|${tutto}`, parti: parti.map((p) => `${nome}|${p}`) })),
  };
}

/**
 * Tutto ciò che chi legge può sommare e sottrarre: l'intera già decisa, le parti, e ciò che sta fuori da ciascuna azione e da tutti i periodi.
 * I nomi delle celle delle parti sono `nome|cella`.
 */
export function* sistemaDelleParti(intera: Conteggi, chiuse: ReadonlySet<string>, parti: readonly Parte[]): APassi<Sistema> {
  const base = sistemaDi(intera);
  const celle = new Map<string, CellaDaPubblicare>();
  for (const [k, c] of base.celle) celle.set(k, { ...c, fissa: true, nascosta: chiuse.has(k) });
  const equazioni: Equazione[] = [...base.equazioni];
  for (const [n, gruppo] of gruppiDi(parti).entries()) {
    const nonDette = comunque(base.celle, chiuse, gruppo.length);
    for (const { nome, conteggi, gia } of gruppo) {
      yield;
      const sistema = con(nome, conStoria(sistemaDi(conteggi), gia), nonDette);
      for (const [k, c] of sistema.celle) celle.set(k, c);
      equazioni.push(...sistema.equazioni);
    }
    for (const [k, { valore, soglia, pubblicata }] of base.celle) {
      if (!pubblicata || valore === 0) continue;
      const sue = gruppo.map(({ nome }) => `${nome}|${k}`).filter((p) => celle.has(p));
      const fuori = `${FUORI} ${n}|${k}`;
      const resto = valore - sue.reduce((s, p) => s + (celle.get(p)?.valore ?? 0), 0);
      celle.set(fuori, { valore: Math.max(0, resto), soglia, pubblicata: false });
      equazioni.push({ tutto: k, parti: [...sue, fuori] });
    }
  }
  return { celle, equazioni };
}

const gruppiDi = (parti: readonly Parte[]): Parte[][] =>
  [...parti.filter(({ genere }) => genere === 'azione').map((p) => [p]), parti.filter(({ genere }) => genere === 'periodo')].filter(
    (gruppo) => gruppo.length > 0,
  );

/**
 * Le celle nascoste delle parti, tutte insieme: `nome|cella`. Prima si decide ogni azione, e tutti i periodi, per conto suo; poi il sistema intero nasconde ciò
 * che manca: decidere tutto da capo insieme costerebbe molte volte tanto.
 */
function* nascosteNelleParti(intera: Conteggi, chiuse: ReadonlySet<string>, parti: readonly Parte[]): APassi<Oscurate> {
  if (parti.length === 0) return { chiuse: new Set(), scoperte: new Set() };
  const gia = new Set<string>();
  for (const gruppo of gruppiDi(parti)) {
    const { celle, equazioni } = yield* sistemaDelleParti(intera, chiuse, gruppo);
    for (const k of (yield* daOscurare(celle, equazioni)).chiuse) gia.add(k);
  }
  const { celle, equazioni } = yield* sistemaDelleParti(intera, chiuse, parti);
  const insieme = new Map([...celle].map(([k, c]) => [k, gia.has(k) ? { ...c, nascosta: true } : c]));
  return yield* daOscurare(insieme, equazioni);
}

/** La tabella come si conserva: le celle visibili diverse da zero, e nulle quelle soppresse. */
export function celleDa(conteggi: Conteggi, nascosta: (cella: string) => boolean): CellePubblicate {
  const celle: CellePubblicate = {};
  for (const k of COLONNE_PUBBLICATE) {
    if (nascosta(k)) celle[k] = null;
    else if (conteggi.get(k)) celle[k] = conteggi.get(k) ?? 0;
  }
  return celle;
}

/** Quanti record incompleti ha ogni ente, per dato che manca: un numero piccolo non si dice, né quello che da solo lo direbbe. */
export function incompletiPubblici(righe: readonly Incompleto[]): Record<string, CellePubblicate> {
  const enti: Record<string, CellePubblicate> = {};
  for (const campo of new Set(righe.map(([, c]) => c))) {
    const sue = righe.filter(([, c]) => c === campo).sort(([, , a], [, , b]) => a - b);
    const piccole = sue.filter(([, , n]) => n < sogliaDi('TOTALE')).length;
    for (const [n, [ente, , valore]] of sue.entries()) {
      enti[ente] ??= {};
      enti[ente][campo] = n < (piccole === 1 ? 2 : piccole) ? null : valore;
    }
  }
  return enti;
}

/** Ente, dato che manca, quante persone (almeno una). */
export type Incompleto = [ente: string, campo: string, valore: number];
