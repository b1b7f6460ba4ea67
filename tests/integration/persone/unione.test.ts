import { expect, test } from 'vitest';
import { variante } from '@/lib/codiceFiscale/codiceFiscale';
import { registraUscita } from '@/lib/persone/commands/registraUscita';
import { apriNucleo, togliNucleo } from '@/lib/persone/commands/scriviNucleo';
import { unisciPersone } from '@/lib/persone/commands/unisciPersone';
import { FiltriPersone } from '@/lib/persone/filtri';
import { cercaPersone, elencaNuclei, elencaPersone } from '@/lib/persone/queries';
import { leggiPersona } from '@/lib/persone/queriesScheda';
import { UscitaScritta } from '@/lib/persone/schema';
import { unProgetto } from '@/tests/support/buildersProgetto';
import { superutente } from '@/tests/support/superutente';
import { CODICE, datato, registra, unCodice, unMondo } from './_mondo';

const SENZA = { codice: '', senzaCodice: 'NESSUNO' };

test('due schede diventano una: partecipazioni spostate, la traccia resta, un evento solo', async () => {
  const m = await unMondo();
  const altro = { progetto: await unProgetto({ capofila: m.capofila }) };
  await datato(altro.progetto.id);
  const attore = await m.capofila.attore();
  const azioni = m.progetto.azioni.map(({ id }) => id);
  const resta = await registra(attore, m, { nucleo: 'F-1' });
  const doppia = await registra(attore, m, {
    ...{ ...SENZA, ingresso: '10/01/2020', informativaIl: '10/01/2020', condizione: 'INATTIVO_ALTRO', mesiDisoccupazione: '' },
    ...{ [`azioni.${azioni[0]}`]: undefined, [`azioni.${azioni[1]}`]: 'si' },
  });
  const prima = await superutente.query('select count(*)::int as n from evento where organizzazione_id = $1', [m.capofila.id]);
  await unisciPersone(attore, { resta: resta.personaId, assorbita: doppia.personaId });
  const dopo = await superutente.query('select count(*)::int as n from evento where organizzazione_id = $1', [m.capofila.id]);
  expect(dopo.rows[0].n - prima.rows[0].n).toBe(1);
  const scheda = await leggiPersona(attore, resta.personaId);
  // nello stesso progetto resta il primo ingresso, con le sue caratteristiche e le azioni di entrambe
  expect(scheda).toMatchObject({ confluite: 1, nucleo: 'F-1' });
  expect(scheda?.partecipazioni).toHaveLength(1);
  expect(scheda?.partecipazioni[0]).toMatchObject({
    ingresso: '2020-01-10',
    condizione: 'INATTIVO_ALTRO',
    frequenze: [{ codice: 'A1' }, { codice: 'A2' }],
  });
  const [resto] = (await superutente.query('select conta from partecipante where persona_id = $1', [resta.personaId])).rows;
  expect(resto).toEqual({ conta: true });
  expect(await leggiPersona(attore, doppia.personaId)).toMatchObject({ unitaA: resta.personaId, partecipazioni: [] });
  expect(await cercaPersone(attore, 'Zampardi')).toEqual([resta.personaId]);
  await expect(unisciPersone(attore, { resta: resta.personaId, assorbita: doppia.personaId })).rejects.toMatchObject({
    code: 'persona.chiusa',
  });
});

test('di due uscite vale l’ultima; se una è ancora aperta la persona è dentro', async () => {
  const m = await unMondo();
  const esce = (partecipanteId: string, uscita: string) =>
    registraUscita(m.chi.referente, UscitaScritta.parse({ partecipanteId, rev: '0', uscita, motivoUscita: 'COMPLETATO' }));
  const due = async () => [await registra(m.chi.referente, m), await registra(m.chi.referente, m, SENZA)] as const;
  const [a, b] = await due();
  await esce(a.partecipanteId, '31/01/2020');
  await esce(b.partecipanteId, '28/02/2020');
  await unisciPersone(m.chi.referente, { resta: a.personaId, assorbita: b.personaId });
  expect((await leggiPersona(m.chi.referente, a.personaId))?.partecipazioni).toMatchObject([{ uscita: '2020-02-28' }]);
  const [c, d] = await due();
  await esce(c.partecipanteId, '31/01/2020');
  await unisciPersone(m.chi.referente, { resta: c.personaId, assorbita: d.personaId });
  expect((await leggiPersona(m.chi.referente, c.personaId))?.partecipazioni).toMatchObject([{ uscita: null, motivoUscita: null }]);
});

test('due codici fiscali diversi sono due persone: l’omocodia è solo un indizio', async () => {
  const m = await unMondo();
  const uno = await registra(m.chi.referente, m, { codice: CODICE });
  const due = await registra(m.chi.referente, m, { codice: variante(CODICE, [6]) });
  expect(uno.personaId).not.toBe(due.personaId);
  expect((await leggiPersona(m.chi.referente, due.personaId))?.forse).toEqual([uno.personaId]);
  await expect(unisciPersone(m.chi.referente, { resta: uno.personaId, assorbita: due.personaId })).rejects.toMatchObject({
    code: 'unione.codiciDiversi',
  });
  const senza = await registra(m.chi.referente, m, SENZA);
  await expect(unisciPersone(m.chi.referente, { resta: senza.personaId, assorbita: uno.personaId })).rejects.toMatchObject({
    code: 'unione.restaSenzaCodice',
  });
  await expect(unisciPersone(m.chi.referente, { resta: uno.personaId, assorbita: uno.personaId })).rejects.toMatchObject({
    code: 'unione.stessa',
  });
  const altrui = await registra(m.chi.partner, m, SENZA);
  await expect(unisciPersone(m.chi.referente, { resta: uno.personaId, assorbita: altrui.personaId })).rejects.toMatchObject({
    code: 'partecipante.nonTrovato',
  });
});

