import { type Browser, expect } from '@playwright/test';
import { routes } from '@/lib/routes';
import * as atti from './atti';
import * as legge from './letture';
import * as modifica from './modifiche';
import { arrivaIl, CAUSA_REGIONE, capofila, IN_RITARDO, type Mondo, presaEApprovata, regione } from './mondo';
import * as relazione from './relazioni';

/** Le modifiche del piano, una relazione in ritardo e la fusione di due enti: che cosa cambia, e che cosa resta com'era. */

export const GIA = ['31/03/2021, presentata il 05/03/2021: Approvata con rilievi', '15/07/2021, presentata il 15/06/2021: Approvata'];

/** Una accolta, con la sua versione; una respinta, e nel piano non cambia un byte. Intanto la Regione legge che è in ritardo lei. */
export async function modifiche(mondo: Mondo): Promise<void> {
  await arrivaIl('2021-06-21');
  const [costi, destinatari] = [await modifica.chiedeDiSpostareCosti(mondo), await modifica.chiedeDiRidurreIDestinatari(mondo)];
  await arrivaIl('2021-07-26');
  const attesa = (n: number): string => `La richiesta di modifica n. ${n} senza decisione da 35 giorni | La Regione`;
  const capofilaAttesa = 'Capofila | relazione da presentare | 1 | 01/07/2021 da 25 giorni';
  const comune = {
    calendario: [...GIA, '31/07/2021: In scadenza', '01/10/2021: Periodo in corso', '01/12/2021: Futuro', '31/01/2022: Futuro'],
    cifre: { 'Con una relazione in scadenza': 1, ...IN_RITARDO },
  };
  await legge.controlla(mondo, {
    ...comune,
    storia: [capofila('presentato una richiesta di modifica'), capofila('presentato una richiesta di modifica')],
    attese: ['Regione (tocca a te) | decisione su una modifica | 1 | 21/06/2021 da 35 giorni', capofilaAttesa],
    segnali: [attesa(1), attesa(2), CAUSA_REGIONE],
  });
  for (const r of [costi, destinatari]) await modifica.prendeInCaricoLaModifica(mondo, r);
  await modifica.accoglie(mondo, costi);
  expect
    .soft(await legge.confronto(mondo.alTerzo, mondo.id, 2, 3))
    .toEqual([
      'Quadro economico',
      'A1 · Personale · Consorzio Alta Valle, contributo Da 30.000,00 € a 39.000,00 € +9.000,00 € (+30%)',
      'A1 · Beni · Consorzio Alta Valle, contributo Da 10.000,00 € a 1.000,00 € −9.000,00 € (−90%)',
      'A2 · Personale · Consorzio Bassa Valle, contributo Da 20.000,00 € a 28.000,00 € +8.000,00 € (+40%)',
      'A2 · Beni · Consorzio Bassa Valle, contributo Da 10.000,00 € a 2.000,00 € −8.000,00 € (−80%)',
      'A3 · Personale · Cooperativa Il Sentiero, contributo Da 20.000,00 € a 26.000,00 € +6.000,00 € (+30%)',
      'A3 · Beni · Cooperativa Il Sentiero, contributo Da 10.000,00 € a 4.000,00 € −6.000,00 € (−60%)',
    ]);
  const prima = await legge.fotografia(mondo.id);
  await modifica.respinge(mondo, destinatari);
  expect(await legge.fotografia(mondo.id)).toEqual(prima);
  await legge.controlla(mondo, {
    ...comune,
    storia: [
      ...[costi, destinatari].map(() => regione('istruttore', 'preso in carico una richiesta di modifica')),
      regione('dirigente', 'accolto una richiesta di modifica'),
      regione('istruttore', 'respinto una richiesta di modifica'),
    ],
    ...{ attese: [capofilaAttesa], segnali: [CAUSA_REGIONE] },
  });
}

