import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { codiceFiscaleDi } from '@/lib/codiceFiscale/genera';
import { codiceScritto } from './codiceScritto';
import { finestre, statoEsito } from './esiti';
import { avvisi, contraddizioniFrequenze, etaAllIngresso, mancaPerTrasmettere } from './regole';
import { PersonaScritta } from './schema';
import { CITTADINANZE, iscedDi, TITOLI } from './vocabolari';

const AZIONE = '5f1c9d4e-7b1a-4c39-9b43-0c8a4b1f6a11';
const PROGETTO = '0b7e3c1a-2d4f-4e58-8a6b-9c0d1e2f3a4b';
const scritta = (diverso: Record<string, string> = {}) => ({
  ...{ progettoId: PROGETTO, senzaCodice: 'NESSUNO', cognome: 'Zampardi', nome: 'Ermelinda', sesso: 'F', dataNascita: '29/02/1984' },
  ...{ ingresso: '15/01/2020', informativaIl: '15/01/2020', [`azioni.${AZIONE}`]: 'si', ...diverso },
});
const errori = (diverso: Record<string, string>) => {
  const letto = PersonaScritta.safeParse(scritta(diverso));
  return letto.success ? {} : Object.fromEntries(letto.error.issues.map(({ path, message }) => [path.join('.'), message]));
};

test('ciò che non si scrive è nullo, non falso e non zero', () => {
  expect(PersonaScritta.parse(scritta({ sesso: '', dataNascita: '' }))).toMatchObject({
    ...{
      codice: null,
      sesso: null,
      dataNascita: null,
      comuneResidenza: null,
      cittadinanza: null,
      condizione: null,
      mesiDisoccupazione: null,
    },
    ...{ disabilita: null, rurale: null, senzaDimora: false, azioni: [{ azioneId: AZIONE, dal: null, al: null, ore: null }] },
  });
});

test.for([
  ['codice', { senzaCodice: '' }, 'Se la persona non ne ha'],
  [
    'senzaCodice',
    { codice: codiceFiscaleDi({ cognome: 'Zampardi', nome: 'Ermelinda', sesso: 'F', nascita: '1984-02-29', catastale: 'L219' }) },
    'togli',
  ],
  ['senzaCodice', { codice: 'STP0102000012345', senzaCodice: 'ENI' }, 'non è di questo tipo'],
  ['codice', { codice: 'STP01' }, '13 cifre'],
  ['codice', { codice: 'ZMPRLN84B69L219A', senzaCodice: '' }, 'lettera di controllo'],
  ['dataNascita', { dataNascita: '30/02/1984' }, 'non esiste'],
  ['dataNascita', { dataNascita: '16/01/2020' }, 'nata dopo l’ingresso'],
  ['dataNascita', { dataNascita: '01/01/1900', ingresso: '15/01/2021', informativaIl: '15/01/2021' }, '121 anni'],
  ['ingresso', { ingresso: '' }, 'Scrivi la data'],
  ['informativaIl', { informativaIl: '' }, 'prima di registrare'],
  ['comuneResidenza', { comuneResidenza: 'Atlantide' }, 'elenco dei comuni'],
  ['comuneResidenza', { comuneResidenza: 'Samone' }, 'più di un comune'],
  ['comuneResidenza', { comuneResidenza: '999999' }, 'ISTAT'],
  ['cittadinanza', { cittadinanza: 'ZZ' }, 'Paese'],
  ['titoloStudio', { titoloStudio: 'LAUREONA' }, 'elenco'],
  ['titoloStudio', { dataNascita: '16/01/2002', titoloStudio: 'LAUREA_TRIENNALE' }, '17 anni'],
  ['mesiDisoccupazione', { mesiDisoccupazione: '4', condizione: 'OCCUPATO_DIPENDENTE' }, 'solo per chi'],
  ['mesiDisoccupazione', { mesiDisoccupazione: '1,5', condizione: 'DISOCCUPATO' }, 'intero'],
  ['uscita', { uscita: '14/01/2020', motivoUscita: 'ABBANDONO' }, 'prima dell’ingresso'],
  ['motivoUscita', { uscita: '16/01/2020' }, 'motivo'],
  ['uscita', { motivoUscita: 'ABBANDONO' }, 'data'],
  [`dal.${AZIONE}`, { [`dal.${AZIONE}`]: '14/01/2020' }, 'prima dell’ingresso'],
  [`al.${AZIONE}`, { [`al.${AZIONE}`]: '14/01/2020' }, 'prima di cominciare'],
  [`al.${AZIONE}`, { [`al.${AZIONE}`]: '01/02/2020', uscita: '20/01/2020', motivoUscita: 'ALTRO' }, 'oltre l’uscita'],
  ['azioni.0.ore', { [`ore.${AZIONE}`]: 'tante' }, 'ore'],
  ['email', { email: 'ermelinda' }, 'e-mail'],
  ['cognome', { cognome: '  ' }, 'cognome'],
] as [string, Record<string, string>, string][])('%s: %o si rifiuta sul suo campo', ([campo, diverso, frase]) => {
  expect(errori(diverso)[campo]).toContain(frase);
});

