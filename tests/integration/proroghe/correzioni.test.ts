import { expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { piuMesi } from '@/lib/calendario/date';
import {
  type Avviato,
  attiDi,
  nullaCambia,
  progettoDi,
  righeDi,
  unAvviato,
  unaRelazione,
  unPeriodoTra,
} from '@/tests/support/progettoAvviato';
import { inserisci, superutente } from '@/tests/support/superutente';
import { concede, corregge, inEsame } from './_mondo';

const concessa = async (a: Avviato, mesi = 3, azioni: string[] = []) => {
  const id = await inEsame(a, { mesi });
  await concede(a, id, { fine: piuMesi(String((await progettoDi(a)).data_fine_prevista), mesi), azioni });
  return id;
};

test('una correzione è una riga nuova: la prima resta com’era, fine e calendario seguono; e si corregge anche la correzione', async () => {
  const a = await unAvviato({ finisceTra: 20 });
  await unPeriodoTra(a, 1, -10, 20, 50);
  const id = await concessa(a);
  const [prima] = await righeDi('proroga', a);
  const giusta = piuMesi(a.fine, 2);
  const { prorogaId } = await corregge(a, id, { fine: giusta });
  expect(await progettoDi(a)).toMatchObject({ data_fine_prevista: giusta, data_fine_originaria: a.fine });
  const righe = await righeDi('proroga', a);
  expect(righe.find((r) => r.id === id)).toEqual(prima);
  expect(righe.find((r) => r.id === prorogaId)).toMatchObject({ corregge_id: id, numero: 2, stato: 'ACCOLTA', fine_concessa: giusta });
  await nullaCambia(a, () => corregge(a, id, { fine: a.fine }), 'proroga.nonUltima');
  await corregge(a, prorogaId, { fine: a.fine });
  expect(await progettoDi(a)).toMatchObject({ data_fine_prevista: a.fine });
  expect(
    (await righeDi('periodo', a))
      .map(({ al }) => al)
      .sort()
      .at(-1),
  ).toBe(a.fine);
  expect((await attiDi(a)).filter((atto) => atto === 'proroga.corretta')).toHaveLength(2);
});

test('non si corregge verso una fine già rendicontata, né uguale, né prima di quella di partenza; lo fa il dirigente', async () => {
  const a = await unAvviato({ finisceTra: 20 });
  await unPeriodoTra(a, 1, -60, -10, 20);
  const id = await concessa(a);
  const fine = String((await progettoDi(a)).data_fine_prevista);
  await nullaCambia(a, () => corregge(a, id, { fine }), 'proroga.stessaFine');
  await nullaCambia(a, () => corregge(a, id, { fine: piuGiorni(a.fine, -1) }), 'proroga.primaDellaFine');
  await nullaCambia(a, () => corregge(a, id, { fine: a.fine }, a.chi.istruttore), 'proroga.ruoloMancante');
  const presentato = await unPeriodoTra(a, 90, 21, 60, 90, 'STRAORDINARIO');
  await unaRelazione(a, presentato.id, 'PRESENTATO');
  await nullaCambia(a, () => corregge(a, id, { fine: piuGiorni(a.oggi, 59) }), 'proroga.giaRendicontato', /già una relazione presentata/);
});

test('le azioni spostate con il progetto tornano indietro con lui: nessuna resta a finire dopo', async () => {
  const a = await unAvviato();
  const azioni = a.progetto.azioni.map(({ id }) => id);
  const id = await concessa(a, 3, azioni);
  const giusta = piuMesi(a.fine, 1);
  await nullaCambia(a, () => corregge(a, id, { fine: giusta }), 'proroga.azioniOltre', /A1, A2/);
  await corregge(a, id, { fine: giusta, azioni });
  expect((await righeDi('azione', a)).map(({ fine_prevista }) => fine_prevista)).toEqual([giusta, giusta]);
});

test('un’azione scelta che non finiva con il progetto si rifiuta', async () => {
  const a = await unAvviato();
  const altro = await unAvviato({ regione: a.progetto.regione });
  const id = await inEsame(a);
  const scelte = altro.progetto.azioni.map((azione) => azione.id);
  await nullaCambia(a, () => concede(a, id, { fine: piuMesi(a.fine, 3), azioni: scelte }), 'proroga.azioneEstranea');
});

test('se il piano nuovo non si può scrivere non si scrive nulla: né la decisione, né la fine, né il calendario, né l’evento', async () => {
  const a = await unAvviato();
  await unPeriodoTra(a, 1, -10, 200, 230);
  const id = await inEsame(a);
  const [azione] = a.progetto.azioni;
  await inserisci(superutente, 'voce_budget', {
    ...{ regione_id: a.progetto.regione.id, progetto_id: a.id, azione_id: azione?.id, categoria: 'personale' },
    ...{ organizzazione_id: azione?.organizzazioneId, contributo_cents: 1_000_001, cofinanziamento_cents: 0, natura_cents: 0 },
  });
  const azioni = a.progetto.azioni.map((una) => una.id);
  await nullaCambia(a, () => concede(a, id, { fine: piuMesi(a.fine, 3), azioni }), 'bando.capienzaSuperata');
});
