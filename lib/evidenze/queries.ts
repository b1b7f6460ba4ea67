import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { OggettoEvidenza } from './schema';

export type EvidenzaInElenco = {
  id: string;
  oggetto: OggettoEvidenza;
  oggettoId: string;
  nome: string;
  byte: number;
  presentata: boolean;
  caricataIl: string;
  organizzazioneId: string;
  ente: string;
};

/** Una prova come sta nell'elenco di una pagina; la tabella ha alias `e`, chi l'ha allegata `o`. Serve a chi compone il JSON della sua pagina. */
export const EVIDENZA_JSON = sql`json_build_object('id', e.id, 'oggetto', e.oggetto, 'oggettoId', e.oggetto_id, 'nome', e.nome, 'byte', e.byte,
  'presentata', e.presentata, 'caricataIl', e.caricata_il, 'organizzazioneId', e.organizzazione_id, 'ente', ${NOME_ENTE})`;

/** Le prove di un oggetto che chi chiede può vedere: gli enti tutte, la Regione quelle presentate. La più vecchia per prima. */
export async function leggiEvidenze(attore: Attore, oggettoId: string): Promise<EvidenzaInElenco[]> {
  const righe = await interroga<{ dati: EvidenzaInElenco }>(
    attore,
    sql`select ${EVIDENZA_JSON} as dati from evidenza e join organizzazione o on o.id = e.organizzazione_id
      where e.oggetto_id = ${oggettoId}::uuid order by e.caricata_il, e.id`,
  );
  return righe.map(({ dati }) => dati);
}

export type EvidenzaIntera = { nome: string; tipo: string; contenuto: Uint8Array<ArrayBuffer> };

/** Una prova con i suoi byte; null se non c'è o non si vede. */
export async function leggiEvidenza(attore: Attore, progettoId: string, evidenzaId: string): Promise<EvidenzaIntera | null> {
  const [riga] = await interroga<EvidenzaIntera>(
    attore,
    sql`select nome, tipo, contenuto from evidenza where id = ${evidenzaId}::uuid and progetto_id = ${progettoId}::uuid`,
  );
  return riga ?? null;
}