test('il diciottesimo compleanno conta come compiuto: chi lo fa il giorno dell’ingresso puo avere una laurea, chi lo fa domani no', () => {
  expect(errori({ dataNascita: '15/01/2002', titoloStudio: 'LAUREA_TRIENNALE' })).toEqual({});
  expect(errori({ dataNascita: '16/01/2002', titoloStudio: 'LAUREA_TRIENNALE' })).toHaveProperty('titoloStudio');
  expect(etaAllIngresso('2000-02-29', '2018-02-28')).toBe(17);
  expect(etaAllIngresso('2000-02-29', '2018-03-01')).toBe(18);
  expect(etaAllIngresso(null, '2018-03-01')).toBeNull();
});

test('una riga importata porta le azioni in elenco, con le stesse regole', () => {
  const { [`azioni.${AZIONE}`]: _, ...senza } = scritta();
  expect(PersonaScritta.parse({ ...senza, azioni: [{ azioneId: AZIONE, dal: '20/01/2020', ore: '12,5' }] }).azioni).toEqual([
    { azioneId: AZIONE, dal: '2020-01-20', al: null, ore: 12.5 },
  ]);
  const doppia = [{ azioneId: AZIONE, dal: null, al: null, ore: null }];
  expect(contraddizioniFrequenze([...doppia, ...doppia], '2020-01-15', null)).toMatchObject([{ campo: 'azioni' }]);
  expect(PersonaScritta.safeParse(senza).success).toBe(false);
});

test('si avvisa, senza rifiutare, di cio che e strano ma puo essere vero', () => {
  const p = PersonaScritta.parse(
    scritta({
      dataNascita: '15/01/2010',
      titoloStudio: 'DIPLOMA',
      condizione: 'DISOCCUPATO',
      mesiDisoccupazione: '14',
      senzaDimora: 'SI',
      condizioneAbitativa: 'NESSUNA',
      informativaIl: '20/01/2020',
    }),
  );
  expect(avvisi(p, '2020-07-09').map(({ campo }) => campo)).toEqual([
    'informativaIl',
    'titoloStudio',
    'condizione',
    'mesiDisoccupazione',
    'condizioneAbitativa',
  ]);
  expect(avvisi(PersonaScritta.parse(scritta()), '2020-07-09')).toEqual([]);
});

