import { expect, test } from 'vitest';
import { apriRapporto } from '@/lib/attuazione/commands/apriRapporto';
import { leggiDoveri } from '@/lib/attuazione/queriesCompiti';
import type { Attore } from '@/lib/auth/attore';
import { aggiornaCalendario } from '@/lib/calendario/commands/_calendario';
import { chiediStraordinaria } from '@/lib/calendario/commands/chiediStraordinaria';
import { togliStraordinaria } from '@/lib/calendario/commands/togliStraordinaria';
import { domani } from '@/lib/calendario/date';
import { generaPeriodi } from '@/lib/calendario/periodi';
import { leggiCalendario } from '@/lib/calendario/queries';
import { regolaDa } from '@/lib/calendario/regola';
import { avviaProgetto } from '@/lib/convenzione/commands/avviaProgetto';
import { commandAs } from '@/lib/db/scope';
import { periodiDi, tra, unoDaAvviare } from '@/tests/support/avvio';
import { inGara } from '@/tests/support/inGara';
import { attiDelProgetto, type Ridotto, rifiutatoPiano } from '@/tests/support/rimodulazione';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Un progetto avviato 200 giorni fa per 500 giorni in tutto. */
async function unAvviato(): Promise<Ridotto> {
  const ridotto = await unoDaAvviare();
  const { istruttore } = ridotto.chi;
  const date = { dataAtto: tra(istruttore, -200), inizio: tra(istruttore, -200), fine: tra(istruttore, 300) };
  await avviaProgetto(istruttore, { progettoId: ridotto.progetto.id, atto: 'DD 1', ...date });
  return ridotto;
}
const proroga = (attore: Attore, progettoId: string, fine: string) =>
  commandAs(attore, async (tx) => ({
    result: await aggiornaCalendario(tx, attore, progettoId, fine),
    evento: { atto: 'proroga.accolta', oggetto: 'progetto', oggettoId: progettoId, progettoId, dopo: { fine } },
  }));
const finiDi = async ({ progetto }: Ridotto) =>
  (
    await superutente.query('select data_fine_prevista::text fine, data_fine_originaria::text originaria from progetto where id = $1', [
      progetto.id,
    ])
  ).rows[0];
const chiesta = ({ progetto, chi }: Ridotto, cambio: Partial<Parameters<typeof chiediStraordinaria>[1]> = {}) => ({
  progettoId: progetto.id,
  dal: tra(chi.istruttore, -60),
  al: tra(chi.istruttore, -10),
  scadenza: tra(chi.istruttore, 20),
  motivo: 'Serve per la relazione annuale',
  ...cambio,
});

test('una proroga allunga l’ultimo periodo e ne aggiunge; la fine di prima resta scritta; rifarla non cambia nulla', async () => {
  const ridotto = await unAvviato();
  const { chi, progetto } = ridotto;
  const [vecchia, nuova] = [tra(chi.dirigente, 300), tra(chi.dirigente, 480)];
  await proroga(chi.dirigente, progetto.id, nuova);
  const attesi = generaPeriodi({ dal: tra(chi.dirigente, -200), al: nuova, regola: regolaDa(null) });
  expect((await periodiDi(ridotto)).map(({ tipo: _, dovuto: __, ...p }) => p)).toEqual(attesi);
  expect(await finiDi(ridotto)).toEqual({ fine: nuova, originaria: vecchia });
  const prima = await periodiDi(ridotto);
  await proroga(chi.dirigente, progetto.id, nuova);
  expect(await periodiDi(ridotto)).toEqual(prima);
  const ancora = tra(chi.dirigente, 600);
  await proroga(chi.dirigente, progetto.id, ancora);
  expect(await finiDi(ridotto)).toEqual({ fine: ancora, originaria: vecchia });
});

test('accorciare toglie i periodi futuri e taglia l’ultimo; quelli finiti restano, ma oltre la fine non sono più dovuti', async () => {
  const ridotto = await unAvviato();
  const { chi, progetto } = ridotto;
  const originali = await periodiDi(ridotto);
  const fine = tra(chi.dirigente, -130);
  await proroga(chi.dirigente, progetto.id, fine);
  const finiti = originali.filter(({ al }) => al < tra(chi.dirigente, 0));
  const dopo = await periodiDi(ridotto);
  expect(dopo.map(({ dovuto: _, ...p }) => p)).toEqual(finiti.map(({ dovuto: _, ...p }) => p));
  for (const p of dopo) expect(p.dovuto).toBe(p.dal <= fine);
  expect(dopo.some(({ dovuto }) => !dovuto)).toBe(true);
  // la fine torna dov'era: quei periodi sono di nuovo dovuti, e il calendario copre tutto senza buchi
  await proroga(chi.dirigente, progetto.id, tra(chi.dirigente, 300));
  const tornati = await periodiDi(ridotto);
  expect(tornati.every(({ dovuto }) => dovuto)).toBe(true);
  expect(tornati.map(({ dal, al }) => [dal, al])).toEqual(originali.map(({ dal, al }) => [dal, al]));
});

