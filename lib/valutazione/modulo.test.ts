import { expect, test } from 'vitest';
import { notaCriterio, puntiMassimi, totaleDalVivo } from './dalVivo';
import { type Posizione, passoDi } from './rules';
import { ModuloConsolidamento, ModuloScheda } from './schema';

const ID = '0190a5f0-0000-7000-8000-000000000001';
const base = { progettoId: ID, fase: 'IDEA', rev: '3', atto: 'salva' };
const erroriDi = (esito: ReturnType<typeof ModuloScheda.safeParse> | ReturnType<typeof ModuloConsolidamento.safeParse>) =>
  Object.fromEntries((esito.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));

test('la scheda si legge dal modulo, anche a metà; i campi sconosciuti non contano', () => {
  const letta = ModuloScheda.parse({
    ...base,
    'punti.a': ' 8 ',
    'motivazione.a': ' Bene ',
    'punti.b': '',
    'motivazione.b': '',
    altro: 'x',
    'punti.__proto__': '9',
  });
  expect(letta).toEqual({
    progettoId: ID,
    fase: 'IDEA',
    rev: 3,
    atto: 'salva',
    punteggi: { a: { punti: 8, motivazione: 'Bene' }, b: { punti: null, motivazione: '' } },
  });
});

test('ogni errore porta il suo campo', () => {
  const errori = erroriDi(
    ModuloScheda.safeParse({
      ...base,
      'punti.a': '7,5',
      'punti.b': '-1',
      'punti.c': 'sette',
      'motivazione.c': 'x'.repeat(4001),
      'punti.d': '1e9',
    }),
  );
  expect(errori).toMatchObject({
    'punti.a': 'Scrivi un numero intero.',
    'punti.b': 'Il punteggio non può essere negativo.',
    'punti.c': 'Scrivi un numero intero.',
    'punti.d': 'Scrivi un numero intero.',
    'motivazione.c': 'Il testo supera 4000 caratteri: accorcialo.',
  });
});

test.for([
  { ...base, rev: '-1' },
  { ...base, rev: 'x' },
  { ...base, progettoId: '1' },
  { ...base, atto: 'cancella' },
  { ...base, fase: 'ALTRA' },
])('una pagina storta si rifiuta: %j', (campi) => {
  expect(ModuloScheda.safeParse(campi).success).toBe(false);
});

test('consolidando un campo vuoto vale il proposto, due decimali sì, il giudizio è dovuto', () => {
  const campi = {
    progettoId: ID,
    fase: 'PROGETTO',
    'punti.a': '7,67',
    'motivazione.a': 'Perché',
    'punti.b': '',
    giudizio: 'Buona proposta nel complesso',
  };
  expect(ModuloConsolidamento.parse(campi).criteri).toEqual({
    a: { centesimi: 767, motivazione: 'Perché' },
    b: { centesimi: null, motivazione: '' },
  });
  expect(erroriDi(ModuloConsolidamento.safeParse({ ...campi, giudizio: 'Breve' }))).toEqual({
    giudizio: 'Scrivi il giudizio della commissione (almeno 10 caratteri).',
  });
  expect(erroriDi(ModuloConsolidamento.safeParse({ ...campi, 'punti.a': '7,678' }))).toHaveProperty(['punti.a']);
});

test('il totale dal vivo è quello del server; ciò che è storto vale zero, o il proposto', () => {
  const criteri = [
    { chiave: 'a', titolo: 'A', aiuto: '', massimo: 10, soglia: 6, pesoCentesimi: 150, proposto: 700 },
    { chiave: 'b', titolo: 'B', aiuto: '', massimo: 20, soglia: 0, pesoCentesimi: 100, proposto: 1233 },
  ];
  expect(totaleDalVivo('scheda', criteri, { 'punti.a': '8', 'punti.b': '21' })).toBe(1200);
  expect(totaleDalVivo('scheda', criteri, { 'punti.a': '7,5' })).toBe(0);
  expect(totaleDalVivo('consolida', criteri, { 'punti.a': '', 'punti.b': '10,5' })).toBe(1050 + 1050);
  expect(criteri.map(puntiMassimi)).toEqual(['su 10, soglia 6, peso 1,50', 'su 20']);
  const [a] = criteri;
  if (!a) throw new Error('Manca il criterio.');
  expect([
    notaCriterio('scheda', a, '5'),
    notaCriterio('scheda', a, '7'),
    notaCriterio('consolida', a, ''),
    notaCriterio('consolida', a, '8'),
  ]).toEqual([
    'Un punteggio sotto la soglia di 6 va motivato.',
    undefined,
    'Proposto: 7,00, la media delle schede.',
    'Proposto: 7,00, la media delle schede. Se lo cambi scrivi perché.',
  ]);
});

const inizio: Posizione = { stato: 'IDEA_AMMISSIBILE', fase: 'IDEA', presidente: true, mia: null, svelata: false, consolidata: false };
const mia = (stato: 'BOZZA' | 'CONCLUSA' | 'CONSOLIDATA', svelata = false, conflitto: 'NESSUNO' | 'PRESENTE' = 'NESSUNO') => ({
  stato,
  svelata,
  conflitto,
});

test.for([
  [{}, 'dichiara'],
  [{ svelata: true }, 'arrivatoDopo'],
  [{ mia: mia('BOZZA', false, 'PRESENTE') }, 'astenuto'],
  [{ mia: mia('BOZZA') }, 'valuta'],
  [{ mia: mia('CONCLUSA') }, 'aspetta'],
  [{ mia: mia('CONCLUSA', true), svelata: true }, 'consolida'],
  [{ mia: mia('CONCLUSA', true), svelata: true, presidente: false }, 'aspetta'],
  [{ mia: mia('CONSOLIDATA', true), svelata: true, consolidata: true }, 'consolidata'],
  [{ mia: mia('BOZZA'), stato: 'IDEA_PRESENTATA' }, 'chiusa'],
  [{ fase: 'PROGETTO', stato: 'AMMISSIBILE' }, 'dichiara'],
] as [Partial<Posizione>, string][])('%j: tocca «%s»', ([cambio, atteso]) => {
  expect(passoDi({ ...inizio, ...cambio })).toBe(atteso);
});
