import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiediStraordinaria } from '@/lib/calendario/commands/chiediStraordinaria';
import { avviaProgetto } from '@/lib/convenzione/commands/avviaProgetto';
import { dataBreve } from '@/lib/format/data';
import { tra, unApprovato, unoDaAvviare } from '@/tests/support/avvio';
import { unUtente } from '@/tests/support/builders';
import { unBando } from '@/tests/support/buildersDomanda';
import { type Ridotto, unProgettoRidotto } from '@/tests/support/rimodulazione';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Le pagine disegnate davvero, sul database vero: qui si decide solo chi le apre. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));
vi.mock('@/lib/auth/leggiSessione', () => ({ leggiSessione: async () => ({ stato: 'viva', attore: chi.attore }) }));

type Pagina = (props: never) => Promise<ReactElement>;
const pagine = {
  convenzione: () => import('@/app/(portale)/progetti/[id]/convenzione/page'),
  calendario: () => import('@/app/(portale)/progetti/[id]/calendario/page'),
  progetto: () => import('@/app/(portale)/progetti/[id]/page'),
  bando: () => import('@/app/(portale)/bandi/[id]/page'),
};

async function apre(attore: Attore, pagina: keyof typeof pagine, id: string, domanda: object = {}): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await pagine[pagina]();
  const props = { params: Promise.resolve({ id }), searchParams: Promise.resolve(domanda) } as never;
  return renderToStaticMarkup(await (Pagina as Pagina)(props)).replaceAll('&#x27;', '’');
}
const nonTrovata = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };
const avviato = async (): Promise<Ridotto> => {
  const ridotto = await unoDaAvviare();
  const { istruttore } = ridotto.chi;
  const date = { dataAtto: tra(istruttore, -200), inizio: tra(istruttore, -200), fine: tra(istruttore, 300) };
  await avviaProgetto(istruttore, { progettoId: ridotto.progetto.id, atto: 'DD 77/2020', ...date });
  return ridotto;
};

test('convenzione: il capofila scrive, il partner legge senza il conto, la Regione vede che cosa manca e non può avviare', async () => {
  const { chi: persone, progetto } = await unApprovato();
  const capofila = await apre(persone.referente, 'convenzione', progetto.id);
  for (const visto of ['Ti mancano', 'name="cup"', 'name="iban"', 'name="sede"', 'Salva i dati', 'name="rev" value="0"'])
    expect(capofila).toContain(visto);
  const partner = await apre(persone.partner, 'convenzione', progetto.id);
  expect(partner).toContain('All’ente capofila mancano');
  for (const nascosto of ['name="cup"', 'IBAN</dt>', 'Avvia il progetto']) expect(partner).not.toContain(nascosto);
  const regione = await apre(persone.istruttore, 'convenzione', progetto.id);
  expect(regione).toContain('Non si può ancora avviare.');
  expect(regione).toContain('questi dati: CUP, IBAN');
  expect(regione).not.toContain('Avviare il progetto?');
});

test('convenzione: con i dati la Regione prova le date e vede i periodi prima di confermare; il dirigente sa che non tocca a lui', async () => {
  const { chi: persone, progetto } = await unoDaAvviare();
  const inizio = tra(persone.istruttore, 10);
  const regione = await apre(persone.istruttore, 'convenzione', progetto.id, { inizio: dataBreve(inizio), fine: '' });
  for (const visto of [
    'I periodi che ne vengono',
    dataBreve(inizio),
    'Avviare il progetto?',
    `name="inizio" value="${inizio}"`,
    'name="dataAtto"',
  ])
    expect(regione).toContain(visto);
  const storta = await apre(persone.istruttore, 'convenzione', progetto.id, { inizio: '31/02/2020' });
  expect(storta).toContain('febbraio 2020 non esiste');
  expect(storta).not.toContain('Avviare il progetto?');
  const dirigente = await apre(persone.dirigente, 'convenzione', progetto.id);
  expect(dirigente).toMatch(/Non puoi avviare il progetto\. Serve il ruolo di istruttore/i);
  expect(dirigente).not.toContain('Avviare il progetto?');
  expect(await apre(persone.referente, 'convenzione', progetto.id)).toContain('ora tocca alla Regione');
  for (const attore of [persone.estraneo, persone.altraRegione])
    await expect(apre(attore, 'convenzione', progetto.id)).rejects.toMatchObject(nonTrovata);
});

