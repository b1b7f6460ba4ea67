import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { approvaRapporto } from '@/lib/attuazione/commands/approvaRapporto';
import type { Attore } from '@/lib/auth/attore';
import { esportaIndicatori, esportaIndicatoriProgramma } from '@/lib/indicatori/commands/esportaIndicatori';
import { pubblicaIndicatori } from '@/lib/indicatori/commands/pubblicaIndicatori';
import { pubblicaProgramma } from '@/lib/indicatori/commands/pubblicaProgramma';
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

const pubblica = (p: Pratica) => pubblicaIndicatori(p.chi.istruttore, p.progetto.id);
/** La sola parte della pagina che è pubblicata. */
const pubblicata = (html: string): string => html.slice(html.indexOf('id="persone"'));

/** Del capofila venti donne e dodici uomini, due con disabilità; del partner tre uomini stranieri e una donna senza titolo. */
async function conPersone(): Promise<Pratica> {
  const p = await unaPratica({ stato: 'APPROVATO' });
  const [mio, suo] = [p.capofila.id, p.enteDelPartner.id];
  await partecipanti(p.progetto, mio, 20, { azioneId: p.azione.id });
  await partecipanti(p.progetto, mio, 10, { sesso: 'M', ingresso: '2020-07-02' });
  await partecipanti(p.progetto, mio, 2, { sesso: 'M', disabilita: 'SI' });
  await partecipanti(p.progetto, suo, 3, { sesso: 'M', cittadinanza: 'MA', azioneId: p.azioneDelPartner.id });
  await partecipanti(p.progetto, suo, 1, { isced: null });
  return p;
}

test('la Regione e la ricerca leggono solo ciò che è pubblicato, mai i piccoli: prima nulla, poi sempre gli stessi numeri e la loro data', async () => {
  const p = await conPersone();
  for (const persona of ['istruttore', 'ricercatore'] as const) {
    const html = await apre(p.chi[persona], 'progetto', p.progetto.id);
    expect(html).toContain('Non ancora pubblicati');
    expect(riga(html, 'TOTALE')).toEqual([]);
  }
  await pubblica(p);
  const letta = async (persona: Persona) => pubblicata(await apre(p.chi[persona], 'progetto', p.progetto.id));
  for (const persona of ['istruttore', 'ricercatore'] as const) {
    const html = await letta(persona);
    expect(html).toMatch(/Aggiornato al \d\d\/\d\d\/\d{4}/);
    expect(riga(html, 'TOTALE')).toEqual(['20', '15', '0', '0', '35', '36']);
    expect(riga(html, 'CO01')).toEqual(['20', '15', '0', '0', '35', '36']);
    expect(riga(html, 'CO16')[4]).toBe('soppresso');
    expect(riga(html, 'CO15')[4]).toBe('soppresso');
    expect(riga(html, 'CO05')).toEqual(['0', '0', '0', '0', '0', '0']);
    expect(html).not.toContain('/persone');
  }
  const prima = await letta('ricercatore');
  // chi entra dopo non si vede: due letture non si sottraggono
  await partecipanti(p.progetto, p.capofila.id, 3, { condizione: 'OCCUPATO_AUTONOMO' });
  expect(await letta('ricercatore')).toBe(prima);
});

