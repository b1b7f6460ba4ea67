import { createHash, randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { sqlstateDi } from '@/lib/db/rifiuti';
import { commandAs, type Tx } from '@/lib/db/scope';
import { esigiTipo } from '@/lib/documenti/esigiTipo';
import { nomePulito } from '@/lib/documenti/nome';
import { TIPI } from '@/lib/documenti/tipi';
import { rifiutoEvidenza } from '../rifiuti';
import { type EvidenzaDaCaricare, MASSIME_PROVE } from '../schema';

/**
 * Allega un file a ciò che l'ente dichiara o chiede, finché non è presentato (o finché la Regione lo tiene riaperto). Il tipo lo dicono i byte.
 * @throws DomainError documento.vuoto|grande|tipo, evidenza.ruolo, evidenza.chiusa, evidenza.troppe, evidenza.doppia
 */
export const caricaEvidenza = (
  attore: Attore,
  { progettoId, oggetto, oggettoId, nome, contenuto }: EvidenzaDaCaricare,
): Promise<{ evidenzaId: string; nome: string }> =>
  commandAs(attore, async (tx) => {
    if (attore.lettore !== 'app_ente') throw rifiutoEvidenza('evidenza.ruolo');
    const tipo = esigiTipo(contenuto);
    // due invii nello stesso istante non superano insieme il massimo
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`evidenze ${progettoId}`}, 0))::text`;
    const sha256 = createHash('sha256').update(contenuto).digest('hex');
    await esigiPosto(tx, progettoId, oggettoId, sha256);
    const evidenza = { id: randomUUID(), nome: nomePulito(nome, tipo), tipo: TIPI[tipo].mime, byte: contenuto.length, sha256, contenuto };
    const dove = { regioneId: attore.regioneId, progettoId, oggetto, oggettoId, organizzazioneId: attore.organizzazioneId };
    try {
      await tx.evidenza.createMany({ data: [{ ...dove, ...evidenza }] });
    } catch (error) {
      if (sqlstateDi(error) === '42501') throw rifiutoEvidenza('evidenza.chiusa');
      throw error;
    }
    return {
      result: { evidenzaId: evidenza.id, nome: evidenza.nome },
      evento: {
        atto: 'evidenza.caricata',
        oggetto: 'evidenza',
        oggettoId: evidenza.id,
        progettoId,
        dopo: { per: oggetto, byte: contenuto.length, sha256, ...(await azioneDi(tx, oggetto, oggettoId)) },
        riservato: true,
      },
    };
  });

async function esigiPosto(tx: Tx, progettoId: string, oggettoId: string, sha256: string): Promise<void> {
  const qui = await tx.evidenza.findMany({ where: { progettoId, oggettoId }, select: { sha256: true } });
  if (qui.some((altra) => altra.sha256 === sha256)) throw rifiutoEvidenza('evidenza.doppia');
  if (qui.length >= MASSIME_PROVE.oggetto) throw rifiutoEvidenza('evidenza.troppe');
  if ((await tx.evidenza.count({ where: { progettoId } })) >= MASSIME_PROVE.progetto) throw rifiutoEvidenza('evidenza.troppeNelProgetto');
}

/** Il codice dell'azione a cui la prova si riferisce, per la storia. */
async function azioneDi(tx: Tx, oggetto: string, oggettoId: string): Promise<{ azione?: string }> {
  if (oggetto !== 'AVANZAMENTO') return {};
  const avanzamento = await tx.avanzamento.findUnique({ where: { id: oggettoId }, select: { azione: { select: { codice: true } } } });
  return avanzamento ? { azione: avanzamento.azione.codice } : {};
}
