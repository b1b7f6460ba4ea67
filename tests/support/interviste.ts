import type { Attore } from '@/lib/auth/attore';
import { codificaEstratto, decidiCodici } from '@/lib/interviste/commands/codificaEstratto';
import { registraIntervista } from '@/lib/interviste/commands/registraIntervista';
import { rilasciaEstratto } from '@/lib/interviste/commands/rilasciaEstratto';
import { scriviEstratto } from '@/lib/interviste/commands/scriviEstratto';
import { type Regione, unaRegione, unEnte } from './builders';
import { type Progetto, unProgetto } from './buildersProgetto';
import { unRicercatore } from './ricercatore';
import { superutente } from './superutente';

export const BRANO = 'Il tavolo era largo e ci sono voluti mesi per dividerci i compiti.';

export type Intervista = {
  regione: Regione;
  /** Scrive gli estratti. */
  prima: Attore;
  seconda: Attore;
  progetto: Progetto;
  programmaId: string;
  intervistaId: string;
};

/** Una Regione con un progetto avviato, due ricercatrici e un'intervista senza estratti. */
export async function unaIntervista(): Promise<Intervista> {
  const regione = await unaRegione();
  const progetto = await unProgetto({ capofila: await unEnte({ regione }) });
  const [prima, seconda] = [await unRicercatore(regione), await unRicercatore(regione)];
  const { rows } = await superutente.query('select programma_id from bando where id = $1', [regione.bandoId]);
  const programmaId: string = rows[0].programma_id;
  const dati = { programmaId, numero: 7, mese: '2020-03-01', modalita: 'ONLINE', progettoId: progetto.id } as const;
  const { intervistaId } = await registraIntervista(prima, dati);
  return { regione, prima, seconda, progetto, programmaId, intervistaId };
}

/** Un estratto che non nomina nessuno, scritto dalla prima sulla prima azione del progetto. */
export async function unEstratto({ prima, progetto, intervistaId }: Intervista, testo = BRANO): Promise<string> {
  const azioneId = progetto.azioni[0]?.id ?? null;
  const { estrattoId } = await scriviEstratto(prima, { intervistaId, progettoId: progetto.id, azioneId, fase: 'PREPARAZIONE', testo });
  return estrattoId;
}

/** Le due codifiche e la decisione: resta solo da rilasciarlo. */
export async function deciso({ prima, seconda, regione }: Intervista, estrattoId: string, codici = [regione.causa]): Promise<void> {
  for (const chi of [prima, seconda]) await codificaEstratto(chi, { estrattoId, codici, nota: null });
  await decidiCodici(prima, { estrattoId, codici, motivo: 'Le due codifiche concordano.', vista: '' });
}

/** Un estratto rilasciato dalla seconda. */
export async function unRilasciato(i: Intervista, testo = BRANO, codici = [i.regione.causa]): Promise<string> {
  const estrattoId = await unEstratto(i, testo);
  await deciso(i, estrattoId, codici);
  await rilasciaEstratto(i.seconda, { estrattoId, revisione: 1 });
  return estrattoId;
}