test('un ente vede le sue in diretta e, del progetto, ciò che è pubblicato: mai quante poche sono le altre, nemmeno per sottrazione', async () => {
  const p = await conPersone();
  await pubblica(p);
  const legge = (persona: Persona) => apre(p.chi[persona], 'progetto', p.progetto.id);
  const capofila = await legge('referente');
  expect(riga(capofila, 'TOTALE')).toEqual(['20', '12', '0', '0', '32', '32']);
  expect(riga(capofila, 'CO16')[4]).toBe('2');
  // le sue trentadue le conosce: se leggesse 35 saprebbe delle tre del partner
  expect(riga(pubblicata(capofila), 'TOTALE')[4]).toBe('soppresso');
  expect(riga(pubblicata(capofila), 'CO16')).toEqual(['0', '2', '0', '0', '2', '2']);
  const partner = pubblicata(await legge('partner'));
  expect(riga(partner, 'TOTALE')).toEqual(['20', '15', '0', '0', '35', '36']);
  expect(riga(partner, 'CO16')[4]).toBe('soppresso');
  expect(riga(partner, 'CO15')[4]).toBe('3');
  await partecipanti(p.progetto, p.capofila.id, 1, { sesso: 'X' });
  expect(riga(await legge('referente'), 'TOTALE')[2]).toBe('1');
  expect(pubblicata(await legge('partner'))).toBe(partner);
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
  await pubblica(p);
  // quattordici in tutto, dodici sue: le altre sono due, e se leggesse 14 lo saprebbe
  expect(riga(pubblicata(await apre(p.chi.referente, 'progetto', p.progetto.id)), 'TOTALE')[4]).toBe('soppresso');
  // il partner ne ha otto: le altre sei si possono dire
  expect(riga(pubblicata(await apre(p.chi.partner, 'progetto', p.progetto.id)), 'TOTALE')[4]).toBe('14');
});

test('che cosa manca e a chi tocca: il proprio ente va alle sue persone, gli altri leggono quante se non sono poche', async () => {
  const p = await conPersone();
  const link = `/persone?progetto=${p.progetto.id}&amp;stato=incompleti`;
  const partner = await apre(p.chi.partner, 'progetto', p.progetto.id);
  expect(partner).toContain(link);
  expect(partner).toContain('completa i dati');
  await pubblica(p);
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
  await partecipanti(p.progetto, p.capofila.id, 10, { sesso: 'M', ingresso: '2020-07-02' });
  await partecipanti(p.progetto, p.enteDelPartner.id, 8, { sesso: 'M', ingresso: '2020-06-30' });
  // fuori dall'azione resterebbero due donne, e 22 meno 20 le direbbe; nell'altra azione sono in tre
  const conPochi = await unaPratica({ stato: 'APPROVATO' });
  await partecipanti(conPochi.progetto, conPochi.capofila.id, 20, { azioneId: conPochi.azione.id });
  await partecipanti(conPochi.progetto, conPochi.enteDelPartner.id, 2, {});
  await partecipanti(conPochi.progetto, conPochi.enteDelPartner.id, 3, { azioneId: conPochi.azioneDelPartner.id });
  const di = async ({ chi, progetto }: Pratica, vista: string, record = 'completi') =>
    pubblicata(await apre(chi.istruttore, 'progetto', progetto.id, { vista, record }));
  await pubblica(p);
  await pubblica(conPochi);
  expect(riga(await di(p, vistaDi({ azione: p.azione.id })), 'TOTALE')).toEqual(['20', '0', '0', '0', '20', '20']);
  const nelPeriodo = await di(p, vistaDi({ periodo: p.periodoId }), 'tutti');
  expect(riga(nelPeriodo, 'TOTALE')).toEqual(['20', '8', '0', '0', '28']);
  expect(riga(await di(conPochi, ''), 'TOTALE')[0]).toBe('25');
  expect(riga(await di(conPochi, vistaDi({ azione: conPochi.azioneDelPartner.id })), 'TOTALE')[4]).toBe('soppresso');
  // un indirizzo scritto a mano vale tutto il progetto
  for (const vista of ['periodo.x', vistaDi({ azione: crypto.randomUUID() }), vistaDi({ periodo: crypto.randomUUID() })])
    expect(riga(await di(conPochi, vista), 'TOTALE')[0]).toBe('25');
});

