import { expect, test } from 'vitest';
import type { z } from 'zod';
import { LIMITI } from './limiti';
import {
  ChiarimentoScelto,
  DecisioneConNota,
  ParteScelta,
  PeriodoDaAprire,
  RapportoScelto,
  RispostaChiarimento,
  SalvaAvanzamento,
  SintesiScritta,
} from './schema';

const UUID = '7b0c2f7e-3a53-4a8e-9d1c-0c6f5c0f8a11';
const MEGABYTE = 'x'.repeat(1_000_000);
const causa = { codice: 'V01', primaria: true, gravita: 2, meseDal: '2020-03', meseAl: null, risolta: false };
const valido = {
  rapportoId: UUID,
  azioneId: UUID,
  rev: 0,
  stato: 'IN_CORSO',
  percentuale: 40,
  inizioEffettivo: '2019-11-01',
  fineStimata: '2020-06-30',
  fineEffettiva: null,
  contromisura: 'Incontri a distanza',
  nota: null,
  quantita: [{ quantitaId: UUID, valore: 12.5 }],
  cause: [causa],
};
const nulla = {
  stato: null,
  percentuale: null,
  inizioEffettivo: null,
  fineStimata: null,
  fineEffettiva: null,
  contromisura: null,
  nota: null,
};

const errore = (cambio: Record<string, unknown>) => {
  const esito = SalvaAvanzamento.safeParse({ ...valido, ...cambio });
  return esito.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
};

test('un’azione intera e una lasciata vuota si leggono', () => {
  expect(SalvaAvanzamento.parse(valido)).toEqual(valido);
  expect(SalvaAvanzamento.parse({ ...valido, ...nulla, quantita: [], cause: [] })).toMatchObject(nulla);
});

const dueDecimali = 'Scrivi un numero con al più due decimali.';
test.for([
  ['percentuale 101', { percentuale: 101 }, 'percentuale: L’avanzamento va da 0 a 100.'],
  ['percentuale −1', { percentuale: -1 }, 'percentuale: L’avanzamento va da 0 a 100.'],
  ['percentuale 12,5', { percentuale: 12.5 }, 'percentuale: Scrivi un numero intero da 0 a 100.'],
  ['percentuale a parole', { percentuale: 'metà' }, 'percentuale: Scrivi un numero intero da 0 a 100.'],
  ['data che non esiste', { fineStimata: '2020-02-30' }, 'fineStimata: La data non esiste: scrivi una data come 15/10/2019.'],
  ['data italiana dove serve ISO', { fineStimata: '30/06/2020' }, 'fineStimata: La data non esiste: scrivi una data come 15/10/2019.'],
  ['anno zero', { inizioEffettivo: '0000-01-01' }, 'inizioEffettivo: Scrivi un anno dal 1900 al 2199.'],
  ['anno lontano', { fineStimata: '9999-12-31' }, 'fineStimata: Scrivi un anno dal 1900 al 2199.'],
  ['annullata da un ente', { stato: 'ANNULLATA' }, 'stato: '],
  ['nota di un megabyte', { nota: MEGABYTE }, `nota: Il testo supera ${LIMITI.nota} caratteri: accorcialo.`],
  [
    'contromisura di un megabyte',
    { contromisura: MEGABYTE },
    `contromisura: Il testo supera ${LIMITI.contromisura} caratteri: accorcialo.`,
  ],
  ['quantità negativa', { quantita: [{ quantitaId: UUID, valore: -1 }] }, 'quantita.0.valore: La quantità non può essere negativa.'],
  ['quantità che il database arrotonderebbe', { quantita: [{ quantitaId: UUID, valore: 1.005 }] }, `quantita.0.valore: ${dueDecimali}`],
  ['quantità enorme', { quantita: [{ quantitaId: UUID, valore: 1e12 }] }, 'quantita.0.valore: La quantità è troppo grande.'],
  ['quantità infinita', { quantita: [{ quantitaId: UUID, valore: Number.POSITIVE_INFINITY }] }, 'quantita.0.valore: '],
  ['quantità di un uuid rotto', { quantita: [{ quantitaId: 'x', valore: 1 }] }, 'quantita.0.quantitaId: '],
  ['causa con un carattere nullo', { cause: [{ ...causa, codice: 'V\u0000' }] }, 'cause.0.codice: '],
  ['causa vuota', { cause: [{ ...causa, codice: '' }] }, 'cause.0.codice: '],
  ['gravità 4', { cause: [{ ...causa, gravita: 4 }] }, 'cause.0.gravita: '],
  ['mese 13', { cause: [{ ...causa, meseDal: '2020-13' }] }, 'cause.0.meseDal: Il mese non esiste: scrivi un mese come 03/2020.'],
  [
    'mese dell’anno zero',
    { cause: [{ ...causa, meseDal: '0000-01' }] },
    'cause.0.meseDal: Il mese non esiste: scrivi un mese come 03/2020.',
  ],
  ['troppe cause', { cause: Array.from({ length: 46 }, () => causa) }, 'cause: '],
  ['troppe quantità', { quantita: Array.from({ length: 201 }, () => ({ quantitaId: UUID, valore: 1 })) }, 'quantita: '],
  ['rev negativa', { rev: -1 }, 'rev: '],
  ['rev oltre la colonna', { rev: 2_147_483_647 }, 'rev: '],
  ['rev che non è un numero', { rev: Number.NaN }, 'rev: '],
  ['relazione con un uuid rotto', { rapportoId: "1' or true" }, 'rapportoId: '],
] as [string, Record<string, unknown>, string][])('si rifiuta nel campo giusto: %s', ([, cambio, atteso]) => {
  expect(errore(cambio)).toEqual([expect.stringContaining(atteso)]);
});

