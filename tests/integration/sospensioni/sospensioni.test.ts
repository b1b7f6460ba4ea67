import { afterAll, expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { disponiSospensione } from '@/lib/sospensioni/commands/disponiSospensione';
import { riprendi } from '@/lib/sospensioni/commands/riprendi';
import { inGara } from '@/tests/support/inGara';
import {
  type Avviato,
  attiDi,
  nessunoLoTrova,
  nullaCambia,
  progettoDi,
  righeDi,
  ultimoEvento,
  unAvviato,
  unaRelazione,
  unPeriodoTra,
} from '@/tests/support/progettoAvviato';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';

afterAll(chiudiSqlGrezzo);

const sospende = (a: Avviato, dal: number, al: number | null, altro: object = {}, chi = a.chi.dirigente) =>
  disponiSospensione(chi, {
    ...{ progettoId: a.id, azioneId: null, motivo: 'EMERGENZA_SANITARIA', nota: null, atto: 'D.D. 7', dataAtto: a.oggi },
    ...{ dal: piuGiorni(a.oggi, dal), al: al === null ? null : piuGiorni(a.oggi, al), ...altro },
  });
const riprende = (a: Avviato, sospensioneId: string, al: number, chi = a.chi.dirigente, vista: string | null = null) =>
  riprendi(chi, { progettoId: a.id, sospensioneId, vista, al: piuGiorni(a.oggi, al), atto: 'D.D. 9' });
const scadenze = async (a: Avviato) =>
  (await righeDi('periodo', a))
    .sort((x, y) => Number(x.numero) - Number(y.numero))
    .map(({ scadenza, scadenza_originaria, dovuto }) => ({ scadenza, originaria: scadenza_originaria, dovuto }));

test('aperta: il progetto è sospeso; alla ripresa torna avviato e le scadenze ferme si spostano di altrettanti giorni', async () => {
  const a = await unAvviato();
  const periodo = await unPeriodoTra(a, 1, -90, -20, 10);
  const { sospensioneId } = await sospende(a, -10, null);
  expect(await progettoDi(a)).toMatchObject({ stato: 'SOSPESO', data_fine_prevista: a.fine, data_fine_originaria: null });
  expect(await scadenze(a)).toEqual([{ scadenza: piuGiorni(a.oggi, 10), originaria: null, dovuto: true }]);
  expect(await ultimoEvento(a)).toMatchObject({
    ...{ atto: 'progetto.sospeso', oggetto: 'sospensione', oggetto_id: sospensioneId, prima: { stato: 'AVVIATO' } },
    dopo: { stato: 'SOSPESO', motivo: 'EMERGENZA_SANITARIA', dal: piuGiorni(a.oggi, -10) },
  });
  await riprende(a, sospensioneId, -1);
  expect(await progettoDi(a)).toMatchObject({ stato: 'AVVIATO', data_fine_prevista: a.fine });
  expect(await scadenze(a)).toEqual([{ scadenza: piuGiorni(a.oggi, 20), originaria: piuGiorni(a.oggi, 10), dovuto: true }]);
  expect(await attiDi(a)).toEqual(['progetto.sospeso', 'progetto.ripreso']);
  expect((await righeDi('sospensione', a))[0]).toMatchObject({ al: piuGiorni(a.oggi, -1), atto_ripresa: 'D.D. 9' });
  expect(periodo.id).toBeTruthy();
});

test('registrata dopo e già conclusa: lo stato non cambia, ciò che è presentato non si tocca, ciò che è tutto dentro non è dovuto', async () => {
  const a = await unAvviato();
  const presentato = await unPeriodoTra(a, 1, -200, -120, -90);
  await unaRelazione(a, presentato.id, 'PRESENTATO');
  await unPeriodoTra(a, 2, -119, -100, -69);
  await unPeriodoTra(a, 3, -99, -60, -29);
  await unPeriodoTra(a, 4, -59, -5, 26);
  await unPeriodoTra(a, 5, -90, -70, -40, 'STRAORDINARIO');
  expect(await sospende(a, -110, -50)).toMatchObject({ scadenze: 3 });
  expect(await progettoDi(a)).toMatchObject({ stato: 'AVVIATO' });
  const dopo = await scadenze(a);
  expect(dopo[0]).toEqual({ scadenza: piuGiorni(a.oggi, -90), originaria: null, dovuto: true });
  expect(dopo[1]).toEqual({ scadenza: piuGiorni(a.oggi, -19), originaria: piuGiorni(a.oggi, -69), dovuto: true });
  expect(dopo[2]).toMatchObject({ dovuto: false });
  expect(dopo[3]).toEqual({ scadenza: piuGiorni(a.oggi, 26), originaria: null, dovuto: true });
  expect(dopo[4]).toMatchObject({ dovuto: true, scadenza: piuGiorni(a.oggi, -50 + 30) });
});

test('due sospensioni in fila si sommano, in qualunque ordine si registrino; la prima scadenza resta scritta', async () => {
  const due = await Promise.all(
    [false, true].map(async (alContrario) => {
      const a = await unAvviato();
      await unPeriodoTra(a, 1, -90, -60, -30);
      const giorni = [
        [-50, -46],
        [-44, -40],
      ] as const;
      for (const [dal, al] of alContrario ? giorni.toReversed() : giorni) await sospende(a, dal, al);
      return { esito: await scadenze(a), oggi: a.oggi };
    }),
  );
  for (const { esito, oggi } of due)
    expect(esito).toEqual([{ scadenza: piuGiorni(oggi, -20), originaria: piuGiorni(oggi, -30), dovuto: true }]);
});

test('con una fine che deve venire: si può anticipare finché non è passata, e le scadenze tornano indietro', async () => {
  const a = await unAvviato();
  await unPeriodoTra(a, 1, -90, -10, 20);
  const { sospensioneId } = await sospende(a, 0, 29);
  expect(await progettoDi(a)).toMatchObject({ stato: 'AVVIATO' });
  expect((await scadenze(a))[0]).toMatchObject({ scadenza: piuGiorni(a.oggi, 50) });
  await riprende(a, sospensioneId, 4, a.chi.dirigente, piuGiorni(a.oggi, 29));
  expect((await scadenze(a))[0]).toEqual({ scadenza: piuGiorni(a.oggi, 25), originaria: piuGiorni(a.oggi, 20), dovuto: true });
});

test('una sola azione: il progetto resta avviato, le scadenze non si muovono, l’evento la nomina', async () => {
  const a = await unAvviato();
  await unPeriodoTra(a, 1, -90, -10, 20);
  const azioneId = a.progetto.azioni[0]?.id ?? '';
  const { sospensioneId } = await sospende(a, -5, null, { azioneId });
  expect(await ultimoEvento(a)).toMatchObject({ atto: 'azione.sospesa', dopo: { azione: 'A1' } });
  await sospende(a, -5, -1, { azioneId: a.progetto.azioni[1]?.id });
  await riprende(a, sospensioneId, 0);
  expect(await ultimoEvento(a)).toMatchObject({ atto: 'azione.ripresa', dopo: { azione: 'A1', stato: 'AVVIATO' } });
  expect(await progettoDi(a)).toMatchObject({ stato: 'AVVIATO' });
  expect((await scadenze(a))[0]).toMatchObject({ scadenza: piuGiorni(a.oggi, 20), originaria: null });
  const altro = await unAvviato({ regione: a.progetto.regione });
  await nullaCambia(a, () => sospende(a, 0, null, { azioneId: altro.progetto.azioni[0]?.id }), 'azione.nonTrovata');
});

test('i rifiuti: chi non è dirigente, date storte, sovrapposizioni, stati e progetti altrui', async () => {
  const a = await unAvviato();
  for (const persona of ['istruttore', 'referente', 'partner'] as const)
    await nullaCambia(a, () => sospende(a, 0, null, {}, a.chi[persona]), 'sospensione.ruoloMancante', /Serve il ruolo di/);
  await nessunoLoTrova(a, (attore) => sospende(a, 0, null, {}, attore));
  await nullaCambia(a, () => sospende(a, 31, null), 'sospensione.anticipo');
  await nullaCambia(a, () => sospende(a, 0, null, { dataAtto: piuGiorni(a.oggi, 1) }), 'decisione.attoNelFuturo');
  const { sospensioneId } = await sospende(a, -20, -10);
  await nullaCambia(a, () => sospende(a, -10, null), 'sospensione.sovrapposta', /si sovrappongono/);
  await nullaCambia(a, () => riprende(a, sospensioneId, 0), 'ripresa.conclusa');
  await nullaCambia(a, () => riprende(a, a.id, 0), 'sospensione.nonTrovata');
  const concluso = await unAvviato({ stato: 'CONCLUSO' });
  await nullaCambia(concluso, () => sospende(concluso, 0, null), 'sospensione.statoNonAmmesso');
});

test('due dirigenti insieme: una sola sospensione, una sola ripresa', async () => {
  const a = await unAvviato();
  const insieme = await inGara(
    { tabella: 'progetto', id: a.id },
    () => sospende(a, 0, null),
    () => sospende(a, 0, null, {}, a.chi.collega),
  );
  expect(insieme).toEqual(['fulfilled', 'sospensione.sovrapposta']);
  const [riga] = await righeDi('sospensione', a);
  const id = String(riga?.id);
  const riprese = await inGara(
    { tabella: 'progetto', id: a.id },
    () => riprende(a, id, 0),
    () => riprende(a, id, 3, a.chi.collega),
  );
  expect(riprese).toEqual(['fulfilled', 'ripresa.conclusa']);
  expect(await attiDi(a)).toEqual(['progetto.sospeso', 'progetto.ripreso']);
});

test('il database impedisce da sé due sospensioni negli stessi giorni, e di riscrivere una sospensione finita', async () => {
  const a = await unAvviato();
  const { sospensioneId } = await sospende(a, -20, -10);
  const grezza = `insert into sospensione (regione_id, progetto_id, motivo, dal, al, atto, data_atto) values ($1, $2, 'ALTRO', $3, $4, 'X', $3)`;
  const valori = [a.progetto.regione.id, a.id, piuGiorni(a.oggi, -15), piuGiorni(a.oggi, -1)];
  expect(await sqlCome(a.chi.dirigente, grezza, valori)).toMatchObject({ codice: 'CT006' });
  expect(await sqlCome(a.chi.dirigente, 'update sospensione set al = app.oggi() where id = $1', [sospensioneId])).toMatchObject({
    codice: 'CT001',
  });
  const libere = [a.progetto.regione.id, a.id, piuGiorni(a.oggi, -5), piuGiorni(a.oggi, -1)];
  expect(await sqlCome(a.chi.istruttore, grezza, libere)).toMatchObject({ codice: '42501' });
});
