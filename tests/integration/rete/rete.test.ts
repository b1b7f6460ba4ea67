import { XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { apriOndata, chiudiOndata } from '@/lib/rete/commands/apriOndata';
import { esportaRete } from '@/lib/rete/commands/esportaRete';
import { scriviLegame } from '@/lib/rete/commands/scriviLegame';
import { aggiungiNodo, togliNodo } from '@/lib/rete/commands/scriviNodo';
import { leggiRete, leggiReti } from '@/lib/rete/queries';
import { misureDi } from '@/lib/rete/rete';
import { unaRegione, unEnte } from '../../support/builders';
import { type Progetto, unProgetto } from '../../support/buildersProgetto';
import { inGara } from '../../support/inGara';
import { unRicercatore } from '../../support/ricercatore';
import { chiudiSqlGrezzo, sqlCome } from '../../support/sqlGrezzo';
import { superutente } from '../../support/superutente';

let progetto: Progetto;
let capofila: Attore;
let partner: Attore;
let ricerca: Attore;
let ondataId: string;
beforeEach(async () => {
  const regione = await unaRegione();
  progetto = await unProgetto({ capofila: await unEnte({ regione }), partner: [await unEnte({ regione })] });
  capofila = await progetto.capofila.attore();
  partner = await (progetto.partner[0] as (typeof progetto.partner)[number]).attore();
  ricerca = await unRicercatore(regione);
  ({ ondataId } = await apriOndata(ricerca, { bandoId: regione.bandoId, mese: '2019-10-01' }));
});
afterAll(async () => {
  await chiudiSqlGrezzo();
  await chiudiClient();
});

const rifiuto = (code: string) => ({ code });
const rete = async (chi = capofila) => {
  const letta = await leggiRete(chi, progetto.id);
  if (!letta) throw new Error('La rete non si legge.');
  return letta;
};
const scrivi = (da: string, a: string, intensita = 2, chi = capofila, ondata = ondataId) =>
  scriviLegame(chi, { progettoId: progetto.id, ondataId: ondata, da, a, intensita, prima: false });
const enti = () => [progetto.capofila.id, progetto.partner[0]?.id ?? ''] as const;

test('gli enti del progetto sono nella rete senza scriverli, e restano gli stessi dopo il primo legame', async () => {
  const prima = await rete();
  expect(prima.nodi.map(({ chiave }) => chiave).sort()).toEqual([...enti()].sort());
  await scrivi(...enti());
  const dopo = await rete();
  expect(dopo.nodi.map(({ chiave }) => chiave).sort()).toEqual([...enti()].sort());
  expect(dopo.legami).toHaveLength(1);
  const [ondata] = dopo.ondate;
  if (!ondata) throw new Error('Manca l’ondata.');
  expect(misureDi(dopo, ondata, dopo.ondate)).toMatchObject({ nodi: 2, legami: 1, densita: 1, reciprocita: 0, nuovi: null });
});

test('lo stesso legame si corregge, non si raddoppia; con sé stessi no', async () => {
  await scrivi(...enti(), 1);
  await scrivi(...enti(), 4);
  expect((await rete()).legami.map(({ intensita }) => intensita)).toEqual([4]);
  const [da] = enti();
  await expect(scrivi(da, da)).rejects.toMatchObject({ code: 'rete.seStessa', campo: 'a' });
});

test('la rete la dichiara solo il capofila del progetto', async () => {
  const [da, a] = enti();
  await expect(scrivi(da, a, 2, partner)).rejects.toMatchObject(rifiuto('rete.soloCapofila'));
  await expect(scrivi(da, a, 2, ricerca)).rejects.toMatchObject(rifiuto('rete.soloCapofila'));
  const altrove = await (await unProgetto({ capofila: await unEnte({ regione: progetto.regione }) })).capofila.attore();
  await expect(scrivi(da, a, 2, altrove)).rejects.toMatchObject(rifiuto('rete.progettoNonTrovato'));
  await expect(aggiungiNodo(altrove, { progettoId: progetto.id, nome: 'Scuola', tipo: 'SCUOLA' })).rejects.toMatchObject(
    rifiuto('rete.progettoNonTrovato'),
  );
  expect(await leggiRete(altrove, progetto.id)).toBeNull();
  expect(await leggiRete(partner, progetto.id)).toMatchObject({ dichiara: false });
});

test('un’organizzazione di un altro progetto non entra nei legami', async () => {
  const altro = await unProgetto({ capofila: await unEnte({ regione: progetto.regione }) });
  await expect(scrivi(progetto.capofila.id, altro.capofila.id)).rejects.toMatchObject(rifiuto('rete.nodoNonTrovato'));
  expect((await rete()).nodi).toHaveLength(2);
});

test('due enti con la stessa sigla restano due', async () => {
  await superutente.query(`update organizzazione set sigla = 'ASL AL' where id = any ($1)`, [[...enti()]]);
  await scrivi(...enti());
  const { nodi } = await rete();
  expect(nodi).toHaveLength(2);
  expect(new Set(nodi.map(({ nome }) => nome)).size).toBe(2);
  expect(nodi[0]?.id).toBe((await rete()).capofila); // il capofila è il numero uno
});

test('un’organizzazione si aggiunge una volta, anche scritta in maiuscolo, e si toglie solo senza legami', async () => {
  const aggiungi = (nome: string) => aggiungiNodo(capofila, { progettoId: progetto.id, nome, tipo: 'SCUOLA' });
  await aggiungi('Istituto comprensivo');
  await expect(aggiungi('ISTITUTO COMPRENSIVO')).rejects.toMatchObject(rifiuto('rete.nodoDoppio'));
  const nodo = async () => (await rete()).nodi.find(({ tipo }) => tipo === 'SCUOLA')?.id ?? '';
  const nodoId = await nodo();
  await scrivi(progetto.capofila.id, nodoId);
  await expect(togliNodo(capofila, { progettoId: progetto.id, nodoId })).rejects.toMatchObject(rifiuto('rete.nodoConLegami'));
  await aggiungi('Altra scuola');
  const altra = (await rete()).nodi.find(({ nome }) => nome === 'Altra scuola')?.id ?? '';
  await togliNodo(capofila, { progettoId: progetto.id, nodoId: altra });
  await expect(togliNodo(capofila, { progettoId: progetto.id, nodoId: altra })).rejects.toMatchObject(rifiuto('rete.nodoNonTrovato'));
});

test('a ondata chiusa nulla cambia: né dalla pagina né con una UPDATE o una DELETE', async () => {
  await scrivi(...enti());
  await chiudiOndata(ricerca, { ondataId });
  await expect(chiudiOndata(ricerca, { ondataId })).rejects.toMatchObject(rifiuto('rete.ondataChiusa'));
  await expect(scrivi(...enti(), 4)).rejects.toMatchObject(rifiuto('rete.ondataChiusa'));
  expect(await sqlCome(capofila, 'update legame_rete set intensita = 4')).toMatchObject({ n: 0 });
  expect(await sqlCome(capofila, 'delete from legame_rete')).toMatchObject({ n: 0 });
});

test('una ondata aperta per bando, in ordine di mese; i legami nuovi si contano dalla prima', async () => {
  const apri = (mese: string) => apriOndata(ricerca, { bandoId: progetto.regione.bandoId, mese });
  await expect(apri('2020-04-01')).rejects.toMatchObject(rifiuto('rete.ondataAperta'));
  await expect(apriOndata(capofila, { bandoId: progetto.regione.bandoId, mese: '2020-04-01' })).rejects.toMatchObject(
    rifiuto('rete.soloRicerca'),
  );
  await chiudiOndata(ricerca, { ondataId });
  await expect(apri('2019-10-01')).rejects.toMatchObject({ code: 'rete.mese', campo: 'mese' });
  const seconda = await apri('2020-04-01');
  await scrivi(...enti(), 3, capofila, seconda.ondataId);
  const pagina = await leggiReti(ricerca, null);
  expect(pagina?.scelta).toMatchObject({ id: seconda.ondataId, numero: 1, mese: '2020-04-01' });
  const [letta] = pagina?.reti ?? [];
  if (!pagina?.scelta || !letta) throw new Error('La rete non si legge.');
  expect(misureDi(letta, pagina.scelta, pagina.ondate)).toMatchObject({ legami: 1, nuovi: 1 });
});

test('due persone dichiarano insieme il primo legame di un ente: un nodo solo per ente', async () => {
  const [da, a] = enti();
  const insieme = await Promise.allSettled([scrivi(da, a), scrivi(a, da), scrivi(da, a, 3)]);
  expect(insieme.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  const { rows } = await superutente.query('select count(*)::int as n from nodo_rete where progetto_id = $1', [progetto.id]);
  expect(rows).toEqual([{ n: 2 }]);
});

test('chi chiude l’ondata due volte insieme la chiude una volta', async () => {
  const chiudi = () => chiudiOndata(ricerca, { ondataId });
  expect(await inGara({ tabella: 'ondata_rete', id: ondataId }, chiudi, chiudi)).toEqual(['fulfilled', 'rete.ondataChiusa']);
});

test('si scarica nodi, archi, misure e disegno; gli identificativi non cambiano, e resta nel registro', async () => {
  const scarica = (formato: 'nodi' | 'archi' | 'svg' | 'png' | 'graphml', progettoId?: string) =>
    esportaRete(ricerca, { ondataId, formato, progettoId }, (letta) => `disegno di ${letta.codice}`);
  const primi = String((await scarica('nodi')).contenuto);
  await scrivi(...enti(), 3);
  expect(String((await scarica('nodi')).contenuto)).toBe(primi);
  const archi = String((await scarica('archi')).contenuto)
    .trim()
    .split('\r\n');
  const { codice } = await rete();
  const [da, a] = enti();
  expect(archi).toEqual([
    'da,a,progetto_id,intensita,ondata,mese,prima_del_progetto',
    `${codice}:${da},${codice}:${a},${codice},3,0,2019-10,0`,
  ]);
  const svg = String((await scarica('svg', progetto.id)).contenuto);
  expect(XMLValidator.validate(svg)).toBe(true);
  for (const parte of [`disegno di ${codice}`, 'Rete di collaborazione', 'Fonte: Portale Cantiere', 'CC BY 4.0', '>1. '])
    expect(svg).toContain(parte);
  const png = await scarica('png', progetto.id);
  expect([png.tipo, ...(png.contenuto as Uint8Array<ArrayBuffer>).slice(1, 4)]).toEqual(['image/png', 0x50, 0x4e, 0x47]);
  await expect(esportaRete(capofila, { ondataId, formato: 'nodi' }, String)).rejects.toMatchObject(rifiuto('rete.soloRicercaERegione'));
  const altrove = await unRicercatore(await unaRegione());
  await expect(esportaRete(altrove, { ondataId, formato: 'nodi' }, String)).rejects.toMatchObject(rifiuto('rete.ondataNonTrovata'));
  expect(await leggiReti(altrove, ondataId)).toBeNull();
  const { rows } = await superutente.query(
    `select dopo from evento where regione_id = $1 and atto = 'rete.esportata' order by id limit 1`,
    [progetto.regione.id],
  );
  expect(rows).toEqual([{ dopo: { formato: 'nodi', progetti: 1, legami: 0 } }]);
});
