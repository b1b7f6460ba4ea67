import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { esportaIndicatori, esportaIndicatoriProgramma } from '@/lib/indicatori/commands/esportaIndicatori';
import { ricalcolaIndicatori } from '@/lib/indicatori/commands/ricalcolaIndicatori';
import { vistaDi } from '@/lib/indicatori/schema';
import { unProgetto } from '@/tests/support/buildersProgetto';
import { partecipanti } from '@/tests/support/partecipanti';
import { eventi, type Persona, type Pratica, unaPratica } from '@/tests/support/pratica';
import { superutente } from '@/tests/support/superutente';

const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));

type Pagina = (props: never) => Promise<ReactElement>;
const pagine = {
  progetto: () => import('@/app/(portale)/progetti/[id]/indicatori/page'),
  programma: () => import('@/app/(portale)/indicatori/page'),
};

async function apre(attore: Attore, pagina: keyof typeof pagine, id: string, domanda: object = {}): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await pagine[pagina]();
  const props = { params: Promise.resolve({ id }), searchParams: Promise.resolve(domanda) } as never;
  return renderToStaticMarkup(await (Pagina as Pagina)(props)).replaceAll('&#x27;', '’');
}
const nonTrovata = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };

/** I valori di una riga: donne, uomini, non binario, non indicato, totale, con gli incompleti. */
const riga = (html: string, codice: string): string[] => {
  const [, celle = ''] = new RegExp(`<tr[^>]*id="${codice}"[^>]*>(.*?)</tr>`).exec(html) ?? [];
  return [...celle.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, testo = '']) => testo.replace(/<[^>]+>/g, ''));
};

/** Del capofila venti donne e dodici uomini, due con disabilità; del partner tre uomini stranieri e una donna senza titolo. */
async function conPersone(): Promise<Pratica> {
  const p = await unaPratica({ stato: 'APPROVATO' });
  const [mio, suo] = [p.capofila.id, p.enteDelPartner.id];
  await partecipanti(p.progetto, mio, 20, { azioneId: p.azione.id });
  await partecipanti(p.progetto, mio, 10, { sesso: 'M', ingresso: '2020-08-01' });
  await partecipanti(p.progetto, mio, 2, { sesso: 'M', disabilita: 'SI' });
  await partecipanti(p.progetto, suo, 3, { sesso: 'M', cittadinanza: 'MA', azioneId: p.azioneDelPartner.id });
  await partecipanti(p.progetto, suo, 1, { isced: null });
  return p;
}

test('la Regione legge i conteggi, mai i piccoli; la ricerca lo stesso; nessun nome e nessuna persona', async () => {
  const p = await conPersone();
  for (const persona of ['istruttore', 'ricercatore'] as const) {
    const html = await apre(p.chi[persona], 'progetto', p.progetto.id);
    expect(riga(html, 'TOTALE')).toEqual(['20', '15', '0', '0', '35', '36']);
    expect(riga(html, 'CO01')).toEqual(['20', '15', '0', '0', '35', '36']);
    expect(riga(html, 'CO16')[4]).toBe('soppresso');
    expect(riga(html, 'CO15')[4]).toBe('soppresso');
    expect(riga(html, 'CO05')).toEqual(['0', '0', '0', '0', '0', '0']);
    expect(html).not.toContain('/persone');
  }
});

test('un ente vede le sue e mai quante poche sono le altre, nemmeno per sottrazione', async () => {
  const p = await conPersone();
  const capofila = await apre(p.chi.referente, 'progetto', p.progetto.id);
  // le sue trentadue le conosce: se leggesse 35 saprebbe delle tre del partner
  expect(riga(capofila, 'TOTALE')[4]).toBe('soppresso');
  expect(riga(capofila, 'CO16')).toEqual(['0', '2', '0', '0', '2', '2']);
  const partner = await apre(p.chi.partner, 'progetto', p.progetto.id);
  expect(riga(partner, 'TOTALE')).toEqual(['20', '15', '0', '0', '35', '36']);
  expect(riga(partner, 'CO16')[4]).toBe('soppresso');
  expect(riga(partner, 'CO15')[4]).toBe('3');
});

