import { type APIResponse, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { routes } from '@/lib/routes';
import type { Caso, Coppia, Situazione } from './mondoHttp';

/** Il modulo di un atto, com'è nella pagina: i campi che il browser invierebbe, il suo pulsante, i nomi delle aree di testo. */
export type Modulo = { pulsante: string; campi: [nome: string, valore: string][]; testi: string[] };

export type Chi = 'capofila' | 'partner' | 'regione';

/** I moduli che ciascuno deve trovare, per situazione. Un modulo nuovo, o uno che sparisce, si vede qui. */
export const MODULI: Record<Chi, Partial<Record<Situazione, string[]>>> = {
  capofila: {
    daAprire: ['Apri la relazione'],
    bozza: ['Salva', 'Salva la sintesi', 'Consegna la parte'],
    consegnata: ['Salva', 'Salva la sintesi', 'Invia la relazione', 'Rinvia la parte'],
    chiarimenti: ['Salva', 'Salva la sintesi', 'Invia la risposta'],
    riaperta: ['Salva', 'Salva la sintesi', 'Invia di nuovo la relazione'],
  },
  partner: { daAprire: ['Apri la relazione'], bozza: ['Salva', 'Consegna la tua parte'] },
  regione: {
    presentata: ['Prendi in carico'],
    inVerifica: ['Chiedi il chiarimento', 'Chiedi il chiarimento', 'Respingi la relazione', 'Approva con rilievi', 'Approva la relazione'],
    risposta: ['Chiedi il chiarimento', 'Chiudi il chiarimento'],
    chiarimenti: ['Chiedi il chiarimento', 'Ritira la domanda'],
    respinta: ['Riapri la relazione'],
  },
};
export const situazioniDi = (chi: Chi): Situazione[] => Object.keys(MODULI[chi]) as Situazione[];

/** Ogni atto una volta sola, con la prima pratica in cui compare e il suo posto nella pagina. */
export const attiDi = (chi: Chi): { situazione: Situazione; indice: number; pulsante: string }[] =>
  situazioniDi(chi)
    .flatMap((situazione) => (MODULI[chi][situazione] ?? []).map((pulsante, indice) => ({ situazione, indice, pulsante })))
    .filter(({ pulsante }, i, tutti) => tutti.findIndex((altro) => altro.pulsante === pulsante) === i);

/** Scrive in ogni area di testo vuota qualcosa che basta a ogni motivo, domanda e risposta. Gira nella pagina. */
export function riempi(modulo: Element): void {
  for (const area of modulo.querySelectorAll('textarea')) area.value ||= 'Un testo abbastanza lungo da bastare.';
}

/** Dove ciascuno trova i moduli di una pratica: chi partecipa nel progetto o nella relazione (un'azione aperta), la Regione nella verifica. */
export function paginaDelCaso(chi: Chi, situazione: Situazione, { progetto, rapportoId }: Caso): string {
  if (situazione === 'daAprire') return routes.progetto(progetto.id);
  if (chi === 'regione') return routes.verifica(rapportoId);
  return routes.rapporto(progetto.id, rapportoId, { azione: progetto.azioni[1]?.id });
}

/** Ciò che in un modulo distingue una pratica dall'altra, nello stesso ordine: per scambiare i propri identificativi con quelli altrui. */
export const identificativi = ({ progetto, periodoId, rapportoId, chiarimentoId }: Caso, { capofila, partner }: Coppia): string[] => [
  progetto.id,
  periodoId,
  rapportoId,
  chiarimentoId,
  capofila.id,
  partner.id,
  ...progetto.azioni.flatMap(({ id, quantitaId }) => [id, quantitaId]),
];

export const scambia = (testo: string, da: string[], a: string[]): string =>
  da.reduce((risultato, id, i) => risultato.replaceAll(id, a[i] ?? id), testo);

/** Apre la pagina e legge i moduli del contenuto che inviano qualcosa, con le aree di testo riempite. Non quelli che caricano un file: hanno le loro prove. */
export async function moduliDi(page: Page, percorso: string): Promise<Modulo[]> {
  await page.goto(percorso);
  const moduli = page.locator('main form[method=POST]:not([action$="/carica"])');
  for (const modulo of await moduli.all()) await modulo.evaluate(riempi);
  return moduli.evaluateAll((nodi) =>
    (nodi as HTMLFormElement[]).map((modulo) => ({
      pulsante: modulo.querySelector('button[type=submit]')?.textContent ?? '',
      campi: [...new FormData(modulo)].map(([nome, valore]): [string, string] => [nome, String(valore)]),
      testi: [...modulo.querySelectorAll('textarea')].map(({ name }) => name),
    })),
  );
}

/** Il modulo con quel pulsante, nella pagina viva (dove «Salva» non c'è: l'azione si salva da sola). */
export const moduloCon = (page: Page, pulsante: string): Locator =>
  page
    .locator('main form')
    .filter({ has: page.locator('button[type=submit]', { hasText: new RegExp(`^${pulsante}$`) }) })
    .first();

/** Node chiude una connessione ferma da cinque secondi, e può farlo mentre una richiesta parte: quella, mai arrivata, si ripete. */
export const RIPROVE = 2;

/** Invia un modulo come un browser senza JavaScript; le intestazioni dicono da dove, e si possono cambiare o togliere (`null`). */
export function invia(
  contesto: BrowserContext,
  percorso: string,
  campi: [string, string][],
  origine: Record<string, string> | null = null,
): Promise<APIResponse> {
  const multipart = new FormData();
  for (const [nome, valore] of campi) multipart.append(nome, valore);
  const nostra = { origin: new URL(process.env.CANTIERE_URL ?? '').origin };
  return contesto.request.post(percorso, { multipart, headers: origine ?? nostra, maxRedirects: 0, maxRetries: RIPROVE });
}

/** La frase di un rifiuto: l'avviso in cima al modulo o il riepilogo dei campi. Vuota se non c'è. */
export async function fraseDi(risposta: APIResponse): Promise<string> {
  const trovata = /<div class="(?:callout callout--err|errsum)" role="alert">(.*?)<\/div>\s*<\/div>/s.exec(await risposta.text());
  return (trovata?.[1] ?? '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** L'invio è rifiutato con una frase, nella stessa pagina. @returns la frase */
export async function rifiutato(risposta: APIResponse, dove: string): Promise<string> {
  const frase = await fraseDi(risposta);
  expect.soft(risposta.status(), dove).toBe(200);
  expect.soft(frase, dove).toMatch(/\p{L}+ \p{L}+.*\.$/u);
  return frase;
}
