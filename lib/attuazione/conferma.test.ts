import { expect, test } from 'vitest';
import { confermabile } from './conferma';
import type { RapportoIntero } from './queries';

type Parziale = Parameters<typeof confermabile>[0];
const azione = (organizzazioneId: string, ora: unknown, prima: unknown, annullataIl: string | null = null) =>
  ({ organizzazioneId, ora, prima, annullataIl }) as RapportoIntero['azioni'][number];
const parte = (organizzazioneId: string, stato: RapportoIntero['parti'][number]['stato']) =>
  ({ organizzazioneId, stato }) as RapportoIntero['parti'][number];
const rapporto = (cambio: Partial<Parziale> = {}): Parziale => ({
  stato: 'BOZZA',
  precedente: { dal: '2020-01-01', al: '2020-06-30', sintesi: null },
  parti: [parte('io', 'APERTO'), parte('altro', 'CONSEGNATO')],
  azioni: [azione('io', null, {}), azione('io', {}, {}), azione('io', null, null, '2020-01-01'), azione('altro', null, null)],
  rilievi: [],
  ...cambio,
});

test('si offre per le azioni proprie non ancora scritte, e si invia con lo stesso gesto se non manca altro', () => {
  expect(confermabile(rapporto(), 'io', true)).toEqual({ azioni: 1, compilate: 1, invia: true });
  expect(confermabile(rapporto(), 'io', false)).toMatchObject({ invia: false });
  expect(confermabile(rapporto({ parti: [parte('io', 'RINVIATO'), parte('altro', 'APERTO')] }), 'io', true)).toMatchObject({
    invia: false,
  });
  const rilievi = [{ diQuesta: false, stato: 'APERTO' }] as Parziale['rilievi'];
  expect(confermabile(rapporto({ rilievi }), 'io', true)).toMatchObject({ invia: false });
});

test('non si offre: relazione inviata, nessun periodo prima, parte consegnata o di altri, azioni nuove, tutto già scritto', () => {
  const no: Partial<Parziale>[] = [
    { stato: 'PRESENTATO' },
    { precedente: null },
    { parti: [parte('io', 'CONSEGNATO')] },
    { parti: [parte('io', 'NON_DOVUTO')] },
    { parti: [parte('altro', 'APERTO')] },
    { azioni: [azione('io', null, {}), azione('io', null, null)] },
    { azioni: [azione('io', {}, {})] },
  ];
  for (const cambio of no) expect([cambio, confermabile(rapporto(cambio), 'io', true)]).toEqual([cambio, null]);
});
