import { expect } from '@playwright/test';
import type { Sezione } from '@/lib/bandi/configurazione';
import { portaLibera } from '@/prisma/incorporato/porta';
import { variabiliServer } from '@/scripts/ambiente';
import type { Figlio } from '@/scripts/processi';
import { avviaServer } from '@/scripts/server';
import { accedi } from '../support/accedi';
import { unaRegione, unEnte } from '../support/builders';
import { unaDomanda, unBando } from '../support/buildersDomanda';
import { databaseDiProva, prova } from '../support/database';
import { test } from '../support/prova';
import { superutente } from '../support/superutente';

const SEZIONE: Sezione = {
  ...{ chiave: 'contesto', parte: 'B', codice: '1', titolo: 'Contesto', aiuto: '', visibilita: 'ENTRAMBI' },
  campi: [
    { chiave: 'descrizione', etichetta: 'Descrizione', tipo: 'testo_lungo', obbligatorio: true, aiuto: '', opzioni: [], colonne: [] },
  ],
};

/** Il server ucciso con SIGKILL tra la battuta e il salvataggio: un secondo portale sullo stesso database, che si può uccidere senza fermare le altre prove. */

async function unPortale(porta: number): Promise<Figlio> {
  const { url } = await databaseDiProva();
  const indirizzo = `http://localhost:${porta}`;
  const env = variabiliServer({ modo: 'incorporato', demo: true, url, segreto: prova().segreto }, indirizzo);
  return avviaServer('start', { ...env, NEXTAUTH_URL: indirizzo }, porta, '127.0.0.1');
}

/** Muore adesso, senza poter finire nulla. */
async function uccidi({ processo, fine }: Figlio): Promise<void> {
  process.kill(-(processo.pid as number), 'SIGKILL');
  await fine;
}

test('il server muore tra la battuta e il salvataggio: si legge che non è salvato, e al suo ritorno il testo è salvato una volta sola', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const regione = await unaRegione();
  const ente = await unEnte({ regione });
  const bando = await unBando({ regione, configurazione: { sezioni: [SEZIONE] } });
  const domanda = await unaDomanda({ bando, capofila: ente, sezioni: { contesto: null } });
  const porta = await portaLibera();
  let portale = await unPortale(porta);
  try {
    const contesto = await browser.newContext({ locale: 'it-IT', timezoneId: 'Europe/Rome', baseURL: `http://localhost:${porta}` });
    await accedi(contesto, ente.utente.incaricoId);
    const page = await contesto.newPage();
    await page.goto(`/progetti/${domanda.id}/scrivi/contesto`);
    const campo = page.getByLabel('Descrizione');
    await campo.fill('Prima del guasto');
    await expect(page.getByRole('status').filter({ hasText: /Salvato alle/ })).toBeVisible();

    await campo.fill('Scritto mentre il server moriva');
    await uccidi(portale);
    await expect(page.getByRole('status').filter({ hasText: /Non salvato/ })).toBeVisible();
    await expect(campo).toHaveValue('Scritto mentre il server moriva');

    portale = await unPortale(porta);
    await expect(page.getByRole('status').filter({ hasText: /Salvato alle/ })).toBeVisible({ timeout: 60_000 });
    await page.reload();
    await expect(campo).toHaveValue('Scritto mentre il server moriva');
    const { rows } = await superutente.query(
      `select (select rev from sezione_progetto where progetto_id = $1 and chiave = 'contesto') as rev,
        (select count(*)::int from evento where progetto_id = $1 and atto = 'sezione.salvata') as salvataggi`,
      [domanda.id],
    );
    expect(rows[0].salvataggi).toBe(rows[0].rev);
  } finally {
    await portale.ferma();
  }
});
