import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Attuazione, DOMINI_MODIFICA, type DominioModifica } from '@/lib/bandi/configurazione';
import type { AzionePiano, ContenutoVersione, VoceBudget } from '@/lib/domande/valori';
import { scriviImporto } from '@/lib/format/importo';
import { chiaveCella } from '@/lib/modifiche/celle';
import { applica, operazioniTra } from '@/lib/modifiche/operazioni';
import { bozzaDi } from './bozza';
import { cambiamenti } from './cambiamenti';
import { leggiModulo } from './leggi';
import { NOMI } from './nomi';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [CAPOFILA, PARTNER, TERZO, A1, A2, NUOVA] = [id(1), id(2), id(3), id(11), id(12), id(99)] as const;

const azione = (azioneId: string, codice: string, ente: string): AzionePiano => ({
  id: azioneId,
  codice,
  titolo: `Azione ${codice}`,
  descrizione: '',
  tipo: 'SERVIZIO',
  categoria: 'casa',
  organizzazioneId: ente,
  inizio: '2019-10-01',
  fine: '2020-12-31',
  priorita: 2,
  destinatari: [{ id: 'd1', gruppo: 'anziani', quantita: 100, unita: 'persone' }],
  indicatori: [],
});
const voce = (azioneId: string, categoria: string, ente: string, cents: number): VoceBudget => ({
  id: `${azioneId.slice(-2)}-${categoria}`,
  azioneId,
  categoria,
  organizzazioneId: ente,
  contributoCents: String(cents),
  cofinanziamentoCents: '0',
  naturaCents: '0',
});
const BASE: ContenutoVersione = {
  titolo: 'Progetto',
  fase: 'PROGETTO',
  bando: { titolo: 'Bando', versione: 1 },
  partner: [
    { organizzazioneId: CAPOFILA, denominazione: 'Consorzio A', ruolo: 'CAPOFILA' },
    { organizzazioneId: PARTNER, denominazione: 'Cooperativa B', ruolo: 'PARTNER_ETS' },
  ],
  ambiti: [],
  sezioni: {},
  documenti: [],
  piano: {
    azioni: [azione(A1, 'A1', CAPOFILA), azione(A2, 'A2', PARTNER)],
    voci: [voce(A1, 'personale', CAPOFILA, 80_000), voce(A2, 'beni', PARTNER, 20_000)],
  },
  anagrafica: { referente: 'Ufficio', email: null, telefono: null, sede: 'Via Roma 1', iban: null, intestatario: null },
};
const ENTI = [
  { id: CAPOFILA, nome: 'Consorzio A' },
  { id: PARTNER, nome: 'Cooperativa B' },
  { id: TERZO, nome: 'Comune C' },
];
const NOMI_CODICI = {
  categorieCosto: [
    { codice: 'personale', etichetta: 'Personale' },
    { codice: 'beni', etichetta: 'Beni' },
  ],
  gruppi: [{ codice: 'anziani', etichetta: 'Anziani' }],
};
const contesto = (scritto = BASE) => ({ base: BASE, scritto, enti: ENTI, nuovoId: NUOVA });
const legge = (dominio: DominioModifica, campi: Record<string, string>, scritto = BASE) => leggiModulo(dominio, contesto(scritto), campi);
const cambia = (dominio: DominioModifica, campi: Record<string, string>, versione = 1) =>
  cambiamenti(dominio, { ...contesto(), attuazione: Attuazione.parse({}), versione, nomi: NOMI_CODICI }, campi);
const cella = (azioneId: string, categoria: string, organizzazioneId: string): string =>
  NOMI.voce(chiaveCella({ azioneId, categoria, organizzazioneId }));

test.for(DOMINI_MODIFICA)('un modulo vuoto (%s) non cambia nulla', (dominio) => {
  const { nuovo, errori } = legge(dominio, {});
  expect([operazioniTra(BASE, nuovo, dominio), errori]).toEqual([[], {}]);
});

