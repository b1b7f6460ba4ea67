import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Configurazione } from '@/lib/bandi/configurazione';
import type { AzionePiano, ContenutoVersione, VoceBudget } from '@/lib/domande/valori';
import { confrontaVersioni } from './confronto';
import { diffElenchi } from './differenze';
import { autoreVersione, etichettaVersione, nomeVersione } from './labels';
import { scartoGiorni, scartoImporto, scartoNumero } from './scarti';

const ENTE = '00000000-0000-4000-8000-000000000001';
const ALTRO = '00000000-0000-4000-8000-000000000002';
const AZIONE = '00000000-0000-4000-8000-0000000000a1';

const configurazione = Configurazione.parse({
  tipo: 'COMPETITIVO',
  titolo: 'Bando',
  dotazioneCents: '100',
  passi: [],
  principi: [{ codice: 'P1', nome: 'Prossimità', significato: '' }],
  categorieCosto: [{ codice: 'personale', etichetta: 'Personale' }],
  sezioni: [
    {
      chiave: 'contesto',
      codice: 'B.1',
      titolo: 'Contesto',
      visibilita: 'ENTRAMBI',
      campi: [
        { chiave: 'analisi', etichetta: 'Analisi', tipo: 'testo_lungo' },
        { chiave: 'costo', etichetta: 'Costo', tipo: 'importo' },
        { chiave: 'famiglie', etichetta: 'Famiglie', tipo: 'numero' },
        { chiave: 'rischi', etichetta: 'Rischi', tipo: 'elenco' },
        { chiave: 'principi', etichetta: 'Principi', tipo: 'principi' },
        {
          chiave: 'sedi',
          etichetta: 'Sedi',
          tipo: 'tabella',
          colonne: [
            { chiave: 'comune', etichetta: 'Comune' },
            { chiave: 'affitto', etichetta: 'Affitto', tipo: 'importo' },
          ],
        },
      ],
    },
    { chiave: 'azioni', titolo: 'Azioni', visibilita: 'PROGETTO', campi: [{ chiave: 'azioni', etichetta: 'Azioni', tipo: 'azioni' }] },
    {
      chiave: 'quadro_economico',
      titolo: 'Quadro economico',
      visibilita: 'PROGETTO',
      campi: [{ chiave: 'voci', etichetta: 'Voci', tipo: 'budget' }],
    },
  ],
});

const NOMI = {
  organizzazioni: [
    { id: ENTE, nome: 'Consorzio A' },
    { id: ALTRO, nome: 'Consorzio B' },
  ],
  ambiti: [],
  categorie: [],
  gruppi: [{ codice: 'anziani', etichetta: 'Anziani' }],
};

const azione = (cambio: Partial<AzionePiano> = {}): AzionePiano => ({
  id: AZIONE,
  codice: 'A1',
  titolo: 'Sportello',
  descrizione: '',
  tipo: 'SERVIZIO',
  categoria: null,
  organizzazioneId: ENTE,
  inizio: '2019-10-01',
  fine: '2020-12-31',
  priorita: 2,
  destinatari: [{ id: 'd1', gruppo: 'anziani', quantita: 100, unita: 'persone' }],
  indicatori: [],
  ...cambio,
});
const voce = (contributoCents: string, organizzazioneId = ENTE): VoceBudget => ({
  id: `v${contributoCents}`,
  azioneId: AZIONE,
  categoria: 'personale',
  organizzazioneId,
  contributoCents,
  cofinanziamentoCents: '0',
  naturaCents: '0',
});

