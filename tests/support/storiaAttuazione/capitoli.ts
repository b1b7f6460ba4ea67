import { expect } from '@playwright/test';
import { routes } from '@/lib/routes';
import { dice } from '../storia/mondo';
import * as atti from './atti';
import * as legge from './letture';
import { arrivaIl, CAUSA_REGIONE, capofila, IN_RITARDO, type Mondo, presaEApprovata, regione } from './mondo';
import * as relazione from './relazioni';

/** I capitoli della storia, dal gennaio 2021 al gennaio 2022. Ciascuno compie i suoi atti e controlla che cosa ne è venuto. */

const FUTURI = ['01/10/2021: Futuro', '01/12/2021: Futuro', '31/01/2022: Futuro'];
export async function siAvvia(mondo: Mondo): Promise<void> {
  await atti.avvia(mondo);
  await legge.controlla(mondo, {
    storia: [regione('istruttore', 'avviato il progetto')],
    calendario: ['31/03/2021: Periodo in corso', '31/05/2021: Futuro', '31/07/2021: Futuro', ...FUTURI],
    ...{ cifre: {}, attese: [], segnali: [] },
  });
}

/** Tre enti la scrivono, ciascuno per le sue azioni; il terzo settore dice un ritardo che dipende dalla Regione. */
export async function primaRelazione(mondo: Mondo): Promise<string> {
  const { id, azioni, alCapofila, alPartner, alTerzo } = mondo;
  const [sportello = '', trasporto = '', compagnia = ''] = azioni;
  const inizio = '04/01/2021';
  await arrivaIl('2021-03-05');
  const r = await relazione.apre(alPartner, id, 'gennaio–febbraio 2021');
  await relazione.compila(alPartner, id, r, trasporto, { percento: '10', raggiunti: '12', inizio });
  await relazione.consegna(alPartner, id, r);
  await relazione.compila(alTerzo, id, r, compagnia, { percento: '20', raggiunti: '15', inizio, fineStimata: '31/01/2022', causa: 'R1' });
  await relazione.consegna(alTerzo, id, r);
  await relazione.compila(alCapofila, id, r, sportello, { percento: '15', raggiunti: '20', inizio });
  await relazione.invia(mondo, r);
  await legge.controlla(mondo, {
    storia: [capofila('presentato la relazione gennaio–febbraio 2021')],
    calendario: ['31/03/2021, presentata il 05/03/2021: Presentata', '31/05/2021: Periodo in corso', '31/07/2021: Futuro', ...FUTURI],
    cifre: { 'Con una relazione da verificare': 1, ...IN_RITARDO },
    attese: ['Regione (tocca a te) | verifica della relazione | 1 | 05/03/2021 da oggi'],
    segnali: [CAUSA_REGIONE],
  });
  return r;
}

/** Sette giorni per rispondere: sono dell'ente, non della verifica. Il rilievo passa al periodo dopo. */
export async function chiarimentoERilievo(mondo: Mondo, r: string): Promise<void> {
  const resto = ['31/05/2021: Periodo in corso', '31/07/2021: Futuro', ...FUTURI];
  await arrivaIl('2021-03-08');
  await relazione.prendeInCarico(mondo, r);
  await relazione.chiede(mondo, r, 'Trasporto sociale', 'Perché solo 12 persone?');
  await legge.controlla(mondo, {
    storia: [
      regione('istruttore', 'preso in carico la relazione gennaio–febbraio 2021'),
      regione('istruttore', 'chiesto un chiarimento sull’azione A2 della relazione gennaio–febbraio 2021'),
    ],
    calendario: ['31/03/2021, presentata il 05/03/2021: Chiarimenti chiesti', ...resto],
    ...{ cifre: IN_RITARDO, attese: ['Partner | risposta a un chiarimento | 1 | 08/03/2021 da oggi'], segnali: [CAUSA_REGIONE] },
  });
  await arrivaIl('2021-03-15', '10:00'); // sette giorni interi
  await relazione.compila(mondo.alPartner, mondo.id, r, mondo.azioni[1] ?? '', { percento: '12', raggiunti: '14' });
  await relazione.risponde(mondo, r, 'Sono 14: ne mancavano due.');
  await relazione.chiudeIlChiarimento(mondo, r);
  await expect(mondo.istruisce.getByRole('complementary', { name: 'Tempo e chiarimenti' })).toContainText(
    'Fermo in attesa dell’ente7 giorni',
  );
  await relazione.approvaConRilievo(mondo, r);
  await legge.controlla(mondo, {
    storia: [
      capofila('risposto al chiarimento sull’azione A2 della relazione gennaio–febbraio 2021'),
      capofila('ripresentato la relazione gennaio–febbraio 2021'),
      regione('istruttore', 'chiuso un chiarimento della relazione gennaio–febbraio 2021'),
      regione('istruttore', 'approvato con rilievi la relazione gennaio–febbraio 2021'),
    ],
    calendario: ['31/03/2021, presentata il 05/03/2021: Approvata con rilievi', ...resto],
    ...{ cifre: IN_RITARDO, attese: [], segnali: [CAUSA_REGIONE] },
  });
}
/** Due mesi di emergenza: la scadenza che passa nel frattempo non è un ritardo, e alla ripresa si sposta di altrettanti giorni. */
export async function sospensione(mondo: Mondo): Promise<void> {
  const presentata = '31/03/2021, presentata il 05/03/2021: Approvata con rilievi';
  const prima = await legge.presentati(mondo.id);
  await arrivaIl('2021-04-15');
  await atti.sospende(mondo);
  await arrivaIl('2021-06-05');
  await legge.controlla(mondo, {
    storia: [regione('dirigente', 'sospeso il progetto')],
    calendario: [presentata, '31/05/2021: Sospesa', '31/07/2021: Sospesa', ...FUTURI],
    cifre: { ...IN_RITARDO, 'Progetti con sospensioni in corso': 1 },
    ...{ attese: [], segnali: [] },
  });
  await mondo.alCapofila.goto(routes.calendario(mondo.id));
  await dice(mondo.alCapofila, 'Nel frattempo nessuna relazione è dovuta.');
  await expect(mondo.alCapofila.getByRole('button', { name: 'Apri la relazione' })).toHaveCount(0);
  await arrivaIl('2021-06-15');
  await atti.riprende(mondo);
  await legge.controlla(mondo, {
    storia: [regione('dirigente', 'fatto riprendere il progetto')],
    calendario: [presentata, '15/07/2021 (era il 31/05/2021): Da presentare', '31/07/2021: Periodo in corso', ...FUTURI],
    ...{ cifre: IN_RITARDO, attese: ['Capofila | relazione da presentare | 1 | 01/05/2021 da 45 giorni'], segnali: [CAUSA_REGIONE] },
  });
  expect(await legge.presentati(mondo.id)).toEqual(prima);
}

/** Nulla da segnalare, ma al rilievo si risponde prima di inviare. */
export async function secondaRelazione(mondo: Mondo): Promise<void> {
  const r = await relazione.apre(mondo.alCapofila, mondo.id, 'marzo–aprile 2021');
  await relazione.rispondeAlRilievo(mondo, r);
  await relazione.nullaDaSegnalare(mondo, r);
  await relazione.prendeInCarico(mondo, r);
  await relazione.chiudeIlRilievo(mondo, r);
  await relazione.approva(mondo, r);
  const [presentata = '', presa = '', approvata = ''] = presaEApprovata('marzo–aprile 2021');
  await legge.laStoriaAggiunge(mondo, [presentata, presa, regione('istruttore', 'chiuso un rilievo'), approvata]);
}
