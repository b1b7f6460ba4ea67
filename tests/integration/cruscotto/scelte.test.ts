import { expect, test } from 'vitest';
import { assegnaRelazioni } from '@/lib/cruscotto/commands/assegnaRelazioni';
import { eliminaVista } from '@/lib/cruscotto/commands/eliminaVista';
import { esportaElenco } from '@/lib/cruscotto/commands/esportaElenco';
import { rinominaVista } from '@/lib/cruscotto/commands/rinominaVista';
import { salvaVista } from '@/lib/cruscotto/commands/salvaVista';
import { sollecita } from '@/lib/cruscotto/commands/sollecita';
import { elencaCruscotto } from '@/lib/cruscotto/queriesElenco';
import { FiltriElenco } from '@/lib/cruscotto/schema';
import { inGara } from '@/tests/support/inGara';
import { superutente } from '@/tests/support/superutente';
import { unProgramma } from './_mondo';

const conta = async (testo: string, valori: unknown[]): Promise<number> =>
  (await superutente.query(`select count(*)::int as n from ${testo}`, valori)).rows[0].n;
const eventi = (atto: string, progettoId: string) => conta('evento where atto = $1 and progetto_id = $2', [atto, progettoId]);

test('il promemoria parte una volta al giorno per progetto, solo a chi è atteso, e dice a quanti ha scritto', async () => {
  const { chi, oggi, progetti } = await unProgramma();
  const scelta = { id: Object.values(progetti).map(({ id }) => id), vista: 'progetti' as const };
  // in ritardo e con un periodo finito aspettano il capofila, quello dei chiarimenti il partner: due persone ciascuno
  expect(await sollecita(oggi(chi.istruttore), scelta)).toEqual({ persone: 6, progetti: 3, saltati: 3 });
  await expect(sollecita(oggi(chi.collega), scelta)).rejects.toMatchObject({ code: 'sollecito.nessuno' });
  expect(await eventi('sollecito.inviato', progetti.inRitardo.id)).toBe(1);
  expect(await eventi('sollecito.inviato', progetti.daVerificare.id)).toBe(0);
  const { rows } = await superutente.query(
    `select destinatario, testo from posta where oggetto like '%' || (select codice from progetto where id = $1)`,
    [progetti.inRitardo.id],
  );
  expect(rows).toHaveLength(2);
  for (const { destinatario, testo } of rows) {
    expect(testo).toContain('/compiti');
    expect(testo).not.toContain(destinatario);
    expect(testo).not.toMatch(/Nome|Cognome/);
  }
});

test('due solleciti nello stesso istante: uno solo scrive', async () => {
  const { chi, oggi, progetti } = await unProgramma();
  const scelta = { id: [progetti.inRitardo.id], vista: 'progetti' as const };
  const esiti = await inGara(
    { tabella: 'progetto', id: progetti.inRitardo.id },
    () => sollecita(oggi(chi.istruttore), scelta),
    () => sollecita(oggi(chi.collega), scelta),
  );
  expect(esiti.sort()).toEqual(['fulfilled', 'sollecito.nessuno']);
  expect(await eventi('sollecito.inviato', progetti.inRitardo.id)).toBe(1);
  expect(await conta('posta where regione_id = $1', [progetti.inRitardo.regione.id])).toBe(2);
});

test('chi non istruisce non sollecita né assegna; un’altra Regione non trova le righe', async () => {
  const { chi, oggi, progetti } = await unProgramma();
  const scelta = { id: [progetti.inRitardo.id], vista: 'progetti' as const, utenteId: chi.istruttore.utenteId };
  await expect(sollecita(oggi(chi.valutatore), scelta)).rejects.toMatchObject({ code: 'cruscotto.ruoloMancante' });
  await expect(assegnaRelazioni(oggi(chi.valutatore), scelta)).rejects.toMatchObject({ code: 'cruscotto.ruoloMancante' });
  await expect(sollecita(oggi(chi.altraRegione), scelta)).rejects.toMatchObject({ code: 'cruscotto.nessunaRiga' });
  expect(await conta('posta where regione_id = $1', [progetti.inRitardo.regione.id])).toBe(0);
});

test('dalle azioni si sollecita il loro progetto, una volta sola', async () => {
  const { chi, oggi, progetti } = await unProgramma();
  const id = progetti.inRitardo.azioni.map((azione) => azione.id);
  expect(await sollecita(oggi(chi.istruttore), { id, vista: 'azioni' })).toEqual({ persone: 2, progetti: 1, saltati: 0 });
});

test('assegnare: la relazione aperta passa a un istruttore, e solo a un istruttore; ripetere non serve', async () => {
  const { chi, oggi, progetti } = await unProgramma();
  const scelta = { id: Object.values(progetti).map(({ id }) => id), vista: 'progetti' as const, utenteId: chi.collega.utenteId };
  await expect(assegnaRelazioni(oggi(chi.istruttore), { ...scelta, utenteId: chi.valutatore.utenteId })).rejects.toMatchObject({
    campo: 'utenteId',
  });
  expect(await assegnaRelazioni(oggi(chi.istruttore), scelta)).toBe(2);
  await expect(assegnaRelazioni(oggi(chi.dirigente), scelta)).rejects.toMatchObject({ code: 'relazioni.nulla' });
  expect(await eventi('rapporto.assegnato', progetti.daVerificare.id)).toBe(1);
  const { pagina } = await elencaCruscotto(oggi(chi.istruttore), FiltriElenco.parse({ istruttore: chi.collega.utenteId }));
  expect(pagina.righe.map(({ id }) => id).sort()).toEqual([progetti.daVerificare.id, progetti.colPartner.id].sort());
});