test('una pubblicazione nuova non dice chi è entrato in mezzo: la cella mossa di poco è soppressa, quella di prima resta da leggere', async () => {
  const p = await conPersone();
  await pubblica(p);
  const legge = async (domanda: object = {}) => pubblicata(await apre(p.chi.dirigente, 'progetto', p.progetto.id, domanda));
  expect(riga(await legge(), 'TOTALE')[0]).toBe('20');
  expect(await legge()).toMatch(/Si può pubblicare di nuovo dal \d\d\/\d\d\/\d{4}/);
  await expect(pubblica(p)).rejects.toMatchObject({ code: 'indicatori.pubblicatiDaPoco', message: expect.stringMatching(/di nuovo dal/) });
  await superutente.query('alter table rilascio disable trigger user');
  await superutente.query(`update rilascio set rilasciato_il = rilasciato_il - interval '31 days' where parametri ->> 'progetto' = $1`, [
    p.progetto.id,
  ]);
  await superutente.query('alter table rilascio enable trigger user');
  await partecipanti(p.progetto, p.capofila.id, 2, {});
  await partecipanti(p.progetto, p.capofila.id, 6, { sesso: 'M' });
  await pubblica(p);
  const nuova = riga(await legge(), 'TOTALE');
  expect(nuova[0]).toBe('soppresso');
  expect(riga(await legge({ numero: '1' }), 'TOTALE')).toEqual(['20', '15', '0', '0', '35', '36']);
  expect(await legge()).toContain('Pubblicazione n. 2');
});

test('approvare pubblica la tabella della relazione, e ricalcolare la rifà solo se quella di prima non è di pochi giorni fa', async () => {
  const p = await unaPratica({ stato: 'IN_VERIFICA' });
  await partecipanti(p.progetto, p.capofila.id, 12);
  await partecipanti(p.progetto, p.capofila.id, 9, { ingresso: '2020-07-02' });
  expect(await apre(p.chi.istruttore, 'progetto', p.progetto.id)).toContain('Ancora nessuno');
  await approvaRapporto(p.chi.istruttore, { rapportoId: p.rapportoId });
  const html = await apre(p.chi.ricercatore, 'progetto', p.progetto.id);
  // entrati fino alla fine del periodo della relazione
  expect(riga(pubblicata(html), 'TOTALE')[4]).toBe('12');
  expect(html).toContain('Aggiornato al 30/06/2020');
  expect(html).toContain('con l’approvazione di una relazione');
  expect(await ricalcolaIndicatori(p.chi.istruttore, { progettoId: p.progetto.id, rapportoId: p.rapportoId })).toBe(2);
  const { rows } = await superutente.query(
    `select rilasciato_da from rilascio where tabella = 'INDICATORI' and parametri ->> 'progetto' = $1`,
    [p.progetto.id],
  );
  expect(rows).toEqual([{ rilasciato_da: p.chi.istruttore.utenteId }]);
  expect((await eventi(p)).map(({ atto }) => atto)).toContain('indicatori.pubblicati');
  expect(await apre(p.chi.dirigente, 'progetto', p.progetto.id)).toContain('Ricalcolare gli indicatori');
  for (const persona of ['referente', 'valutatore', 'ricercatore'] as const)
    expect(await apre(p.chi[persona], 'progetto', p.progetto.id)).not.toContain('Ricalcolare');
});

test('due che pubblicano insieme: la prima esce, la seconda trova che è appena uscita', async () => {
  const p = await conPersone();
  const esiti = await Promise.allSettled([pubblica(p), pubblicaIndicatori(p.chi.dirigente, p.progetto.id)]);
  expect(esiti.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(esiti.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'indicatori.pubblicatiDaPoco' } });
});

