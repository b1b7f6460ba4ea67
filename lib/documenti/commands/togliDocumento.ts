import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { IN_SCRITTURA } from '@/lib/progetti/stati';
import { serratura } from '@/lib/versioni/commands/_congela';
import { rifiuto } from '../rifiuti';
import type { DocumentoDaTogliere } from '../schema';

/** Toglie un documento non ancora presentato: lo fa chi l'ha caricato, o il capofila. Ciò che è stato presentato resta. */
export const togliDocumento = (attore: Attore, { progettoId, documentoId }: DocumentoDaTogliere): Promise<void> =>
  commandAs(attore, async (tx) => {
    await serratura(tx, progettoId, 'condivisa');
    const documento = await tx.documento.findFirst({
      where: { id: documentoId, progettoId },
      select: { chiave: true, presentato: true, sha256: true },
    });
    if (!documento) throw rifiuto('documento.nonTrovato');
    if (documento.presentato) throw rifiuto('documento.presentato');
    const progetto = await tx.progetto.findUnique({ where: { id: progettoId }, select: { stato: true } });
    if (!progetto || !IN_SCRITTURA.includes(progetto.stato as StatoProgetto)) throw rifiuto('documento.chiuso');
    const { count } = await tx.documento.deleteMany({ where: { id: documentoId, presentato: false } });
    if (count === 0) throw rifiuto('documento.altrui');
    return {
      result: undefined,
      evento: {
        atto: 'documento.tolto',
        oggetto: 'documento',
        oggettoId: documentoId,
        progettoId,
        prima: { chiave: documento.chiave, sha256: documento.sha256 },
        riservato: true,
      },
    };
  });
