import { statSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { sorgenteChiavi } from '@/lib/env';
import { analizzaMazzo, conChiaveNuova, type Mazzo } from '@/lib/identita/chiavi';
import { apriAmbiente } from './ambiente';
import { creaChiavi, leggiChiavi, sostituisciChiavi } from './chiavi/file';
import { type Avanzamento, type EsitoRotazione, identitaPerChiave, ricifra } from './chiavi/ruota';
import { daSolo } from './chiavi/sola';
import { ascoltaSegnali, chiudi } from './chiusura';
import { passo, tabella } from './stampa';

/** A key stays this long after another took its place: no write that began with it lasts as much. */
const RISPETTO_MS = 10 * 60_000;
type Ambito = { db: pg.Client; mazzo: Mazzo; file: string | undefined; adesso: Date };

const COMANDI: Record<string, (ambito: Ambito) => Promise<number>> = { stato, ruota, pulisci };

/** `npm run chiavi -- stato | ruota | pulisci | crea file.json`: the keys of the identities, also while the portal is running. */
export async function esegui([comando = '', file, ...altro]: string[]): Promise<number> {
  if (comando === 'crea' && file && altro.length === 0) return crea(path.resolve(process.env.INIT_CWD ?? process.cwd(), file));
  const lavora = Object.hasOwn(COMANDI, comando) && !file ? COMANDI[comando] : undefined;
  if (!lavora) throw new Error('Si scrive: npm run chiavi -- stato, oppure ruota, oppure pulisci, oppure crea file.json');
  ascoltaSegnali(130);
  try {
    const ambiente = await apriAmbiente({ condividi: true });
    return await daSolo(ambiente.url.app_sistema, (db) => lavora({ db, ...leggiMazzo(), adesso: new Date() }));
  } finally {
    await chiudi();
  }
}

function crea(file: string): number {
  if (!creaChiavi(file, new Date())) throw new Error(`Il file ${file} c’è già: non lo tocco.`);
  console.log(
    `Chiavi nuove in ${file}, leggibili solo da te. Indicalo con CANTIERE_FILE_CHIAVI e conservane una copia lontano dal database.`,
  );
  return 0;
}

function leggiMazzo(): { mazzo: Mazzo; file: string | undefined } {
  const { file, testo } = sorgenteChiavi();
  if (file) return { mazzo: leggiChiavi(file), file };
  if (testo) return { mazzo: analizzaMazzo(testo), file };
  throw new Error(
    'Le chiavi delle identità non sono configurate: serve CANTIERE_FILE_CHIAVI (npm run chiavi -- crea file.json) o CANTIERE_CHIAVI.',
  );
}

/** Which keys there are, and how many identities each ciphers. @returns 1 when one of them is missing */
export async function stato({ db, mazzo, file }: Ambito): Promise<number> {
  const perChiave = await identitaPerChiave(db);
  const nomi = new Set([...Object.keys(mazzo.chiavi), ...perChiave.keys()]);
  const ruolo = (nome: string) => (nome === mazzo.corrente ? 'corrente' : Object.hasOwn(mazzo.chiavi, nome) ? 'solo per leggere' : 'MANCA');
  console.log(`Le chiavi stanno ${file ? `in ${file}` : 'nella variabile CANTIERE_CHIAVI'}.`);
  if (file && process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    console.log('Attenzione: il file lo possono leggere anche altri. Rimedia con chmod 600.');
  console.log(
    tabella([['Chiave', 'Identità', 'Stato'], ...[...nomi].map((nome) => [nome, String(perChiave.get(nome) ?? 0), ruolo(nome)])]),
  );
  return [...perChiave.keys()].every((nome) => Object.hasOwn(mazzo.chiavi, nome)) ? 0 : 1;
}

async function ruota(ambito: Ambito): Promise<number> {
  const { db } = ambito;
  const mazzo = await mazzoDaUsare(ambito);
  passo(`Cifro tutto con la chiave ${mazzo.corrente}: il portale può restare in uso`);
  const { fatte, illeggibili } = await conVoce((voce) => ricifra(db, mazzo, voce));
  await annota(db, 'chiavi.ruotate', { chiave: mazzo.corrente, identita: fatte, illeggibili });
  passo(`Fatto: ${fatte} identità cifrate di nuovo.`);
  if (illeggibili > 0)
    console.error(`${illeggibili} identità non si aprono con nessuna chiave: sono rimaste com’erano. Vedi npm run chiavi -- stato`);
  else
    console.log(
      'Tra dieci minuti npm run chiavi -- pulisci toglie le chiavi che non servono più. Prima fanne una copia, se hai salvataggi da rileggere.',
    );
  return illeggibili > 0 ? 1 : 0;
}

/** A rotation cut short goes on with the key it had; otherwise a new one is made, and is on the disk before anything is ciphered with it. */
async function mazzoDaUsare({ db, mazzo, file, adesso }: Ambito): Promise<Mazzo> {
  const perChiave = await identitaPerChiave(db);
  if ([...perChiave.keys()].some((nome) => nome !== mazzo.corrente && Object.hasOwn(mazzo.chiavi, nome))) return mazzo;
  if (!file)
    throw new Error(
      'Con CANTIERE_CHIAVI la chiave nuova la aggiungi tu: mettila tra le chiavi, scrivi il suo nome in «corrente», riavvia il portale e ripeti questo comando.\n' +
        'Con CANTIERE_FILE_CHIAVI il comando fa tutto da sé, senza riavvii.',
    );
  const nuovo = conChiaveNuova(mazzo, adesso.toISOString());
  sostituisciChiavi(file, nuovo);
  return nuovo;
}

/** In the register of every Regione: the names of the keys are not secret. */
const annota = (db: pg.Client, atto: string, dopo: Record<string, unknown>) =>
  db.query(`insert into evento (regione_id, atto, oggetto, oggetto_id, dopo) select id, $1, 'regione', id, $2 from regione`, [
    atto,
    JSON.stringify(dopo),
  ]);

async function conVoce(lavora: (voce: (stato: Avanzamento) => void) => Promise<EsitoRotazione>): Promise<EsitoRotazione> {
  let detto = performance.now();
  return lavora(({ fatte, totale }) => {
    if (performance.now() - detto < 2000) return;
    detto = performance.now();
    passo(`${fatte} di ${totale}`);
  });
}

/** Takes away the keys nothing is under any more, once nobody can still be writing with them. */
export async function pulisci({ db, mazzo, file, adesso }: Ambito): Promise<number> {
  if (!file) throw new Error('Con CANTIERE_CHIAVI le chiavi le togli tu: quelle che npm run chiavi -- stato mostra con zero identità.');
  const perChiave = await identitaPerChiave(db);
  const inutili = Object.keys(mazzo.chiavi).filter((nome) => nome !== mazzo.corrente && !perChiave.has(nome));
  const daQuanto = mazzo.dal ? adesso.getTime() - Date.parse(mazzo.dal) : Number.POSITIVE_INFINITY;
  if (inutili.length > 0 && daQuanto < RISPETTO_MS)
    throw new Error(
      'La chiave corrente ha meno di dieci minuti: qualcuno potrebbe stare ancora scrivendo con quella di prima. Riprova più tardi.',
    );
  const chiavi = Object.fromEntries(Object.entries(mazzo.chiavi).filter(([nome]) => !inutili.includes(nome)));
  if (inutili.length > 0) {
    sostituisciChiavi(file, { ...mazzo, chiavi });
    await annota(db, 'chiavi.tolte', { chiavi: inutili });
  }
  console.log(inutili.length > 0 ? `Tolte: ${inutili.join(', ')}.` : 'Nessuna chiave da togliere.');
  return 0;
}
