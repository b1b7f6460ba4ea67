import { expect, test } from 'vitest';
import { salvaSezione } from '@/lib/domande/commands/salvaSezione';
import { leggiDomanda } from '@/lib/domande/queries';
import type { SezioneDaSalvare } from '@/lib/domande/schema';
import { unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { type DomandaDiProva, unaDomanda } from '@/tests/support/buildersDomanda';
import { inGara, tuttiFermi } from '@/tests/support/inGara';
import { inserisci, superutente } from '@/tests/support/superutente';

const TESTO = { descrizione: 'Un testo nuovo', ambiti: ['Biella'] };

const salvataggio = (domanda: DomandaDiProva, cambio: Partial<SezioneDaSalvare> = {}): SezioneDaSalvare => ({
  progettoId: domanda.id,
  fase: 'IDEA',
  chiave: 'contesto',
  rev: 1,
  valori: TESTO,
  ...cambio,
});

async function unaDomandaADue(stato = 'IDEA_BOZZA') {
  const regione = await unaRegione();
  const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
  const domanda = await unaDomanda({ capofila, partner: [partner], stato });
  return { regione, capofila, partner, domanda, alCapofila: await capofila.attore(), alPartner: await partner.attore() };
}

const riga = async (domanda: DomandaDiProva, fase = 'IDEA', chiave = 'contesto') =>
  (
    await superutente.query(
      'select valori, rev, aggiornata_da from sezione_progetto where progetto_id = $1 and fase = $2 and chiave = $3',
      [domanda.id, fase, chiave],
    )
  ).rows[0];
const eventi = async (domanda: DomandaDiProva) =>
  (await superutente.query(`select atto, riservato, dopo from evento where progetto_id = $1 order by id`, [domanda.id])).rows;

test('il partner salva una sezione: valori, revisione, chi è stato, un evento solo e senza testo', async () => {
  const { domanda, alPartner } = await unaDomandaADue();
  expect(await salvaSezione(alPartner, salvataggio(domanda))).toMatchObject({ esito: 'salvata', rev: 2 });
  expect(await riga(domanda)).toEqual({ valori: TESTO, rev: 2, aggiornata_da: alPartner.utenteId });
  expect(await eventi(domanda)).toEqual([
    { atto: 'sezione.salvata', riservato: true, dopo: { fase: 'IDEA', sezione: 'contesto', rev: 2, campi: 2 } },
  ]);
});

test('un campo non inviato resta com’era, e uno vuoto si svuota', async () => {
  const { domanda, alCapofila } = await unaDomandaADue();
  await salvaSezione(alCapofila, salvataggio(domanda, { valori: { ambiti: [] } }));
  expect((await riga(domanda)).valori).toEqual({ descrizione: 'Un territorio di valle con pochi servizi.', ambiti: [] });
});

test('chi parte da una revisione superata riceve il testo dell’altro, e nulla si scrive', async () => {
  const { domanda, alCapofila, alPartner } = await unaDomandaADue();
  await salvaSezione(alCapofila, salvataggio(domanda, { valori: { descrizione: 'Il testo del capofila' } }));
  for (const rev of [0, 1, 7]) {
    const esito = await salvaSezione(alPartner, salvataggio(domanda, { rev, valori: { descrizione: 'Il testo del partner' } }));
    expect(esito).toMatchObject({ esito: 'conflitto', rev: 2, valori: { descrizione: 'Il testo del capofila' } });
  }
  expect((await riga(domanda)).valori.descrizione).toBe('Il testo del capofila');
  expect(await eventi(domanda)).toHaveLength(1);
});

test('due persone nello stesso istante: una salva, l’altra vede il conflitto', async () => {
  const { domanda, alCapofila, alPartner } = await unaDomandaADue();
  const esiti: unknown[] = [];
  const salva = (attore: typeof alCapofila, descrizione: string) => async () => {
    esiti.push((await salvaSezione(attore, salvataggio(domanda, { valori: { descrizione } }))).esito);
  };
  const id = domanda.sezioni['IDEA contesto'] ?? '';
  expect(await inGara({ tabella: 'sezione_progetto', id }, salva(alCapofila, 'Uno'), salva(alPartner, 'Due'))).toEqual([
    'fulfilled',
    'fulfilled',
  ]);
  expect(esiti.sort()).toEqual(['conflitto', 'salvata']);
  expect(await riga(domanda)).toMatchObject({ rev: 2 });
  expect(await eventi(domanda)).toHaveLength(1);
});

test('due persone aprono insieme una sezione mai scritta: nasce una riga sola', async () => {
  const regione = await unaRegione();
  const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
  const domanda = await unaDomanda({ capofila, partner: [partner], sezioni: { contesto: null } });
  const [uno, due] = [await capofila.attore(), await partner.attore()];
  const esiti = await Promise.all([
    salvaSezione(uno, salvataggio(domanda, { rev: 0, valori: { descrizione: 'Uno' } })),
    salvaSezione(due, salvataggio(domanda, { rev: 0, valori: { descrizione: 'Due' } })),
  ]);
  expect(esiti.map(({ esito }) => esito).sort()).toEqual(['conflitto', 'salvata']);
  expect(await riga(domanda)).toMatchObject({ rev: 1 });
});

test('la risposta si era persa: lo stesso salvataggio ripetuto riesce e non scrive di nuovo', async () => {
  const { domanda, alCapofila } = await unaDomandaADue();
  await salvaSezione(alCapofila, salvataggio(domanda));
  expect(await salvaSezione(alCapofila, salvataggio(domanda))).toMatchObject({ esito: 'salvata', rev: 2 });
  expect(await riga(domanda)).toMatchObject({ rev: 2 });
  expect(await eventi(domanda)).toHaveLength(1);
});

test('chi non partecipa, un altro inquilino e la Regione non trovano la domanda', async () => {
  const { domanda, regione } = await unaDomandaADue();
  const estraneo = await (await unEnte({ regione })).attore();
  const altrove = await (await unEnte()).attore();
  const istruttore = await (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore();
  for (const attore of [estraneo, altrove, istruttore]) {
    await expect(salvaSezione(attore, salvataggio(domanda))).rejects.toMatchObject({ code: 'domanda.nonTrovata' });
    expect(await leggiDomanda(attore, domanda.id)).toBeNull();
  }
  expect(await riga(domanda)).toMatchObject({ rev: 1 });
  expect(await eventi(domanda)).toEqual([]);
});

test('il partner limitato alla lettura, o al commento, legge e non scrive; nelle altre sezioni sì', async () => {
  const { domanda, partner, alPartner } = await unaDomandaADue();
  const chiavi = { regione_id: domanda.bando.regione.id, progetto_id: domanda.id, organizzazione_id: partner.id };
  await inserisci(superutente, 'permesso_sezione', { ...chiavi, chiave: 'contesto', diritto: 'LETTURA' });
  await expect(salvaSezione(alPartner, salvataggio(domanda))).rejects.toMatchObject({ code: 'sezione.chiusa', message: /sola lettura/ });
  await superutente.query(`update permesso_sezione set diritto = 'COMMENTO' where progetto_id = $1`, [domanda.id]);
  await expect(salvaSezione(alPartner, salvataggio(domanda))).rejects.toMatchObject({ message: /leggere e commentare/ });
  const altra = { chiave: 'bisogni', valori: { analisi: 'Nuova analisi' } };
  expect(await salvaSezione(alPartner, salvataggio(domanda, altra))).toMatchObject({ esito: 'salvata' });
  expect((await leggiDomanda(alPartner, domanda.id))?.sezioni.map(({ chiave, diritto }) => [chiave, diritto])).toEqual([
    ['contesto', 'COMMENTO'],
    ['bisogni', 'SCRITTURA'],
  ]);
});

test('una domanda presentata è chiusa, anche per chi ha la pagina ancora aperta; e l’altra fase non si scrive', async () => {
  const { domanda, alCapofila } = await unaDomandaADue('IDEA_PRESENTATA');
  await expect(salvaSezione(alCapofila, salvataggio(domanda))).rejects.toMatchObject({ code: 'sezione.chiusa' });
  const aperta = await unaDomandaADue();
  await expect(salvaSezione(aperta.alCapofila, salvataggio(aperta.domanda, { fase: 'PROGETTO', rev: 0 }))).rejects.toMatchObject({
    code: 'sezione.chiusa',
  });
});

test('chiesta un’integrazione si scrive solo la sezione nominata, anche se nessuno l’aveva mai scritta', async () => {
  const regione = await unaRegione();
  const capofila = await unEnte({ regione });
  const domanda = await unaDomanda({ capofila, stato: 'IDEA_DA_INTEGRARE', sezioni: { bisogni: null } });
  await inserisci(superutente, 'integrazione', {
    ...{ regione_id: regione.id, progetto_id: domanda.id, fase: 'IDEA', genere: 'INTEGRAZIONE', motivo: 'INCOMPLETO' },
    ...{ sezioni: ['bisogni'], testo: 'Completate i bisogni', entro: '2100-01-01' },
  });
  const attore = await capofila.attore();
  await expect(salvaSezione(attore, salvataggio(domanda))).rejects.toMatchObject({ message: /ha riaperto altre sezioni/ });
  const bisogni = { chiave: 'bisogni', rev: 0, valori: { analisi: 'Eccoli' } };
  expect(await salvaSezione(attore, salvataggio(domanda, bisogni))).toMatchObject({ esito: 'salvata', rev: 1 });
});

test('un campo che la sezione non ha, o una sezione che il bando non ha, si rifiutano', async () => {
  const { domanda, alCapofila } = await unaDomandaADue();
  for (const valori of [{ inventato: 'x' }, { analisi: 'di un’altra sezione' }, JSON.parse('{"__proto__": "x"}')])
    await expect(salvaSezione(alCapofila, salvataggio(domanda, { valori }))).rejects.toMatchObject({ code: 'sezione.campoSconosciuto' });
  await expect(salvaSezione(alCapofila, salvataggio(domanda, { chiave: 'mai' }))).rejects.toMatchObject({ code: 'sezione.nonTrovata' });
  await expect(salvaSezione(alCapofila, salvataggio(domanda, { chiave: 'azioni' }))).rejects.toMatchObject({ code: 'sezione.nonTrovata' });
});

test('un testo oltre il limite si rifiuta con la misura, non si taglia e non si scrive nulla', async () => {
  const { domanda, alCapofila } = await unaDomandaADue();
  const valori = { descrizione: 'x'.repeat(2001), ambiti: ['Biella'] };
  expect(await salvaSezione(alCapofila, salvataggio(domanda, { valori }))).toEqual({
    esito: 'errori',
    errori: { descrizione: ['Il testo ha 2.001 caratteri: al massimo 2.000. Accorcialo di 1.'] },
  });
  expect(await riga(domanda)).toMatchObject({ rev: 1 });
  expect(await eventi(domanda)).toEqual([]);
});

test('formule, script, emoji e caratteri strani restano testo; ciò che PostgreSQL non conserva si toglie', async () => {
  const { domanda, alCapofila } = await unaDomandaADue();
  const cattivo = `=HYPERLINK("x") <script>alert(1)</script> '; drop table progetto; -- 👵🏼 perché`;
  await salvaSezione(alCapofila, salvataggio(domanda, { valori: { descrizione: `${cattivo}\u0000\ud800\r\nfine` } }));
  expect((await riga(domanda)).valori.descrizione).toBe(`${cattivo}\ufffd\nfine`);
  expect((await leggiDomanda(alCapofila, domanda.id))?.sezioni[0]?.valori.descrizione).toBe(`${cattivo}\ufffd\nfine`);
});

test('il progetto comincia dai campi comuni dell’idea; salvata, la sezione vive per conto suo', async () => {
  const capofila = await unEnte();
  const domanda = await unaDomanda({ capofila, stato: 'PROGETTO_BOZZA' });
  await superutente.query(`delete from sezione_progetto where progetto_id = $1 and fase = 'PROGETTO'`, [domanda.id]);
  const attore = await capofila.attore();
  const contesto = async () => (await leggiDomanda(attore, domanda.id))?.sezioni.find(({ chiave }) => chiave === 'contesto');
  expect(await contesto()).toMatchObject({ rev: 0, aperta: true, valori: { descrizione: 'Un territorio di valle con pochi servizi.' } });
  const nuovo = { fase: 'PROGETTO' as const, rev: 0, valori: { ambiti: ['Cossato'] } };
  await salvaSezione(attore, salvataggio(domanda, nuovo));
  expect(await contesto()).toMatchObject({
    rev: 1,
    valori: { descrizione: 'Un territorio di valle con pochi servizi.', ambiti: ['Cossato'] },
  });
  expect((await riga(domanda)).valori.ambiti).toEqual(['Biella', 'Cossato']);
});

/** Fa `prima` in una transazione, avvia il salvataggio finché si ferma ad aspettare, poi conferma. */
async function salvaMentre(prima: string, valori: unknown[], salva: () => Promise<unknown>): Promise<PromiseSettledResult<unknown>> {
  const altro = await superutente.connect();
  let finiti = 0;
  try {
    await altro.query('begin');
    await altro.query(prima, valori);
    const corsa = Promise.allSettled([salva().finally(() => finiti++)]);
    await tuttiFermi(1, () => finiti);
    await altro.query('commit');
    const [esito] = await corsa;
    return esito;
  } finally {
    altro.release(true);
  }
}

test('chi deposita e chi salva si mettono in fila: ciò che risulta salvato è dopo il deposito, non in mezzo', async () => {
  const { domanda, alCapofila } = await unaDomandaADue();
  const serratura = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';
  const esito = await salvaMentre(serratura, [domanda.id], () => salvaSezione(alCapofila, salvataggio(domanda)));
  expect(esito).toMatchObject({ status: 'fulfilled', value: { esito: 'salvata' } });
});

test('la sezione si chiude mentre si salva: un rifiuto chiaro, e il testo di prima resta', async () => {
  const { domanda, alCapofila } = await unaDomandaADue();
  const chiude = 'update sezione_progetto set aperta = false where progetto_id = $1';
  const esito = await salvaMentre(chiude, [domanda.id], () => salvaSezione(alCapofila, salvataggio(domanda)));
  expect(esito).toMatchObject({ status: 'rejected', reason: { code: 'sezione.chiusa', message: /mentre scrivevi/ } });
  expect(await riga(domanda)).toMatchObject({ rev: 1 });
  expect(await eventi(domanda)).toEqual([]);
});
