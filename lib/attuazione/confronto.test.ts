import { expect, test } from 'vitest';
import { cambiata, confronta, segnalazioni } from './confronto';
import type { AzioneDelRapporto, Dichiarazione, QuantitaDellAzione } from './queries';

const dichiarazione = (cambio: Partial<Dichiarazione> = {}): Dichiarazione => ({
  ...{ stato: 'IN_CORSO', percentuale: 40, inizioEffettivo: '2019-11-01', fineStimata: null, fineEffettiva: null },
  ...{ contromisura: null, contromisuraEsito: null, nota: null, cause: [] },
  ...cambio,
});
const quantita = (cambio: Partial<QuantitaDellAzione> = {}): QuantitaDellAzione => ({
  ...{ id: 'q', unita: 'persone', riferimento: null, previsto: 100, previstoMax: null, approssimato: false, prima: 10, ora: 10 },
  ...cambio,
});
const azione = (ora: Dichiarazione | null, prima: Dichiarazione | null, q: QuantitaDellAzione[] = []): AzioneDelRapporto => ({
  ...{ id: 'a', codice: 'A1', titolo: 'Azione', organizzazioneId: 'o', ente: 'Ente', categoria: null },
  ...{ inizioPrevisto: null, finePrevista: '2021-03-31', rev: 1, riaperto: false, aggiornatoIl: null, avanzamentoId: 'v' },
  ...{ invariato: false, annullataIl: null, contate: { presenze: 0, giorni: 0 }, ora, prima, quantita: q },
});

test('invariata se ogni valore e ogni testo è lo stesso; cambiata per uno solo; senza un prima non si dice', () => {
  expect(cambiata(azione(dichiarazione(), dichiarazione(), [quantita()]))).toBe(false);
  expect(cambiata(azione(dichiarazione(), null))).toBeNull();
  expect(cambiata(azione(null, dichiarazione()))).toBeNull();
  const cambi: Partial<Dichiarazione>[] = [
    { stato: 'SOSPESA' },
    { percentuale: 41 },
    { inizioEffettivo: '2019-11-02' },
    { fineStimata: '2021-04-30' },
    { fineEffettiva: '2020-01-01' },
    { contromisura: 'Un rimedio' },
    { contromisuraEsito: 'FUNZIONA' },
    { nota: 'Una nota' },
    { cause: [{ codice: 'C', primaria: true, gravita: null, meseDal: null, meseAl: null, risolta: false }] },
  ];
  for (const cambio of cambi) expect([cambio, cambiata(azione(dichiarazione(cambio), dichiarazione()))]).toEqual([cambio, true]);
  expect(cambiata(azione(dichiarazione(), dichiarazione(), [quantita({ ora: 11 })]))).toBe(true);
});

test('si ammette ma si segnala: avanzamento in calo, quantità oltre il piano, totale che scende', () => {
  expect(segnalazioni(azione(dichiarazione({ percentuale: 30 }), dichiarazione(), [quantita({ ora: 120 }), quantita({ ora: 4 })]))).toEqual(
    [
      'L’avanzamento scende dal 40% al 30%.',
      'Persone: 120, più del previsto (100).',
      'Persone: il totale dall’inizio del progetto scende da 10 a 4.',
    ],
  );
  expect(segnalazioni(azione(dichiarazione({ percentuale: 50 }), dichiarazione(), [quantita({ ora: 100 })]))).toEqual([]);
  expect(segnalazioni(azione(dichiarazione(), null, [quantita({ prima: null, ora: null })]))).toEqual([]);
  expect(segnalazioni(azione(dichiarazione(), null, [quantita({ previsto: 50, previstoMax: 60, ora: 60, prima: null })]))).toEqual([]);
});

test('il confronto dice il calo in parole, e l’esito della contromisura quando prima ce n’era una', () => {
  const prima = dichiarazione({ contromisura: 'Un giorno in più' });
  const voci = confronta(azione(dichiarazione({ percentuale: 30, contromisuraEsito: 'IN_PARTE' }), prima), [], null);
  expect(voci.find(({ id }) => id === 'percentuale')?.delta).toBe('−10 punti, in calo');
  expect(voci.find(({ id }) => id === 'contromisuraEsito')).toMatchObject({ prima: 'Non ancora noto', ora: 'In parte', cambiata: true });
  expect(confronta(azione(dichiarazione(), dichiarazione()), [], null).some(({ id }) => id === 'contromisuraEsito')).toBe(false);
});
