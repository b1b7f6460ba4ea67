import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { Configurazione } from '../configurazione';

const bozzaCambiata = (): DomainError =>
  new DomainError(
    'bando.bozzaCambiata',
    'Un’altra persona ha modificato questa bozza mentre scrivevi. Ricarica la pagina e ripeti la modifica.',
  );

/**
 * Blocca la riga del bando: chi lo pubblica o lo cambia si mette in fila.
 * @throws DomainError bando.nonTrovato se non c'è o è di un'altra Regione
 */
export async function bloccaBando(tx: Tx, bandoId: string): Promise<void> {
  const righe = await tx.$queryRaw<{ id: string }[]>`select id from bando where id = ${bandoId}::uuid for update`;
  if (righe.length === 0) throw new DomainError('bando.nonTrovato', 'Questo bando non c’è.');
}

/** @throws DomainError bando.bozzaCambiata se la revisione non è quella che chi scrive aveva davanti */
export async function leggiBozza(tx: Tx, bandoId: string, rev: number): Promise<Configurazione> {
  const bozza = await tx.bandoBozza.findUnique({ where: { bandoId }, select: { configurazione: true, rev: true } });
  if (!bozza || bozza.rev !== rev) throw bozzaCambiata();
  return Configurazione.parse(bozza.configurazione);
}

/** Scrive la bozza se la revisione è ancora quella letta; `rev` 0 la comincia. Restituisce la nuova revisione. */
export async function scriviBozza(tx: Tx, attore: Attore, bandoId: string, rev: number, configurazione: Configurazione): Promise<number> {
  const scritte =
    rev === 0
      ? await tx.$executeRaw`insert into bando_bozza (bando_id, regione_id, configurazione, rev, aggiornata_da)
          values (${bandoId}::uuid, ${attore.regioneId}::uuid, ${JSON.stringify(configurazione)}::jsonb, 1, ${attore.utenteId}::uuid)
          on conflict (bando_id) do nothing`
      : await tx.$executeRaw`update bando_bozza set configurazione = ${JSON.stringify(configurazione)}::jsonb, rev = rev + 1,
          aggiornata_il = app.adesso(), aggiornata_da = ${attore.utenteId}::uuid
          where bando_id = ${bandoId}::uuid and rev = ${rev}`;
  if (scritte === 0) throw bozzaCambiata();
  return rev + 1;
}
