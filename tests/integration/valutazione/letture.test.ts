import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { documentoPdf } from '@/lib/pdf/documento';
import { consolidaValutazione } from '@/lib/valutazione/commands/consolidaValutazione';
import { elencaDaValutare, leggiConsolidata, leggiDaValutare } from '@/lib/valutazione/queries';
import { leggiCommissione } from '@/lib/valutazione/queriesCommissione';
import { leggiGraduatoria } from '@/lib/valutazione/queriesGraduatoria';
import { passoDi } from '@/lib/valutazione/rules';
import { verbale } from '@/lib/valutazione/verbale';
import { vistaDi } from '@/lib/versioni/vista';
import { unaRegione, unUtente } from '@/tests/support/builders';
import { unaCommissione, unaDomanda, unBando } from '@/tests/support/buildersDomanda';
import { superutente } from '@/tests/support/superutente';
import { conclude, dichiara, type Seduta, tuttiConcludono, unaSeduta } from './_mondo';

const passi = async (attore: Attore) => (await elencaDaValutare(attore)).map((d) => [d.id, passoDi(d)]);
const dirigenteDi = async ({ bando }: Pick<Seduta, 'bando'>) => (await unUtente({ regione: bando.regione, ruolo: 'DIRIGENTE' })).attore();
const consolida = (seduta: Seduta) =>
  consolidaValutazione(seduta.commissari[0], { ...seduta.scelta, motivazione: 'Giudizio della commissione', criteri: {} });

test('l’elenco dice a ciascuno che cosa gli tocca, passo dopo passo', async () => {
  const seduta = await unaSeduta({ quanti: 2 });
  const [prima, seconda] = seduta.commissari;
  const { id } = seduta.domanda;
  expect(await passi(prima)).toEqual([[id, 'dichiara']]);
  await dichiara(seduta, prima);
  expect(await passi(prima)).toEqual([[id, 'valuta']]);
  await conclude(seduta, prima, 30);
  expect([await passi(prima), await passi(seconda)]).toEqual([[[id, 'aspetta']], [[id, 'dichiara']]]);
  await dichiara(seduta, seconda);
  await conclude(seduta, seconda, 31);
  expect([await passi(prima), await passi(seconda)]).toEqual([[[id, 'consolida']], [[id, 'aspetta']]]);
  await consolida(seduta);
  expect(await passi(seconda)).toEqual([[id, 'consolidata']]);
  expect(await passi(await dirigenteDi(seduta))).toEqual([]);
});

test('prima della dichiarazione la pagina riceve solo il titolo; dopo, idea e progetto', async () => {
  const seduta = await unaSeduta({ fase: 'PROGETTO' });
  const [prima] = seduta.commissari;
  const legge = () => leggiDaValutare(prima, seduta.domanda.id, 'PROGETTO');
  expect(await legge()).toMatchObject({ titolo: seduta.domanda.titolo, idea: null, progetto: null, schede: [], appartiene: false });
  await dichiara(seduta, prima);
  const letta = await legge();
  expect(letta).toMatchObject({ idea: { numero: 1 }, progetto: { numero: 2 }, schede: [{ utenteId: prima.utenteId, stato: 'BOZZA' }] });
  const contenuto = letta?.progetto?.contenuto;
  if (!contenuto) throw new Error('Il progetto non si legge.');
  expect(vistaDi(letta.configurazione, contenuto, letta.nomi).length).toBeGreaterThan(1);
});

test('chi ha concluso si sa, i suoi punti no', async () => {
  const seduta = await unaSeduta({ quanti: 2 });
  const [prima, seconda] = seduta.commissari;
  for (const attore of seduta.commissari) await dichiara(seduta, attore);
  await conclude(seduta, prima, 30);
  const letta = await leggiDaValutare(seconda, seduta.domanda.id, 'IDEA');
  expect(letta?.schede.map(({ utenteId }) => utenteId)).toEqual([seconda.utenteId]);
  expect(letta?.commissari.map((c) => [c.utenteId, c.haDichiarato, c.haConcluso, c.astenuto]).sort()).toEqual(
    [
      [prima.utenteId, true, true, false],
      [seconda.utenteId, true, false, false],
    ].sort(),
  );
});

test('la consolidata si legge in Regione, non altrove', async () => {
  const seduta = await unaSeduta({ quanti: 2 });
  await tuttiConcludono(seduta, [30, 40]);
  const dirigente = await dirigenteDi(seduta);
  expect(await leggiConsolidata(dirigente, seduta.domanda.id, 'IDEA')).toBeNull();
  await consolida(seduta);
  expect(await leggiConsolidata(dirigente, seduta.domanda.id, 'IDEA')).toMatchObject({
    totaleCentesimi: 7000,
    motivazione: 'Giudizio della commissione',
  });
  const altrove = await (await unUtente({ regione: await unaRegione(), ruolo: 'DIRIGENTE' })).attore();
  expect(await leggiConsolidata(altrove, seduta.domanda.id, 'IDEA')).toBeNull();
  expect(await leggiDaValutare(altrove, seduta.domanda.id, 'IDEA')).toBeNull();
  expect([await leggiCommissione(altrove, seduta.bando.id), await leggiGraduatoria(altrove, seduta.bando.id, 'IDEA')]).toEqual([
    null,
    null,
  ]);
});

