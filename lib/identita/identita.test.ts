import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { variante } from '@/lib/codiceFiscale/codiceFiscale';
import { codiceFiscaleDi } from '@/lib/codiceFiscale/genera';
import { isDomainError } from '@/lib/errors/domainError';
import { analizzaMazzo, chiaviPresenti, conChiaveNuova, mazzo, mazzoNuovo, scriviMazzo } from './chiavi';
import { cifra, decifra, type Identita, impronta, segniCercati, segniDi, segnoCercato } from './identita';

const ADESSO = '2020-07-09T08:30:00.000Z';
const MAZZO = mazzoNuovo(ADESSO);
const CF = codiceFiscaleDi({ cognome: 'Zàbaglio', nome: 'Ermengarda', sesso: 'F', nascita: '1984-02-29', catastale: 'L219' });
const CHI: Identita = {
  cognome: 'Zàbaglio',
  nome: 'Ermengarda',
  codiceFiscale: CF,
  telefono: '011 5550199',
  email: 'ermengarda@prova.example',
  indirizzo: 'via dei Test 1',
};

beforeEach(() => {
  vi.stubEnv('CANTIERE_FILE_CHIAVI', '');
  vi.stubEnv('CANTIERE_CHIAVI', scriviMazzo(MAZZO));
});
afterEach(() => vi.unstubAllEnvs());

const errore = (lavora: () => unknown): unknown => {
  try {
    lavora();
  } catch (e) {
    return e;
  }
  throw new Error('non ha rifiutato');
};
/** Tutto ciò che un errore potrebbe portare in un registro. */
const detto = (e: unknown) =>
  e instanceof Error ? `${e.name} ${e.message} ${e.stack} ${String(e.cause)} ${JSON.stringify(e)}` : String(e);
const eCodice = (e: unknown, codice: string) => isDomainError(e) && e.code === codice;

describe('cifrare e decifrare', () => {
  test('si rilegge ciò che si è scritto, qualunque cosa sia', () => {
    const testo = fc.string({ unit: 'grapheme', maxLength: 80 });
    const forse = fc.option(testo);
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.record({ cognome: testo, nome: testo, codiceFiscale: forse, telefono: forse, email: forse, indirizzo: forse }),
        (id, chi) => {
          const { cifrata, chiaveId } = cifra(id, chi);
          expect(decifra(id, cifrata, chiaveId)).toEqual(chi);
        },
      ),
    );
  });

  test('la stessa identità non dà mai due volte gli stessi byte, e la lunghezza non dice quella del nome', () => {
    const id = randomUUID();
    const cento = Array.from({ length: 100 }, () => cifra(id, CHI).cifrata);
    expect(new Set(cento.map((c) => c.toString('hex'))).size).toBe(100);
    expect(new Set(cento.map((c) => c.subarray(0, 12).toString('hex'))).size).toBe(100);
    expect(cifra(id, { ...CHI, cognome: 'Z' }).cifrata.length).toBe(cifra(id, CHI).cifrata.length);
  });

  test('un solo bit cambiato, ovunque, e non si apre; l’errore non dice nulla del contenuto', () => {
    const id = randomUUID();
    const { cifrata, chiaveId } = cifra(id, CHI);
    for (let posto = 0; posto < cifrata.length; posto++) {
      const rovinata = Buffer.from(cifrata);
      rovinata[posto] = (rovinata[posto] ?? 0) ^ (1 << (posto % 8));
      const e = errore(() => decifra(id, rovinata, chiaveId));
      expect(eCodice(e, 'identita.illeggibile')).toBe(true);
      if (posto % 40 === 0) expect(detto(e)).not.toMatch(/Zàbaglio|Ermengarda|5550199|prova\.example|via dei/);
    }
  });

  test('la riga di un altro, la chiave di un altro nome, una chiave che manca, un pezzo soltanto: non si aprono', () => {
    const id = randomUUID();
    const due = conChiaveNuova(MAZZO, ADESSO);
    const { cifrata, chiaveId } = cifra(id, CHI, due);
    const stessaChiaveAltroNome = { ...due, chiavi: { ...due.chiavi, altra: due.chiavi[chiaveId] ?? Buffer.alloc(32) } };
    for (const prova of [
      () => decifra(randomUUID(), cifrata, chiaveId, due),
      () => decifra(id, cifrata, MAZZO.corrente, due),
      () => decifra(id, cifrata, 'altra', stessaChiaveAltroNome),
      () => decifra(id, cifrata, chiaveId, MAZZO),
      () => decifra(id, cifrata, '__proto__', due),
      () => decifra(id, cifrata.subarray(0, 40), chiaveId, due),
      () => decifra(id, cifrata.subarray(0, 5), chiaveId, due),
      () => decifra(id, Buffer.alloc(0), chiaveId, due),
    ])
      expect(eCodice(errore(prova), 'identita.illeggibile')).toBe(true);
    expect(decifra(id.toUpperCase(), cifrata, chiaveId, due)).toEqual(CHI);
  });

  test('un’identità troppo lunga per la colonna si rifiuta invece di rompersi nel database', () => {
    expect(
      eCodice(
        errore(() => cifra(randomUUID(), { ...CHI, indirizzo: 'x'.repeat(9000) })),
        'identita.troppoLunga',
      ),
    ).toBe(true);
    expect(cifra(randomUUID(), { ...CHI, indirizzo: 'x'.repeat(7800) }).cifrata.length).toBeLessThanOrEqual(8192);
  });
});

