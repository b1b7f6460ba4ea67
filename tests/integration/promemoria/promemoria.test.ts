import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { accodaPromemoria, esitoPosta, postaDaInviare } from '@/lib/db/accesso';
import { avviaSpedizione } from '@/lib/posta/commands/avviaSpedizione';
import { unEnte } from '@/tests/support/builders';
import { unaDomanda, unBando } from '@/tests/support/buildersDomanda';
import { type Progetto, unChiarimento, unPeriodo, unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import { inserisci, superutente } from '@/tests/support/superutente';

/** I promemoria delle scadenze: a chi tocca, una volta sola, e zitti quando il progetto è sospeso. */

const PORTALE = 'https://cantiere.example/';
const accoda = () => accodaPromemoria(PORTALE);

let progetto: Progetto;
const indirizzi: Record<string, string> = {};
beforeEach(async () => {
  const capofila = await unEnte();
  const partner = await unEnte({ regione: capofila.regione });
  progetto = await unProgetto({ capofila, partner: [partner] });
  for (const [nome, ente] of Object.entries({ capofila, partner })) {
    const { rows } = await superutente.query('select email from utente where id = $1', [ente.utente.id]);
    indirizzi[nome] = rows[0].email;
  }
});

type Messaggio = { a: string; oggetto: string; testo: string };
/** I messaggi accodati per questo progetto, e chi li riceve per nome. */
async function messaggi(): Promise<Messaggio[]> {
  const { rows } = await superutente.query(
    'select destinatario as a, oggetto, testo from posta where regione_id = $1 order by creata_il, destinatario',
    [progetto.regione.id],
  );
  return rows.map(({ a, ...altro }) => ({ a: Object.entries(indirizzi).find(([, email]) => email === a)?.[0] ?? a, ...altro }));
}
const aChi = async () => (await messaggi()).map(({ a }) => a).sort();
const azzera = () => superutente.query('delete from posta where regione_id = $1', [progetto.regione.id]);
const scade = (periodoId: string, tra: number) =>
  superutente.query('update periodo set scadenza = app.oggi() + $2::int where id = $1', [periodoId, tra]);

test.each([
  [8, []],
  [7, ['capofila', 'partner']],
  [5, ['capofila', 'partner']],
  [2, ['capofila', 'partner']],
  [0, ['capofila', 'partner']],
  [-1, ['capofila', 'partner']],
  [-4, []],
])('una relazione che scade tra %i giorni si ricorda a %j, una volta sola', async (tra, attesi) => {
  const { id } = await unPeriodo(progetto);
  await scade(id, tra);
  await accoda();
  expect(await aChi()).toEqual(attesi);
  await accoda();
  expect(await aChi()).toEqual(attesi);
});

test('il testo dice che cosa, entro quando e dove; nessun nome e nessun testo scritto da persone', async () => {
  const { id } = await unPeriodo(progetto);
  await scade(id, 2);
  await accoda();
  const { rows } = await superutente.query(
    `select codice, titolo, to_char(app.oggi() + 2, 'DD/MM/YYYY') as giorno from progetto where id = $1`,
    [progetto.id],
  );
  const [{ codice, titolo, giorno }] = rows;
  const [primo] = await messaggi();
  expect(primo?.oggetto).toBe(`Promemoria: scade il ${giorno}, ${codice}`);
  expect(primo?.testo).toBe(
    `La relazione del periodo 01/01/2020-30/06/2020 del progetto ${codice} va presentata entro il ${giorno}: mancano 2 giorni.\n\n` +
      `https://cantiere.example/progetti/${progetto.id}\n\nQuesto messaggio è automatico: non serve rispondere.`,
  );
  expect(primo?.testo).not.toContain(titolo);
});

test('chi ha già consegnato la sua parte non riceve nulla; il capofila sì; presentata la relazione, nessuno', async () => {
  const { periodoId, id } = await unRapporto({ progetto, parti: ['APERTO', 'CONSEGNATO'] });
  await scade(periodoId, 2);
  await accoda();
  expect(await aChi()).toEqual(['capofila']);
  await azzera();
  await superutente.query(`update rapporto_progetto set stato = 'PRESENTATO' where id = $1`, [id]).catch(() => undefined);
  await superutente.query('update periodo set presentato_il = app.adesso() where id = $1', [periodoId]);
  await scade(periodoId, 1);
  await accoda();
  expect(await aChi()).toEqual([]);
});

test('con il progetto sospeso, o un periodo non dovuto, si tace; alla ripresa si ricorda', async () => {
  const { id } = await unPeriodo(progetto);
  await scade(id, 7);
  await superutente.query(`update progetto set stato = 'SOSPESO' where id = $1`, [progetto.id]);
  await accoda();
  expect(await aChi()).toEqual([]);
  await superutente.query(`update progetto set stato = 'AVVIATO' where id = $1`, [progetto.id]);
  await superutente.query('update periodo set dovuto = false where id = $1', [id]);
  await accoda();
  expect(await aChi()).toEqual([]);
  await superutente.query('update periodo set dovuto = true where id = $1', [id]);
  await accoda();
  expect(await aChi()).toEqual(['capofila', 'partner']);
});

test('una scadenza spostata ha i suoi promemoria, e quelli di prima non si ripetono', async () => {
  const { id } = await unPeriodo(progetto);
  await scade(id, 1);
  await accoda();
  await azzera();
  await scade(id, 7);
  await accoda();
  expect((await messaggi())[0]?.testo).toContain('mancano 7 giorni');
  await azzera();
  await scade(id, 1);
  await accoda();
  expect(await aChi()).toEqual([]);
});

test.each([
  [15, 0],
  [14, 2],
  [3, 2],
  [1, 2],
])('una domanda in bozza il cui bando chiude tra %i giorni si ricorda a %i persone', async (tra, quante) => {
  const { capofila, partner } = progetto;
  const bando = await unBando({ regione: progetto.regione });
  await unaDomanda({ bando, capofila, partner, stato: 'IDEA_BOZZA' });
  await unaDomanda({ bando, capofila, partner, stato: 'IDEA_PRESENTATA' });
  await superutente.query(
    `update passo_bando set chiude = app.oggi()::timestamp at time zone 'Europe/Rome' + make_interval(days => $2::int, hours => 12)
    where bando_id = $1 and fase = 'IDEA'`,
    [bando.id, tra],
  );
  await accoda();
  await accoda();
  expect(await messaggi()).toHaveLength(quante);
});

test('un chiarimento si ricorda due giorni prima all’ente dell’azione e al capofila; un’integrazione a chi scrive la domanda', async () => {
  const rapporto = await unRapporto({ progetto, stato: 'CHIARIMENTI' });
  const [, delPartner] = rapporto.avanzamenti;
  if (!delPartner) throw new Error('Serve l’azione del partner.');
  const { id } = await unChiarimento(rapporto, delPartner);
  await superutente.query('update chiarimento set entro = app.oggi() + 3 where id = $1', [id]);
  await accoda();
  expect(await aChi()).toEqual([]);
  await superutente.query('update chiarimento set entro = app.oggi() + 2 where id = $1', [id]);
  await accoda();
  await accoda();
  expect(await aChi()).toEqual(['capofila', 'partner']);
  await azzera();
  const domanda = await unaDomanda({ capofila: progetto.capofila, stato: 'IDEA_DA_INTEGRARE' });
  const integrazione = await inserisci(superutente, 'integrazione', {
    ...{ regione_id: progetto.regione.id, progetto_id: domanda.id, fase: 'IDEA', genere: 'INTEGRAZIONE', motivo: 'incompleto' },
    ...{ sezioni: ['x'], testo: 'Manca', entro: '2100-01-01' },
  });
  await superutente.query(`update integrazione set entro = app.adesso() + interval '30 hours' where id = $1`, [integrazione.id]);
  await accoda();
  await accoda();
  expect(await aChi()).toEqual(['capofila']);
});

test('due spedizionieri insieme accodano e spediscono ogni promemoria una volta sola, per davvero', async () => {
  const ricevuti: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(flusso, sessione, fatto) {
      flusso.resume();
      flusso.on('end', () => {
        ricevuti.push(...sessione.envelope.rcptTo.map(({ address }) => address));
        fatto();
      });
    },
  });
  await new Promise<void>((pronto) => server.listen(0, '127.0.0.1', pronto));
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  await superutente.query('delete from posta'); // il database è di questo solo processo
  const { id } = await unPeriodo(progetto);
  await scade(id, 7);
  const ciclo = () =>
    avviaSpedizione({
      ...{ url, mittente: 'Cantiere <cantiere@regione.example>', ogniMs: 20, promemoria: accoda },
      coda: { daInviare: postaDaInviare, esito: esitoPosta },
    });
  const [uno, due] = [ciclo(), ciclo()];
  const nostri = () => ricevuti.filter((a) => Object.values(indirizzi).includes(a)).sort();
  await expect.poll(nostri, { timeout: 10_000 }).toEqual([indirizzi.capofila, indirizzi.partner].sort());
  await Promise.all([uno(), due()]);
  await new Promise<void>((chiuso) => server.close(() => chiuso()));
  expect(nostri()).toHaveLength(2);
  const { rows } = await superutente.query('select destinatari from promemoria where oggetto_id = $1', [id]);
  expect(rows).toEqual([{ destinatari: 2 }]);
});

afterAll(() => superutente.query('delete from posta'));
