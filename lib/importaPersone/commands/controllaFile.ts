import { createHash } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { annotaAs, queryAs } from '@/lib/db/scope';
import { leggiFile } from '../leggi';
import type { Controllo } from '../rapporto';
import type { RigaRifiutata } from '../righe';
import { contestoDi, daImportare, esigiEnte, type FileInviato, type Piano, pianoDi } from './_piano';

/** Quante righe rifiutate si mostrano nella pagina: le altre stanno nel file da scaricare. */
const MOSTRATE = 200;

export const improntaDelFile = (contenuto: Uint8Array): string => createHash('sha256').update(contenuto).digest('hex');

/**
 * Che cosa succederebbe importando questo file: non si scrive nulla e il file non si conserva (tra il controllo e l'importazione lo rimanda chi lo ha
 * scelto, e si riconosce dall'impronta). annotaAs perché riconoscere chi non ha un codice legge identità, e la lettura resta nel registro.
 * @throws DomainError come leggiFile e trovaProgettoAperto
 */
export async function controllaFile(attore: Attore, inviato: FileInviato): Promise<Controllo> {
  const { decisione, rifiutate, colonneIgnorate } = await pianoDelFile(attore, inviato);
  return {
    impronta: improntaDelFile(inviato.contenuto),
    importabili: daImportare(decisione),
    nuovePersone: decisione.nuove.filter(({ personaId }) => !personaId).length,
    partecipazioni: decisione.nuove.filter(({ personaId }) => personaId).length,
    altreAzioni: decisione.frequenze.length - decisione.rientri.length,
    rientri: decisione.rientri.length,
    giaPresenti: decisione.giaPresenti.length,
    rifiutate: rifiutate.length,
    mostrate: rifiutate.slice(0, MOSTRATE).map(({ numero, problemi }) => ({ numero, problemi })),
    colonneIgnorate,
  };
}

/** Le righe rifiutate di un file, intere: per restituirle a chi le corregge. @throws come controllaFile */
export const righeRifiutate = async (attore: Attore, inviato: FileInviato): Promise<RigaRifiutata[]> =>
  (await pianoDelFile(attore, inviato)).rifiutate;

async function pianoDelFile(attore: Attore, { progettoId, contenuto }: FileInviato): Promise<Piano & { colonneIgnorate: string[] }> {
  esigiEnte(attore);
  const contesto = await queryAs(attore, (tx) => contestoDi(tx, attore, progettoId));
  const letto = await leggiFile(contenuto, contesto);
  const piano = await annotaAs(attore, (tx) => pianoDi(tx, attore, progettoId, letto));
  return { ...piano, colonneIgnorate: letto.colonneIgnorate };
}
