import type { AzionePiano } from '@/lib/domande/valori';
import { contributoPerCategoria, costoDi, totali, ZERO } from './bilancio';
import type { Piano } from './contesto';
import type { Concesso } from './tagli';

/** Che cosa si perde passando da un piano a un altro: destinatari, azioni, risultati attesi, soldi. */
export type Perdite = {
  destinatari: { gruppo: string; unita: string; prima: number; dopo: number }[];
  azioniTolte: { id: string; codice: string; titolo: string }[];
  azioniRidotte: { id: string; codice: string; titolo: string; primaCents: bigint; dopoCents: bigint }[];
  /** Gli indicatori delle azioni tolte; quelli delle azioni ridotte sono testo, e li rivede la persona. */
  indicatoriPersi: { nome: string; atteso: string; azione: string }[];
  contributo: { prima: bigint; dopo: bigint };
  /** Cofinanziamento e apporti in natura, che cadono con le azioni tolte. */
  risorseProprie: { prima: bigint; dopo: bigint };
};

export function perdite(prima: Piano, dopo: Piano): Perdite {
  const rimaste = new Set(dopo.azioni.map(({ id }) => id));
  const [t0, t1] = [totali(prima.voci), totali(dopo.voci)];
  const tolte = prima.azioni.filter(({ id }) => !rimaste.has(id));
  const costo = (mappa: typeof t0.perAzione, id: string) => costoDi(mappa.get(id) ?? ZERO);
  return {
    destinatari: confrontaDestinatari(prima.azioni, dopo.azioni),
    azioniTolte: tolte.map(({ id, codice, titolo }) => ({ id, codice, titolo })),
    azioniRidotte: prima.azioni
      .filter(({ id }) => rimaste.has(id) && costo(t1.perAzione, id) < costo(t0.perAzione, id))
      .map(({ id, codice, titolo }) => ({ id, codice, titolo, primaCents: costo(t0.perAzione, id), dopoCents: costo(t1.perAzione, id) })),
    indicatoriPersi: tolte.flatMap(({ codice, indicatori }) => indicatori.map(({ nome, atteso }) => ({ nome, atteso, azione: codice }))),
    contributo: { prima: t0.totale.contributo, dopo: t1.totale.contributo },
    risorseProprie: {
      prima: t0.totale.cofinanziamento + t0.totale.natura,
      dopo: t1.totale.cofinanziamento + t1.totale.natura,
    },
  };
}

/** Per gruppo e unita di misura (unita diverse non si sommano), nell'ordine in cui compaiono. */
function confrontaDestinatari(prima: readonly AzionePiano[], dopo: readonly AzionePiano[]): Perdite['destinatari'] {
  const righe = new Map<string, Perdite['destinatari'][number]>();
  const conta = (azioni: readonly AzionePiano[], quando: 'prima' | 'dopo') => {
    for (const { gruppo, unita, quantita } of azioni.flatMap(({ destinatari }) => destinatari)) {
      const chiave = JSON.stringify([gruppo, unita]);
      const riga = righe.get(chiave) ?? { gruppo, unita, prima: 0, dopo: 0 };
      righe.set(chiave, { ...riga, [quando]: riga[quando] + quantita });
    }
  };
  conta(prima, 'prima');
  conta(dopo, 'dopo');
  return [...righe.values()];
}

export type Scostamento = { categoria: string; chiesto: bigint; concesso: bigint; scritto: bigint; oltre: bigint };

/** Chiesto, concesso e scritto adesso per ogni categoria di costo; `oltre` è quanto lo scritto supera il concesso. */
export function scostamenti(chiesto: Piano, scritto: Piano, concesso: Concesso): Scostamento[] {
  const [prima, ora] = [contributoPerCategoria(chiesto.voci), contributoPerCategoria(scritto.voci)];
  return [...new Set([...prima.keys(), ...concesso.keys(), ...ora.keys()])].map((categoria) => {
    const [c, s] = [concesso.get(categoria) ?? 0n, ora.get(categoria) ?? 0n];
    return { categoria, chiesto: prima.get(categoria) ?? 0n, concesso: c, scritto: s, oltre: s > c ? s - c : 0n };
  });
}