test('due colleghi assegnano insieme la stessa relazione a persone diverse: uno vince, un solo evento', async () => {
  const { chi, oggi, progetti, daVerificare } = await unProgramma();
  const a = (utenteId: string) => ({ id: [progetti.daVerificare.id], vista: 'progetti' as const, utenteId });
  const esiti = await inGara(
    { tabella: 'rapporto_progetto', id: daVerificare },
    () => assegnaRelazioni(oggi(chi.istruttore), a(chi.istruttore.utenteId)),
    () => assegnaRelazioni(oggi(chi.dirigente), a(chi.collega.utenteId)),
  );
  expect(esiti.sort()).toEqual(['fulfilled', 'relazioni.cambiate']);
  expect(await eventi('rapporto.assegnato', progetti.daVerificare.id)).toBe(1);
});

test('i filtri salvati: si salvano, si aprono, si rinominano, si eliminano, e sono solo di chi li ha salvati', async () => {
  const { chi, oggi } = await unProgramma();
  const [mio, suo] = [oggi(chi.istruttore), oggi(chi.collega)];
  const vistaId = await salvaVista(mio, { nome: 'In ritardo', filtri: 'vista=progetti&relazioni=scadute&estraneo=1' });
  await expect(salvaVista(mio, { nome: 'In ritardo', filtri: '' })).rejects.toMatchObject({ campo: 'nome' });
  await salvaVista(suo, { nome: 'In ritardo', filtri: '' });
  const viste = async (attore: typeof mio) => (await elencaCruscotto(attore, FiltriElenco.parse({}))).scelte.viste;
  expect(await viste(mio)).toEqual([{ id: vistaId, nome: 'In ritardo', filtri: { vista: 'progetti', relazioni: 'scadute' } }]);
  await expect(rinominaVista(suo, { vistaId, nome: 'Presa' })).rejects.toMatchObject({ code: 'vista.nonTrovata' });
  await expect(eliminaVista(suo, { vistaId })).rejects.toMatchObject({ code: 'vista.nonTrovata' });
  await salvaVista(mio, { nome: 'Altro', filtri: '' });
  await expect(rinominaVista(mio, { vistaId, nome: 'Altro' })).rejects.toMatchObject({ campo: 'nome' });
  await rinominaVista(mio, { vistaId, nome: 'Relazioni in ritardo' });
  expect((await viste(mio)).map(({ nome }) => nome)).toEqual(['Altro', 'Relazioni in ritardo']);
  await eliminaVista(mio, { vistaId });
  expect(await viste(mio)).toHaveLength(1);
});

const testo = async (flusso: NodeJS.ReadableStream): Promise<Buffer> => {
  const pezzi: Buffer[] = [];
  for await (const pezzo of flusso) pezzi.push(Buffer.from(pezzo));
  return Buffer.concat(pezzi);
};

test('l’elenco scaricato ha le righe dei filtri, chiavi stabili, nessuna formula, e lascia un evento', async () => {
  const { chi, oggi, progetti } = await unProgramma();
  await superutente.query(`update progetto set titolo = '=CMD()' where id = $1`, [progetti.inRitardo.id]);
  const filtri = FiltriElenco.parse({ relazioni: 'scadute', q: 'CMD' });
  const csv = (await testo((await esportaElenco(oggi(chi.istruttore), { filtri, formato: 'csv-r' })).flusso)).toString();
  const [intestazione, riga, ...resto] = csv.trim().split('\r\n');
  expect(intestazione).toBe(
    'progetto_id,titolo,territorio,capofila,stato,azioni,azioni_in_ritardo,relazioni_scadute,prossima_scadenza,tocca_a,attesa,attesa_dal',
  );
  expect(riga).toContain("'=CMD()");
  expect(riga).toContain('avviato,2,0,1,2019-07-31,capofila,relazione,2019-07-01');
  expect(resto).toEqual([]);
  const { rows } = await superutente.query(`select dopo from evento where atto = 'cruscotto.elencoEsportato' and regione_id = $1`, [
    progetti.inRitardo.regione.id,
  ]);
  expect(rows).toEqual([{ dopo: { vista: 'progetti', relazioni: 'scadute', formato: 'csv-r', righe: 1 } }]);
});

test('le righe scelte si scaricano in XLSX; di un’altra Regione non esce nulla', async () => {
  const { chi, oggi, progetti } = await unProgramma();
  const scelti = [progetti.inRitardo.azioni[0]?.id ?? ''];
  const leggi = async (attore: typeof chi.istruttore) => {
    const { default: ExcelJS } = await import('exceljs');
    const cartella = new ExcelJS.Workbook();
    const { flusso } = await esportaElenco(attore, { filtri: { ...FiltriElenco.parse({ vista: 'azioni' }), scelti }, formato: 'xlsx' });
    await cartella.xlsx.load((await testo(flusso)).buffer as ArrayBuffer);
    return cartella.getWorksheet('azioni')?.rowCount;
  };
  expect(await leggi(oggi(chi.istruttore))).toBe(2);
  expect(await leggi(oggi(chi.altraRegione))).toBe(1);
});