test('la scadenza dell’ultimo periodo, allungato, ricorda quella di prima; un periodo nuovo tutto sospeso nasce non dovuto', async () => {
  const ridotto = await unAvviato();
  const { chi, progetto } = ridotto;
  const ultimo = (await periodiDi(ridotto)).at(-1);
  // una sospensione già disposta, con la sua fine, che copre i due anni dopo la fine attuale
  await inserisci(superutente, 'sospensione', {
    ...{ regione_id: progetto.regione.id, progetto_id: progetto.id, motivo: 'CONTENZIOSO', atto: 'DD 1', data_atto: '2020-01-01' },
    ...{ dal: tra(chi.dirigente, 380), al: tra(chi.dirigente, 900) },
  });
  await proroga(chi.dirigente, progetto.id, tra(chi.dirigente, 600));
  const dopo = await periodiDi(ridotto);
  for (const p of dopo) expect(p.dovuto).toBe(p.dal < tra(chi.dirigente, 380));
  expect(dopo.filter(({ dovuto }) => !dovuto).length).toBeGreaterThan(0);
  const { rows } = await superutente.query(
    'select scadenza_originaria::text o, scadenza::text s from periodo where progetto_id = $1 and scadenza_originaria is not null',
    [progetto.id],
  );
  // se la fine cadeva proprio su un confine del calendario, nessun periodo si è allungato
  if (dopo.some(({ al }) => al === ultimo?.al)) expect(rows).toEqual([]);
  else expect(rows).toEqual([{ o: ultimo?.scadenza, s: expect.stringMatching(/^\d{4}/) }]);
});

test('una relazione in bozza che la Regione non vede non si perde quando la fine si accorcia', async () => {
  const ridotto = await unAvviato();
  const { chi, progetto } = ridotto;
  const { rows } = await superutente.query('select id from periodo where progetto_id = $1 and al < $2 order by al desc limit 1', [
    progetto.id,
    tra(chi.referente, 0),
  ]);
  const { rapportoId } = await apriRapporto(chi.referente, { periodoId: rows[0].id });
  await proroga(chi.dirigente, progetto.id, tra(chi.dirigente, -150));
  const { rowCount } = await superutente.query('select from rapporto_progetto where id = $1 and periodo_id = $2', [rapportoId, rows[0].id]);
  expect(rowCount).toBe(1);
});

test('una scadenza presentata è immutabile: il database la rifiuta a chiunque nella Regione', async () => {
  const ridotto = await unAvviato();
  const { chi, progetto } = ridotto;
  const [primo] = (
    await superutente.query('select id, scadenza::text s from periodo where progetto_id = $1 order by numero limit 1', [progetto.id])
  ).rows;
  await inserisci(superutente, 'rapporto_progetto', {
    ...{ regione_id: progetto.regione.id, progetto_id: progetto.id, periodo_id: primo.id },
    ...{ stato: 'PRESENTATO', presentato_il: new Date() },
  });
  for (const attore of [chi.istruttore, chi.dirigente])
    for (const cambio of [{ scadenza: new Date('2030-01-01') }, { al: new Date('2030-01-01') }, { dovuto: false }])
      await expect(
        commandAs(attore, async (tx) => ({
          result: await tx.periodo.updateMany({ where: { id: primo.id }, data: cambio }),
          evento: { atto: 'proroga.accolta', oggetto: 'periodo', oggettoId: primo.id, progettoId: progetto.id },
        })),
      ).rejects.toMatchObject({ code: 'stato.transizioneNonAmmessa' });
  const { rows } = await superutente.query('select scadenza::text s, presentato_il is not null as presentato from periodo where id = $1', [
    primo.id,
  ]);
  expect(rows).toEqual([{ s: primo.s, presentato: true }]);
  await proroga(chi.dirigente, progetto.id, tra(chi.dirigente, 700));
  const { rows: dopo } = await superutente.query('select scadenza::text s from periodo where id = $1', [primo.id]);
  expect(dopo).toEqual([{ s: primo.s }]);
});

test('la Regione chiede una relazione straordinaria: l’ente la trova, la apre come le altre, e i numeri delle ordinarie non cambiano', async () => {
  const ridotto = await unAvviato();
  const { chi, progetto } = ridotto;
  const prima = await periodiDi(ridotto);
  const { periodoId } = await chiediStraordinaria(chi.istruttore, chiesta(ridotto));
  expect((await periodiDi(ridotto)).filter(({ tipo }) => tipo === 'ORDINARIO')).toEqual(prima);
  const [mio] = await leggiDoveri(chi.referente);
  expect(mio?.periodi.map(({ id }) => id)).toContain(periodoId);
  expect(mio?.periodi.find(({ id }) => id === periodoId)).toMatchObject({ straordinario: true });
  const calendario = await leggiCalendario(chi.referente, progetto.id);
  expect(calendario?.periodi.find(({ id }) => id === periodoId)).toMatchObject({
    tipo: 'STRAORDINARIO',
    motivo: 'Serve per la relazione annuale',
  });
  await apriRapporto(chi.referente, { periodoId });
  await proroga(chi.dirigente, progetto.id, tra(chi.dirigente, 600));
  const numeri = (await periodiDi(ridotto)).map(({ numero }) => numero);
  expect(new Set(numeri).size).toBe(numeri.length);
});