test('spostare soldi tra categorie: la regola cambia mentre si scrive', () => {
  const [personale, beni] = [cella(A1, 'personale', CAPOFILA), cella(A2, 'beni', PARTNER)];
  const poco = cambia('budget', { [`${personale}.contributo`]: '900,00', [`${beni}.contributo`]: '100,00' });
  expect(poco.regola).toMatchObject({ regime: 'COMUNICAZIONE', numeri: { quotaPercento: 10 } });
  const molto = cambia('budget', { [`${personale}.contributo`]: '1.050', [`${beni}.contributo`]: '' });
  expect(molto.regola).toMatchObject({ regime: 'APPROVAZIONE', competente: 'DIRIGENTE' });
  expect(molto.operazioni.map(({ dopo }) => dopo)).toContain(null);
  expect(molto.nuovo.piano?.voci).toHaveLength(1);
  expect(cambia('budget', { [`${personale}.contributo`]: '900' }, 0).regola.regime).toBe('APPROVAZIONE');
});

test('un importo che non si capisce si dice sul suo campo e non cambia nulla', () => {
  const nome = `${cella(A1, 'personale', CAPOFILA)}.contributo`;
  const { operazioni, errori } = cambia('budget', { [nome]: '12,345' });
  expect([operazioni, Object.keys(errori)]).toEqual([[], [nome]]);
});

test('una riga nuova vuole azione, categoria ed ente, e non si sovrappone a una che c’è', () => {
  const riga = NOMI.voceNuova(0);
  expect(Object.keys(legge('budget', { [`${riga}.contributo`]: '10' }).errori)).toEqual([`${riga}.azione`]);
  const completa = { [`${riga}.azione`]: A1, [`${riga}.categoria`]: 'personale', [`${riga}.ente`]: CAPOFILA, [`${riga}.contributo`]: '10' };
  expect(legge('budget', completa).errori[`${riga}.azione`]).toMatch(/già una riga/);
  expect(legge('budget', { ...completa, [`${riga}.categoria`]: 'beni' }).nuovo.piano?.voci).toHaveLength(3);
});

test('le date: scritte all’italiana, una impossibile si spiega, una vuota si toglie', () => {
  const { nuovo, errori } = legge('cronoprogramma', {
    [NOMI.fine(A1)]: '31/01/2021',
    [NOMI.fine(A2)]: '31/02/2021',
    [NOMI.inizio(A2)]: '',
  });
  expect(nuovo.piano?.azioni.map(({ inizio, fine }) => [inizio, fine])).toEqual([
    ['2019-10-01', '2021-01-31'],
    [null, '2020-12-31'],
  ]);
  expect(errori[NOMI.fine(A2)]).toMatch(/non esiste/);
});

test('i destinatari: una casella vuota toglie il gruppo, la riga nuova ne aggiunge uno, tolto si può rimettere', () => {
  const nuova = NOMI.gruppoNuovo(A1);
  const campi = {
    [NOMI.gruppo(A1, 'd1')]: '',
    [`${nuova}.gruppo`]: 'anziani',
    [`${nuova}.quantita`]: '1.200',
    [`${nuova}.unita`]: 'famiglie',
  };
  const { nuovo } = legge('destinatari', campi);
  expect(nuovo.piano?.azioni[0]?.destinatari).toEqual([{ id: 'aggiunto-1', gruppo: 'anziani', quantita: 1200, unita: 'famiglie' }]);
  const rimesso = legge('destinatari', { [NOMI.gruppo(A1, 'd1')]: '90' }, nuovo);
  expect(rimesso.nuovo.piano?.azioni[0]?.destinatari.map(({ id: d, quantita }) => [d, quantita])).toEqual([
    ['d1', 90],
    ['aggiunto-1', 1200],
  ]);
  expect(legge('destinatari', { [NOMI.gruppo(A1, 'd1')]: '-3' }).errori).not.toEqual({});
});