describe('impronte', () => {
  const [programma, altro] = [randomUUID(), randomUUID()];
  test('la stessa persona ha la stessa impronta in un programma, e una diversa in un altro', () => {
    expect(impronta(programma, ` ${CF.toLowerCase()} `)).toEqual(impronta(programma, CF));
    expect(impronta(altro, CF).impronta).not.toEqual(impronta(programma, CF).impronta);
    expect(impronta(programma, CF).impronta).toHaveLength(32);
  });

  test('due varianti di omocodia sono due impronte con la stessa base', () => {
    const [uno, due] = [impronta(programma, CF), impronta(programma, variante(CF, [0, 6]))];
    expect(due.impronta).not.toEqual(uno.impronta);
    expect(due.improntaBase).toEqual(uno.improntaBase);
    expect(uno.improntaBase).not.toEqual(uno.impronta);
  });

  test('anche un codice STP ha la sua; con un’altra chiave nessuna torna', () => {
    const prima = [impronta(programma, 'STP0102000012345'), impronta(programma, CF)];
    vi.stubEnv('CANTIERE_CHIAVI', scriviMazzo(mazzoNuovo(ADESSO)));
    const dopo = [impronta(programma, 'STP0102000012345'), impronta(programma, CF)];
    expect(new Set([...prima, ...dopo].map((i) => i.impronta.toString('hex'))).size).toBe(4);
  });

  test('la rotazione delle chiavi che cifrano non cambia né impronte né segni', () => {
    const prima = [impronta(programma, CF), segniDi(programma, CHI)];
    vi.stubEnv('CANTIERE_CHIAVI', scriviMazzo(conChiaveNuova(MAZZO, ADESSO)));
    expect([impronta(programma, CF), segniDi(programma, CHI)]).toEqual(prima);
  });
});

