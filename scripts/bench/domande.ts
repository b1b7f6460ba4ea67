import type { Configurazione } from '@/lib/bandi/configurazione';
import { routes } from '@/lib/routes';
import { unEnte } from '@/tests/support/builders';
import { type DomandaDiProva, unaDomanda, unaVersione, unBando } from '@/tests/support/buildersDomanda';
import { CONFIGURAZIONE } from '@/tests/support/configurazioneDiProva';
import { cookieDellIncarico } from './sessione';

const SEZIONI = 30;
/** Una pagina di testo: circa 2.500 caratteri. Trenta sezioni da due pagine fanno una domanda di sessanta. */
const PAGINA =
  'Il territorio conosce da anni bisogni che i servizi non raggiungono, e la rete degli enti prova a rispondere insieme. '.repeat(21);
export const SCRITTORI = 50;

const chiave = (n: number): string => `sezione_${n}`;

const configurazione = (): Partial<Configurazione> => ({
  sezioni: Array.from({ length: SEZIONI }, (_, n) => ({
    ...{ chiave: chiave(n), parte: 'B', codice: String(n + 1), titolo: `Sezione ${n + 1}`, aiuto: '', visibilita: 'ENTRAMBI' as const },
    campi: [
      {
        chiave: 'testo',
        etichetta: 'Testo',
        tipo: 'testo_lungo' as const,
        obbligatorio: true,
        aiuto: '',
        massimo: 20_000,
        opzioni: [],
        colonne: [],
      },
    ],
  })),
  documenti: CONFIGURAZIONE.documenti,
});

const testi = (di: (n: number) => string) => Object.fromEntries(Array.from({ length: SEZIONI }, (_, n) => [chiave(n), { testo: di(n) }]));

export type ScenaDomande = {
  scrittori: { url: string; headers: Record<string, string>; valori: { testo: string }; rev: number }[];
  sezione: string;
  confronto: string;
  headers: Record<string, string>;
};

/** Una domanda di sessanta pagine con due versioni diverse, e cinquanta domande in cui altrettante persone scrivono. */
export async function preparaDomande(base: string, superutente: string, segreto: string): Promise<ScenaDomande> {
  const capofila = await unEnte();
  const bando = await unBando({ regione: capofila.regione, configurazione: configurazione() });
  const grande = await unaDomanda({ bando, capofila, sezioni: testi(() => PAGINA + PAGINA) });
  await unaVersione(grande, { sezioni: testi(() => PAGINA + PAGINA) });
  await unaVersione(grande, { sezioni: testi((n) => (n % 3 === 0 ? PAGINA.replaceAll('enti', 'Comuni') + PAGINA : PAGINA + PAGINA)) });
  const scrittori: ScenaDomande['scrittori'] = [];
  for (let n = 0; n < SCRITTORI; n += 1) {
    const ente = await unEnte({ regione: capofila.regione });
    const domanda: DomandaDiProva = await unaDomanda({ bando, capofila: ente, sezioni: testi(() => PAGINA) });
    const headers = { Cookie: await cookieDellIncarico(superutente, segreto, ente.utente.incaricoId) };
    scrittori.push({ url: base + routes.salvaSezione(domanda.id, chiave(n % SEZIONI)), headers, valori: { testo: PAGINA }, rev: 1 });
  }
  return {
    scrittori,
    sezione: base + routes.sezione(grande.id, chiave(0)),
    confronto: base + routes.confrontoVersioni(grande.id, { da: 1, a: 2 }),
    headers: { Cookie: await cookieDellIncarico(superutente, segreto, capofila.utente.incaricoId) },
  };
}

/**
 * Cinquanta persone scrivono insieme per `secondi`: ciascuna salva ogni due secondi, come fa la pagina, e parte in un momento diverso.
 * @returns i tempi di andata e ritorno in ms @throws Error se un salvataggio non riesce
 */
export async function scriviInsieme(scrittori: ScenaDomande['scrittori'], secondi: number): Promise<number[]> {
  const tempi: number[] = [];
  const fine = performance.now() + secondi * 1000;
  const aspetta = (ms: number) => new Promise((poi) => setTimeout(poi, ms));
  await Promise.all(
    scrittori.map(async (scrittore, indice) => {
      const { url, headers, valori } = scrittore;
      await aspetta((indice * 2000) / scrittori.length);
      for (let { rev } = scrittore; performance.now() < fine; ) {
        const inizio = performance.now();
        const corpo = JSON.stringify({ fase: 'IDEA', rev, valori: { testo: `${valori.testo} ${rev}` } });
        const risposta = await fetch(url, {
          method: 'POST',
          body: corpo,
          headers: { ...headers, 'content-type': 'application/json', origin: new URL(url).origin, 'sec-fetch-site': 'same-origin' },
        });
        if (risposta.status !== 200) throw new Error(`${url}: ${risposta.status} ${await risposta.text()}`);
        rev = ((await risposta.json()) as { rev: number }).rev;
        scrittore.rev = rev;
        const durata = performance.now() - inizio;
        tempi.push(durata);
        await aspetta(Math.max(0, 2000 - durata));
      }
    }),
  );
  return tempi;
}
