import { cache } from 'react';
import { nomeRegione } from '@/lib/organizzazioni/labels';
import { leggiPanoramicaPubblica, type PanoramicaPubblica } from '@/lib/progetti/queriesPubbliche';

/** La panoramica pubblica, letta una volta per richiesta anche se la usano la cornice e la pagina. `null`: nessuna Regione configurata. */
export const panoramica = cache(leggiPanoramicaPubblica);

/** Come si presenta un portale senza ancora una Regione. */
const SENZA_REGIONE: PanoramicaPubblica['regione'] = { nome: 'Portale da configurare', direzione: null, indirizzo: null };

/** La Regione che pubblica il portale. */
export async function regionePubblica(): Promise<PanoramicaPubblica['regione']> {
  const regione = (await panoramica())?.regione;
  return regione ? { ...regione, nome: nomeRegione(regione.nome) } : SENZA_REGIONE;
}
