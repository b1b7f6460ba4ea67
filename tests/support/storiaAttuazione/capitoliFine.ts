import { expect } from '@playwright/test';
import { routes } from '@/lib/routes';
import { dice } from '../storia/mondo';
import * as atti from './atti';
import { GIA, perAzione, TERZA } from './capitoliPiano';
import * as legge from './letture';
import { arrivaIl, CAUSA_REGIONE, capofila, type Mondo, presaEApprovata, regione } from './mondo';
import * as relazione from './relazioni';

/** L'ente nuovo, una riapertura, la proroga e l'ultima relazione. */

/** La prima relazione dell'ente nuovo; poi la Regione riapre una sola azione di ciò che aveva approvato. */
export async function quartaRelazione(mondo: Mondo): Promise<void> {
  const { id, azioni, alPartner, alTerzo, alCapofila } = mondo;
  const r = await relazione.apre(alPartner, id, 'luglio–agosto 2021');
  await relazione.nullaDaSegnalare(mondo, r);
  await relazione.prendeInCarico(mondo, r);
  await relazione.approva(mondo, r);
  await relazione.riapre(mondo, r, 'Compagnia a domicilio');
  for (const [n, page] of [alCapofila, alPartner].entries()) {
    await page.goto(routes.rapporto(id, r, { azione: azioni[n] }));
    await dice(page, 'questi valori non si cambiano più'); // non erano nominate
  }
  await relazione.compila(alTerzo, id, r, azioni[2] ?? '', { percento: '20', raggiunti: '45' });
  await relazione.risponde(mondo, r, 'Le abbiamo ricontate: sono 45.');
  await relazione.chiudeIlChiarimento(mondo, r);
  await relazione.approva(mondo, r);
  const dopo = 'della relazione luglio–agosto 2021';
  await legge.laStoriaAggiunge(mondo, [
    ...presaEApprovata('luglio–agosto 2021'),
    regione('istruttore', `riaperto alcune azioni ${dopo}`),
    capofila(`risposto al chiarimento sull’azione A3 ${dopo}`),
    capofila('ripresentato la relazione luglio–agosto 2021'),
    regione('istruttore', `chiuso un chiarimento ${dopo}`),
    regione('istruttore', 'approvato la relazione luglio–agosto 2021'),
  ]);
}

const QUARTA = '01/10/2021, presentata il 10/09/2021: Approvata';

const FINE =
  '3 azioni aperte su 3 e il progetto finisce il 31/01/2022 | L’ente capofila, Consorzio Alta Valle, che può chiedere una proroga';

/** Verso la fine: le azioni non avanzano dalla prima relazione, e manca metà delle persone. */
const segnaliConIl = (tempo: string, relazioni: number): string[] => [
  ...[CAUSA_REGIONE, FINE],
  ...perAzione(...['15', '12', '20'].map((quota) => ` è al ${quota}% con il ${tempo}% del tempo trascorso`)),
  ...perAzione(...['15', '12', '20'].map(() => ` è ferma da ${relazioni} relazioni`)),
  ...perAzione(...['20', '14', '45'].map((quante) => `: ${quante} su 100 persone`)),
];

/** Chiesti due mesi, concesso uno: cambia ciò che segue, non ciò che è presentato; la relazione aperta prima dice che il suo piano è superato. */
export async function proroga(mondo: Mondo): Promise<void> {
  const { id, alCapofila } = mondo;
  await arrivaIl('2021-11-05');
  const r = await relazione.apre(alCapofila, id, 'settembre–ottobre 2021');
  const [prima, indirizzo] = [await legge.presentati(id), await atti.chiedeLaProroga(mondo)];
  await arrivaIl('2021-11-10');
  await atti.concedeUnMese(mondo, indirizzo);
  expect(await legge.presentati(id)).toEqual(prima);
  await legge.controlla(mondo, {
    storia: [
      capofila('chiesto una proroga'),
      regione('istruttore', 'preso in carico una richiesta di proroga'),
      regione('dirigente', 'concesso una proroga più breve'),
    ],
    calendario: [...GIA, TERZA, QUARTA, '01/12/2021: Da presentare', '31/01/2022: Periodo in corso', '03/03/2022: Futuro'],
    // la fine stimata dell'azione in ritardo è ora quella prevista
    ...{ cifre: {}, attese: ['Capofila | relazione da presentare | 1 | 01/11/2021 da 9 giorni'], segnali: segnaliConIl('61', 4) },
  });
  expect
    .soft(await legge.confronto(mondo.alTerzo, id, 4, 5))
    .toEqual(['Piano delle azioni', ...['A1', 'A2', 'A3'].map((azione) => `Azione ${azione}, fine Da 31/12/2021 a 31/01/2022 +31 giorni`)]);
  await alCapofila.goto(routes.rapporto(id, r));
  await expect(alCapofila.getByRole('main')).toContainText('versione 4, superata dalla versione 5 del 10/11/2021');
  await relazione.nullaDaSegnalare(mondo, r);
  await relazione.prendeInCarico(mondo, r);
  await relazione.approva(mondo, r);
  await legge.laStoriaAggiunge(mondo, presaEApprovata('settembre–ottobre 2021'));
}

export async function ultimaRelazione(mondo: Mondo): Promise<void> {
  const prima = await legge.presentati(mondo.id);
  await arrivaIl('2022-01-10');
  const r = await relazione.apre(mondo.alCapofila, mondo.id, 'novembre–dicembre 2021');
  await relazione.nullaDaSegnalare(mondo, r);
  await relazione.prendeInCarico(mondo, r);
  await relazione.approva(mondo, r);
  await legge.controlla(mondo, {
    storia: presaEApprovata('novembre–dicembre 2021'),
    calendario: [
      ...[...GIA, TERZA, QUARTA, '01/12/2021, presentata il 10/11/2021: Approvata'],
      ...['31/01/2022, presentata il 10/01/2022: Approvata', '03/03/2022: Periodo in corso'],
    ],
    ...{ cifre: {}, attese: [], segnali: segnaliConIl('92', 6) },
  });
  expect((await legge.presentati(mondo.id)).slice(0, 5)).toEqual(prima);
}