describe('esiti dopo l’uscita', () => {
  test('gli estremi delle finestre sono compresi', () => {
    expect(finestre('2020-08-31')).toEqual({
      quattroSettimane: { dal: '2020-08-31', al: '2020-09-28' },
      seiMesi: { dal: '2021-01-29', al: '2021-03-30' },
    });
    expect(statoEsito('quattroSettimane', '2020-08-31', '2020-09-28', '2020-10-01')).toBe('RILEVATO');
    expect(statoEsito('quattroSettimane', '2020-08-31', '2020-09-29', '2020-10-01')).toBe('FUORI_FINESTRA');
    expect(statoEsito('seiMesi', '2020-08-31', '2021-01-28', '2021-04-01')).toBe('FUORI_FINESTRA');
  });
  test.for([
    ['quattroSettimane', 20, 'PRESTO'],
    ['quattroSettimane', 21, 'DA_RILEVARE'],
    ['quattroSettimane', 28, 'DA_RILEVARE'],
    ['quattroSettimane', 29, 'IN_RITARDO'],
    ['seiMesi', 169, 'PRESTO'],
    ['seiMesi', 170, 'DA_RILEVARE'],
    ['seiMesi', 210, 'DA_RILEVARE'],
    ['seiMesi', 211, 'IN_RITARDO'],
  ] as const)('%s: dopo %i giorni è %s', ([quale, giorni, stato]) => {
    expect(statoEsito(quale, '2020-01-15', null, piuGiorni('2020-01-15', giorni))).toBe(stato);
  });
  test('uno stato non torna mai indietro col passare dei giorni', () => {
    const ordine = ['PRESTO', 'DA_RILEVARE', 'IN_RITARDO'];
    fc.assert(
      fc.property(fc.constantFrom('quattroSettimane' as const, 'seiMesi' as const), fc.nat(400), fc.nat(400), (quale, a, b) => {
        const [prima, dopo] = [Math.min(a, b), Math.max(a, b)].map((n) =>
          ordine.indexOf(statoEsito(quale, '2020-01-31', null, piuGiorni('2020-01-31', n))),
        );
        expect(dopo).toBeGreaterThanOrEqual(prima ?? 0);
      }),
    );
  });
});

test('manca per trasmettere ciò che il punto 1.1 chiede', () => {
  expect(mancaPerTrasmettere({ sesso: null, dataNascita: null, titoloStudio: 'NESSUNO', condizione: null })).toEqual([
    'sesso',
    'data di nascita',
    'condizione occupazionale',
  ]);
});

test('i vocabolari: ogni titolo ha il suo livello, i Paesi un nome italiano e nessun doppione', () => {
  for (const titolo of Object.keys(TITOLI) as (keyof typeof TITOLI)[]) expect(iscedDi(titolo)).toBeGreaterThanOrEqual(0);
  expect([CITTADINANZE.get('IT'), CITTADINANZE.get('MA'), CITTADINANZE.get('APOLIDE')]).toEqual(['Italia', 'Marocco', 'Apolide']);
  expect(CITTADINANZE.size).toBeGreaterThan(245);
  for (const [codice, nome] of CITTADINANZE) expect(nome).not.toBe(codice);
});

test('mentre si scrive il codice riempie sesso e nascita e dice dove non torna', () => {
  const codice = codiceFiscaleDi({ cognome: 'Zampardi', nome: 'Ermelinda', sesso: 'F', nascita: '1984-02-29', catastale: 'L219' });
  const detto = codiceScritto({ codice: codice.toLowerCase(), sesso: 'M', cognome: 'Bianchi' }, '2020-07-09');
  expect(detto.riempi).toEqual({ sesso: 'F', dataNascita: '29/02/1984' });
  expect(detto.frasi.join(' ')).toMatch(/Nata il 29\/02\/1984 a Torino \(TO\).*cognome.*donna/);
  expect(codiceScritto({ codice: 'STP0102000012345' }, '2020-07-09')).toEqual({ riempi: {}, frasi: [] });
  expect(codiceScritto({ codice: 'ZMP' }, '2020-07-09')).toMatchObject({ riempi: {}, frasi: [expect.stringContaining('16 caratteri')] });
});
