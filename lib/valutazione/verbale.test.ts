import { expect, test } from 'vitest';
import { Configurazione } from '@/lib/bandi/configurazione';
import { graduatoria } from './graduatoria';
import type { DomandaInGraduatoria, GraduatoriaDelBando } from './queriesGraduatoria';
import { verbale } from './verbale';

const CONFIGURAZIONE = Configurazione.parse({
  tipo: 'COMPETITIVO',
  titolo: 'Bando di prova',
  atto: 'D.D. 998 del 20/10/2017',
  dotazioneCents: '100000000',
  passi: [],
  sezioni: [{ chiave: 's', titolo: 'S', visibilita: 'ENTRAMBI', campi: [{ chiave: 'c', etichetta: 'C', tipo: 'testo' }] }],
  griglia: [
    { chiave: 'qualita', titolo: 'Qualità', visibilita: 'ENTRAMBI', massimo: 60, soglia: 30 },
    { chiave: 'rete', titolo: 'Rete', visibilita: 'PROGETTO', massimo: 40 },
  ],
  sogliaTotaleCentesimi: 6000,
  parita: ['rete'],
});

const domanda = (codice: string, qualita: number, rete: number, cambio: Partial<DomandaInGraduatoria> = {}): DomandaInGraduatoria => ({
  progettoId: codice,
  codice,
  titolo: `Domanda ${codice}`,
  capofila: 'Consorzio',
  presentataMs: 0,
  centesimi: { qualita, rete },
  totaleCentesimi: qualita + rete,
  richiestoCents: 600_000_00n,
  assegnatoCents: null,
  ambiti: [2],
  uscita: null,
  punteggi: {
    qualita: { proposto: qualita, centesimi: qualita, motivazione: '' },
    rete: { proposto: rete - 100, centesimi: rete, motivazione: 'Rete più ampia' },
  },
  motivazione: `Giudizio su ${codice}: =SOMMA(A1) <script>`,
  consolidataIl: '2020-07-09T10:00:00Z',
  schede: [30, 50].map((punti) => ({ qualita: { punti, motivazione: '' }, rete: { punti: 20, motivazione: '' } })),
  ...cambio,
});

const dati = (cambio: Partial<GraduatoriaDelBando> = {}, configurazione = CONFIGURAZIONE): GraduatoriaDelBando => ({
  bando: { id: 'b', codice: 'B1', titolo: 'Bando di prova', regione: 'Piemonte', direzione: 'Coesione sociale' },
  fase: 'PROGETTO',
  configurazione,
  dotazioneCents: 1_000_000_00n,
  esito: graduatoria({ ...configurazione, fase: 'PROGETTO', dotazioneCents: 1_000_000_00n }, [
    domanda('D1', 5000, 3000),
    domanda('D2', 5000, 3500),
    domanda('D3', 2900, 4000),
  ]),
  inAttesa: 1,
  commissari: [
    { nome: 'Carla Neri', presidente: true, atto: 'D.D. 12', esonero: null, astensioni: 0 },
    { nome: 'Davide Blu', presidente: false, atto: 'D.D. 12', esonero: null, astensioni: 1 },
  ],
  aggiornataIl: '2020-07-09T10:00:00.000Z',
  ...cambio,
});
const ADESSO = new Date('2026-01-01T00:00:00Z');
const testo = (d: GraduatoriaDelBando) => JSON.stringify(verbale(d, ADESSO).blocchi).replaceAll('\u00a0', ' ');

test('dice bando, commissione, astensioni, regola, graduatoria, risorse e giudizi', () => {
  const scritto = testo(dati());
  for (const frase of [
    'D.D. 998 del 20/10/2017',
    'Carla Neri',
    'Davide Blu (1 domanda)',
    'a parità, chi ha più punti in «Rete», infine chi ha presentato prima',
    '1.000.000,00 €',
    'Giudizio su D1: =SOMMA(A1) <script>',
    'Rete: da 29,00 a 30,00. Rete più ampia',
    'Una domanda è ancora in valutazione',
    'Sotto soglia. Non raggiunge la soglia in «Qualità».',
    '9 luglio 2020 alle 12:00',
    'Qualità: da 30 a 50 punti su 60',
  ])
    expect(scritto).toContain(frase);
});

test('la tabella ha le domande nell’ordine della graduatoria, con l’esito in parole', () => {
  const tabelle = verbale(dati(), ADESSO).blocchi.filter((b) => b.tipo === 'tabella');
  expect(tabelle[1]?.righe.map((riga) => [riga[0], riga[1]?.split('\n')[0], riga[2], riga.at(-1)])).toEqual([
    ['1', 'D2 Domanda D2', '85,00', 'Finanziabile'],
    ['2', 'D1 Domanda D1', '80,00', 'Idonea, risorse esaurite'],
    ['–', 'D3 Domanda D3', '69,00', 'Sotto soglia'],
  ]);
});

test('la data è quella dell’ultimo consolidamento, non di quando si scarica', () => {
  expect(verbale(dati(), ADESSO).istante).toEqual(new Date('2020-07-09T10:00:00Z'));
  expect(verbale(dati({ aggiornataIl: null }), ADESSO).istante).toBe(ADESSO);
});

test('un bando non competitivo parla di ambiti e non di posti', () => {
  const configurazione = { ...CONFIGURAZIONE, tipo: 'NON_COMPETITIVO' as const, importiPerAmbito: [{ ambito: 2, cents: '12345600' }] };
  const esito = graduatoria({ ...configurazione, fase: 'PROGETTO', dotazioneCents: 1n }, [domanda('D1', 5000, 3000)]);
  const scritto = testo(dati({ esito }, configurazione));
  expect(scritto).toContain('123.456,00');
  expect(scritto).toContain('non escludono e non ordinano');
  expect(scritto).not.toContain('Posto');
});

test('senza domande valutate lo dice', () => {
  expect(testo(dati({ esito: { righe: [], impegnatoCents: 0n, residuoCents: 0n }, commissari: [], aggiornataIl: null }))).toContain(
    'Nessuna domanda è stata ancora valutata.',
  );
});

test('chi è stato esonerato si nomina a parte, con il suo atto', () => {
  const commissari = [
    { nome: 'Carla Neri', presidente: true, atto: 'D.D. 12', esonero: null, astensioni: 0 },
    { nome: 'Davide Blu', presidente: false, atto: 'D.D. 12', esonero: 'D.D. 31', astensioni: 0 },
    { nome: 'Elena Viola', presidente: false, atto: 'D.D. 31', esonero: null, astensioni: 0 },
  ];
  const scritto = JSON.stringify(verbale(dati({ commissari }), new Date()).blocchi);
  for (const voce of ['"Commissari","valore":"Elena Viola"', '"Esonerati","valore":"Davide Blu (D.D. 31)"'])
    expect(scritto).toContain(voce);
});