test('non pubblica chi non può, né un progetto d’altri o senza indicatori', async () => {
  const p = await conPersone();
  for (const persona of ['valutatore', 'referente', 'ricercatore'] as const)
    await expect(pubblicaIndicatori(p.chi[persona], p.progetto.id)).rejects.toMatchObject({ code: 'indicatori.ruoloMancante' });
  const altrove = await unaPratica();
  await expect(pubblicaIndicatori(altrove.chi.istruttore, p.progetto.id)).rejects.toMatchObject({ code: 'progetto.nonTrovato' });
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
  await pubblica(p);
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

test('il programma intero: somma le tabelle pubblicate, e un progetto di pochi non si ritrova togliendo gli altri', async () => {
  const p = await conPersone();
  const piccolo = await unProgetto({ capofila: p.capofila });
  await partecipanti(piccolo, p.capofila.id, 3, { condizione: 'OCCUPATO_DIPENDENTE' });
  const senza = await apre(p.chi.dirigente, 'programma', '');
  expect(senza).toContain('Non ancora pubblicati');
  expect(senza).not.toContain('Pubblica la tabella');
  await pubblica(p);
  await pubblicaIndicatori(p.chi.istruttore, piccolo.id);
  expect(await apre(p.chi.dirigente, 'programma', '')).toContain('Pubblica la tabella del trimestre');
  const { rows } = await superutente.query('select programma_id from bando where id = $1', [p.progetto.regione.bandoId]);
  const programma = String(rows[0].programma_id);
  await expect(pubblicaProgramma(p.chi.referente, programma)).rejects.toMatchObject({ code: 'indicatori.ruoloMancante' });
  const uscita = await pubblicaProgramma(p.chi.ricercatore, programma);
  await partecipanti(p.progetto, p.capofila.id, 40);
  expect(await pubblicaProgramma(p.chi.dirigente, programma)).toEqual(uscita);
  for (const persona of ['dirigente', 'ricercatore'] as const) {
    const html = await apre(p.chi[persona], 'programma', '');
    // 38 meno i 35 dell'altro progetto direbbe 3
    expect(riga(html, 'TOTALE')[4]).toBe('soppresso');
    expect(riga(html, 'TOTALE')[1]).toBe('15');
    expect(riga(html, 'CO05')[4]).toBe('soppresso');
    expect(html).toContain(`/progetti/${p.progetto.id}/indicatori`);
    expect(html).not.toContain('Pubblica la tabella');
  }
  const vuota = await apre(p.chi.altraRegione, 'programma', '');
  expect(vuota).toContain('Nessun progetto avviato');
  const { contenuto: cartella } = await esportaIndicatoriProgramma(p.chi.istruttore, {}, 'xlsx');
  expect((cartella as Uint8Array).byteLength).toBeGreaterThan(2000);
});

const scaricato = (persona: Persona, p: Pratica) => esportaIndicatori(p.chi[persona], p.progetto.id, {}, 'csv-r');

test('il foglio ha chiavi stabili, NA dove è soppresso con il motivo, e lascia una riga nel registro', async () => {
  const p = await conPersone();
  await expect(scaricato('ricercatore', p)).rejects.toMatchObject({ code: 'indicatori.nonPubblicati' });
  await pubblica(p);
  const { nome, contenuto } = await scaricato('ricercatore', p);
  expect(nome).toMatch(/^cantiere-indicatori-.*-r\.csv$/);
  const righe = String(contenuto).split('\r\n');
  expect(righe[0]).toBe('progetto_id,vista,indicatore,nome,sesso,solo_completi,persone,motivo');
  expect(righe.find((r) => r.includes(',totale,') && r.includes(',tutti,1,'))).toMatch(/,35,NA$/);
  expect(righe.find((r) => r.includes(',co16,') && r.includes(',tutti,1,'))).toMatch(/,NA,soppresso$/);
  expect((await eventi(p)).at(-1)).toMatchObject({ atto: 'indicatori.esportati', dopo: { formato: 'csv-r', righe: righe.length - 2 } });
  const { contenuto: proprie } = await esportaIndicatori(p.chi.partner, p.progetto.id, {}, 'csv-r');
  expect(String(proprie)).toMatch(/,propri,totale,.*,tutti,0,4,NA/);
});

test('non scarica chi non vede il progetto, né un ente il programma', async () => {
  const p = await conPersone();
  for (const persona of ['estraneo', 'altraRegione'] as const)
    await expect(scaricato(persona, p)).rejects.toMatchObject({ code: 'progetto.nonTrovato' });
  await expect(esportaIndicatoriProgramma(p.chi.referente, {}, 'csv')).rejects.toMatchObject({ code: 'indicatori.ruoloMancante' });
});
