import type { AzionePiano, VoceBudget } from '@/lib/domande/valori';
import { contributoPerCategoria, costoDi, fontiDi, totali, ZERO } from './bilancio';
import type { Piano } from './contesto';
import { riparti } from './riparto';

/**
 * Tre modi di stare in un contributo minore di quello chiesto. Nessuno aumenta una voce; i primi due chiudono al centesimo su quanto è concesso in
 * ogni categoria di costo, il terzo lascia scegliere alla persona e dice quanto manca.
 */

export const METODI_TAGLIO = ['PROPORZIONALE', 'PRIORITA', 'MANUALE'] as const;
export type MetodoTaglio = (typeof METODI_TAGLIO)[number];
export type Concesso = ReadonlyMap<string, bigint>;
/** Ciò che la persona sceglie a mano: le azioni a cui rinuncia e il contributo di alcune voci (centesimi, come testo). */
export type SceltaManuale = { azioniTolte: string[]; contributi: Record<string, string> };

export const SCELTA_VUOTA: SceltaManuale = { azioniTolte: [], contributi: {} };

/** Il concesso per categoria, se la decisione dice solo il totale: in proporzione al chiesto. */
export function concessoPerCategoria(voci: readonly VoceBudget[], totale: bigint): Map<string, bigint> {
  const chiesto = [...contributoPerCategoria(voci)];
  const quote = riparti(
    totale,
    chiesto.map(([, cents]) => cents),
  );
  return new Map(chiesto.map(([categoria], i) => [categoria, quote[i] ?? 0n]));
}

export function taglia(metodo: MetodoTaglio, piano: Piano, concesso: Concesso, scelta: SceltaManuale = SCELTA_VUOTA): Piano {
  if (metodo === 'PROPORZIONALE') return proporzionale(piano, concesso);
  return metodo === 'PRIORITA' ? perPriorita(piano, concesso) : manuale(piano, scelta);
}

/** Ogni voce scende della stessa percentuale della sua categoria. */
export function proporzionale(piano: Piano, concesso: Concesso): Piano {
  const nuovi = new Map<string, bigint>();
  for (const [categoria, chiesto] of contributoPerCategoria(piano.voci)) {
    const voci = piano.voci.filter((voce) => voce.categoria === categoria);
    const pesi = voci.map(({ contributoCents }) => BigInt(contributoCents));
    const quote = riparti(minimo(chiesto, concesso.get(categoria) ?? 0n), pesi);
    for (const [i, voce] of voci.entries()) nuovi.set(voce.id, chiesto === 0n ? 0n : (quote[i] ?? 0n));
  }
  return ricomponi(piano, nuovi, new Set());
}

/**
 * Prima le azioni rinviabili, poi le importanti, poi le irrinunciabili (a parità dall'ultima dell'elenco): un'azione cade intera se tutto il suo
 * contributo sta in ciò che manca, altrimenti scendono le sue voci delle sole categorie in eccesso, fino a chiudere.
 */
export function perPriorita(piano: Piano, concesso: Concesso): Piano {
  const eccesso = new Map(
    [...contributoPerCategoria(piano.voci)].map(([c, chiesto]) => [c, massimo(0n, chiesto - (concesso.get(c) ?? 0n))]),
  );
  const nuovi = new Map(piano.voci.map((voce) => [voce.id, BigInt(voce.contributoCents)]));
  const tolte = new Set<string>();
  const inOrdine = piano.azioni
    .map((azione, riga) => ({ azione, riga }))
    .sort((a, b) => b.azione.priorita - a.azione.priorita || b.riga - a.riga);
  for (const { azione } of inOrdine) {
    const sue = piano.voci.filter(({ azioneId }) => azioneId === azione.id);
    const chiesto = contributoPerCategoria(sue);
    const pesa = [...chiesto.values()].some((cents) => cents > 0n);
    if (pesa && [...chiesto].every(([categoria, cents]) => cents <= (eccesso.get(categoria) ?? 0n))) tolte.add(azione.id);
    for (const voce of sue.toReversed()) {
      const via = minimo(nuovi.get(voce.id) ?? 0n, eccesso.get(voce.categoria) ?? 0n);
      nuovi.set(voce.id, (nuovi.get(voce.id) ?? 0n) - via);
      eccesso.set(voce.categoria, (eccesso.get(voce.categoria) ?? 0n) - via);
    }
  }
  return ricomponi(piano, nuovi, tolte);
}

/** Le scelte della persona; una voce non sale mai sopra quella approvata. */
export function manuale(piano: Piano, { azioniTolte, contributi }: SceltaManuale): Piano {
  const nuovi = new Map(
    piano.voci.map(({ id, contributoCents }) => [id, minimo(BigInt(contributoCents), BigInt(contributi[id] ?? contributoCents))]),
  );
  return ricomponi(piano, nuovi, new Set(azioniTolte));
}

const minimo = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const massimo = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** Il piano con i nuovi contributi: senza le azioni tolte, senza le voci rimaste a zero, con i destinatari in proporzione al costo che resta. */
function ricomponi(piano: Piano, nuovi: ReadonlyMap<string, bigint>, tolte: ReadonlySet<string>): Piano {
  const voci = piano.voci
    .filter(({ azioneId }) => !tolte.has(azioneId))
    .map((voce) => ({ ...voce, contributoCents: String(nuovi.get(voce.id) ?? 0n) }))
    .filter((voce) => costoDi(fontiDi(voce)) > 0n);
  const [prima, dopo] = [totali(piano.voci).perAzione, totali(voci).perAzione];
  const azioni = piano.azioni
    .filter(({ id }) => !tolte.has(id) && (dopo.has(id) || !prima.has(id)))
    .map((azione) => ridimensiona(azione, costoDi(dopo.get(azione.id) ?? ZERO), costoDi(prima.get(azione.id) ?? ZERO)));
  const rimaste = new Set(azioni.map(({ id }) => id));
  return { azioni, voci: voci.filter(({ azioneId }) => rimaste.has(azioneId)) };
}

function ridimensiona(azione: AzionePiano, dopo: bigint, prima: bigint): AzionePiano {
  if (prima === 0n || dopo === prima) return azione;
  // per difetto: si promette solo ciò che il costo rimasto sostiene
  const destinatari = azione.destinatari.map((d) => ({ ...d, quantita: Number((BigInt(d.quantita) * dopo) / prima) }));
  return { ...azione, destinatari };
}
