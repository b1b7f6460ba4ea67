import type { Attore } from '@/lib/auth/attore';
import { queryAs } from '@/lib/db/scope';
import { letturaAttuazione, letturaTabelle } from '@/lib/ricerca/letture';
import type { DatiAttuazione, DatiTabelle } from '@/lib/ricerca/righe';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { type Regione, unUtente } from './builders';
import { superutente } from './superutente';

/** La Regione del programma reale, come l'ha caricata l'importazione. */
export async function regioneDelProgramma(): Promise<Regione> {
  const { rows } = await superutente.query(
    `select r.id, b.id as bando, o.id as organizzazione from regione r join bando b on b.regione_id = r.id
     join organizzazione o on o.regione_id = r.id and o.tipo = 'RICERCA' where r.codice_istat = '01'
     order by (select count(*) from progetto p where p.bando_id = b.id) desc limit 1`,
  );
  const riga = rows[0];
  if (!riga) throw new Error('Il programma reale non è nel database di prova.');
  return {
    id: riga.id,
    bandoId: riga.bando,
    organizzazioneId: riga.organizzazione,
    categoria: 'intermedia',
    gruppo: 'operatori',
    causa: 'X01',
  };
}

/** Una persona nuova che fa ricerca nella Regione data. */
export const unRicercatore = async (regione: Regione): Promise<Attore> => (await unUtente({ regione, ruolo: 'RICERCATORE' })).attore();

/** Le tabelle del rapporto intere, come le leggono i file. */
export const tabelleIntere = (chi: Attore, filtri: FiltriRicerca): Promise<DatiTabelle> => queryAs(chi, (tx) => letturaTabelle(tx, filtri));

/** Il pannello con tutte le rilevazioni, come lo leggono i file. */
export const attuazioneIntera = (chi: Attore, filtri: FiltriRicerca): Promise<DatiAttuazione> =>
  queryAs(chi, (tx) => letturaAttuazione(tx, filtri));