const versione = (sezioni: ContenutoVersione['sezioni'], altro: Partial<ContenutoVersione> = {}) => ({
  configurazione,
  contenuto: {
    titolo: 'Idea',
    fase: 'PROGETTO',
    bando: { titolo: 'Bando', versione: 1 },
    partner: [{ organizzazioneId: ENTE, denominazione: 'Consorzio A', ruolo: 'CAPOFILA' }],
    ambiti: [],
    sezioni,
    documenti: [],
    ...altro,
  } satisfies ContenutoVersione,
});
const contesto = (valori: ContenutoVersione['sezioni'][string]) => versione({ contesto: valori });
const diff = (a: ReturnType<typeof versione>, b: ReturnType<typeof versione>) => confrontaVersioni(a, b, NOMI);

test('due versioni uguali non hanno differenze, qualunque cosa ci sia scritta', () => {
  const piena = versione(
    { contesto: { analisi: 'Testo', sedi: [{ id: '1', comune: 'Biella', affitto: '1000' }] } },
    { piano: { azioni: [azione()], voci: [voce('5')] } },
  );
  expect(diff(piena, structuredClone(piena))).toEqual([]);
});

test('testi, importi, numeri, elenchi e principi: ciascuno come si legge, nell’ordine del modulo', () => {
  const prima = contesto({
    analisi: 'Molti anziani',
    costo: '100000',
    famiglie: 10,
    rischi: ['Ritardi', 'Costi'],
    principi: { P1: 'Vicini' },
  });
  const ora = contesto({
    analisi: 'Molti anziani soli',
    costo: '112500',
    famiglie: 12,
    rischi: ['Costi', 'Neve'],
    principi: { P1: 'Più vicini' },
  });
  expect(diff(prima, ora)).toEqual([
    {
      chiave: 'contesto',
      titolo: 'B.1. Contesto',
      campi: [
        {
          chiave: 'analisi',
          etichetta: 'Analisi',
          differenze: [{ genere: 'testo', voce: '', prima: 'Molti anziani', ora: 'Molti anziani soli' }],
        },
        { chiave: 'costo', etichetta: 'Costo', differenze: [{ genere: 'importo', voce: '', prima: 100000n, ora: 112500n }] },
        { chiave: 'famiglie', etichetta: 'Famiglie', differenze: [{ genere: 'numero', voce: '', prima: 10, ora: 12 }] },
        {
          chiave: 'rischi',
          etichetta: 'Rischi',
          differenze: [
            { genere: 'tolto', voce: 'Ritardi' },
            { genere: 'aggiunto', voce: 'Neve' },
          ],
        },
        {
          chiave: 'principi',
          etichetta: 'Principi',
          differenze: [{ genere: 'testo', voce: 'Prossimità', prima: 'Vicini', ora: 'Più vicini' }],
        },
      ],
    },
  ]);
});

test('le righe di una tabella si riconoscono dal loro identificativo, non dal posto', () => {
  const prima = contesto({
    sedi: [
      { id: '1', comune: 'Biella', affitto: '100' },
      { id: '2', comune: 'Ivrea', affitto: '' },
    ],
  });
  const ora = contesto({
    sedi: [
      { id: '3', comune: 'Cossato', affitto: '' },
      { id: '1', comune: 'Biella', affitto: '300' },
    ],
  });
  expect(diff(prima, ora)[0]?.campi[0]?.differenze).toEqual([
    { genere: 'aggiunto', voce: 'Cossato' },
    { genere: 'importo', voce: 'Riga 2, Affitto', prima: 100n, ora: 300n },
    { genere: 'tolto', voce: 'Ivrea' },
  ]);
});

test('azioni e quadro economico: chi cambia, quanto, e i totali che tornano', () => {
  const prima = versione({}, { piano: { azioni: [azione()], voci: [voce('1000'), voce('500', ALTRO)] } });
  const ridotta = azione({ codice: 'A1b', destinatari: [{ id: 'd1', gruppo: 'anziani', quantita: 60, unita: 'persone' }] });
  const ora = versione({}, { piano: { azioni: [ridotta], voci: [voce('800')] } });
  const campi = diff(prima, ora).flatMap((sezione) => sezione.campi);
  expect(campi.map(({ differenze }) => differenze)).toEqual([
    [
      { genere: 'testo', voce: 'Azione A1b, codice', prima: 'A1', ora: 'A1b' },
      { genere: 'numero', voce: 'Azione A1b, Anziani (persone)', prima: 100, ora: 60 },
    ],
    [
      { genere: 'importo', voce: 'A1b · Personale · Consorzio A, contributo', prima: 1000n, ora: 800n },
      { genere: 'importo', voce: 'A1b · Personale · Consorzio B, contributo', prima: 500n, ora: 0n },
      { genere: 'importo', voce: 'Totale, contributo', prima: 1500n, ora: 800n },
    ],
  ]);
});