test('una persona in comune è tra le proprie per tutti e due: dalla pagina nessuno sa chi dei due la conta', async () => {
  const p = await unaPratica({ stato: 'APPROVATO' });
  const [mie, sue] = [await partecipanti(p.progetto, p.capofila.id, 12), await partecipanti(p.progetto, p.enteDelPartner.id, 8)];
  // sei delle persone del partner sono anche del capofila, che le ha registrate dopo
  const uguali = `update persona set impronta = sha256($2::text::bytea || convert_to($3::text, 'UTF8')) where id = (select persona_id from partecipante where id = $1)`;
  for (let n = 0; n < 6; n += 1) for (const id of [sue[n], mie[n]]) await superutente.query(uguali, [id, p.progetto.id, n]);
  await superutente.query(`update partecipante set ingresso = '2020-03-01' where id = any ($1)`, [mie]);
  const { rows } = await superutente.query('select count(*)::int as n from partecipante where progetto_id = $1 and conta', [p.progetto.id]);
  expect(rows[0].n).toBe(14);
  // quattordici in tutto, dodici sue: le altre sono due, e se leggesse 14 lo saprebbe
  expect(riga(await apre(p.chi.referente, 'progetto', p.progetto.id), 'TOTALE')[4]).toBe('soppresso');
  // il partner ne ha otto: le altre sei si possono dire
  expect(riga(await apre(p.chi.partner, 'progetto', p.progetto.id), 'TOTALE')[4]).toBe('14');
});

test('che cosa manca e a chi tocca: il proprio ente va alle sue persone, gli altri leggono quante se non sono poche', async () => {
  const p = await conPersone();
  const link = `/persone?progetto=${p.progetto.id}&amp;stato=incompleti`;
  const partner = await apre(p.chi.partner, 'progetto', p.progetto.id);
  expect(partner).toContain(link);
  expect(partner).toContain('completa i dati');
  for (const persona of ['referente', 'istruttore', 'ricercatore'] as const) {
    const html = await apre(p.chi[persona], 'progetto', p.progetto.id);
    expect(html).toContain(p.enteDelPartner.denominazione);
    expect(html).not.toContain(link);
    expect(html.slice(html.indexOf('Record incompleti'))).toMatch(/soppresso/);
  }
});

test('per azione e per periodo: si contano chi frequenta e chi entra, e fuori dal filtro nessuno si ritrova', async () => {
  const p = await unaPratica({ stato: 'APPROVATO' });
  await partecipanti(p.progetto, p.capofila.id, 20, { azioneId: p.azione.id });
  await partecipanti(p.progetto, p.capofila.id, 10, { sesso: 'M', ingresso: '2020-08-01' });
  await partecipanti(p.progetto, p.enteDelPartner.id, 8, { sesso: 'M', ingresso: '2020-06-30' });
  const di = (vista: string, record = 'completi') => apre(p.chi.istruttore, 'progetto', p.progetto.id, { vista, record });
  expect(riga(await di(vistaDi({ azione: p.azione.id })), 'TOTALE')).toEqual(['20', '0', '0', '0', '20', '20']);
  const nelPeriodo = await di(vistaDi({ periodo: p.periodoId }), 'tutti');
  expect(riga(nelPeriodo, 'TOTALE')).toEqual(['20', '8', '0', '0', '28']);
  expect(nelPeriodo).toContain('Tutti, anche incompleti');
  // altre due donne fuori dall'azione: 22 meno 20 le direbbe
  await partecipanti(p.progetto, p.enteDelPartner.id, 2, {});
  expect(riga(await di(''), 'TOTALE')[0]).toBe('22');
  expect(riga(await di(vistaDi({ azione: p.azione.id })), 'TOTALE')[0]).toBe('soppresso');
  // chi ha una sola persona in un'azione non la mostra
  await partecipanti(p.progetto, p.enteDelPartner.id, 3, { azioneId: p.azioneDelPartner.id });
  expect(riga(await di(vistaDi({ azione: p.azioneDelPartner.id })), 'TOTALE')[4]).toBe('soppresso');
  // un indirizzo scritto a mano vale tutto il progetto
  for (const vista of ['periodo.x', vistaDi({ azione: crypto.randomUUID() }), vistaDi({ periodo: crypto.randomUUID() })])
    expect(riga(await di(vista), 'TOTALE')[0]).toBe('25');
});

test('i fissati e i valori di oggi: una differenza di poche persone non si dice; ricalcola solo la Regione', async () => {
  const p = await conPersone();
  const senza = await apre(p.chi.istruttore, 'progetto', p.progetto.id);
  expect(senza).toContain('Ancora nessuno');
  await ricalcolaIndicatori(p.chi.istruttore, { progettoId: p.progetto.id, rapportoId: p.rapportoId });
  await partecipanti(p.progetto, p.capofila.id, 1, {});
  const fissati = (html: string) => html.slice(html.indexOf('Fissati e ricalcolati oggi'));
  const regione = fissati(await apre(p.chi.dirigente, 'progetto', p.progetto.id));
  expect(regione).toMatch(/Partecipanti in tutto.*?>25<.*?soppresso/);
  expect(regione).toContain('Ricalcolare gli indicatori');
  for (const persona of ['referente', 'valutatore', 'ricercatore'] as const)
    expect(await apre(p.chi[persona], 'progetto', p.progetto.id)).not.toContain('Ricalcolare');
});

