import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Campo } from '@/lib/bandi/configurazione';
import type { RispostaSalvataggio } from '@/lib/domande/salvataggio';
import { leggiBozza } from './bozzaLocale';
import { creaSalvataggio, type StatoSezione } from './salvataggioSezione';

const CAMPI = [
  Campo.parse({ chiave: 'a', etichetta: 'A', tipo: 'testo_lungo' }),
  Campo.parse({ chiave: 'n', etichetta: 'N', tipo: 'numero' }),
];
type Finta = RispostaSalvataggio | 'cade' | 'persa';

/** Una pagina con un modulo e un server che risponde come detto, una volta ciascuna; poi salva sempre. */
function unaPagina(risposte: Finta[]) {
  const pagina = { scritto: { a: '', n: '' }, stato: { stato: 'fermo', testo: '', errori: {}, conflitto: null } as StatoSezione };
  const inviati: { rev: number; valori: { a: string } }[] = [];
  let rev = 1;
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    inviati.push(JSON.parse(body));
    const risposta = risposte.shift() ?? { esito: 'salvato', rev: ++rev, alle: '10:42' };
    if (risposta === 'cade' || risposta === 'persa') throw new TypeError('rete');
    return { json: async () => risposta };
  });
  const salvataggio = creaSalvataggio({
    ...{ url: '/salva', fase: 'IDEA', campi: CAMPI, chiave: 'bozza', rev: 1, leggi: () => pagina.scritto },
    mostra: (cambia) => {
      pagina.stato = cambia(pagina.stato);
    },
  });
  const scrivi = async (a: string, ms = 1000) => {
    pagina.scritto = { ...pagina.scritto, a };
    salvataggio.scritto();
    await vi.advanceTimersByTimeAsync(ms);
  };
  return { pagina, inviati, salvataggio, scrivi };
}

beforeEach(() => {
  vi.useFakeTimers();
  const deposito = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (k: string) => deposito.get(k) ?? null,
    setItem: (k: string, v: string) => deposito.set(k, v),
    removeItem: (k: string) => deposito.delete(k),
  });
  vi.stubGlobal('navigator', { onLine: false });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('si salva entro due secondi dall’ultimo tasto, una volta sola, sulla revisione giusta', async () => {
  const { pagina, inviati, scrivi } = unaPagina([]);
  await scrivi('C', 100);
  await scrivi('Ci', 100);
  await scrivi('Ciao', 1900);
  await scrivi('Ciao!');
  expect(inviati.map(({ rev, valori }) => [rev, valori.a])).toEqual([
    [1, 'Ciao'],
    [2, 'Ciao!'],
  ]);
  expect(pagina.stato).toMatchObject({ stato: 'salvato', testo: 'Salvato alle 10:42' });
  expect(leggiBozza('bozza')).toBeNull();
});

test('senza rete riprova da solo e intanto il testo è nel browser', async () => {
  const { pagina, inviati, scrivi, salvataggio } = unaPagina(['cade', 'cade']);
  await scrivi('Testo');
  expect(pagina.stato.testo).toMatch(/sei senza rete/);
  expect([salvataggio.aRischio(), leggiBozza('bozza')?.valori.a]).toEqual([true, 'Testo']);
  await vi.advanceTimersByTimeAsync(2000 + 4000);
  expect(pagina.stato.stato).toBe('salvato');
  expect([inviati.length, salvataggio.aRischio(), leggiBozza('bozza')]).toEqual([3, false, null]);
});

test('la sessione scade: si dice come rientrare, e poi si salva', async () => {
  const { pagina, scrivi } = unaPagina([{ esito: 'sessione' }]);
  await scrivi('Testo');
  expect(pagina.stato.testo).toMatch(/accedi in un’altra scheda/);
  await vi.advanceTimersByTimeAsync(2000);
  expect(pagina.stato.stato).toBe('salvato');
});