test('la commissione con chi si può nominare: solo persone della Regione', async () => {
  const seduta = await unaSeduta({ quanti: 2 });
  const dirigente = await dirigenteDi(seduta);
  await unUtente({ regione: seduta.bando.regione, ruolo: 'AMMINISTRATORE' });
  await dichiara(seduta, seduta.commissari[0]);
  const letta = await leggiCommissione(dirigente, seduta.bando.id);
  expect(letta).toMatchObject({ griglia: true });
  expect(letta?.membri.map(({ utenteId, presidente, haDichiarato }) => [utenteId, presidente, haDichiarato])).toEqual([
    [seduta.commissari[0].utenteId, true, true],
    [seduta.commissari[1].utenteId, false, false],
  ]);
  expect(letta?.persone.map(({ utenteId }) => utenteId).sort()).toEqual(
    [...seduta.commissari.map(({ utenteId }) => utenteId), dirigente.utenteId].sort(),
  );
});

/** Tre progetti definitivi valutati: 70, 90 e 40 punti; il secondo deve chiedere più di quanto resta. */
async function treValutati() {
  const bando = await unBando({ configurazione: { tipo: 'COMPETITIVO', sogliaTotaleCentesimi: 5000, dotazioneCents: '100000' } });
  const utenti = await unaCommissione({ bando, fase: 'PROGETTO', quanti: 2 });
  const [prima, seconda] = await Promise.all(utenti.map((u) => u.attore()));
  if (!prima || !seconda) throw new Error('Manca la commissione.');
  const sedute: Seduta[] = [];
  for (const punti of [35, 40, 20]) {
    const domanda = await unaDomanda({ bando, stato: 'AMMISSIBILE', importi: { richiesto: 60_000 } });
    const scelta = { progettoId: domanda.id, fase: 'PROGETTO' as const };
    const seduta: Seduta = { bando, domanda, fase: 'PROGETTO', scelta, utenti, commissari: [prima, seconda] };
    await tuttiConcludono(seduta, [punti, punti]);
    await consolida(seduta);
    sedute.push(seduta);
  }
  return { bando, sedute };
}

test('la graduatoria ordina, taglia con le risorse e ha lo stesso verbale per tutti, anche per chi si è astenuto', async () => {
  const { bando, sedute } = await treValutati();
  const dirigente = await dirigenteDi({ bando });
  // gli importi del quadro di prova non servono qui: conta quello scritto sul progetto
  await superutente.query(`update progetto set importo_richiesto_cents = 60000 where bando_id = $1`, [bando.id]);
  const dati = await leggiGraduatoria(dirigente, bando.id, 'PROGETTO');
  if (!dati) throw new Error('La graduatoria non si legge.');
  const [a, b, c] = sedute.map(({ domanda }) => domanda.id);
  expect(dati.esito.righe.map(({ progettoId, posizione }) => [progettoId, posizione])).toEqual([
    [b, 1],
    [a, 2],
    [c, null],
  ]);
  expect(dati.esito.righe.every(({ richiestoCents }) => richiestoCents !== null)).toBe(true);
  expect(dati.esito.impegnatoCents <= dati.dotazioneCents).toBe(true);
  const byte = await documentoPdf(verbale(dati, dirigente.adesso));
  expect(await documentoPdf(verbale(dati, new Date(0)))).toEqual(byte);
  const pdf = await getDocument({ data: Uint8Array.from(byte), verbosity: 0 }).promise;
  let testo = '';
  for (let n = 1; n <= pdf.numPages; n++)
    testo += (await (await pdf.getPage(n)).getTextContent()).items.map((p) => ('str' in p ? p.str : '')).join(' ');
  for (const frase of ['Verbale di valutazione', 'Giudizio della commissione', 'Sotto soglia', 'Graduatoria'])
    expect(testo).toContain(frase);

  // uno dei commissari entra in conflitto su una domanda: la legge meno, ma la graduatoria resta quella
  await superutente.query(`update valutazione set conflitto = 'PRESENTE' where progetto_id = $1 and utente_id = $2`, [
    b,
    sedute[0]?.commissari[1].utenteId,
  ]);
  const astenuto = sedute[0]?.commissari[1];
  if (!astenuto) throw new Error('Manca il commissario.');
  const suoi = await leggiGraduatoria(astenuto, bando.id, 'PROGETTO');
  expect(suoi?.esito).toEqual((await leggiGraduatoria(dirigente, bando.id, 'PROGETTO'))?.esito);
  expect(suoi?.esito.righe.map(({ progettoId }) => progettoId)).toEqual([b, a, c]);
  expect(suoi?.commissari.map(({ astensioni }) => astensioni)).toEqual([0, 1]);
});

test('una domanda tornata in istruttoria esce dalla graduatoria; una ritirata resta segnata', async () => {
  const { bando, sedute } = await treValutati();
  const dirigente = await dirigenteDi({ bando });
  const [a, b] = sedute.map(({ domanda }) => domanda.id);
  await superutente.query(`update progetto set stato = 'PROGETTO_PRESENTATO' where id = $1`, [a]);
  await superutente.query(`update progetto set stato = 'RITIRATO' where id = $1`, [b]);
  const dati = await leggiGraduatoria(dirigente, bando.id, 'PROGETTO');
  expect(dati?.esito.righe.map(({ progettoId, esito }) => [progettoId, esito])).toEqual([
    [sedute[2]?.domanda.id, 'SOTTO_SOGLIA'],
    [b, 'RITIRATA'],
  ]);
});
