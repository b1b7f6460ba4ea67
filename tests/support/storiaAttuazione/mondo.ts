import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { paginaDi } from '../accedi';
import { type Ente, type Regione, type Utente, unaRegione, unEnte, unUtente } from '../builders';
import { inserisci, superutente } from '../superutente';
import { type Aggregazione, unApprovato } from './piano';

/** Chi serve per raccontare l'attuazione, ciascuno davanti alla sua pagina, e i gesti che si ripetono. */

export type Mondo = Aggregazione & {
  regione: Regione;
  /** L'ente in cui confluisce il partner. */
  nuovo: Ente;
  id: string;
  /** Le azioni del capofila, del partner e del terzo settore. */
  azioni: string[];
  alCapofila: Page;
  alPartner: Page;
  alTerzo: Page;
  istruisce: Page;
  decide: Page;
};

/** La causa che nell'elenco della Regione risulta rimovibile solo da lei. */
const CAUSA = 'La Regione non ha risposto a una domanda';

export async function unaPagina(browser: Browser, { id, incaricoId }: Utente, nome: string, cognome: string): Promise<Page> {
  await superutente.query('update utente set nome = $2, cognome = $3 where id = $1', [id, nome, cognome]);
  const page = await paginaDi(browser, incaricoId, { baseURL: process.env.CANTIERE_URL }); // il suo portale, non quello delle altre prove
  page.setDefaultTimeout(40_000); // chi si ferma si ferma presto, e dice dove
  return page;
}

async function unEnteDetto(regione: Regione, denominazione: string, tipo = 'ENTE_GESTORE'): Promise<Ente> {
  const ente = await unEnte({ regione });
  await superutente.query('update organizzazione set denominazione = $2, tipo = $3::tipo_organizzazione where id = $1', [
    ente.id,
    denominazione,
    tipo,
  ]);
  if (tipo === 'ETS') await superutente.query('delete from ente_gestore where organizzazione_id = $1', [ente.id]);
  return { ...ente, denominazione };
}

export async function unMondo(browser: Browser): Promise<Mondo> {
  const regione = await unaRegione();
  await inserisci(superutente, 'causa_ritardo', {
    ...{ regione_id: regione.id, codice: 'R1', gruppo: 'amministrativo', etichetta: CAUSA, interviste: [], dipende_regione: true },
  });
  const capofila = await unEnteDetto(regione, 'Consorzio Alta Valle');
  const partner = await unEnteDetto(regione, 'Consorzio Bassa Valle');
  const terzoSettore = await unEnteDetto(regione, 'Cooperativa Il Sentiero', 'ETS');
  const nuovo = await unEnteDetto(regione, 'Consorzio delle Valli');
  const [istruttore, dirigente] = [await unUtente({ regione, ruolo: 'ISTRUTTORE' }), await unUtente({ regione, ruolo: 'DIRIGENTE' })];
  const enti = { capofila, partner, terzoSettore };
  return {
    ...{ regione, ...enti, nuovo, ...(await unApprovato(regione, enti, dirigente)) },
    alCapofila: await unaPagina(browser, capofila.utente, 'Carla', 'Ferrero'),
    alPartner: await unaPagina(browser, partner.utente, 'Paolo', 'Gallo'),
    alTerzo: await unaPagina(browser, terzoSettore.utente, 'Teresa', 'Riva'),
    istruisce: await unaPagina(browser, istruttore, 'Ivo', 'Bianchi'),
    decide: await unaPagina(browser, dirigente, 'Dora', 'Costa'),
  };
}

/** Da adesso per il portale è quel giorno, a quell'ora di Roma; poi il tempo scorre. @param giorno AAAA-MM-GG */
export async function arrivaIl(giorno: string, ora = '09:00'): Promise<void> {
  // in secondi: uno scarto fatto di giorni dipende dal fuso di chi lo somma
  await superutente.query(
    `update app.orologio set scarto = make_interval(secs => extract(epoch from $1::timestamptz - now())::double precision)`,
    [`${giorno} ${ora} Europe/Rome`],
  );
}

const pulito = (testo: string): string => testo.replaceAll(/\s+/g, ' ').trim();

/** Le righe di una tabella, cella per cella, come si leggono. */
export async function righe(page: Page, didascalia: string): Promise<string[][]> {
  const tabella = page.getByRole('table', { name: didascalia });
  await expect(tabella).toBeVisible();
  const lette: string[][] = [];
  for (const riga of await tabella.locator('tbody tr').all()) lette.push((await riga.locator('th, td').allInnerTexts()).map(pulito));
  return lette;
}

/** I testi di più elementi, senza spazi superflui. */
export const testi = async (elementi: Locator): Promise<string[]> => (await elementi.allInnerTexts()).map(pulito);

/** Le parole di ciò che si ripete a ogni passo. */
export const CAUSA_REGIONE = `${CAUSA}: ferma 1 azione | La Regione`;
export const IN_RITARDO = { 'Azioni in ritardo': 1 };
export const regione = (ruolo: 'istruttore' | 'dirigente', frase: string): string => `La Regione (${ruolo}) ha ${frase}`;
export const capofila = (frase: string): string => `Consorzio Alta Valle (referente) ha ${frase}`;
export const presaEApprovata = (periodo: string): string[] => [
  capofila(`presentato la relazione ${periodo}`),
  regione('istruttore', `preso in carico la relazione ${periodo}`),
  regione('istruttore', `approvato la relazione ${periodo}`),
];