test('la risposta si è persa e intanto si è scritto altro: il proprio testo non è un conflitto', async () => {
  const mio: Finta = { esito: 'conflitto', messaggio: 'Un’altra persona', rev: 2, valori: { a: 'Prima', n: null } };
  const { pagina, inviati, scrivi } = unaPagina(['persa', mio]);
  await scrivi('Prima');
  await scrivi('Prima e dopo', 3000);
  expect(inviati.map(({ rev, valori }) => [rev, valori.a])).toEqual([
    [1, 'Prima'],
    [1, 'Prima e dopo'],
    [2, 'Prima e dopo'],
  ]);
  expect(pagina.stato).toMatchObject({ stato: 'salvato', conflitto: null });
});

test('un conflitto ferma i salvataggi finché non si sceglie, e ciò che si scrive intanto resta nel browser', async () => {
  const altrui: Finta = { esito: 'conflitto', messaggio: 'Un’altra persona', rev: 5, valori: { a: 'Il loro' } };
  const { pagina, inviati, scrivi, salvataggio } = unaPagina([altrui]);
  await scrivi('Il mio');
  expect(pagina.stato.conflitto).toMatchObject({ rev: 5, loro: { a: 'Il loro' }, miei: { a: 'Il mio' } });
  await scrivi('Il mio, ancora');
  expect([inviati.length, leggiBozza('bozza')?.valori.a]).toEqual([1, 'Il mio, ancora']);
  salvataggio.riparti(5);
  await scrivi('Il nostro');
  expect(inviati.at(-1)).toMatchObject({ rev: 5, valori: { a: 'Il nostro' } });
});

test('un valore che non si legge non parte, e si dice; corretto, parte', async () => {
  const { pagina, inviati, scrivi } = unaPagina([]);
  pagina.scritto.n = 'tanti';
  await scrivi('Testo');
  expect([inviati.length, pagina.stato.testo]).toEqual([0, 'Non salvato: 1 valore da correggere']);
  expect(leggiBozza('bozza')?.valori).toEqual({ a: 'Testo', n: 'tanti' });
  pagina.scritto.n = '3';
  await scrivi('Testo');
  expect(inviati).toMatchObject([{ valori: { a: 'Testo', n: 3 } }]);
});

test('cinque megabyte non partono e non si perdono; accorciati, si salvano', async () => {
  const { pagina, inviati, scrivi } = unaPagina([]);
  await scrivi('x'.repeat(5_000_000));
  expect([inviati.length, pagina.scritto.a.length]).toEqual([0, 5_000_000]);
  expect(pagina.stato.testo).toMatch(/più di 4 milioni/);
  await scrivi('corto');
  expect(inviati).toHaveLength(1);
});

test('rifiutata per sempre ci si ferma; se il portale è occupato si riprova subito', async () => {
  const chiusa = unaPagina([{ esito: 'rifiutato', messaggio: 'Questa sezione è chiusa.', quando: 'mai' }]);
  await chiusa.scrivi('Testo', 60_000);
  await chiusa.scrivi('Altro', 60_000);
  expect([chiusa.inviati.length, chiusa.pagina.stato.testo]).toEqual([1, 'Non salvato. Questa sezione è chiusa.']);
  expect(leggiBozza('bozza')?.valori.a).toBe('Altro');
  const occupato = unaPagina([{ esito: 'rifiutato', messaggio: 'Riprova.', quando: 'subito' }]);
  await occupato.scrivi('Testo', 4000);
  expect([occupato.inviati.length, occupato.pagina.stato.stato]).toEqual([2, 'salvato']);
});

test('due salvataggi non partono mai insieme', async () => {
  let aperti = 0;
  let insieme = 0;
  const { pagina, scrivi } = unaPagina([]);
  vi.stubGlobal('fetch', async () => {
    insieme = Math.max(insieme, ++aperti);
    await new Promise((fatto) => setTimeout(fatto, 5000));
    aperti--;
    return { json: async () => ({ esito: 'salvato', rev: 2, alle: '10:42' }) };
  });
  await scrivi('a');
  await scrivi('b');
  await scrivi('c', 20_000);
  expect([insieme, pagina.stato.stato]).toEqual([1, 'salvato']);
});
