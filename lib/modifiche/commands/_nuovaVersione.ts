import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import type { ContenutoVersione } from '@/lib/domande/valori';
import { DomainError } from '@/lib/errors/domainError';
import { protocolla } from '@/lib/protocollo/commands/protocolla';
import { canonico, improntaDi } from '@/lib/versioni/canonico';
import { contenutoCongelato } from '../inVigore';
import { type PianoLetto, pianoLetto } from '../queriesPiano';

export type PianoInVigore = { contenuto: ContenutoVersione; numero: number | null; sha256: string };

/**
 * Il piano in vigore di un progetto: l'ultima versione approvata o, se non ne ha (progetti importati), ciò che sta nelle tabelle, con `numero` nullo.
 * Una versione congelata prima dell'avvio non ha i recapiti. `sha256` è l'impronta di `contenuto` (vedi canonico). Si legge con la serratura del progetto presa (trovaPratica).
 * @throws DomainError progetto.nonTrovato se il progetto non esiste o non si vede
 */
export async function pianoInVigore(tx: Tx, progettoId: string): Promise<PianoInVigore> {
  const [riga] = await tx.$queryRaw<{ dati: PianoLetto }[]>(pianoLetto(progettoId));
  const contenuto = riga && contenutoCongelato(riga.dati);
  if (!contenuto) throw new DomainError('progetto.nonTrovato', 'Questo progetto non esiste o non puoi vederlo.');
  return { contenuto, numero: riga.dati.approvata?.numero ?? null, sha256: improntaDi(contenuto) };
}

export type NuovaVersione = {
  progettoId: string;
  /** La richiesta che la chiede; nulla per gli atti d'ufficio del dirigente (proroghe, fusioni). */
  richiestaId: string | null;
  /** Da quando vale, AAAA-MM-GG. */
  dal: string;
  /** Il piano da cui si parte (pianoInVigore) e quello che lo sostituisce. */
  base: ContenutoVersione;
  contenuto: ContenutoVersione;
};

/**
 * Congela un nuovo piano approvato e lo mette in vigore (app.nuova_versione). Va chiamata prima di chiudere la richiesta, con la serratura del progetto presa.
 * @throws DomainError stato.transizioneNonAmmessa se non spetta a chi chiede, bando.capienzaSuperata se il contributo supera l'assegnato
 */
export async function nuovaVersione(
  tx: Tx,
  attore: Attore,
  { progettoId, richiestaId, dal, base, contenuto }: NuovaVersione,
): Promise<{ versioneId: string; numero: number; protocollo: string }> {
  const sha256 = improntaDi(contenuto);
  const protocollo = await protocolla(tx, attore, { progettoId, genere: 'APPROVATA', sha256 });
  const [riga] = await tx.$queryRaw<{ id: string }[]>`
    select app.nuova_versione(${progettoId}::uuid, ${richiestaId}::uuid, ${dal}::date, ${canonico(base)}::jsonb, ${improntaDi(base)},
      ${canonico(contenuto)}::jsonb, ${sha256}, ${protocollo})::text as id`;
  const scritta = riga && (await tx.versioneProgetto.findUnique({ where: { id: riga.id }, select: { numero: true } }));
  if (!riga || !scritta) throw new Error('La nuova versione non si rilegge.');
  return { versioneId: riga.id, numero: scritta.numero, protocollo };
}
