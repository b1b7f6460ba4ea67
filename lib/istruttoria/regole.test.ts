import { expect, test } from 'vitest';
import { rifiutoDi } from '@/lib/errors/rifiutoDi';
import { fineGiornata } from '@/lib/format/data';
import { StatoProgetto } from '@/lib/progetti/schema';
import { faseDi } from '@/lib/progetti/stati';
import {
  DA_DECIDERE,
  DA_INTEGRARE,
  esigiIntegrazioneScaduta,
  esigiPreavviso,
  faseEsame,
  primoTermine,
  type Richiesta,
  termineRichiesta,
  toccaA,
} from './regole';

const ADESSO = new Date('2020-07-09T10:00:00Z');
const richiesta = (cambio: Partial<Richiesta>): Richiesta => ({
  ...{ genere: 'PREAVVISO', stato: 'APERTA', entro: ADESSO, chiestaIl: new Date('2020-06-20T08:00:00Z') },
  ...cambio,
});

test('si può dire di no dopo un preavviso con risposta, o scaduto; non con uno chiuso, né con uno di prima dell’ultimo deposito', () => {
  const millesimo = (n: number) => new Date(ADESSO.getTime() + n);
  const rifiuto = (cambio: Partial<Richiesta>, depositataIl: Date | null = null) =>
    rifiutoDi(() => esigiPreavviso([richiesta(cambio)], depositataIl, ADESSO));
  expect(rifiuto({ entro: millesimo(0) })).toMatch(/aspetta la risposta/);
  expect(rifiuto({ entro: millesimo(-1) })).toBe('');
  expect(rifiuto({ entro: millesimo(1), stato: 'RISPOSTA' })).toBe('');
  // uno chiuso da un esito poi annullato non vale più: ne serve un altro
  expect(rifiuto({ entro: millesimo(-1), stato: 'CHIUSA' })).toMatch(/invia il preavviso/);
  expect(rifiuto({ genere: 'INTEGRAZIONE', entro: millesimo(-1) })).toMatch(/invia il preavviso/);
  expect(rifiuto({ entro: millesimo(-1) }, new Date('2020-06-20T08:00:00Z'))).toBe('');
  expect(rifiuto({ entro: millesimo(-1) }, new Date('2020-06-20T08:00:01Z'))).toMatch(/invia il preavviso/);
});

test('senza le integrazioni si prosegue un millesimo dopo il termine, non prima; e solo se la richiesta è ancora aperta', () => {
  const rifiuto = (cambio: Partial<Richiesta>) =>
    rifiutoDi(() => esigiIntegrazioneScaduta([richiesta({ genere: 'INTEGRAZIONE', ...cambio })], ADESSO));
  expect(rifiuto({ entro: ADESSO })).toBe(
    'L’ente può inviare le integrazioni fino al 09/07/2020: aspetta la risposta o la fine del termine.',
  );
  const passato = new Date(ADESSO.getTime() - 1);
  expect(rifiuto({ entro: passato })).toBe('');
  for (const cambio of [{ stato: 'RISPOSTA' }, { stato: 'CHIUSA' }, { genere: 'PREAVVISO' }] as const)
    expect(rifiuto({ entro: passato, ...cambio })).toMatch(/Non c’è una richiesta di integrazioni aperta/);
});

test.for([
  ['2020-07-09T21:59:59Z', '2020-07-10'],
  ['2020-07-09T22:00:00Z', '2020-07-11'], // a Roma è già il 10
  ['2020-03-28T23:30:00Z', '2020-03-30'], // la notte dell’ora legale
  ['2020-10-24T22:30:00Z', '2020-10-26'],
  ['2020-12-31T23:30:00Z', '2021-01-02'],
])('alle %s il primo termine è %s', ([istante, primo]) => {
  const adesso = new Date(istante as string);
  expect(primoTermine(adesso, 1)).toBe(primo);
  expect(termineRichiesta(primo as string, adesso, 1)).toEqual(fineGiornata(primo as string));
  expect(() => termineRichiesta(primo as string, adesso, 2)).toThrow(
    expect.objectContaining({ code: 'richiesta.termineBreve', campo: 'entro' }),
  );
});

test('la fase dell’esame è quella della domanda, dove la domanda ne ha una', () => {
  for (const stato of StatoProgetto.options) {
    const fase = faseDi(stato);
    if (fase === 'IDEA' || fase === 'PROGETTO') expect(faseEsame(stato)).toBe(fase);
  }
  expect([faseEsame('PARTNERSHIP_APERTA'), faseEsame('APPROVATO'), faseEsame('RIMODULAZIONE_INIZIALE')]).toEqual([
    'IDEA',
    'PROGETTO',
    'PROGETTO',
  ]);
});

test('chi deve muovere la domanda', () => {
  const base = {
    griglia: true,
    valutata: false,
    rimodulazioneDepositata: false,
    preavvisoAperto: false,
    integrazioneScaduta: false,
    daAvviare: false,
  };
  for (const stato of DA_DECIDERE) {
    expect(toccaA({ ...base, stato })).toBe('COMMISSIONE');
    expect(toccaA({ ...base, stato, valutata: true })).toBe('DIRIGENTE');
    expect(toccaA({ ...base, stato, griglia: false })).toBe('DIRIGENTE');
  }
  expect(toccaA({ ...base, stato: 'IDEA_PRESENTATA' })).toBe('ISTRUTTORE');
  expect(toccaA({ ...base, stato: 'IDEA_PRESENTATA', preavvisoAperto: true })).toBe('ENTE');
  for (const stato of DA_INTEGRARE) {
    expect(toccaA({ ...base, stato })).toBe('ENTE');
    expect(toccaA({ ...base, stato, integrazioneScaduta: true })).toBe('ISTRUTTORE');
  }
  expect(toccaA({ ...base, stato: 'RIMODULAZIONE_INIZIALE' })).toBe('ENTE');
  expect(toccaA({ ...base, stato: 'RIMODULAZIONE_INIZIALE', rimodulazioneDepositata: true })).toBe('DIRIGENTE');
  expect(toccaA({ ...base, stato: 'APPROVATO' })).toBe('ENTE');
  expect(toccaA({ ...base, stato: 'APPROVATO', daAvviare: true })).toBe('ISTRUTTORE');
  expect(toccaA({ ...base, stato: 'IDEA_APPROVATA' })).toBeNull();
});