test('non si chiede conto del futuro, di prima dell’avvio, due volte, né senza tempo per rispondere', async () => {
  const ridotto = await unAvviato();
  const { chi } = ridotto;
  const { istruttore } = chi;
  const casi: [Partial<ReturnType<typeof chiesta>>, string][] = [
    [{ al: tra(istruttore, 0) }, 'straordinaria.futura'],
    [{ al: tra(istruttore, 30) }, 'straordinaria.futura'],
    [{ al: tra(istruttore, -90) }, 'straordinaria.rovesciata'],
    [{ dal: tra(istruttore, -201) }, 'straordinaria.primaDellAvvio'],
    [{ scadenza: tra(istruttore, 0) }, 'straordinaria.scaduta'],
    [{ scadenza: tra(istruttore, 400) }, 'straordinaria.lontana'],
  ];
  for (const [cambio, codice] of casi)
    await rifiutatoPiano(ridotto, () => chiediStraordinaria(istruttore, chiesta(ridotto, cambio)), codice, /./);
  await rifiutatoPiano(ridotto, () => chiediStraordinaria(chi.referente, chiesta(ridotto)), 'calendario.ruoloMancante', /Regione/);
  await rifiutatoPiano(ridotto, () => chiediStraordinaria(chi.altraRegione, chiesta(ridotto)), 'progetto.nonTrovato', /./);
  await chiediStraordinaria(istruttore, chiesta(ridotto));
  await rifiutatoPiano(ridotto, () => chiediStraordinaria(chi.dirigente, chiesta(ridotto)), 'straordinaria.giaChiesta', /già/);
});

test('due funzionari la chiedono insieme per lo stesso periodo: ne nasce una', async () => {
  const ridotto = await unAvviato();
  const { chi, progetto } = ridotto;
  const esiti = await inGara(
    { tabella: 'progetto', id: progetto.id },
    () => chiediStraordinaria(chi.istruttore, chiesta(ridotto)),
    () => chiediStraordinaria(chi.dirigente, chiesta(ridotto)),
  );
  expect(esiti.sort()).toEqual(['fulfilled', 'straordinaria.giaChiesta']);
  expect((await attiDelProgetto(ridotto)).filter((a) => a === 'periodo.straordinario')).toHaveLength(1);
});

test('si toglie finché nessuno l’ha cominciata; di un periodo ordinario non si può', async () => {
  const ridotto = await unAvviato();
  const { chi, progetto } = ridotto;
  const { periodoId } = await chiediStraordinaria(chi.istruttore, chiesta(ridotto));
  await togliStraordinaria(chi.dirigente, { progettoId: progetto.id, periodoId });
  expect((await periodiDi(ridotto)).some(({ tipo }) => tipo === 'STRAORDINARIO')).toBe(false);
  const seconda = await chiediStraordinaria(chi.istruttore, chiesta(ridotto));
  await apriRapporto(chi.referente, seconda);
  const togli = (id: string) => () => togliStraordinaria(chi.istruttore, { progettoId: progetto.id, periodoId: id });
  await rifiutatoPiano(ridotto, togli(seconda.periodoId), 'straordinaria.cominciata', /cominciato/);
  const { rows } = await superutente.query(`select id from periodo where progetto_id = $1 and tipo = 'ORDINARIO' limit 1`, [progetto.id]);
  await rifiutatoPiano(ridotto, togli(rows[0].id), 'straordinaria.nonTrovata', /./);
});

test('due periodi ordinari non si sovrappongono nemmeno scrivendo accanto ai comandi', async () => {
  const ridotto = await unAvviato();
  const { chi, progetto } = ridotto;
  const [primo] = await periodiDi(ridotto);
  const dal = new Date(`${primo?.al}T00:00:00Z`);
  const data = {
    regioneId: chi.istruttore.regioneId,
    progettoId: progetto.id,
    numero: 99,
    dal,
    al: new Date(`${domani(primo?.al ?? '')}T00:00:00Z`),
    scadenza: dal,
  };
  await expect(
    commandAs(chi.istruttore, async (tx) => ({
      result: await tx.periodo.createMany({ data: [{ ...data, tipo: 'ORDINARIO' }] }),
      evento: { atto: 'progetto.avviato', oggetto: 'progetto', oggettoId: progetto.id, progettoId: progetto.id },
    })),
  ).rejects.toMatchObject({ code: 'calendario.sovrapposto' });
});

test('il calendario lo vede chi partecipa e la Regione del progetto; gli altri non sanno che c’è', async () => {
  const { chi, progetto } = await unAvviato();
  for (const attore of [chi.referente, chi.partner, chi.istruttore]) expect(await leggiCalendario(attore, progetto.id)).not.toBeNull();
  for (const attore of [chi.estraneo, chi.altraRegione]) expect(await leggiCalendario(attore, progetto.id)).toBeNull();
});