/** Scaduta da tre giorni: lo dicono calendario, cruscotto e segnali, finché non la si presenta. */
export async function terzaRelazione(mondo: Mondo): Promise<void> {
  await arrivaIl('2021-08-03');
  await legge.controlla(mondo, {
    storia: [],
    calendario: [...GIA, '31/07/2021: In ritardo', '01/10/2021: Periodo in corso', '01/12/2021: Futuro', '31/01/2022: Futuro'],
    cifre: { 'Progetti con relazioni in ritardo': 1, ...IN_RITARDO },
    attese: ['Capofila | relazione da presentare | 1 | 01/07/2021 da 33 giorni'],
    segnali: [CAUSA_REGIONE, 'Relazione maggio–giugno 2021 scaduta da 3 giorni | L’ente capofila, Consorzio Alta Valle'],
  });
  const r = await relazione.apre(mondo.alCapofila, mondo.id, 'maggio–giugno 2021');
  await relazione.nullaDaSegnalare(mondo, r);
  await relazione.prendeInCarico(mondo, r);
  await relazione.approva(mondo, r);
  await legge.laStoriaAggiunge(mondo, presaEApprovata('maggio–giugno 2021'));
}

export const TERZA = '31/07/2021, presentata il 03/08/2021: Approvata';

const DI_CHI: [string, string][] = [
  ['Sportello di valle', 'Consorzio Alta Valle'],
  ['Trasporto sociale', 'Consorzio delle Valli'],
  ['Compagnia a domicilio', 'Cooperativa Il Sentiero'],
];

/** Un segnale per ciascuna azione, nell'ordine del piano; può agire chi ne risponde adesso. */
export const perAzione = (...parole: string[]): string[] =>
  DI_CHI.map(([azione, ente], n) => `«${azione}»${parole[n] ?? ''} | ${ente}, che risponde dell’azione`);

/** Tre relazioni con gli stessi valori: le azioni sono lente, e ferme. */
const LENTE = [
  ...perAzione(...['15', '12', '20'].map((quota) => ` è al ${quota}% con il 49% del tempo trascorso`)),
  ...perAzione(...['15', '12', '20'].map(() => ' è ferma da 3 relazioni')),
];

/** Il partner confluisce in un altro ente: le azioni passano, ciò che ha presentato resta suo. */
export async function fusione(mondo: Mondo, browser: Browser, prima: string): Promise<void> {
  await arrivaIl('2021-09-10');
  await atti.fonde(mondo, browser);
  await legge.controlla(mondo, {
    storia: [regione('dirigente', 'registrato la fusione di due enti')],
    calendario: [...GIA, TERZA, '01/10/2021: Da presentare', '01/12/2021: Periodo in corso', '31/01/2022: Futuro'],
    ...{
      cifre: IN_RITARDO,
      attese: ['Capofila | relazione da presentare | 1 | 01/09/2021 da 9 giorni'],
      segnali: [CAUSA_REGIONE, ...LENTE],
    },
  });
  expect
    .soft(await legge.confronto(mondo.alTerzo, mondo.id, 3, 4))
    .toEqual([
      ...['Domanda', 'Aggiunto: Consorzio delle Valli', 'Tolto: Consorzio Bassa Valle'],
      ...['Piano delle azioni', 'Azione A2, ente responsabile Consorzio Tolto: Bassa Valle . Aggiunto: delle Valli .', 'Quadro economico'],
      'A2 · Personale · Consorzio delle Valli, contributo Da 0,00 € a 28.000,00 € +28.000,00 €',
      'A2 · Beni · Consorzio delle Valli, contributo Da 0,00 € a 2.000,00 € +2.000,00 €',
      'A2 · Personale · Consorzio Bassa Valle, contributo Da 28.000,00 € a 0,00 € −28.000,00 € (−100%)',
      'A2 · Beni · Consorzio Bassa Valle, contributo Da 2.000,00 € a 0,00 € −2.000,00 € (−100%)',
    ]);
  await mondo.istruisce.goto(routes.verifica(prima, { tutti: '1' }));
  await expect(mondo.istruisce.getByRole('region', { name: 'Trasporto sociale', exact: true })).toContainText('Consorzio Bassa Valle');
}
