import { randomBytes } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { byteDi } from '@/lib/html/byte';
import { haGia } from './impronta';

/**
 * Le pagine pubbliche già scritte, davanti a Next (docs/decisioni/0016). Una pagina con la politica dei contenuti a nonce non si può scrivere una volta per
 * tutte: qui la si conserva intera e a ogni risposta si cambia il nonce, nel testo e nell'intestazione. Vale solo per chi non ha cookie e per gli
 * indirizzi di PERCORSI; si butta quando il database annuncia un cambiamento, e comunque dopo DURATA.
 */

/** Gli indirizzi uguali per tutti, senza moduli che inviano e senza segreti. */
const PERCORSI =
  /^\/(|accessibilita|assistenza|avvisi(\/[\da-f-]{36})?|bandi-aperti|come-funziona|dati-aperti(\/interfaccia|\/scarica\/[\w.]{1,30})?|glossario|mappa-del-sito|media-policy|note-legali|privacy|progetti-approvati(\/[\w%.-]{1,120})?|servizi|api\/v1\/[\w/%.-]{1,120}|(novita|sitemap)\.xml|robots\.txt)$/;
/** Quelli che leggono la domanda dell'indirizzo; per gli altri una domanda qualunque non si conserva. */
const CON_DOMANDA = /^\/(progetti-approvati|api\/v1\/\w+)$/;
/** Intestazioni con cui la risposta non è la pagina intera, o è di qualcuno. */
const PARTICOLARI = /^(cookie|authorization|range|rsc|next-.*|x-middleware-.*|x-nextjs-.*)$/;
/** Millisecondi: il termine di un bando che passa non lo annuncia nessuno. */
const DURATA = 60_000;
const PESO_VOCE = 2 * 1024 * 1024;
const PESO_TOTALE = 64 * 1024 * 1024;
const NON_SI_RIPETE = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']);

type Voce = { intestazioni: OutgoingHttpHeaders; pezzi: Buffer[]; nonce: string | null; scade: number; peso: number };
type Gestore = (richiesta: IncomingMessage, risposta: ServerResponse) => Promise<void> | void;

export type Memoria = {
  /** Risponde con la pagina conservata, o la chiede a `gestore` e la conserva. `adesso` in millisecondi. */
  servi: (richiesta: IncomingMessage, risposta: ServerResponse, gestore: Gestore, adesso: number) => Promise<void>;
  /** Qualcosa di pubblico è cambiato: si ricomincia. */
  svuota: () => void;
  /** Senza nessuno che annunci i cambiamenti non si conserva nulla. */
  attiva: (attiva: boolean) => void;
};