test('i testi perdono spazi ai margini e caratteri nulli; vuoto è non indicato', () => {
  const letto = SalvaAvanzamento.parse({ ...valido, nota: '  due\u0000 parole \n', contromisura: ' \u0000 ' });
  expect([letto.nota, letto.contromisura]).toEqual(['due parole', null]);
});

test('una nota lunga giusta passa, un carattere in più no', () => {
  expect(errore({ nota: 'è'.repeat(LIMITI.nota) })).toEqual([]);
  expect(errore({ nota: 'è'.repeat(LIMITI.nota + 1) })).toHaveLength(1);
});

test('una decisione va motivata: almeno dieci caratteri veri, al più duemila', () => {
  const nota = (testo: string) => DecisioneConNota.safeParse({ rapportoId: UUID, nota: testo }).error?.issues[0]?.message;
  expect(nota('Coerente con il piano')).toBeUndefined();
  for (const corta of ['', 'breve', `  breve${' '.repeat(20)}`, '\u0000'.repeat(30)])
    expect(nota(corta), JSON.stringify(corta)).toBe('Motiva la decisione (almeno 10 caratteri).');
  expect(nota(MEGABYTE)).toBe('Il testo supera 2000 caratteri: accorcialo.');
  expect(RispostaChiarimento.safeParse({ chiarimentoId: UUID, risposta: 'no' }).error?.issues[0]?.message).toBe(
    'Scrivi la risposta (almeno 10 caratteri).',
  );
});

test('un identificativo malformato si ferma qui, in ogni atto', () => {
  for (const rotto of ['', 'abc', `${UUID}0`, `${UUID}\u0000`, '../../etc', 0, null, [UUID], { uuid: UUID }]) {
    const campi = { periodoId: rotto, rapportoId: rotto, organizzazioneId: UUID, chiarimentoId: rotto, rev: 0, sintesi: null };
    for (const schema of [PeriodoDaAprire, RapportoScelto, ParteScelta, ChiarimentoScelto, SintesiScritta] as z.ZodType[])
      expect(schema.safeParse(campi).success, JSON.stringify(rotto)).toBe(false);
  }
});
