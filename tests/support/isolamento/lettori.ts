import { attoreDi } from '../attori';
import type { Esecutore } from '../superutente';
import type { Mondo } from './mondo';

/** Chi prova a leggere e scrivere: con che login entra, con che contesto, e che cosa è suo. Senza `regione` nulla è suo. */
export type Lettore = {
  nome: string;
  login: string;
  contesto?: string;
  firma?: string;
  utente?: string;
  regione?: string;
  organizzazione?: string;
  ruolo?: string;
  progetti: string[];
  capofila: string[];
};

const nessuno = (nome: string, login: string, contesto?: string, firma?: string): Lettore => ({
  nome,
  login,
  contesto,
  firma,
  progetti: [],
  capofila: [],
});

/** Le persone del mondo, con il contesto che il database firma per loro, e i login senza persona. */
export async function lettoriDelMondo(mondo: Mondo, db: Esecutore): Promise<Lettore[]> {
  const persone: Lettore[] = [];
  for (const [nome, { incaricoId }] of Object.entries(mondo.lettori)) {
    const {
      lettore: login,
      utenteId: utente,
      regioneId: regione,
      organizzazioneId: organizzazione,
      ...attore
    } = await attoreDi(incaricoId, db);
    const firmato = await firmaPerUnOra(attore.contesto, db);
    const ente = login === 'app_ente' ? Object.values(mondo.progetti) : [];
    persone.push({
      ...{ nome, login, utente, regione, organizzazione, ruolo: attore.ruolo, ...firmato },
      // da come è fatto il mondo, non dal contesto: il contesto è sotto esame
      progetti: ente.filter((p) => [p.capofila, ...p.partner].some((e) => e.id === organizzazione)).map((p) => p.id),
      capofila: ente.filter((p) => p.capofila.id === organizzazione).map((p) => p.id),
    });
  }
  const senzaPersona = ['app_pubblico', 'app_accesso', 'app_sistema', 'cantiere'].map((login) => nessuno(login, login));
  return [...persone, ...senzaPersona];
}

/** Il contesto vero, che vale cinque minuti, firmato per un'ora: su una macchina carica la matrice dura di più. */
async function firmaPerUnOra(contesto: string, db: Esecutore): Promise<{ contesto: string; firma: string }> {
  const { rows } = await db.query(
    `select c as contesto, app.hmac(c) as firma
     from (select jsonb_set($1::jsonb, '{scade}', to_jsonb(extract(epoch from now())::bigint + 3600))::text as c) x`,
    [contesto],
  );
  return rows[0];
}

/** Gli stessi login con contesti che non valgono: nessuno di loro deve vedere o toccare una riga. */
export async function contestiNonValidi(lettori: Lettore[], db: Esecutore): Promise<Lettore[]> {
  const firma = async (testo: string): Promise<string> => (await db.query('select app.hmac($1) as firma', [testo])).rows[0].firma;
  const elenco: Lettore[] = [];
  for (const login of ['app_ente', 'app_regione', 'app_ricerca']) {
    const vero = lettori.find((l) => l.login === login);
    const altrui = lettori.find((l) => l.login !== login && l.contesto);
    const vicino = lettori.find((l) => l.login === login && l.regione !== vero?.regione);
    if (!vero?.contesto || !altrui || !vicino?.contesto) throw new Error(`Il mondo non ha abbastanza lettori per ${login}.`);
    const scaduto = JSON.stringify({ ...JSON.parse(vero.contesto), scade: Math.floor(Date.now() / 1000) - 1 });
    const prova = (nome: string, contesto?: string, sigillo?: string) =>
      elenco.push(nessuno(`${login}, contesto ${nome}`, login, contesto, sigillo));
    prova('assente');
    prova('vuoto', '', '');
    prova('senza firma', vero.contesto);
    prova('con firma inventata', vero.contesto, 'ab'.repeat(32));
    prova('di un altro con la propria firma', vicino.contesto, vero.firma);
    prova('ritoccato', vero.contesto.replace(/"regione": "[^"]+"/, `"regione": "${vicino.regione}"`), vero.firma);
    prova('scaduto', scaduto, await firma(scaduto));
    prova('firmato per un altro login', altrui.contesto, altrui.firma);
    prova('che non è JSON', 'progetti', 'ab'.repeat(32));
  }
  return elenco;
}
