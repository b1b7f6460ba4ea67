import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { autorizzaAccesso } from '@/lib/controlli/commands/autorizzaAccesso';
import { chiediAccesso } from '@/lib/controlli/commands/chiediAccesso';
import { leggiIdentita } from '@/lib/controlli/commands/leggiIdentita';
import { preparaRighe } from '@/lib/soppressione/commands/preparaRighe';
import { pubblicaSovrapposizioni } from '@/lib/sovrapposizioni/commands/pubblicaSovrapposizioni';
import { programmaDi } from '@/tests/support/identita';
import { partecipanti } from '@/tests/support/partecipanti';
import { codiceNumero, unaSeguita } from '@/tests/support/personaSeguita';
import { unaPratica } from '@/tests/support/pratica';
import { superutente } from '@/tests/support/superutente';

/** Le pagine disegnate davvero, sul database vero: qui si decide solo chi le apre. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));

type Pagina = (props: never) => Promise<ReactElement>;
const pagine = {
  controlli: () => import('@/app/(portale)/controlli/page'),
  controllo: () => import('@/app/(portale)/controlli/[id]/page'),
  accessi: () => import('@/app/(portale)/persone/accessi/page'),
  sovrapposizioni: () => import('@/app/(portale)/sovrapposizioni/page'),
  righe: () => import('@/app/(portale)/ricerca/persone/page'),
};

async function apri(attore: Attore, pagina: keyof typeof pagine, params: object = {}, domanda: object = {}): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await pagine[pagina]();
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(domanda) } as never;
  return renderToStaticMarkup(await (Pagina as unknown as Pagina)(props)).replaceAll('&#x27;', '’');
}
const nonTrovata = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };

test('controlli: chi chiede trova il modulo, il dirigente autorizza, chi ha chiesto legge; gli altri non trovano la pagina dei nomi', async () => {
  const p = await unaPratica();
  await unaSeguita(p, p.capofila, codiceNumero(0));
  expect(await apri(p.chi.istruttore, 'controlli')).toMatch(/name="dove"[\s\S]*Nessuna richiesta/);
  const dove = { progettoId: p.progetto.id, organizzazioneId: p.capofila.id };
  const { accessoId: id } = await chiediAccesso(p.chi.istruttore, { dove, motivo: 'Campione estratto <il 3 luglio>.' });
  const delDirigente = await apri(p.chi.dirigente, 'controlli');
  for (const visto of ['name="giorni"', 'Autorizza la lettura', 'Campione estratto &lt;il 3 luglio&gt;', 'Da autorizzare'])
    expect(delDirigente).toContain(visto);
  expect(delDirigente).not.toContain('name="dove"');
  expect(await apri(p.chi.istruttore, 'controlli')).toContain('Aspetta un dirigente');
  await expect(apri(p.chi.istruttore, 'controllo', { id })).rejects.toMatchObject(nonTrovata);
  await autorizzaAccesso(p.chi.dirigente, { accessoId: id, giorni: 2 });
  expect(await apri(p.chi.istruttore, 'controlli', {}, { esito: 'chiesto' })).toContain('Leggi i nomi');
  const nomi = await apri(p.chi.istruttore, 'controllo', { id });
  expect(nomi).toContain(codiceNumero(0));
  expect(nomi).toContain('Questa lettura è registrata');
  for (const persona of ['dirigente', 'collega', 'altraRegione'] as const)
    await expect(apri(p.chi[persona], 'controllo', { id })).rejects.toMatchObject(nonTrovata);
  await expect(apri(p.chi.istruttore, 'controllo', { id: 'x' })).rejects.toMatchObject(nonTrovata);
  const { rows } = await superutente.query('select count(*)::int as n from accesso_identita where motivato_id = $1', [id]);
  expect(rows[0].n).toBe(1);
});

test('chi ha letto i nomi: l’ente vede il controllo, il partner no; a pagine di cinquanta', async () => {
  const p = await unaPratica();
  const { personaId } = await unaSeguita(p, p.capofila, codiceNumero(0));
  expect(await apri(p.chi.referente, 'accessi')).toMatch(/Nessun controllo[\s\S]*Nessuna lettura/);
  const dove = { progettoId: p.progetto.id, organizzazioneId: p.capofila.id };
  const { accessoId } = await chiediAccesso(p.chi.istruttore, { dove, motivo: 'Controllo del campione.' });
  await autorizzaAccesso(p.chi.dirigente, { accessoId, giorni: 2 });
  await leggiIdentita(p.chi.istruttore, accessoId);
  await superutente.query(
    `insert into accesso_identita (regione_id, organizzazione_id, utente_id, scopo, persone)
     select $1, $2, $3, 'ELENCO', array[$4::uuid] from generate_series(1, 55)`,
    [p.progetto.regione.id, p.capofila.id, p.chi.referente.utenteId, personaId],
  );
  const prima = await apri(p.chi.operatore, 'accessi');
  for (const visto of ['Controllo del campione.', personaId, 'Letture precedenti', 'elenco delle persone', 'Nome Cognome'])
    expect(prima).toContain(visto);
  const cursore = /prima=(\d+)/.exec(prima)?.[1];
  const seconda = await apri(p.chi.operatore, 'accessi', {}, { prima: cursore });
  expect(seconda).toContain('controllo sul posto della Regione');
  expect(seconda).not.toContain('Letture precedenti');
  expect(await apri(p.chi.operatore, 'accessi', {}, { prima: '1; drop' })).toContain('Letture precedenti');
  expect(await apri(p.chi.partner, 'accessi')).not.toContain('Controllo del campione');
});

test('sovrapposizioni: prima si pubblica, poi si legge; le celle piccole sono soppresse', async () => {
  const p = await unaPratica();
  for (const n of [0, 1]) for (const ente of [p.capofila, p.enteDelPartner]) await unaSeguita(p, ente, codiceNumero(n));
  expect(await apri(p.chi.dirigente, 'sovrapposizioni')).toContain('Pubblica la tabella del trimestre');
  await pubblicaSovrapposizioni(p.chi.ricercatore, await programmaDi(p.capofila));
  for (const persona of ['dirigente', 'ricercatore'] as const) {
    const pagina = await apri(p.chi[persona], 'sovrapposizioni');
    expect(pagina).toContain('soppresso');
    expect(pagina).toContain(p.capofila.denominazione);
    expect(pagina).toContain('SHA-256');
    expect(pagina).not.toContain('Pubblica la tabella');
  }
});

test('righe per la ricerca: i semestri finiti, che cosa si è tolto, come si scarica', async () => {
  const p = await unaPratica();
  const programma = await programmaDi(p.capofila);
  expect(await apri(p.chi.ricercatore, 'righe')).toContain('Nessun semestre finito');
  await superutente.query(`update programma set dal = '2018-07-01' where id = $1`, [programma]);
  await partecipanti(p.progetto, p.capofila.id, 8, { uscita: '2019-03-01', ingresso: '2018-10-01' });
  await partecipanti(p.progetto, p.capofila.id, 1, { uscita: '2019-03-01', ingresso: '2018-10-01', sesso: 'M' });
  const prima = await apri(p.chi.ricercatore, 'righe');
  for (const visto of ['Prepara le righe: primo semestre 2019', 'Primo semestre 2020', 'Si prepara dal']) expect(prima).toContain(visto);
  await preparaRighe(p.chi.ricercatore, { programma, semestre: '2019-1' });
  const poi = await apri(p.chi.ricercatore, 'righe', {}, { pronto: '2019-1' });
  for (const visto of ['8 di 9; tolte 1', 'almeno 5 persone', 'action="/ricerca/persone/scarica"', 'Righe preparate'])
    expect(poi).toContain(visto);
});