test('convenzione: se il concesso è meno del piano lo dice, e dopo l’avvio mostra l’atto', async () => {
  const ridotto = await unProgettoRidotto();
  expect(await apre(ridotto.chi.istruttore, 'convenzione', ridotto.progetto.id)).toContain(
    'prima serve la rimodulazione iniziale approvata',
  );
  const { chi: persone, progetto } = await avviato();
  const dopo = await apre(persone.referente, 'convenzione', progetto.id);
  for (const visto of ['DD 77/2020', 'chiedi una modifica', 'IT60 X054']) expect(dopo).toContain(visto);
  expect(dopo).not.toContain('name="cup"');
});

test('calendario: stati dalle date, chi è in ritardo, giorni sospesi; l’ente apre, la Regione chiede', async () => {
  const { chi: persone, progetto } = await avviato();
  await inserisci(superutente, 'sospensione', {
    ...{ regione_id: progetto.regione.id, progetto_id: progetto.id, motivo: 'EMERGENZA_SANITARIA', atto: 'DD 1', data_atto: '2020-03-09' },
    ...{ dal: tra(persone.istruttore, -120), al: tra(persone.istruttore, -116) },
  });
  await chiediStraordinaria(persone.istruttore, {
    progettoId: progetto.id,
    dal: tra(persone.istruttore, -50),
    al: tra(persone.istruttore, -20),
    scadenza: tra(persone.istruttore, 5),
    motivo: 'Per la relazione annuale',
  });
  const ente = await apre(persone.referente, 'calendario', progetto.id);
  for (const visto of [
    'In ritardo',
    'tocca a',
    'giorni sospesi',
    'Relazione straordinaria',
    'Per la relazione annuale',
    'In scadenza',
    'Apri la relazione',
    'Futuro',
  ])
    expect(ente).toContain(visto);
  expect(ente).not.toContain('Chiedi la relazione');
  const regione = await apre(persone.dirigente, 'calendario', progetto.id);
  for (const visto of ['Chiedi la relazione', 'Togliere la relazione straordinaria?']) expect(regione).toContain(visto);
  expect(regione).not.toContain('Apri la relazione');
  for (const attore of [persone.estraneo, persone.altraRegione])
    await expect(apre(attore, 'calendario', progetto.id)).rejects.toMatchObject(nonTrovata);
});

test('calendario: durante una sospensione niente è in ritardo e non si apre nulla', async () => {
  const { chi: persone, progetto } = await avviato();
  await inserisci(superutente, 'sospensione', {
    ...{ regione_id: progetto.regione.id, progetto_id: progetto.id, motivo: 'CONTENZIOSO', atto: 'DD 1', data_atto: '2020-03-09' },
    dal: tra(persone.istruttore, -300),
  });
  const ente = await apre(persone.referente, 'calendario', progetto.id);
  expect(ente).toContain('Il progetto è sospeso');
  for (const assente of ['In ritardo', 'Apri la relazione']) expect(ente).not.toContain(assente);
});

test('la pagina del progetto porta alla convenzione prima dell’avvio e al calendario dopo', async () => {
  const prima = await unApprovato();
  const dopo = await avviato();
  for (const persona of ['referente', 'istruttore'] as const) {
    expect(await apre(prima.chi[persona], 'progetto', prima.progetto.id)).toContain(`/progetti/${prima.progetto.id}/convenzione`);
    expect(await apre(dopo.chi[persona], 'progetto', dopo.progetto.id)).toContain(`/progetti/${dopo.progetto.id}/calendario`);
  }
});

test('il bando: l’amministratore scrive le regole dell’attuazione, gli altri le leggono', async () => {
  const bando = await unBando();
  const persona = async (ruolo: 'AMMINISTRATORE' | 'ISTRUTTORE') => (await unUtente({ regione: bando.regione, ruolo })).attore();
  const scrive = await apre(await persona('AMMINISTRATORE'), 'bando', bando.id, { parte: 'attuazione' });
  for (const visto of ['name="calendario"', 'name="competente_budget"', 'Salva l’attuazione', 'ogni due mesi'])
    expect(scrive).toContain(visto);
  const legge = await apre(await persona('ISTRUTTORE'), 'bando', bando.id, { parte: 'attuazione' });
  expect(legge).toContain('decide il dirigente');
  expect(legge).not.toContain('Salva l’attuazione');
});
