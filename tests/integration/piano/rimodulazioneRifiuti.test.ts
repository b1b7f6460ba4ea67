import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { applicaTaglio } from '@/lib/piano/commands/applicaTaglio';
import { approvaRimodulazione } from '@/lib/piano/commands/approvaRimodulazione';
import { apriRimodulazione } from '@/lib/piano/commands/apriRimodulazione';
import { depositaRimodulazione } from '@/lib/piano/commands/depositaRimodulazione';
import { restituisciRimodulazione } from '@/lib/piano/commands/restituisciRimodulazione';
import { leggiContestoPiano } from '@/lib/piano/queries';
import { leggiRimodulazione } from '@/lib/piano/queriesRimodulazione';
import { SCELTA_VUOTA } from '@/lib/piano/tagli';
import { inGara } from '@/tests/support/inGara';
import {
  attiDelProgetto,
  type PersonaPiano,
  type Ridotto,
  rifiutatoPiano,
  statoDelProgetto,
  unProgettoRidotto,
} from '@/tests/support/rimodulazione';
import { superutente } from '@/tests/support/superutente';

const apri = ({ chi, progetto }: Ridotto, persona: PersonaPiano = 'referente') =>
  apriRimodulazione(chi[persona], { progettoId: progetto.id });
const taglia = ({ chi, progetto }: Ridotto, persona: PersonaPiano = 'referente', rev = 1) =>
  applicaTaglio(chi[persona], { progettoId: progetto.id, metodo: 'PRIORITA', scelta: SCELTA_VUOTA, revAzioni: rev, revBudget: rev });
const deposita = ({ chi, progetto }: Ridotto, persona: PersonaPiano = 'referente') =>
  depositaRimodulazione(chi[persona], { progettoId: progetto.id, risposta: null });
const approva = ({ chi, progetto }: Ridotto, persona: PersonaPiano = 'dirigente', dataAtto = '2019-03-15') =>
  approvaRimodulazione(chi[persona], { progettoId: progetto.id, atto: 'DD 99/2019', dataAtto });
const restituisci = ({ chi, progetto }: Ridotto, persona: PersonaPiano = 'dirigente', entro = '2099-01-31') =>
  restituisciRimodulazione(chi[persona], { progettoId: progetto.id, testo: 'Da rivedere tutto', sezioni: ['azioni'], entro });

const fino = async (passo: 'aperta' | 'ridotta' | 'depositata'): Promise<Ridotto> => {
  const ridotto = await unProgettoRidotto();
  await apri(ridotto);
  if (passo !== 'aperta') await taglia(ridotto);
  if (passo === 'depositata') await deposita(ridotto);
  return ridotto;
};

test.for([
  ['operatore', 'progetto.ruoloMancante', /Serve il ruolo di .* dell’ente capofila/],
  ['partner', 'progetto.ruoloMancante', /dell’ente capofila/],
  ['estraneo', 'progetto.nonTrovato', /non esiste o non puoi vederla/],
  ['dirigente', 'progetto.ruoloMancante', /dell’ente capofila/],
  ['altraRegione', 'progetto.nonTrovato', /non esiste/],
] as [PersonaPiano, string, RegExp][])('%s non apre la rimodulazione', async ([persona, codice, frase]) => {
  const ridotto = await unProgettoRidotto();
  await rifiutatoPiano(ridotto, () => apri(ridotto, persona), codice, frase);
});

test('se il contributo basta al piano la rimodulazione non si apre', async () => {
  const ridotto = await unProgettoRidotto({ personale: '150000', beni: '20000' });
  await rifiutatoPiano(ridotto, () => apri(ridotto), 'rimodulazione.altroMomento', /non c’è nulla da ridurre/);
});

test('un progetto inesistente o di un altro non si legge', async () => {
  const { chi, progetto } = await unProgettoRidotto();
  expect(await leggiRimodulazione(chi.estraneo, progetto.id)).toBeNull();
  expect(await leggiRimodulazione(chi.altraRegione, progetto.id)).toBeNull();
  expect(await leggiRimodulazione(chi.referente, randomUUID())).toBeNull();
  expect(await leggiContestoPiano(chi.estraneo, progetto.id)).toBeNull();
});

