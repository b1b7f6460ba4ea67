import { createHash } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { isoDiDataONull } from '@/lib/format/data';

/**
 * Congela ciò che si presenta: una copia della relazione in una tabella che non si può più modificare, con la sua impronta SHA-256
 * (vedi canonico). Restituisce il numero di versione e l'impronta.
 */
export async function congelaVersione(
  tx: Tx,
  attore: Attore,
  rapporto: { id: string; progettoId: string },
): Promise<{ numero: number; sha256: string }> {
  const contenuto = await fotografa(tx, rapporto.id);
  const sha256 = createHash('sha256').update(canonico(contenuto)).digest('hex');
  const numero = (await tx.rapportoVersione.count({ where: { rapportoId: rapporto.id } })) + 1;
  await tx.rapportoVersione.createMany({
    data: [{ regioneId: attore.regioneId, progettoId: rapporto.progettoId, rapportoId: rapporto.id, numero, contenuto, sha256 }],
  });
  return { numero, sha256 };
}

/** JSON con le chiavi in ordine alfabetico a ogni livello: la colonna jsonb le riordina, e così l'impronta si rifà da ciò che restituisce. */
const canonico = (contenuto: unknown): string =>
  JSON.stringify(contenuto, (_, valore) =>
    valore && typeof valore === 'object' && !Array.isArray(valore)
      ? Object.fromEntries(Object.entries(valore).sort(([a], [b]) => (a < b ? -1 : 1)))
      : valore,
  );

async function fotografa(tx: Tx, rapportoId: string) {
  const { sintesi } = await tx.rapportoProgetto.findUniqueOrThrow({ where: { id: rapportoId }, select: { sintesi: true } });
  const avanzamenti = await tx.avanzamento.findMany({
    where: { rapportoId },
    orderBy: { azione: { ordine: 'asc' } },
    select: {
      azione: { select: { codice: true, titolo: true } },
      stato: true,
      percentuale: true,
      inizioEffettivo: true,
      fineStimata: true,
      fineEffettiva: true,
      contromisura: true,
      contromisuraEsito: true,
      invariato: true,
      nota: true,
      quantita: { orderBy: { quantita: { ordine: 'asc' } }, select: { valore: true, quantita: { select: { codice: true, unita: true } } } },
      cause: {
        orderBy: { causa: 'asc' },
        select: { causa: true, primaria: true, gravita: true, meseDal: true, meseAl: true, risolta: true },
      },
    },
  });
  const rilievi = await tx.rilievo.findMany({
    where: { rispostoIn: rapportoId },
    orderBy: [{ scrittoIl: 'asc' }, { id: 'asc' }],
    select: { id: true, testo: true, risposta: true },
  });
  return {
    sintesi,
    rilievi,
    azioni: avanzamenti.map(({ azione, quantita, cause, inizioEffettivo, fineStimata, fineEffettiva, ...altro }) => ({
      codice: azione.codice,
      titolo: azione.titolo,
      ...altro,
      inizioEffettivo: isoDiDataONull(inizioEffettivo),
      fineStimata: isoDiDataONull(fineStimata),
      fineEffettiva: isoDiDataONull(fineEffettiva),
      quantita: quantita.map((q) => ({ codice: q.quantita.codice, unita: q.quantita.unita, valore: q.valore.toString() })),
      cause: cause.map(({ meseDal, meseAl, ...c }) => ({ ...c, meseDal: isoDiDataONull(meseDal), meseAl: isoDiDataONull(meseAl) })),
    })),
  };
}
