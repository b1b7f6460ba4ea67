import { expect, test } from 'vitest';
import type { DecisioneLetta, EsitoDecisione } from '@/lib/istruttoria/letture';
import { NOME_ESITO } from '@/lib/istruttoria/parole';
import { documentoPdf } from '@/lib/pdf/documento';
import { leggiPdf } from '@/tests/support/leggiPdf';
import { lettera } from './lettera';
import type { LetteraLetta } from './queriesLettera';

const decisione = (cambio: Partial<DecisioneLetta>): DecisioneLetta => ({
  ...{ id: 'd', fase: 'PROGETTO', esito: 'APPROVATO', motivi: [], motivazione: null, atto: 'D.D. 7', dataAtto: '2020-07-09' },
  ...{ richiestoCents: null, concessoCents: null, concessoPerCategoria: null, decisaIl: '2020-07-09T22:30:00Z' },
  ...cambio,
});
const letta = (cambio: Partial<DecisioneLetta> = {}, altro: Partial<LetteraLetta> = {}): LetteraLetta => ({
  ...{
    regione: 'Regione di prova',
    ufficio: null,
    bando: 'Bando',
    codice: 'D-1',
    titolo: 'La rete',
    capofila: 'Consorzio',
    decisione: decisione(cambio),
  },
  voci: [{ categoria: 'personale', contributoCents: '1000000' }],
  categorie: [{ codice: 'personale', etichetta: 'Personale' }],
  prescrizioni: [],
  ...altro,
});
const testo = (l: LetteraLetta) => JSON.stringify(lettera(l)).replaceAll('\u00a0', ' ');
const IMPORTI = { richiestoCents: '1000000', concessoCents: '900000', concessoPerCategoria: { personale: '900000' } };

test('ogni esito ha la sua lettera, e la data è quella di Roma', () => {
  for (const esito of Object.keys(NOME_ESITO) as EsitoDecisione[]) {
    const scritta = lettera(letta({ esito }));
    expect(scritta.titolo).toMatch(/: La rete$/);
    expect(scritta.piede).toBe('D-1, decisione del 10 luglio 2020');
    expect(scritta.istante).toEqual(new Date('2020-07-09T22:30:00Z'));
  }
});

test('meno del chiesto: la tabella con i totali e che cosa fare', () => {
  const ridotta = testo(letta(IMPORTI));
  expect(ridotta).toContain('["Personale","10.000,00 €","9.000,00 €"]');
  expect(ridotta).toContain('["Totale","10.000,00 €","9.000,00 €"]');
  expect(ridotta).toContain('rimodulazione iniziale');
  expect(testo(letta({ ...IMPORTI, concessoCents: '1000000', concessoPerCategoria: { personale: '1000000' } }))).not.toContain(
    'rimodulazione',
  );
});

test('le prescrizioni dicono chi ne risponde ed entro quando', () => {
  const prescrizioni = [{ testo: 'Allegare il protocollo.', ente: 'ASL', entro: '2020-12-31' }];
  expect(testo(letta({ esito: 'APPROVATO_CON_PRESCRIZIONI' }, { prescrizioni }))).toContain(
    'Allegare il protocollo. Ne risponde ASL, entro il 31 dicembre 2020.',
  );
});

test('un no porta i motivi e come ricorrere; un sì no', () => {
  const no = testo(letta({ esito: 'INAMMISSIBILE', motivi: ['FUORI_TERMINE'], motivazione: 'Il giorno dopo.' }));
  expect(no).toMatch(/Presentata fuori termine.*Il giorno dopo\..*60 giorni/);
  expect(testo(letta({ esito: 'AMMISSIBILE' }))).not.toContain('60 giorni');
});

test('il PDF si rilegge, con gli accenti e gli importi; gli stessi fatti danno gli stessi byte', async () => {
  const dati = letta({ ...IMPORTI, motivazione: 'Perché è così: più qualità.' });
  const byte = await documentoPdf(lettera(dati));
  const testo = (await leggiPdf(byte)).join(' ').replaceAll(/\s+/g, ' ');
  expect(testo).toContain('Approvazione: La rete');
  expect(testo).toContain('A Consorzio, ente capofila');
  expect(testo).toContain('9.000,00');
  expect(testo).toContain('Perché è così: più qualità.');
  expect(testo).toContain('Pagina 1 di 1');
  expect(await documentoPdf(lettera(dati))).toEqual(byte);
});
