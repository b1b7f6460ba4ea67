import { expect, test } from 'vitest';
import { ENTI, unAzione, unaVoce } from '@/tests/support/piano';
import { concessoDi, type Momento, momentoDi, ostacoli, type Rimodulazione, sezioniConPiano } from './rimodulazione';

const PIANO = { azioni: [unAzione(1)], voci: [unaVoce(1, 1, 1000), unaVoce(2, 1, 500, { categoria: 'beni' })] };
type Versione = NonNullable<Rimodulazione['ultima']>;
const versione = (fase: Versione['fase'], genere: Versione['genere']) => ({
  numero: 1,
  fase,
  genere,
  protocollo: '1/2019',
  creataIl: '2019-01-01T00:00:00Z',
  piano: PIANO,
  sezioni: {},
});
const richiesta = (stato: 'APERTA' | 'RISPOSTA' | 'CHIUSA') => ({ testo: 'x', sezioni: ['azioni'], entro: '', stato, chiestaIl: '' });
const base = {
  assegnatoCents: '1200',
  vigente: versione('PROGETTO', 'APPROVATA'),
  ultima: versione('PROGETTO', 'APPROVATA'),
  richieste: [],
};
const depositata = { ...base, stato: 'RIMODULAZIONE_INIZIALE' as const, ultima: versione('RIMODULAZIONE', 'PRESENTATA') };

test.for([
  ['approvato con meno di quanto costa il piano', { ...base, stato: 'APPROVATO' }, 'DA_APRIRE'],
  ['approvato per intero', { ...base, stato: 'APPROVATO', assegnatoCents: '1500' }, 'NON_SERVE'],
  ['approvato senza importo', { ...base, stato: 'APPROVATO', assegnatoCents: null }, 'NON_SERVE'],
  ['ancora ammissibile', { ...base, stato: 'AMMISSIBILE' }, 'NON_SERVE'],
  ['appena aperta', { ...base, stato: 'RIMODULAZIONE_INIZIALE' }, 'IN_SCRITTURA'],
  ['presentata', depositata, 'DEPOSITATA'],
  ['restituita', { ...depositata, richieste: [richiesta('APERTA')] }, 'IN_SCRITTURA'],
  ['ripresentata', { ...depositata, ultima: versione('RIMODULAZIONE', 'INTEGRATA'), richieste: [richiesta('RISPOSTA')] }, 'DEPOSITATA'],
  ['riaperta dopo una nuova decisione', { ...depositata, ultima: versione('PROGETTO', 'APPROVATA') }, 'IN_SCRITTURA'],
  ['approvata', { ...base, stato: 'APPROVATO', assegnatoCents: '1500', vigente: versione('RIMODULAZIONE', 'APPROVATA') }, 'APPROVATA'],
  ['avviata dopo la rimodulazione', { ...base, stato: 'AVVIATO', vigente: versione('RIMODULAZIONE', 'APPROVATA') }, 'APPROVATA'],
] as [string, Parameters<typeof momentoDi>[0], Momento][])('%s', ([, dati, atteso]) => {
  expect(momentoDi(dati)).toBe(atteso);
});

const decisione = (concessoPerCategoria: Record<string, string> | null) => ({
  concessoCents: '1200',
  concessoPerCategoria,
  dataAtto: null,
});

test.for([
  [
    'come dice la decisione',
    { personale: '900', beni: '300' },
    [
      ['personale', 900n],
      ['beni', 300n],
    ],
  ],
  [
    'in proporzione, se la decisione non lo dice',
    null,
    [
      ['personale', 800n],
      ['beni', 400n],
    ],
  ],
  [
    'in proporzione, se la decisione non somma all’assegnato',
    { personale: '1' },
    [
      ['personale', 800n],
      ['beni', 400n],
    ],
  ],
] as [string, Record<string, string> | null, [string, bigint][]][])('il concesso per categoria: %s', ([, perCategoria, atteso]) => {
  expect([...concessoDi({ assegnatoCents: '1200', decisione: decisione(perCategoria) }, PIANO)]).toEqual(atteso);
});

const CONTESTO = {
  partner: ENTI,
  categorieCosto: [
    { codice: 'personale', etichetta: 'Personale' },
    { codice: 'beni', etichetta: 'Beni' },
  ],
  categorieIntervento: [{ codice: 'CATEGORIA', etichetta: 'Categoria', tipo: 'SERVIZIO' as const }],
  gruppi: [{ codice: 'GRUPPO', etichetta: 'Gruppo' }],
};

test('un piano entro il concesso non ha ostacoli; uno che lo supera di un centesimo sì, e si dice dove', () => {
  const dati = { contesto: CONTESTO, assegnatoCents: '1500', decisione: decisione(null) };
  expect(ostacoli(dati, PIANO, PIANO)).toEqual([]);
  const oltre = { ...PIANO, voci: [unaVoce(1, 1, 1001), unaVoce(2, 1, 499, { categoria: 'beni' })] };
  expect(ostacoli(dati, PIANO, oltre)).toEqual([
    expect.stringMatching(/^Personale: il contributo è 10,01\s€, 0,01\s€ più di quanto concesso\.$/),
  ]);
});

test('scrivere un piano in una sezione non tocca il resto di ciò che c’è', () => {
  expect(sezioniConPiano(PIANO, { azioni: { premessa: 'resta' } })).toEqual({
    azioni: { premessa: 'resta', azioni: PIANO.azioni },
    quadro_economico: { voci: PIANO.voci },
  });
});
