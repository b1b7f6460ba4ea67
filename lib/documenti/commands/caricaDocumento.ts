import { createHash, randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import type { DomandaScritta } from '@/lib/deposito/queriesDomanda';
import { type FaseDomanda, faseDi, IN_SCRITTURA } from '@/lib/progetti/stati';
import { domandaNellAtto, serratura } from '@/lib/versioni/commands/_congela';
import { documentiVigenti } from '@/lib/versioni/contenuto';
import { esigiTipo } from '../esigiTipo';
import { nomePulito } from '../nome';
import { rifiuto } from '../rifiuti';
import type { DocumentoDaCaricare } from '../schema';
import { TIPI } from '../tipi';
import { type VoceDocumenti, vociDocumenti } from '../voci';

const IN_TUTTO = 100;

/** Allega un documento alla domanda che si sta scrivendo. Il tipo lo dicono i byte; un rifiuto dice perché e che cosa fare. */
export const caricaDocumento = (
  attore: Attore,
  { progettoId, chiave, nome, contenuto }: DocumentoDaCaricare,
): Promise<{ documentoId: string; nome: string }> =>
  commandAs(attore, async (tx) => {
    const tipo = esigiTipo(contenuto);
    const domanda = await scrivibile(tx, attore, progettoId);
    const fase = esigiInScrittura(domanda);
    const voce = vociDocumenti(domanda.configurazione ?? { sezioni: [], documenti: [] }, fase).find((v) => v.chiave === chiave);
    if (!voce) throw rifiuto('documento.voceIgnota');
    await esigiPermesso(tx, attore, progettoId, voce);
    const scritto = nomePulito(nome, tipo);
    esigiPosto(domanda, fase, voce, scritto);
    const documentoId = randomUUID();
    const sha256 = createHash('sha256').update(contenuto).digest('hex');
    const dove = { regioneId: attore.regioneId, progettoId, fase, chiave, organizzazioneId: attore.organizzazioneId };
    const byte = contenuto.length;
    await tx.documento.createMany({ data: [{ id: documentoId, ...dove, nome: scritto, tipo: TIPI[tipo].mime, byte, sha256, contenuto }] });
    return {
      result: { documentoId, nome: scritto },
      evento: {
        atto: 'documento.caricato',
        oggetto: 'documento',
        oggettoId: documentoId,
        progettoId,
        dopo: { chiave, byte, sha256 },
        riservato: true,
      },
    };
  });

async function scrivibile(tx: Tx, { lettore }: Attore, progettoId: string): Promise<DomandaScritta> {
  if (lettore !== 'app_ente') throw rifiuto('documento.ruolo');
  await serratura(tx, progettoId, 'condivisa');
  return domandaNellAtto(tx, progettoId);
}

function esigiInScrittura({ stato }: DomandaScritta): FaseDomanda {
  const fase = faseDi(stato);
  if (!fase || !IN_SCRITTURA.includes(stato)) throw rifiuto('documento.chiuso');
  return fase;
}

async function esigiPermesso(tx: Tx, attore: Attore, progettoId: string, { sezione }: VoceDocumenti): Promise<void> {
  if (!sezione) return;
  const limiti = await tx.permessoSezione.count({
    where: { progettoId, chiave: sezione, organizzazioneId: attore.organizzazioneId, diritto: { not: 'SCRITTURA' } },
  });
  if (limiti > 0) throw rifiuto('documento.permesso');
}

function esigiPosto({ documenti }: DomandaScritta, fase: FaseDomanda, voce: VoceDocumenti, nome: string): void {
  const qui = documentiVigenti(documenti.filter((d) => d.fase === fase && d.chiave === voce.chiave)).filter((d) => d.nome !== nome);
  if (documenti.length >= IN_TUTTO || qui.length >= voce.massimo) throw rifiuto('documento.troppi');
}
