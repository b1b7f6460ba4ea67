import { type BrowserContext, expect } from '@playwright/test';
import { routes } from '@/lib/routes';
import { portaLibera } from '@/prisma/incorporato/porta';
import { variabiliServer } from '@/scripts/ambiente';
import { apriContatore, attraverso, type Contatore } from '@/scripts/bench/contaIstruzioni';
import type { Figlio } from '@/scripts/processi';
import { avviaServer } from '@/scripts/server';
import { accedi, incaricoDi } from '../support/accedi';
import { databaseDiProva, prova } from '../support/database';
import { test } from '../support/prova';
import { superutente } from '../support/superutente';

/** Le istruzioni SQL di una pagina, sessione, begin e commit comprese: contate sul filo tra un secondo portale e il suo database. */
const AL_PIU = 6;

let contatore: Contatore;
let portale: Figlio;
let indirizzo: string;

test.beforeAll(async () => {
  const database = await databaseDiProva();
  contatore = await apriContatore('127.0.0.1', Number(new URL(database.superutente).port));
  const porta = await portaLibera();
  indirizzo = `http://localhost:${porta}`;
  const env = variabiliServer(
    { modo: 'incorporato', demo: true, url: attraverso(database.url, contatore), segreto: prova().segreto },
    indirizzo,
  );
  portale = await avviaServer('start', { ...env, NEXTAUTH_URL: indirizzo }, porta, '127.0.0.1');
});
test.afterAll(async () => {
  await portale.ferma();
  contatore.chiudi();
});

async function istruzioniDi({ request }: BrowserContext, percorso: string): Promise<number> {
  const leggi = async () => expect((await request.get(indirizzo + percorso, { maxRedirects: 0 })).status(), percorso).toBe(200);
  await leggi(); // la prima apre le connessioni e impara la Regione del piede
  contatore.azzera();
  await leggi();
  return contatore.istruzioni();
}

/** Un progetto avviato, con le sue relazioni e i suoi segnali, dell'ente di quell'incarico o di chiunque. */
async function unAvviato(incaricoId: string): Promise<string> {
  const { rows } = await superutente.query(
    `select p.id from progetto p join incarico i on i.id = $1 and i.regione_id = p.regione_id
     where p.stato = 'AVVIATO' and (i.ruolo not in ('REFERENTE', 'OPERATORE')
       or exists (select from partecipazione pa where pa.progetto_id = p.id and pa.organizzazione_id = i.organizzazione_id and pa.al is null))
     order by p.codice limit 1`,
    [incaricoId],
  );
  return rows[0].id;
}

for (const [lettore, email] of [
  ['un ente', 'marta.ferraris@cissaca.example'],
  ['la Regione', 'paolo.gallo@regione.example'],
  ['la ricerca', 'chiara.monti@ires.example'],
] as const)
  test(`${lettore}: l’elenco dei progetti e la pagina di uno costano al più ${AL_PIU} istruzioni ciascuno`, async ({ context }) => {
    const incarico = await incaricoDi(email);
    await accedi(context, incarico);
    for (const percorso of [routes.progetti(), routes.progetto(await unAvviato(incarico))]) {
      const quante = await istruzioniDi(context, percorso);
      expect.soft(quante, percorso).toBeLessThanOrEqual(AL_PIU);
      // meno di una sessione, un contesto e una lettura vorrebbe dire che il filo non conta
      expect.soft(quante, percorso).toBeGreaterThanOrEqual(3);
    }
  });