test('un ente esce se la sua azione passa a un altro; uno entra con il nome del registro', () => {
  const { nuovo } = legge('partner', { [NOMI.ruolo(PARTNER)]: '', [NOMI.responsabile(A2)]: CAPOFILA, [NOMI.enteNuovo]: TERZO });
  expect(nuovo.partner.map(({ denominazione }) => denominazione)).toEqual(['Consorzio A', 'Comune C']);
  const operazioni = operazioniTra(BASE, nuovo, 'partner');
  const applicato = applica(BASE, operazioni);
  expect(applicato.piano?.azioni.map((a) => a.organizzazioneId)).toEqual([CAPOFILA, CAPOFILA]);
  expect(applicato.piano?.voci.map((v) => v.organizzazioneId)).toEqual([CAPOFILA, CAPOFILA]);
});

test('le azioni: una si toglie e si può rimettere, una nuova porta costi e destinatari e prende un codice libero', () => {
  const nome = NOMI.azioneNuova;
  const campi = {
    [`${NOMI.azione(A2)}.titolo`]: 'Azione A2',
    [`${NOMI.azione(A2)}.togli`]: 'si',
    [`${nome}.titolo`]: 'Portierato',
    [`${nome}.ente`]: CAPOFILA,
    [`${nome}.inizio`]: '1/3/2020',
    [`${nome}.fine`]: '31/12/2020',
    [`${NOMI.costo(nome, 0)}.categoria`]: 'beni',
    [`${NOMI.costo(nome, 0)}.ente`]: CAPOFILA,
    [`${NOMI.costo(nome, 0)}.contributo`]: '200',
    [`${NOMI.destinatariAzione(nome, 0)}.gruppo`]: 'anziani',
    [`${NOMI.destinatariAzione(nome, 0)}.quantita`]: '30',
  };
  const { nuovo, errori } = legge('azioni', campi);
  expect(errori).toEqual({});
  expect(nuovo.piano?.azioni.map((a) => [a.id, a.codice, a.titolo])).toEqual([
    [A1, 'A1', 'Azione A1'],
    [NUOVA, 'A3', 'Portierato'],
  ]);
  expect(nuovo.piano?.voci.map((v) => [v.azioneId, v.contributoCents])).toEqual([
    [A1, '80000'],
    [NUOVA, '20000'],
  ]);
  const rimessa = legge('azioni', { [`${NOMI.azione(A2)}.titolo`]: 'Azione A2' }, nuovo);
  expect(rimessa.nuovo.piano?.azioni.map((a) => a.codice)).toEqual(['A1', 'A2', 'A3']);
  expect(operazioniTra(BASE, nuovo, 'azioni').map(({ percorso }) => percorso)).toEqual([`azioni/${A2}`, `azioni/${NUOVA}`]);
});

test('recapiti: vuoto vuol dire non indicato', () => {
  expect(
    operazioniTra(BASE, legge('referente', { referente: ' ', email: 'uff@ente.it' }).nuovo, 'referente').map((o) => [o.percorso, o.dopo]),
  ).toEqual([
    ['anagrafica/email', 'uff@ente.it'],
    ['anagrafica/referente', null],
  ]);
});

test('una bozza si rilegge com’era scritta, qualunque importo; ciò che il piano ha superato si dice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 0, max: 1_000_000_000 }), (a, b) => {
      const [personale, beni] = [cella(A1, 'personale', CAPOFILA), cella(A2, 'beni', PARTNER)];
      const { nuovo, operazioni } = cambia('budget', {
        [`${personale}.contributo`]: scriviImporto(String(a)),
        [`${beni}.cofinanziamento`]: scriviImporto(String(b)),
      });
      const { scritto, perse } = bozzaDi(BASE, operazioni);
      expect(perse).toEqual([]);
      expect(operazioniTra(nuovo, scritto, 'budget')).toEqual([]);
      const superata = bozzaDi(applica(BASE, operazioni), operazioni);
      expect(superata.perse).toEqual(operazioni);
    }),
    { numRuns: 60 },
  );
});

test('una richiesta libera è solo il suo testo', () => {
  expect(cambia('altro', { testo: ' Il logo ' }).operazioni).toMatchObject([{ id: 'testo', prima: null, dopo: 'Il logo' }]);
  expect(cambia('altro', { testo: ' ' }).operazioni).toEqual([]);
});
