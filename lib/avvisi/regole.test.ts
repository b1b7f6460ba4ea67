import { expect, test } from 'vitest';
import { CONFIGURAZIONE } from '@/tests/support/configurazioneDiProva';
import { difettoAllegati, MASSIMO_ALLEGATI, nomePulito } from './allegati';
import { ModuloCandidatura } from './candidatura';
import { letteraConferma, letteraEsito } from './lettere';
import { aperturaEffettiva, mancanzeAvviso, momentoDi } from './regole';
import { ModuloAvviso } from './schema';
import { ESITI_POSSIBILI, esigiEsito, impedimenti, leggiPunti } from './stati';
import { tracciaAvviso } from './traccia';

const CRITERI = [{ chiave: 'c1', testo: 'Valore', massimo: 60 }];
const intero = { testo: 'Cerchiamo', azioni: [{ chiave: 'a1', titolo: 'Sportello' }], criteri: CRITERI, apre: null };
const adesso = new Date('2020-03-20T22:30:00Z'); // a Roma sono già le 23:30 del 20

test('i giorni minimi sono giorni di calendario a Roma, anche a cavallo dell’ora legale', () => {
  const con = (chiude: string, giorni: number) => mancanzeAvviso({ ...intero, chiude: new Date(chiude) }, adesso, giorni, null);
  expect(con('2020-04-09T10:00:00.999Z', 20)).toEqual([]);
  expect(con('2020-04-08T21:59:59Z', 20)).toHaveLength(1); // le 23:59 dell’8 a Roma: diciannove
  expect(con('2020-04-08T22:00:00Z', 20)).toEqual([]); // mezzanotte del 9
});

test('un’apertura già passata vale da adesso', () => {
  expect(aperturaEffettiva(new Date('2020-03-01T00:00:00Z'), adesso)).toEqual(adesso);
  expect(aperturaEffettiva(new Date('2020-04-01T00:00:00Z'), adesso)).toEqual(new Date('2020-04-01T00:00:00Z'));
});

test('gli estremi sono compresi: al millesimo', () => {
  const avviso = { apre: new Date(1000), chiude: new Date(5000) };
  expect([999, 1000, 5000, 5001].map((ms) => momentoDi(avviso, new Date(ms)))).toEqual(['futuro', 'aperto', 'aperto', 'scaduto']);
});

test('nessun esito torna indietro, e da una bozza non se ne dà', () => {
  expect(ESITI_POSSIBILI.BOZZA).toEqual([]);
  for (const stato of ['ESCLUSA', 'SELEZIONATA', 'NON_SELEZIONATA'] as const)
    for (const esito of ['AMMESSA', 'ESCLUSA', 'SELEZIONATA', 'RISERVA', 'NON_SELEZIONATA'] as const)
      expect(() => esigiEsito({ stato, punteggi: { c1: 1 } }, CRITERI, esito, 'un motivo lungo')).toThrow(/non è possibile/);
});

test('chi era in riserva subentra anche senza nuovi punti', () => {
  expect(() => esigiEsito({ stato: 'RISERVA', punteggi: {} }, CRITERI, 'SELEZIONATA', '')).not.toThrow();
});

test('un criterio vuoto non ha punti, zero sì', () => {
  expect(leggiPunti(CRITERI, { c1: '' })).toEqual({});
  expect(leggiPunti(CRITERI, { c1: '0' })).toEqual({ c1: 0 });
});

test('gli impedimenti si dicono in italiano, al singolare e al plurale', () => {
  const inviata = { stato: 'INVIATA', accolta: false } as const;
  expect(impedimenti([])).toEqual([]);
  expect(impedimenti([inviata])).toEqual(['C’è una candidatura da decidere.']);
  expect(impedimenti([inviata, inviata])).toEqual(['Ci sono 2 candidature da decidere.']);
});

const PDF = new TextEncoder().encode('%PDF-1.4');
test('un allegato è un PDF da come comincia, non da come si chiama', () => {
  expect(difettoAllegati([{ nome: 'a.pdf', contenuto: PDF }])).toBeNull();
  expect(difettoAllegati([{ nome: 'virus.pdf', contenuto: new TextEncoder().encode('MZ') }])).toBe(
    '«virus» non è un PDF: convertilo e riprova.',
  );
  expect(difettoAllegati([{ nome: 'a.pdf', contenuto: new Uint8Array(MASSIMO_ALLEGATI + 1) }])).toMatch(/3 MB/);
  expect(difettoAllegati(Array.from({ length: 11 }, () => ({ nome: 'a.pdf', contenuto: PDF })))).toMatch(/10 allegati/);
});

test.each([
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\temp\\Statuto.PDF', 'Statuto.pdf'],
  ['fattura\u202Efdp.exe', 'fatturafdp.exe.pdf'],
  ['.pdf', 'allegato.pdf'],
  ['a"b\r\n<c>.pdf', 'abc.pdf'],
  [`${'à'.repeat(300)}.pdf`, `${'à'.repeat(150)}.pdf`],
])('il nome %j diventa %j', (nome, pulito) => {
  expect(nomePulito(nome)).toBe(pulito);
});

