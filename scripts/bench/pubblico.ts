import { setTimeout as pausa } from 'node:timers/promises';
import { portaLibera } from '@/prisma/incorporato/porta';
import { copiaModello } from '@/tests/support/database';
import { variabiliServer } from '../ambiente';
import { avvia } from '../processi';
import { avviaServer } from '../server';
import { passo } from '../stampa';
import { carica, type Misura, mediana } from './carico';
import { righeDi } from './pagina';
import { popola } from './popola';
import { CARTELLA_STATICA, costruisciStatica } from './statica';

const GIRI = 3;
const SECONDI = 4;
const PROGETTI = 2000;
const PAGINE = {
  home: { nome: 'pagina iniziale', percorso: '/' },
  elenco: { nome: 'elenco dei progetti approvati', percorso: '/progetti-approvati' },
  progetto: { nome: 'pagina di un progetto approvato', percorso: '/progetti-approvati/P01' },
  dati: { nome: 'dati aperti', percorso: '/dati-aperti' },
};

/** Le pagine pubbliche contro pagine statiche di Next con le stesse righe, a giri alterni nello stesso minuto, con 2.000 progetti. */
export async function misuraPubblico(segreto: string): Promise<void> {
  passo(`Preparo un database con ${PROGETTI} progetti`);
  const database = await copiaModello('bench_pubblico');
  await popola(database.superutente, PROGETTI);
  const porta = await portaLibera();
  const indirizzo = `http://127.0.0.1:${porta}`;
  passo('Avvio il portale');
  await avviaServer(
    'start',
    variabiliServer({ modo: 'incorporato', demo: true, url: database.url, segreto }, indirizzo),
    porta,
    '127.0.0.1',
  );
  const chiavi = Object.keys(PAGINE) as (keyof typeof PAGINE)[];
  const html: Record<string, string> = {};
  for (const chiave of chiavi) html[chiave] = await leggi(indirizzo + PAGINE[chiave].percorso);
  passo('Costruisco e avvio le pagine statiche con le stesse righe');
  await costruisciStatica(Object.fromEntries(chiavi.map((chiave) => [chiave, righeDi(html[chiave] ?? '')])));
  const portaStatica = await portaLibera();
  const statica = `http://127.0.0.1:${portaStatica}`;
  avvia('node_modules/next/dist/bin/next', ['start', CARTELLA_STATICA, '-H', '127.0.0.1', '-p', String(portaStatica)], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  await leggi(`${statica}/home`, 60);
  for (const chiave of chiavi) await confronta(PAGINE[chiave], indirizzo, `${statica}/${chiave}`);
}

async function confronta({ nome, percorso }: { nome: string; percorso: string }, base: string, statica: string): Promise<void> {
  passo(`Misuro: ${nome}`);
  const [nostra, ferma] = [await leggi(base + percorso), await leggi(statica)];
  for (const url of [base + percorso, statica]) await carica(url, 10, 2, {}); // riscaldamento
  const nostre: Misura[] = [];
  const ferme: Misura[] = [];
  for (let giro = 0; giro < GIRI; giro += 1) {
    nostre.push(await carica(base + percorso, 10, SECONDI, {}));
    ferme.push(await carica(statica, 10, SECONDI, {}));
  }
  const [noi, loro] = [nostre, ferme].map((misure) => mediana(misure.map(({ alSecondo }) => alSecondo))) as [number, number];
  const [p95, p95Statica] = [nostre, ferme].map((misure) => mediana(misure.map((m) => m.p95))) as [number, number];
  console.log(`
${nome} (mediane di ${GIRI} giri alterni di ${SECONDI} s, 10 connessioni)
  richieste/s:    ${noi.toFixed(0)} contro ${loro.toFixed(0)} della pagina statica, rapporto ${(noi / loro).toFixed(2)} (atteso ≥ 0,8)
  95° percentile: ${p95.toFixed(1)} ms contro ${p95Statica.toFixed(1)} ms
  HTML:           ${kb(nostra)} KB contro ${kb(ferma)}`);
}

const kb = (html: string): string => (Buffer.byteLength(html) / 1024).toFixed(0);

/**
 * Una pagina, appena il suo server risponde. @throws Error se entro i secondi dati non risponde, se risponde altro da 200 o se non ha righe: un confronto con
 * una pagina vuota sembrerebbe una misura
 */
async function leggi(url: string, secondi = 1): Promise<string> {
  for (let prova = 0; ; prova += 1) {
    const risposta = await fetch(url).catch(() => null);
    if (risposta?.ok) {
      const html = await risposta.text();
      if (righeDi(html).length === 0) throw new Error(`${url} non ha righe da confrontare.`);
      return html;
    }
    if (risposta || prova >= secondi * 2) throw new Error(`${url} risponde ${risposta?.status ?? 'nulla'}.`);
    await pausa(500);
  }
}
