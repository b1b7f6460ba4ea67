import pg from 'pg';
import { VOCI_CONSERVAZIONE } from '@/lib/privacy/voci';
import { apriAmbiente } from './ambiente';
import { ascoltaSegnali, chiudi } from './chiusura';
import { contaTutto, eseguiConservazione } from './conservazione/esegui';
import { passo, tabella } from './stampa';

/** `npm run conservazione -- [--esegui]`: what has expired; with --esegui it makes it anonymous. Also while the portal is running. */
export async function esegui([opzione, ...altro]: string[]): Promise<number> {
  if (altro.length > 0 || (opzione !== undefined && opzione !== '--esegui'))
    throw new Error('Si scrive: npm run conservazione per contare, npm run conservazione -- --esegui per rendere anonimi i dati scaduti.');
  ascoltaSegnali(130);
  try {
    const ambiente = await apriAmbiente({ condividi: true });
    const db = new pg.Client({ connectionString: ambiente.url.app_sistema, application_name: 'cantiere conservazione' });
    await db.connect();
    try {
      return await (opzione ? rendiAnonimi(db) : soloConta(db));
    } finally {
      await db.end();
    }
  } finally {
    await chiudi();
  }
}

async function stampaConti(db: pg.Client): Promise<void> {
  const righe = [...(await contaTutto(db))].map(([voce, quante]) => [VOCI_CONSERVAZIONE[voce], String(quante)]);
  console.log(tabella([['Che cosa', 'Quante'], ...righe]));
}

async function soloConta(db: pg.Client): Promise<number> {
  await stampaConti(db);
  console.log('Nulla è stato toccato. Per rendere anonimi i dati scaduti: npm run conservazione -- --esegui. Non si torna indietro.');
  return 0;
}

async function rendiAnonimi(db: pg.Client): Promise<number> {
  const { anonime, verifiche, richieste } = await eseguiConservazione(db, (fatte) => passo(`${fatte} persone rese anonime`));
  passo(`Fatto: ${anonime} persone anonime, ${verifiche} verifiche e ${richieste} richieste cancellate.`);
  await stampaConti(db);
  return 0;
}