test('due unioni incrociate nello stesso momento: una riesce, nessuna scheda rimanda a sé', async () => {
  const m = await unMondo();
  const [a, b] = [await registra(m.chi.referente, m, SENZA), await registra(m.chi.referente, m, SENZA)];
  const esiti = await Promise.allSettled([
    unisciPersone(m.chi.referente, { resta: a.personaId, assorbita: b.personaId }),
    unisciPersone(m.chi.operatore, { resta: b.personaId, assorbita: a.personaId }),
  ]);
  expect(esiti.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { rows } = await superutente.query('select count(*)::int as n from persona where organizzazione_id = $1 and unita_a is null', [
    m.capofila.id,
  ]);
  expect(rows[0].n).toBe(1);
});

test('l’elenco va avanti e indietro per chiave senza perdere né ripetere nessuno', async () => {
  const m = await unMondo();
  await superutente.query(
    `with nuove as (insert into persona (regione_id, programma_id, organizzazione_id, sesso)
        select $1, b.programma_id, $2, 'F' from bando b, generate_series(1, 120) where b.id = $4 returning *)
      insert into partecipante (regione_id, programma_id, progetto_id, organizzazione_id, persona_id, pseudonimo, ingresso)
        select n.regione_id, n.programma_id, $3, n.organizzazione_id, n.id, n.pseudonimo, '2020-01-01'::date + (row_number() over ())::int / 50 from nuove n`,
    [m.regione.id, m.capofila.id, m.progetto.id, m.regione.bandoId],
  );
  const viste: string[][] = [];
  let filtri = FiltriPersone.parse({});
  for (;;) {
    const pagina = await elencaPersone(m.chi.referente, filtri);
    viste.push(pagina.righe.map(({ id }) => id));
    if (!pagina.successiva) break;
    filtri = FiltriPersone.parse({ dopo: pagina.successiva });
  }
  expect(viste.map((p) => p.length)).toEqual([50, 50, 20]);
  expect(new Set(viste.flat()).size).toBe(120);
  const ultima = await elencaPersone(m.chi.referente, filtri);
  const indietro = await elencaPersone(m.chi.referente, FiltriPersone.parse({ prima: ultima.precedente ?? undefined }));
  expect(indietro.righe.map(({ id }) => id)).toEqual(viste[1]);
  const inizio = await elencaPersone(m.chi.referente, FiltriPersone.parse({ prima: indietro.precedente ?? undefined }));
  expect(inizio).toMatchObject({ precedente: null });
  expect(inizio.righe.map(({ id }) => id)).toEqual(viste[0]);
  // un indirizzo storto vale come nessun filtro
  expect((await elencaPersone(m.chi.referente, FiltriPersone.parse({ dopo: 'x', progetto: 'y', stato: 'z' }))).righe).toHaveLength(50);
  expect((await elencaPersone(m.chi.referente, FiltriPersone.parse({ stato: 'usciti' }))).righe).toEqual([]);
});

test('si cerca per inizio del cognome, per cognome e nome, per codice intero; non per un pezzo di codice', async () => {
  const m = await unMondo();
  const codice = unCodice();
  const { personaId } = await registra(m.chi.referente, m, { codice });
  for (const testo of ['zam', 'Zampardi', 'zampardi ermelinda', 'Ermelinda Zampardi', codice.toLowerCase()])
    expect(await cercaPersone(m.chi.operatore, testo)).toEqual([personaId]);
  for (const testo of ['za', 'zampardi giovanna', codice.slice(0, 8), '%', ''])
    expect(await cercaPersone(m.chi.operatore, testo)).toEqual([]);
});

test('i nuclei: un codice per famiglia, si toglie solo vuoto, un altro ente non li vede', async () => {
  const m = await unMondo();
  const { nucleoId } = await apriNucleo(m.chi.referente, { codice: 'F-9' });
  await expect(apriNucleo(m.chi.operatore, { codice: 'F-9' })).rejects.toMatchObject({ code: 'nucleo.doppio' });
  const uno = await registra(m.chi.referente, m, { nucleo: 'F-9' });
  const due = await registra(m.chi.referente, m, { nucleo: 'F-9' });
  expect(await elencaNuclei(m.chi.referente)).toEqual([{ id: nucleoId, codice: 'F-9', persone: [uno.personaId, due.personaId] }]);
  await expect(togliNucleo(m.chi.referente, { nucleoId })).rejects.toMatchObject({ code: 'nucleo.nonVuoto' });
  expect(await elencaNuclei(m.chi.partner)).toEqual([]);
  await expect(togliNucleo(m.chi.partner, { nucleoId })).rejects.toMatchObject({ code: 'nucleo.nonTrovato' });
});