test('la Regione non vede ciò che si sta scrivendo', async () => {
  const ridotto = await fino('ridotta');
  const letta = await leggiRimodulazione(ridotto.chi.dirigente, ridotto.progetto.id);
  expect(letta?.sezioni).toEqual({});
  expect(letta?.ultima?.numero).toBe(2);
});

test('due referenti che aprono insieme: una sola apertura, un solo evento', async () => {
  const ridotto = await unProgettoRidotto();
  const esiti = await inGara(
    { tabella: 'progetto', id: ridotto.progetto.id },
    () => apri(ridotto),
    () => apri(ridotto),
  );
  expect(esiti).toEqual(['fulfilled', 'progetto.attoNonAmmesso']);
  expect(await attiDelProgetto(ridotto)).toEqual(['rimodulazione.aperta']);
});

test('chi ha letto una revisione vecchia non sovrascrive il lavoro di un collega', async () => {
  const ridotto = await fino('ridotta');
  await rifiutatoPiano(ridotto, () => taglia(ridotto, 'referente', 1), 'sezione.conflitto', /non è stato scritto nulla/);
  await taglia(ridotto, 'referente', 2);
});

test.for(['operatore', 'partner', 'istruttore'] as const)('%s non applica tagli e non presenta', async (persona) => {
  const ridotto = await fino('aperta');
  await rifiutatoPiano(ridotto, () => taglia(ridotto, persona), 'progetto.ruoloMancante', /dell’ente capofila/);
  await rifiutatoPiano(ridotto, () => deposita(ridotto, persona), 'progetto.ruoloMancante', /dell’ente capofila/);
});

test('non si presenta un piano che supera il concesso, e si dice di quanto', async () => {
  const ridotto = await fino('aperta');
  await rifiutatoPiano(
    ridotto,
    () => deposita(ridotto),
    'rimodulazione.incompleta',
    /Personale: il contributo è 1\.500,00\s€, 450,00\s€ più di quanto concesso/,
  );
});

test('non si presenta un piano che non torna', async () => {
  const ridotto = await fino('ridotta');
  await superutente.query(
    `update sezione_progetto set valori = jsonb_set(valori, '{azioni,0,fine}', '"2018-01-01"') where progetto_id = $1 and fase = 'RIMODULAZIONE' and chiave = 'azioni'`,
    [ridotto.progetto.id],
  );
  await rifiutatoPiano(ridotto, () => deposita(ridotto), 'rimodulazione.incompleta', /Azione P1: la fine viene prima dell’inizio/);
});

test('due referenti che presentano insieme: una versione sola, un evento solo, una frase chiara', async () => {
  const ridotto = await fino('ridotta');
  const esiti = await inGara(
    { tabella: 'progetto', id: ridotto.progetto.id },
    () => deposita(ridotto),
    () => deposita(ridotto),
  );
  expect(esiti).toEqual(['fulfilled', 'rimodulazione.altroMomento']);
  expect((await attiDelProgetto(ridotto)).filter((atto) => atto === 'rimodulazione.presentata')).toHaveLength(1);
});

test('presentata, l’ente non riscrive più', async () => {
  const ridotto = await fino('depositata');
  await rifiutatoPiano(ridotto, () => taglia(ridotto, 'referente', 2), 'rimodulazione.altroMomento', /tocca alla Regione/);
  await rifiutatoPiano(ridotto, () => deposita(ridotto), 'rimodulazione.altroMomento', /già stata presentata/);
});

test('prima che l’ente presenti la Regione non approva e non restituisce', async () => {
  const ridotto = await fino('ridotta');
  await rifiutatoPiano(ridotto, () => approva(ridotto), 'rimodulazione.altroMomento', /non è ancora stata presentata/);
  await rifiutatoPiano(ridotto, () => restituisci(ridotto), 'rimodulazione.altroMomento', /non è ancora stata presentata/);
});

