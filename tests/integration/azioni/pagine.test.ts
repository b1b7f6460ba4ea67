import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { unaRegione, unUtente } from '@/tests/support/builders';
import { type Progetto, unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Le pagine delle azioni e dei segnali disegnate davvero, sul database vero: qui si decide solo chi le apre. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));

type Pagina = (props: never) => Promise<ReactElement>;
const pagine = {
  azioni: () => import('@/app/(portale)/progetti/[id]/azioni/page'),
  azione: () => import('@/app/(portale)/progetti/[id]/azioni/[azioneId]/page'),
  segnali: () => import('@/app/(portale)/progetti/[id]/segnali/page'),
  cruscotto: () => import('@/app/(portale)/cruscotto/segnali/page'),
};

async function apre(attore: Attore, pagina: keyof typeof pagine, params: object = {}, domanda: object = {}): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await pagine[pagina]();
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(domanda) } as never;
  return renderToStaticMarkup(await (Pagina as Pagina)(props)).replaceAll('&#x27;', '’');
}
const nonTrovata = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };
const scrivi = (testo: string, valori: unknown[] = []) => superutente.query(testo, valori);
const unIstruttore = async ({ regione }: Pick<Progetto, 'regione'>) => (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore();

/** Un progetto sospeso in primavera, con un'azione spostata da una proroga e in ritardo, e una causa che dipende dalla Regione. */
async function unProgettoMosso(): Promise<Progetto> {
  const progetto = await unProgetto();
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id };
  await inserisci(superutente, 'causa_ritardo', {
    regione_id: progetto.regione.id,
    codice: 'QUESITI',
    gruppo: 'G',
    etichetta: 'Quesiti senza risposta',
    interviste: [],
    dipende_regione: true,
  });
  const { avanzamenti } = await unRapporto({ progetto, stato: 'APPROVATO' });
  await scrivi(`update avanzamento set inizio_effettivo = '2019-11-01' where id = $1`, [avanzamenti[0]?.id]);
  await scrivi(`update avanzamento_causa set causa = 'QUESITI', gravita = 3, mese_dal = '2020-03-01' where avanzamento_id = $1`, [
    avanzamenti[0]?.id,
  ]);
  await scrivi(`update azione set fine_originaria = app.oggi() - 90, fine_prevista = app.oggi() - 10 where id = $1`, [
    progetto.azioni[0]?.id,
  ]);
  await scrivi(`update progetto set data_fine_originaria = '2020-12-31', data_fine_prevista = '2021-06-30' where id = $1`, [progetto.id]);
  await inserisci(superutente, 'sospensione', {
    ...chiavi,
    motivo: 'EMERGENZA_SANITARIA',
    dal: '2020-03-09',
    al: '2020-06-18',
    atto: 'D.D. 1',
    data_atto: '2020-03-09',
  });
  return progetto;
}

test('il cronoprogramma disegna tre barre, la sospensione e le due fini del progetto, e le ripete in tabella', async () => {
  const progetto = await unProgettoMosso();
  for (const attore of [await progetto.capofila.attore(), await unIstruttore(progetto)]) {
    const html = await apre(attore, 'azioni', { id: progetto.id });
    for (const visto of [
      'gantt__orig',
      'gantt__plan',
      'gantt__done',
      'gantt-ferma',
      'Fine approvata all’inizio: 31/12/2020',
      '10 giorni finora',
      '90 giorni finora',
    ])
      expect(html).toContain(visto);
    expect(html).toContain('all’inizio era il 31/12/2020');
    expect(html).toContain('dal 09/03/2020 al 18/06/2020');
    expect(html).toContain(`/azioni/${progetto.azioni[0]?.id}`);
    expect(html).toMatch(/aria-label="All’inizio previsto [^"]+Previsto /);
  }
});

test('la pagina di un’azione racconta mesi, relazioni, cause e che cosa dipende dalla Regione', async () => {
  const progetto = await unProgettoMosso();
  const html = await apre(await progetto.capofila.attore(), 'azione', { id: progetto.id, azioneId: progetto.azioni[0]?.id });
  for (const visto of [
    'Stato mese per mese',
    'marzo: In corso, 40%',
    progetto.capofila.denominazione,
    'Quesiti senza risposta',
    'dalla Regione',
    'Lo sa il portale',
    'Sospensione del progetto',
  ])
    expect(html).toContain(visto);
  expect(html).toContain('Mostra come tabella');
  expect(html).not.toMatch(/undefined|NaN|null/);
});

test('i segnali di un progetto si spiegano; senza fatti si dice che cosa comparirebbe', async () => {
  const progetto = await unProgettoMosso();
  const html = await apre(await unIstruttore(progetto), 'segnali', { id: progetto.id });
  expect(html.indexOf('Dipendono dalla Regione')).toBeLessThan(html.indexOf('Dipendono dagli enti'));
  for (const visto of ['sono passati 10 giorni', 'Può agire', 'Quando compare ogni segnale', 'Compare dal giorno dopo la fine prevista'])
    expect(html).toContain(visto);
  const quieto = await unProgetto();
  expect(await apre(await quieto.capofila.attore(), 'segnali', { id: quieto.id })).toContain('Nessun segnale');
});

test('la Regione filtra i segnali di tutti i progetti, e un filtro inventato vale come nessuno', async () => {
  const progetto = await unProgettoMosso();
  const attore = await unIstruttore(progetto);
  const tutti = await apre(attore, 'cruscotto');
  expect(tutti).toContain('Causa di ritardo che dipende dalla Regione: 1');
  expect(await apre(attore, 'cruscotto', {}, { chi: 'inventato', tipo: 'x', dopo: '; drop' })).toBe(tutti);
  const soloEnti = await apre(attore, 'cruscotto', {}, { chi: 'ente' });
  expect(soloEnti).toContain('doveva finire 10 giorni fa');
  expect(soloEnti).not.toContain('Quesiti senza risposta: ferma');
  expect(await apre(attore, 'cruscotto', {}, { tipo: 'RINUNCIA_IN_ATTESA' })).toContain('Togli il filtro');
});

test('chi è di un’altra Regione e gli indirizzi storti trovano la stessa pagina che non c’è', async () => {
  const progetto = await unProgettoMosso();
  const estranea = await unIstruttore({ regione: await unaRegione() });
  const azioneId = progetto.azioni[0]?.id;
  for (const pagina of ['azioni', 'segnali'] as const) {
    await expect(apre(estranea, pagina, { id: progetto.id })).rejects.toMatchObject(nonTrovata);
    await expect(apre(await unIstruttore(progetto), pagina, { id: 'storto' })).rejects.toMatchObject(nonTrovata);
  }
  await expect(apre(estranea, 'azione', { id: progetto.id, azioneId })).rejects.toMatchObject(nonTrovata);
  await expect(apre(await unIstruttore(progetto), 'azione', { id: progetto.id, azioneId: 'storta' })).rejects.toMatchObject(nonTrovata);
});