test('la differenza del totale è la somma delle differenze delle righe', () => {
  const voci = fc.uniqueArray(fc.record({ ente: fc.constantFrom(ENTE, ALTRO, 'c', 'd', 'e'), cents: fc.bigInt(0n, 10n ** 14n) }), {
    selector: ({ ente }) => ente,
  });
  fc.assert(
    fc.property(voci, voci, (a, b) => {
      const con = (righe: typeof a) =>
        versione({}, { piano: { azioni: [], voci: righe.map(({ ente, cents }) => voce(String(cents), ente)) } });
      const differenze = diff(con(a), con(b)).flatMap(({ campi }) => campi.flatMap((campo) => campo.differenze));
      const somma = (totali: boolean) =>
        differenze.reduce((s, d) => (d.genere === 'importo' && d.voce.startsWith('Totale') === totali ? s + d.ora - d.prima : s), 0n);
      expect(somma(true)).toBe(somma(false));
    }),
  );
});

test('partner, ambiti e documenti: anche un file sostituito con lo stesso nome si vede', () => {
  const documento = { id: 'x', chiave: 'lettera', nome: 'lettera.pdf', byte: 10, sha256: 'a' };
  const prima = versione({}, { documenti: [documento] });
  const ora = versione(
    {},
    {
      documenti: [{ ...documento, id: 'y', sha256: 'b' }],
      partner: [
        { organizzazioneId: ENTE, denominazione: 'Consorzio A', ruolo: 'CAPOFILA' },
        { organizzazioneId: ALTRO, denominazione: 'Consorzio B', ruolo: 'PARTNER_GESTORE' },
      ],
    },
  );
  expect(diff(prima, ora).flatMap(({ campi }) => campi.flatMap(({ differenze }) => differenze))).toEqual([
    { genere: 'aggiunto', voce: 'Consorzio B' },
    { genere: 'aggiunto', voce: 'lettera.pdf (sostituito con un altro file)' },
  ]);
});

test('togliere e aggiungere da un elenco ridà l’altro, anche con voci ripetute', () => {
  const elenco = fc.array(fc.constantFrom('a', 'b', 'c'));
  fc.assert(
    fc.property(elenco, elenco, (prima, ora) => {
      const differenze = diffElenchi(prima, ora);
      const resto: string[] = [...prima];
      for (const { genere, voce: tolta } of differenze) if (genere === 'tolto') resto.splice(resto.indexOf(tolta), 1);
      expect([...resto, ...differenze.filter((d) => d.genere === 'aggiunto').map((d) => d.voce)].sort()).toEqual([...ora].sort());
    }),
  );
});

test('lo scarto ha il segno, la percentuale arrotondata e nessuna percentuale da zero', () => {
  expect(scartoImporto(100000n, 112500n)).toBe('+125,00\u00a0€ (+12,5%)');
  expect(scartoImporto(150000n, 80000n)).toBe('−700,00\u00a0€ (−46,7%)');
  expect(scartoImporto(0n, 500n)).toBe('+5,00\u00a0€');
  expect(scartoImporto(200n, 201n)).toBe('+0,01\u00a0€ (+0,5%)');
  expect(scartoNumero(100, 60)).toBe('−40 (−40%)');
  expect(scartoNumero(0, 3)).toBe('+3');
});