const modulo = {
  ...{ avvisoId: '0b9f5b0e-5f6b-4d53-9a0e-3c6c3f1f3a11', denominazione: 'Il Ponte', tipo: 'ETS', codiceFiscale: 'IT 00743110157' },
  ...{ runts: '', sede: 'Via Roma 1', email: ' Info@Ponte.Example ', azioni: ['a1'], privacy: 'si' },
  ...{ valoreAggiunto: 'v', risorseProprie: 'r', esperienza: 'e' },
};
test('un modulo intero si legge; email minuscola e codice senza spazi', () => {
  expect(ModuloCandidatura.parse({ ...modulo, runts: ' 12345 ' }).runts).toBe('12345');
  expect(ModuloCandidatura.parse(modulo)).toMatchObject({ email: 'info@ponte.example', codiceFiscale: '00743110157' });
});
test.each([
  ['codiceFiscale', '00743110158', /cifra di controllo/],
  ['email', 'a@b.it, c@d.it', /email completa/],
  ['email', 'a@b.it\nBcc: c@d.it', /email completa/],
  ['tipo', 'REGIONE', /tipo/],
  ['runts', 'in corso di iscrizione', /numero di repertorio RUNTS/],
  ['runts', '=1+1', /numero di repertorio RUNTS/],
  ['runts', '1'.repeat(31), /numero di repertorio RUNTS/],
  ['azioni', [], /almeno un’azione/],
  ['azioni', ['<script>'], /./],
  ['privacy', undefined, /informativa/],
  ['esperienza', 'x'.repeat(4001), /4000/],
])('%s = %j si rifiuta con la sua frase', (campo, valore, frase) => {
  const { error } = ModuloCandidatura.safeParse({ ...modulo, [campo]: valore });
  expect(error?.issues[0]?.path[0]).toBe(campo);
  expect(error?.issues[0]?.message).toMatch(frase);
});

const bozza = { progettoId: modulo.avvisoId, rev: '0', titolo: 'T', testo: '', azioni: ' Uno \n\n Due', apre: '', chiude: '' };
test('le azioni sono righe, i criteri coppie; le vuote non contano', () => {
  expect(ModuloAvviso.parse({ ...bozza, criterio1: '', punti1: '', criterio2: 'Valore', punti2: '60' })).toMatchObject({
    azioni: [
      { chiave: 'a1', titolo: 'Uno' },
      { chiave: 'a2', titolo: 'Due' },
    ],
    criteri: [{ chiave: 'c2', testo: 'Valore', massimo: 60 }],
    apre: null,
  });
});
test.each([
  [{ criterio1: 'Valore', punti1: '' }, 'punti1'],
  [{ criterio1: '', punti1: '10' }, 'criterio1'],
  [{ criterio1: 'Valore', punti1: '101' }, 'punti1'],
  [{ apre: '2020-05-02T12:00', chiude: '2020-05-01T12:00' }, 'chiude'],
  [{ chiude: 'domani' }, 'chiude'],
  [{ azioni: 'x\n'.repeat(31) }, 'azioni'],
])('%j si rifiuta su %s', (cambio, campo) => {
  expect(ModuloAvviso.safeParse({ ...bozza, ...cambio }).error?.issues[0]?.path[0]).toBe(campo);
});

test('la traccia viene dai testi lunghi dell’idea; un testo enorme si taglia a paragrafi interi', () => {
  const contenuto = (descrizione: string) => ({
    ...{ titolo: 'Valle', fase: 'IDEA' as const, bando: { titolo: 'B', versione: 1 }, partner: [], ambiti: [], documenti: [] },
    sezioni: { contesto: { descrizione }, bisogni: { analisi: 'non lungo' } },
  });
  const { titolo, testo } = tracciaAvviso(contenuto('Pochi servizi.'), CONFIGURAZIONE);
  expect(titolo).toBe('Ricerca di partner: Valle');
  expect(testo).toMatch(/^Contesto\nPochi servizi\.\n\nCome si sceglie/);
  const lunga = tracciaAvviso(contenuto(Array(50).fill('parola '.repeat(40).trim()).join('\n\n')), CONFIGURAZIONE).testo;
  expect(lunga.length).toBeLessThan(8000);
  expect(lunga).toMatch(/parola\n\nCome si sceglie/);
});

test('gli oggetti dei messaggi stanno in una riga e nei limiti, qualunque titolo abbia l’avviso', () => {
  const titolo = `Avviso\r\nBcc: x@y.example ${'lungo '.repeat(60)}`;
  for (const { oggetto, testo } of [
    letteraConferma({ titolo, ente: 'Ente', chiude: adesso }, 'http://localhost/x'),
    letteraEsito({ titolo, ente: 'Ente' }, 'ESCLUSA', 'x'.repeat(2000)),
  ]) {
    expect(oggetto).not.toMatch(/[\r\n]/);
    expect(oggetto.length).toBeLessThanOrEqual(200);
    expect(testo.length).toBeLessThanOrEqual(10_000);
  }
});