describe('indice cieco', () => {
  const ente = randomUUID();
  const trova = (chi: Partial<Identita>, testo: string) => {
    const suoi = segniDi(ente, { ...CHI, ...chi }).map((s) => s.toString('hex'));
    const cercati = segniCercati(ente, testo).map((s) => s.toString('hex'));
    return cercati.length > 0 && cercati.every((s) => suoi.includes(s));
  };
  test.each([
    ['zabaglio', {}],
    ['ZÀBAGLIO', {}],
    ['Zàb', {}],
    ['zabagli', {}],
    ['ermengarda', {}],
    ['zabaglio ermengarda', {}],
    ['Ermengarda  Zàb', {}],
    [CF, {}],
    [`${CF.slice(0, 6)} ${CF.slice(6)}`.toLowerCase(), {}],
    ["d'angelo", { cognome: 'D’Angelo' }],
    ['dangelo', { cognome: "D'Angelo" }],
    ['angelo', { cognome: "D'Angelo" }],
    ['de luca', { cognome: 'De Luca' }],
    ['luca', { cognome: 'De Luca' }],
    ['delu', { cognome: 'De Luca' }],
    ['hu', { cognome: 'Hu' }],
    ['dukic', { cognome: 'Đukić' }],
    ['montecristallini', { cognome: 'Montecristallini' }],
    ['montecri', { cognome: 'Montecristallini' }],
    ['maria rosa', { nome: 'Maria Rosa' }],
    ['rosa', { nome: 'Maria Rosa' }],
    ['stp0102000012345', { codiceFiscale: 'STP0102000012345' }],
  ])('«%s» trova', (testo, chi) => {
    expect(trova(chi, testo)).toBe(true);
  });

  test.each(['za', 'baglio', 'ermen', 'rossi', 'zabaglio rossi', CF.slice(0, 15), '', ' ', 'a', "'"])('«%s» non trova', (testo) => {
    expect(trova({}, testo)).toBe(false);
  });

  test('un segno sono 16 byte, e in un altro ente sono altri: un indice non si confronta con quello accanto', () => {
    const miei = segniDi(ente, CHI).map((s) => s.toString('hex'));
    const altrui = segniDi(randomUUID(), CHI).map((s) => s.toString('hex'));
    expect(miei.every((s) => s.length === 32)).toBe(true);
    expect(miei.filter((s) => altrui.includes(s))).toEqual([]);
    expect(new Set(miei).size).toBe(miei.length);
    expect(miei.length).toBeLessThanOrEqual(10);
  });

  test('un testo intero ha un segno solo, ed è tra i suoi', () => {
    expect(segniDi(ente, { ...CHI, cognome: 'De Luca' })).toContainEqual(segnoCercato(ente, 'De Luca'));
    expect(segnoCercato(ente, ' x ')).toBeNull();
  });
});

describe('il mazzo delle chiavi', () => {
  test('si rilegge come è stato scritto', () => {
    const due = conChiaveNuova(MAZZO, ADESSO);
    expect(analizzaMazzo(scriviMazzo(due))).toEqual(due);
    expect(Object.keys(due.chiavi)).toHaveLength(2);
  });

  test('se non va bene si dice quale campo, mai il valore', () => {
    const segreto = MAZZO.chiavi[MAZZO.corrente]?.toString('base64') ?? '';
    for (const [testo, campo] of [
      [`{"${segreto}`, /JSON/],
      [`{"corrente":"x","chiavi":{"k":"${segreto.slice(4)}"},"pseudonimi":{"id":"p","chiave":"${segreto}"}}`, /chiavi/],
      [`{"corrente":"x","chiavi":{"k":"${segreto}"},"pseudonimi":{"id":"p","chiave":"${segreto}"}}`, /tutto/],
      [`{"corrente":"k","chiavi":{"k":"${segreto}"}}`, /pseudonimi/],
    ] as const) {
      const e = errore(() => analizzaMazzo(testo));
      expect(detto(e)).toMatch(campo);
      expect(detto(e)).not.toContain(segreto.slice(4, 20));
    }
  });

  test('senza chiavi nulla si cifra: non si scrive mai in chiaro', () => {
    vi.stubEnv('CANTIERE_CHIAVI', '');
    expect(chiaviPresenti()).toBe(false);
    for (const prova of [
      () => cifra(randomUUID(), CHI),
      () => impronta('p', CF),
      () => segniDi('e', CHI),
      () => segnoCercato('e', 'rossi'),
    ])
      expect(eCodice(errore(prova), 'identita.chiaviAssenti')).toBe(true);
  });

  test('il file si rilegge appena cambia: una rotazione non vuole riavvii', () => {
    const cartella = mkdtempSync(path.join(tmpdir(), 'cantiere-mazzo-'));
    try {
      const file = path.join(cartella, 'chiavi.json');
      vi.stubEnv('CANTIERE_FILE_CHIAVI', file);
      expect(detto(errore(() => mazzo()))).toMatch(/Non riesco a leggere il file delle chiavi.*ENOENT/);
      writeFileSync(file, scriviMazzo(MAZZO));
      expect(mazzo().corrente).toBe(MAZZO.corrente);
      const due = conChiaveNuova(MAZZO, ADESSO);
      writeFileSync(file, scriviMazzo(due));
      expect(mazzo().corrente).toBe(due.corrente);
      expect(mazzo()).toBe(mazzo());
    } finally {
      rmSync(cartella, { recursive: true });
    }
  });
});