test('un progetto importato non ha moduli: azioni, quadro, recapiti e ruoli si confrontano lo stesso, con i giorni', () => {
  const importata = (altro: Partial<ContenutoVersione>) => ({ ...versione({}, altro), configurazione: null });
  const anagrafica = { referente: 'Ufficio', email: null, telefono: null, sede: 'Via Roma 1', iban: null, intestatario: null };
  const enti = (ruolo: 'PARTNER_GESTORE' | 'PARTNER_ETS') => [
    { organizzazioneId: ENTE, denominazione: 'Consorzio A', ruolo: 'CAPOFILA' as const },
    { organizzazioneId: ALTRO, denominazione: 'Consorzio B', ruolo },
  ];
  const prima = importata({ partner: enti('PARTNER_GESTORE'), piano: { azioni: [azione()], voci: [voce('1000')] } });
  const dopo = {
    partner: enti('PARTNER_ETS'),
    piano: { azioni: [azione({ fine: '2021-01-31', inizio: null })], voci: [voce('1250')] },
    anagrafica,
  };
  const differenze = confrontaVersioni(prima, importata(dopo), NOMI).flatMap(({ titolo, campi }) =>
    campi.flatMap((campo) => campo.differenze.map((d) => [titolo, campo.etichetta, d])),
  );
  expect(differenze).toEqual([
    [
      'Domanda',
      'Enti che partecipano',
      { genere: 'testo', voce: 'Consorzio B, ruolo', prima: 'Ente gestore partner', ora: 'Partner del terzo settore' },
    ],
    ['Piano', 'Azioni', { genere: 'testo', voce: 'Azione A1, inizio', prima: '01/10/2019', ora: '' }],
    ['Piano', 'Azioni', { genere: 'data', voce: 'Azione A1, fine', prima: '2020-12-31', ora: '2021-01-31' }],
    ['Piano', 'Quadro economico', { genere: 'importo', voce: expect.stringContaining('contributo'), prima: 1000n, ora: 1250n }],
    ['Piano', 'Quadro economico', { genere: 'importo', voce: 'Totale, contributo', prima: 1000n, ora: 1250n }],
    ['Recapiti e conto', 'Ufficio referente', { genere: 'testo', voce: '', prima: '', ora: 'Ufficio' }],
    ['Recapiti e conto', 'Sede', { genere: 'testo', voce: '', prima: '', ora: 'Via Roma 1' }],
  ]);
  expect(confrontaVersioni(prima, structuredClone(prima), NOMI)).toEqual([]);
});

test('lo scarto tra due date è in giorni, con il segno', () => {
  expect([scartoGiorni('2020-02-28', '2020-03-01'), scartoGiorni('2020-03-01', '2020-02-29')]).toEqual(['+2 giorni', '−1 giorno']);
});

test('che cosa è una versione: la domanda, il piano di partenza, la modifica o l’atto che l’ha prodotta', () => {
  const base = {
    fase: 'RIMODULAZIONE',
    genere: 'APPROVATA',
    protocollo: '9/2020',
    richiesta: null,
    inCorso: false,
    ente: 'Regione',
  } as const;
  const richiesta = { id: 'x', numero: 3, dominio: 'budget', regime: 'COMUNICAZIONE' } as const;
  const casi = [base, { ...base, inCorso: true }, { ...base, richiesta, inCorso: true }, { ...base, protocollo: 'piano di partenza' }];
  expect(casi.map((v) => [nomeVersione(v), etichettaVersione(v).testo, autoreVersione(v)])).toEqual([
    ['rimodulazione iniziale', 'Approvata', 'Regione, dirigente'],
    ['piano aggiornato dopo l’avvio', 'Approvata', 'Regione'],
    ['modifica n. 3 (quadro economico)', 'Comunicata', 'Regione'],
    ['piano di partenza', 'In vigore dall’avvio', 'Regione'],
  ]);
});
