import { expect, test } from 'vitest';
import { inHtml } from '@/lib/html/inHtml';
import { attesaDi, toccaMe } from '@/lib/richieste/labels';
import { aspetta } from './FattiModifica';
import { TabellaOperazioni } from './TabellaOperazioni';
import { TotaliModifica } from './TotaliModifica';
import { leggibile } from './valori';

const ENTE = '00000000-0000-4000-8000-000000000001';
const AZIONE = '00000000-0000-4000-8000-0000000000a1';
const NOMI = {
  enti: [{ id: ENTE, nome: 'Comune C' }],
  categorieIntervento: [{ codice: 'casa', etichetta: 'Casa', tipo: 'SERVIZIO' as const }],
  categorieCosto: [],
  gruppi: [{ codice: 'anziani', etichetta: 'Anziani' }],
};
const importi = (contributo: string, cofinanziamento = '0') => ({
  contributoCents: contributo,
  cofinanziamentoCents: cofinanziamento,
  naturaCents: '0',
});
const voce = `voci/${AZIONE}:personale:${ENTE}`;

test.for([
  [
    voce,
    importi('10000', '500'),
    importi('12500', '500'),
    'Contributo 100,00\u00a0€, Cofinanziamento 5,00\u00a0€',
    'Contributo 125,00\u00a0€, Cofinanziamento 5,00\u00a0€',
    'Contributo +25,00\u00a0€ (+25%)',
  ],
  [voce, importi('10000'), null, 'Contributo 100,00\u00a0€', 'Nessun costo', 'Contributo −100,00\u00a0€ (−100%)'],
  [`partner/${ENTE}`, null, { ruolo: 'PARTNER_ETS', denominazione: 'X' }, 'Non partecipa', 'Partner del terzo settore', ''],
  ['anagrafica/iban', null, 'IT60', 'Non indicato', 'IT60', ''],
  [`azioni/${AZIONE}/fine`, '2020-02-29', '2021-02-28', '29/02/2020', '28/02/2021', '+365 giorni'],
  [`azioni/${AZIONE}/inizio`, null, '2020-01-01', 'Non indicata', '01/01/2020', ''],
  [`azioni/${AZIONE}/organizzazioneId`, ENTE, 'ignoto', 'Comune C', 'Nessuno', ''],
  [`azioni/${AZIONE}/categoria`, 'casa', null, 'Casa', 'Non indicata', ''],
  [`azioni/${AZIONE}/tipo`, 'AZIONE', 'SERVIZIO', 'Azione', 'Servizio', ''],
  [
    `azioni/${AZIONE}/destinatari/d1`,
    { gruppo: 'anziani', quantita: 1000, unita: 'persone' },
    { gruppo: 'anziani', quantita: 750, unita: 'persone' },
    '1.000 persone',
    '750 persone',
    '−250 (−25%)',
  ],
  [`azioni/${AZIONE}/destinatari/d/2`, null, { gruppo: 'anziani', quantita: 30, unita: 'famiglie' }, 'Non previsti', '30 famiglie', '+30'],
  [`azioni/${AZIONE}/titolo`, 'Vecchio', 'Nuovo', 'Vecchio', 'Nuovo', ''],
  ['testo', null, 'Il logo', '', 'Il logo', ''],
] as const)('%s si legge com’era e come diventa', ([percorso, prima, dopo, vecchio, ora, delta]) => {
  expect(leggibile({ percorso, prima, dopo }, NOMI)).toEqual({ prima: vecchio, ora, delta });
});

test('un’azione che entra dice di chi è, quando, quanto costa e per chi', () => {
  const azione = {
    titolo: 'Portierato',
    organizzazioneId: ENTE,
    inizio: '2020-01-01',
    fine: '2020-12-31',
    destinatari: [{ gruppo: 'anziani', quantita: 30, unita: 'persone' }],
  };
  const { prima, ora } = leggibile({ percorso: `azioni/${AZIONE}`, prima: null, dopo: { azione, voci: [importi('10000', '500')] } }, NOMI);
  expect(prima).toBe('Non c’è');
  expect(ora).toBe('Portierato, Comune C, dal 01/01/2020 al 31/12/2020, costo 105,00\u00a0€, 30 persone (Anziani)');
});

test('ciò che è scritto non diventa mai pagina, e una parte non accolta si dice', () => {
  const operazione = (id: string) => ({
    id,
    percorso: 'anagrafica/sede',
    etichetta: 'Sede',
    prima: 'Via Roma',
    dopo: '<script>1</script>',
  });
  const html = inHtml(<TabellaOperazioni operazioni={[operazione('a'), operazione('b')]} nomi={NOMI} accolte={['a']} />);
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toContain('<script>');
  expect(html.match(/Non accolto|Accolto/g)).toEqual(['Accolto', 'Non accolto']);
});

test('i totali si mostrano se cambiano, e dicono di quanto si supera l’assegnato', () => {
  const piano = (cents: string) =>
    ({ piano: { azioni: [], voci: [{ id: 'v', azioneId: AZIONE, categoria: 'c', organizzazioneId: ENTE, ...importi(cents) }] } }) as never;
  expect(inHtml(<TotaliModifica base={piano('10000')} nuovo={piano('10000')} assegnatoCents="5000" />)).toBe('');
  const html = inHtml(<TotaliModifica base={piano('10000')} nuovo={piano('12000')} assegnatoCents="11000" />);
  for (const visto of ['+20,00\u00a0€ (+20%)', 'supera di 10,00\u00a0€']) expect(html).toContain(visto);
});

test('chi aspetta chi, con i nomi come si scrivono', () => {
  expect(aspetta({ stato: 'BOZZA', competente: null, assegnataA: null })).toBe('L’ente capofila');
  expect(aspetta({ stato: 'PRESENTATA', competente: 'DIRIGENTE', assegnataA: null })).toBe('La Regione. Da prendere in carico');
  expect(aspetta({ stato: 'IN_ISTRUTTORIA', competente: 'ISTRUTTORE', assegnataA: { id: 'x', nome: 'Maria Rossi' } })).toBe(
    'La Regione. Decide l’istruttore (segue Maria Rossi)',
  );
  expect(aspetta({ stato: 'RESPINTA', competente: null, assegnataA: null })).toBe('Nessuno');
  expect(attesaDi({ stato: 'CHIESTA', competente: 'DIRIGENTE', assegnatoNome: null })).toBe('Decide il dirigente');
});

test('una richiesta tocca a chi può muoverla, e a nessun altro', () => {
  const io = (ruolo: 'ISTRUTTORE' | 'DIRIGENTE' | 'VALUTATORE') => ({ ruolo, utenteId: 'io' });
  const inEsame = { stato: 'IN_ISTRUTTORIA', competente: 'DIRIGENTE', assegnatoA: 'altri' } as const;
  expect([toccaMe(inEsame, io('ISTRUTTORE')), toccaMe({ ...inEsame, assegnatoA: 'io' }, io('ISTRUTTORE'))]).toEqual([false, true]);
  expect([toccaMe(inEsame, io('DIRIGENTE')), toccaMe({ ...inEsame, competente: 'ISTRUTTORE' }, io('ISTRUTTORE'))]).toEqual([true, true]);
  expect([
    toccaMe({ ...inEsame, stato: 'PRESENTATA' }, io('ISTRUTTORE')),
    toccaMe({ ...inEsame, stato: 'PRESENTATA' }, io('VALUTATORE')),
  ]).toEqual([true, false]);
});