test.for([
  ['istruttore', 'progetto.ruoloMancante', /della Regione/],
  ['referente', 'progetto.ruoloMancante', /della Regione/],
  ['altraRegione', 'progetto.nonTrovato', /non esiste/],
] as [PersonaPiano, string, RegExp][])('%s non approva', async ([persona, codice, frase]) => {
  const ridotto = await fino('depositata');
  await rifiutatoPiano(ridotto, () => approva(ridotto, persona), codice, frase);
});

test.for([
  ['2019-01-31', /prima dell’atto di approvazione/],
  ['2099-12-31', /nel futuro/],
] as [string, RegExp][])('un atto del %s si rifiuta', async ([data, frase]) => {
  const ridotto = await fino('depositata');
  await rifiutatoPiano(
    ridotto,
    () => approva(ridotto, 'dirigente', data),
    data === '2099-12-31' ? 'decisione.attoNelFuturo' : 'decisione.attoPrimaDellaDecisione',
    frase,
  );
});

test('restituita una sezione sola: le proposte automatiche si rifiutano, e la Regione aspetta', async () => {
  const ridotto = await fino('depositata');
  await restituisci(ridotto, 'istruttore');
  await rifiutatoPiano(ridotto, () => taglia(ridotto, 'referente', 2), 'rimodulazione.sezioneChiusa', /una sezione sola/);
  await rifiutatoPiano(ridotto, () => approva(ridotto), 'rimodulazione.altroMomento', /tocca all’ente capofila/);
  await rifiutatoPiano(ridotto, () => restituisci(ridotto), 'rimodulazione.altroMomento', /tocca all’ente capofila/);
});

test('un termine già passato si rifiuta; il partner non restituisce', async () => {
  const ridotto = await fino('depositata');
  await rifiutatoPiano(ridotto, () => restituisci(ridotto, 'dirigente', '2019-01-01'), 'richiesta.termineBreve', /almeno domani/);
  await rifiutatoPiano(ridotto, () => restituisci(ridotto, 'partner'), 'progetto.ruoloMancante', /della Regione/);
});

test('approvare e restituire insieme: una cosa sola accade', async () => {
  const ridotto = await fino('depositata');
  const esiti = await inGara(
    { tabella: 'progetto', id: ridotto.progetto.id },
    () => approva(ridotto),
    () => restituisci(ridotto, 'istruttore'),
  );
  expect(esiti).toEqual(['fulfilled', 'rimodulazione.altroMomento']);
  expect(await statoDelProgetto(ridotto)).toBe('APPROVATO');
});

test('approvata, non si riapre: non c’è più nulla da ridurre', async () => {
  const ridotto = await fino('depositata');
  await approva(ridotto);
  await rifiutatoPiano(ridotto, () => apri(ridotto), 'rimodulazione.altroMomento', /già stata approvata/);
  await rifiutatoPiano(ridotto, () => approva(ridotto), 'rimodulazione.altroMomento', /non ha una rimodulazione iniziale da approvare/);
});

test('un’azione che sembra contenere dati di una persona si presenta solo se qualcuno conferma', async () => {
  const ridotto = await fino('ridotta');
  await superutente.query(
    `update sezione_progetto set valori = jsonb_set(valori, '{azioni,0,descrizione}', '"Chiamare il 328 1234567"') where progetto_id = $1 and chiave = 'azioni'
       and fase = 'RIMODULAZIONE'`,
    [ridotto.progetto.id],
  );
  await rifiutatoPiano(ridotto, () => deposita(ridotto), 'privacy.datiPersonali', /^In «Azione .+» sembrano esserci dati/);
  const { chi, progetto } = ridotto;
  expect((await depositaRimodulazione(chi.referente, { progettoId: progetto.id, risposta: null, confermaDati: true })).protocollo).toMatch(
    /\d/,
  );
});