/** Sotto quale nome si conserva una richiesta; null se non si conserva. */
export function chiaveDi({ method, url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string | null {
  if (method !== 'GET' || url.length > 500 || Object.keys(headers).some((nome) => PARTICOLARI.test(nome))) return null;
  const [percorso = '', domanda] = url.split('?', 2);
  if (!PERCORSI.test(percorso) || (domanda !== undefined && !CON_DOMANDA.test(percorso))) return null;
  return `${headers['x-forwarded-proto'] === 'https' ? 'https' : 'http'} ${url}`;
}

/** Una memoria vuota e spenta. */
export function creaMemoria(): Memoria {
  const voci = new Map<string, Voce>();
  // chi la sta già scrivendo: gli altri aspettano lui, invece di scriverla tutti insieme
  const inCorso = new Map<string, Promise<void>>();
  let [peso, generazione, accesa] = [0, 0, false];
  const svuota = () => {
    voci.clear();
    inCorso.clear(); // chi arriva adesso non aspetta una pagina nata prima
    peso = 0;
    generazione += 1;
  };
  const conserva = (chiave: string, voce: Voce): void => {
    togli(chiave);
    voci.set(chiave, voce);
    peso += voce.peso;
    // dalla più vecchia: la Map tiene l'ordine in cui si scrive
    for (const prima of voci.keys()) if (peso > PESO_TOTALE) togli(prima);
  };
  const togli = (chiave: string): void => {
    peso -= voci.get(chiave)?.peso ?? 0;
    voci.delete(chiave);
  };
  return {
    svuota,
    attiva: (attiva) => {
      svuota();
      accesa = attiva;
    },
    servi: async (richiesta, risposta, gestore, adesso) => {
      const chiave = accesa ? chiaveDi(richiesta) : null;
      if (chiave === null) return gestore(richiesta, risposta);
      const voce = voci.get(chiave);
      const altro = inCorso.get(chiave);
      if (voce && (voce.scade > adesso || altro)) return ripeti(voce, richiesta, risposta);
      if (altro) {
        await altro;
        const scritta = voci.get(chiave);
        return scritta ? ripeti(scritta, richiesta, risposta) : gestore(richiesta, risposta);
      }
      const quando = generazione;
      const scrittura = raccogli(risposta, (intestazioni, corpo) => {
        // cambiata mentre si scriveva: potrebbe essere quella di prima
        if (accesa && quando === generazione && corpo.length <= PESO_VOCE)
          conserva(chiave, nuovaVoce(intestazioni, corpo, adesso + DURATA));
      }).then(() => void (inCorso.get(chiave) === scrittura && inCorso.delete(chiave)));
      inCorso.set(chiave, scrittura);
      return gestore(richiesta, risposta);
    },
  };
}

/**
 * Ascolta ciò che si scrive in una risposta; a una risposta 200 scritta fino in fondo, e di nessuno in particolare, chiama `fatto`, anche se chi l'aveva
 * chiesta se n'è andato. @returns una promessa che finisce quando la risposta è scritta o abbandonata
 */
function raccogli(risposta: ServerResponse, fatto: (intestazioni: OutgoingHttpHeaders, corpo: Buffer) => void): Promise<void> {
  const pezzi: Buffer[] = [];
  const [write, end] = [risposta.write, risposta.end];
  risposta.write = ((...argomenti: Parameters<typeof write>) => {
    pezzi.push(...byteDi(argomenti[0], argomenti[1]));
    return write.apply(risposta, argomenti);
  }) as typeof write;
  return new Promise((scritta) => {
    risposta.once('close', scritta);
    risposta.end = ((...argomenti: Parameters<typeof end>) => {
      pezzi.push(...byteDi(argomenti[0], argomenti[1]));
      if (risposta.statusCode === 200 && !risposta.hasHeader('set-cookie')) fatto(risposta.getHeaders(), Buffer.concat(pezzi));
      scritta();
      return end.apply(risposta, argomenti);
    }) as typeof end;
  });
}

function nuovaVoce(tutte: OutgoingHttpHeaders, corpo: Buffer, scade: number): Voce {
  const intestazioni = Object.fromEntries(Object.entries(tutte).filter(([nome]) => !NON_SI_RIPETE.has(nome)));
  const nonce = /'nonce-([^']+)'/.exec(String(tutte['content-security-policy'] ?? ''))?.[1] ?? null;
  return { intestazioni, pezzi: nonce ? dividi(corpo, Buffer.from(nonce)) : [corpo], nonce, scade, peso: corpo.length };
}

/** I pezzi di `corpo` tra un `segno` e il successivo. */
function dividi(corpo: Buffer, segno: Buffer): Buffer[] {
  const pezzi: Buffer[] = [];
  let inizio = 0;
  for (let dove = corpo.indexOf(segno); dove !== -1; dove = corpo.indexOf(segno, inizio)) {
    pezzi.push(corpo.subarray(inizio, dove));
    inizio = dove + segno.length;
  }
  return [...pezzi, corpo.subarray(inizio)];
}

function ripeti({ intestazioni, pezzi, nonce }: Voce, richiesta: IncomingMessage, risposta: ServerResponse): void {
  const nuovo = nonce && randomBytes(16).toString('base64');
  const proprie = nuovo
    ? { ...intestazioni, 'content-security-policy': String(intestazioni['content-security-policy']).replaceAll(nonce, nuovo) }
    : intestazioni;
  const { etag } = intestazioni;
  // solo dove la risposta è sempre la stessa: una pagina col nonce no
  if (pezzi.length === 1 && typeof etag === 'string' && haGia(richiesta.headers['if-none-match'], etag)) {
    const { 'content-type': _, ...senzaTipo } = proprie;
    risposta.writeHead(304, senzaTipo).end();
    return;
  }
  const corpo = nuovo ? unisci(pezzi, Buffer.from(nuovo)) : (pezzi[0] ?? Buffer.alloc(0));
  risposta.writeHead(200, { ...proprie, 'content-length': corpo.length }).end(corpo);
}

const unisci = (pezzi: Buffer[], segno: Buffer): Buffer =>
  Buffer.concat(pezzi.flatMap((pezzo, indice) => (indice === 0 ? [pezzo] : [segno, pezzo])));