test('l’insieme lo sceglie il bando: con l’obiettivo l solo totale ed età, e gli enti sostenuti con il FSE+', async () => {
  const p = await conPersone();
  const con = async (indicatori: string) => {
    await superutente.query(
      `with v as (insert into bando_versione (regione_id, bando_id, numero, configurazione, sha256)
         select $1, $2, coalesce(max(numero), 0) + 1, jsonb_build_object('attuazione', jsonb_build_object('indicatori', $3::text)), 'x' from bando_versione where bando_id = $2 returning id)
       update progetto set bando_versione_id = (select id from v) where id = $4`,
      [p.progetto.regione.id, p.progetto.regione.bandoId, indicatori, p.progetto.id],
    );
    return apre(p.chi.istruttore, 'progetto', p.progetto.id);
  };
  const plus = await con('FSE_PLUS');
  expect(riga(plus, 'EECO01')[4]).toBe('35');
  expect(plus).toContain('EECO18');
  expect(riga(plus, 'CO01')).toEqual([]);
  const l = await con('FSE_PLUS_L');
  expect([...l.matchAll(/<tr[^>]*id="(\w+)"/g)].map(([, codice]) => codice)).toEqual(['TOTALE', 'EECO06', 'EECO07', 'EECO08']);
  expect(await con('NESSUNO')).toContain('non chiede indicatori');
});

test('chi non vede il progetto non trova la pagina', async () => {
  const p = await conPersone();
  for (const persona of ['estraneo', 'altraRegione'] as const)
    await expect(apre(p.chi[persona], 'progetto', p.progetto.id)).rejects.toMatchObject(nonTrovata);
  for (const id of ['x', crypto.randomUUID()]) await expect(apre(p.chi.istruttore, 'progetto', id)).rejects.toMatchObject(nonTrovata);
});

test('il programma intero: la somma dei progetti, e un progetto di pochi non si ritrova togliendo gli altri', async () => {
  const p = await conPersone();
  const piccolo = await unProgetto({ capofila: p.capofila });
  await partecipanti(piccolo, p.capofila.id, 3, { condizione: 'OCCUPATO_DIPENDENTE' });
  for (const persona of ['dirigente', 'ricercatore'] as const) {
    const html = await apre(p.chi[persona], 'programma', '');
    // 38 meno i 35 dell'altro progetto direbbe 3
    expect(riga(html, 'TOTALE')[4]).toBe('soppresso');
    expect(riga(html, 'TOTALE')[1]).toBe('15');
    expect(riga(html, 'CO05')[4]).toBe('soppresso');
    expect(html).toContain(`/progetti/${p.progetto.id}/indicatori`);
  }
  const vuota = await apre(p.chi.altraRegione, 'programma', '');
  expect(vuota).toContain('Nessun progetto avviato');
});

const scaricato = (persona: Persona, p: Pratica) => esportaIndicatori(p.chi[persona], p.progetto.id, {}, 'csv-r');

test('il foglio ha chiavi stabili, NA dove è soppresso con il motivo, e lascia una riga nel registro', async () => {
  const p = await conPersone();
  const { nome, contenuto } = await scaricato('ricercatore', p);
  expect(nome).toMatch(/^cantiere-indicatori-.*-r\.csv$/);
  const righe = String(contenuto).split('\r\n');
  expect(righe[0]).toBe('progetto_id,vista,indicatore,nome,sesso,solo_completi,persone,motivo');
  expect(righe.find((r) => r.includes(',totale,') && r.includes(',tutti,1,'))).toMatch(/,35,NA$/);
  expect(righe.find((r) => r.includes(',co16,') && r.includes(',tutti,1,'))).toMatch(/,NA,soppresso$/);
  expect((await eventi(p)).at(-1)).toMatchObject({ atto: 'indicatori.esportati', dopo: { formato: 'csv-r', righe: righe.length - 2 } });
  const { contenuto: cartella } = await esportaIndicatoriProgramma(p.chi.istruttore, {}, 'xlsx');
  expect((cartella as Uint8Array).byteLength).toBeGreaterThan(2000);
});

test('non scarica chi non vede il progetto, né un ente il programma', async () => {
  const p = await conPersone();
  for (const persona of ['estraneo', 'altraRegione'] as const)
    await expect(scaricato(persona, p)).rejects.toMatchObject({ code: 'progetto.nonTrovato' });
  await expect(esportaIndicatoriProgramma(p.chi.referente, {}, 'csv')).rejects.toMatchObject({ code: 'indicatori.ruoloMancante' });
});
