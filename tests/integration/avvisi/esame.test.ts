import { expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { improntaDi, nuovoSegreto } from '@/lib/auth/segreti';
import { accogliCandidatura } from '@/lib/avvisi/commands/accogliCandidatura';
import { apriProgetto } from '@/lib/avvisi/commands/apriProgetto';
import { decidiCandidatura } from '@/lib/avvisi/commands/decidiCandidatura';
import { valutaCandidatura } from '@/lib/avvisi/commands/valutaCandidatura';
import { type AvvisoDiProva, attiDi, postaPer, statoProgetto, unAvviso, unaCandidatura } from '@/tests/support/avvisi';
import { unUtente } from '@/tests/support/builders';
import { inGara } from '@/tests/support/inGara';
import { superutente } from '@/tests/support/superutente';

const riga = async ({ id }: { id: string }) => (await superutente.query('select * from candidatura where id = $1', [id])).rows[0];
const decidi = (chi: Attore, c: { id: string }, rev: number, esito: Parameters<typeof decidiCandidatura>[1]['esito'], motivo = '') =>
  decidiCandidatura(chi, { candidaturaId: c.id, rev, esito, motivo });

async function accogli({ referente }: AvvisoDiProva, { id }: { id: string }) {
  const segreto = nuovoSegreto();
  await accogliCandidatura(referente, {
    candidaturaId: id,
    impronta: improntaDi(segreto),
    collegamento: `http://localhost/invito/${segreto}`,
  });
  return segreto;
}

test('chi resta fuori sa perché: senza motivo non si esclude, e il motivo arriva per posta', async () => {
  const avviso = await unAvviso({ stato: 'CHIUSO' });
  const c = await unaCandidatura(avviso);
  await expect(decidi(avviso.referente, c, 0, 'ESCLUSA', 'corto')).rejects.toMatchObject({
    code: 'candidatura.senzaMotivo',
    campo: 'motivo',
  });
  expect(await postaPer(c.email)).toEqual([]);
  await decidi(avviso.referente, c, 0, 'ESCLUSA', 'Manca l’iscrizione richiesta dall’avviso.');
  expect(await postaPer(c.email)).toMatchObject([{ testo: expect.stringContaining('Motivo: Manca l’iscrizione richiesta dall’avviso.') }]);
  await expect(decidi(avviso.referente, c, 1, 'AMMESSA')).rejects.toMatchObject({ code: 'candidatura.esitoNonAmmesso' });
});

test('non si seleziona senza i punti, né si danno più punti del massimo o a chi non è ammesso', async () => {
  const avviso = await unAvviso({ stato: 'CHIUSO' });
  const c = await unaCandidatura(avviso);
  const valuta = (rev: number, punti: Record<string, string>) =>
    valutaCandidatura(avviso.referente, { candidaturaId: c.id, rev, nota: '', punti });
  await expect(valuta(0, { c1: '10' })).rejects.toMatchObject({ code: 'candidatura.nonAmmessa' });
  await decidi(avviso.referente, c, 0, 'AMMESSA');
  await expect(decidi(avviso.referente, c, 1, 'SELEZIONATA')).rejects.toThrow(/Mancano: Valore aggiunto; Esperienza/);
  for (const punti of ['61', '-1', '1,5', '=1+1', '9'.repeat(40)])
    await expect(valuta(1, { c1: punti })).rejects.toMatchObject({ code: 'candidatura.punti', campo: 'punti_c1' });
  await valuta(1, { c1: '60', c9: '99', c2: '0' });
  expect((await riga(c)).punteggi).toEqual({ c1: 60, c2: 0 });
});

test('solo il referente del capofila decide; un altro capofila non trova nulla; prima della chiusura nessuno', async () => {
  const avviso = await unAvviso({ stato: 'CHIUSO' });
  const { bando, capofila } = avviso.domanda;
  const c = await unaCandidatura(avviso);
  const operatore = await (await unUtente({ regione: bando.regione, ruolo: 'OPERATORE', organizzazioneId: capofila.id })).attore();
  const altro = await unAvviso({ bando });
  const aperta = await unaCandidatura(altro);
  await expect(decidi(operatore, c, 0, 'AMMESSA')).rejects.toMatchObject({ code: 'avviso.soloCapofila' });
  await expect(decidi(altro.referente, c, 0, 'AMMESSA')).rejects.toMatchObject({ code: 'avviso.nonTrovato' });
  await expect(decidi(altro.referente, aperta, 0, 'AMMESSA')).rejects.toMatchObject({ code: 'candidatura.nonEsaminabile' });
  expect(await attiDi(avviso)).toEqual([]);
});

test('due decisioni insieme sulla stessa candidatura: una vale, l’altra si ferma, parte un messaggio solo', async () => {
  const avviso = await unAvviso({ stato: 'CHIUSO' });
  const c = await unaCandidatura(avviso);
  const esiti = await inGara(
    { tabella: 'candidatura', id: c.id },
    () => decidi(avviso.referente, c, 0, 'AMMESSA'),
    () => decidi(avviso.referente, c, 0, 'ESCLUSA', 'Manca l’iscrizione richiesta.'),
  );
  expect(esiti).toEqual(['fulfilled', 'candidatura.esitoNonAmmesso']);
  expect(await postaPer(c.email)).toHaveLength(1);
});

test('accolta due volte insieme: un’organizzazione, un invito, un evento', async () => {
  const avviso = await unAvviso({ stato: 'CHIUSO' });
  const c = await unaCandidatura(avviso, 'SELEZIONATA');
  const esiti = await inGara(
    { tabella: 'candidatura', id: c.id },
    () => accogli(avviso, c),
    () => accogli(avviso, c),
  );
  expect(esiti).toEqual(['fulfilled', 'candidatura.giaAccolta']);
  const { rows } = await superutente.query('select count(*)::int as inviti from invito where email = $1', [c.email]);
  expect(rows).toEqual([{ inviti: 1 }]);
});

test('il progetto definitivo comincia solo quando tutto è deciso e chi è selezionato è accolto; senza candidature comincia subito', async () => {
  const apri = (avviso: AvvisoDiProva) => apriProgetto(avviso.referente, { progettoId: avviso.domanda.id });
  const aperto = await unAvviso();
  await expect(apri(aperto)).rejects.toMatchObject({ code: 'avviso.nonChiuso' });
  const avviso = await unAvviso({ stato: 'CHIUSO', bando: aperto.domanda.bando });
  const c = await unaCandidatura(avviso);
  await unaCandidatura(avviso, 'BOZZA'); // mai confermata: non conta
  await expect(apri(avviso)).rejects.toThrow('C’è una candidatura da decidere.');
  await superutente.query(`update candidatura set stato = 'SELEZIONATA' where id = $1`, [c.id]);
  await expect(apri(avviso)).rejects.toThrow('C’è un’organizzazione selezionata da accogliere.');
  expect(await statoProgetto(avviso)).toBe('PARTNERSHIP_APERTA');
  await superutente.query(`update candidatura set stato = 'RISERVA' where id = $1`, [c.id]);
  await apri(avviso);
  await expect(decidi(avviso.referente, c, 0, 'SELEZIONATA')).rejects.toMatchObject({ code: 'candidatura.nonEsaminabile' });
  const senza = await unAvviso({ stato: 'CHIUSO', bando: aperto.domanda.bando });
  await apri(senza);
  expect(await statoProgetto(senza)).toBe('PROGETTO_BOZZA');
});
