import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { SalvaAvanzamento } from '../schema';

/** Quantità e cause di un'azione in una relazione: ciò che sta sotto l'avanzamento. */

const mese = (iso: string | null): Date | null => (iso ? new Date(`${iso}-01T00:00:00Z`) : null);

export type Padre = { regioneId: string; progettoId: string; organizzazioneId: string; avanzamentoId: string };

/** Sostituisce le quantità nominate; un valore nullo la toglie. `ammesse`: quelle dell'azione. */
export async function scriviQuantita(tx: Tx, padre: Padre, input: SalvaAvanzamento, ammesse: Set<string>): Promise<void> {
  const estranea = input.quantita.find(({ quantitaId }) => !ammesse.has(quantitaId));
  if (estranea) throw new DomainError('quantita.nonTrovata', 'Una quantità non appartiene a questa azione. Ricarica la pagina.');
  const ids = input.quantita.map(({ quantitaId }) => quantitaId);
  if (new Set(ids).size !== ids.length)
    throw new DomainError('quantita.doppia', 'La stessa quantità è indicata due volte. Ricarica la pagina.');
  if (ids.length === 0) return;
  await tx.quantitaRealizzata.deleteMany({ where: { avanzamentoId: padre.avanzamentoId, quantitaId: { in: ids } } });
  const scritte = input.quantita.flatMap(({ quantitaId, valore }) => (valore === null ? [] : [{ ...padre, quantitaId, valore }]));
  if (scritte.length > 0) await tx.quantitaRealizzata.createMany({ data: scritte });
}

const causeNonValide = (messaggio: string) => new DomainError('avanzamento.cause', messaggio, 'cause');

/** Sostituisce le cause dell'azione con quelle dichiarate. */
export async function scriviCause(tx: Tx, attore: Attore, padre: Padre, { cause }: SalvaAvanzamento): Promise<void> {
  const codici = cause.map(({ codice }) => codice);
  if (new Set(codici).size !== codici.length) throw causeNonValide('La stessa causa è indicata due volte.');
  if (cause.filter(({ primaria }) => primaria).length > 1) throw causeNonValide('Indica una sola causa principale.');
  const rovescia = cause.find(({ meseDal, meseAl }) => meseDal && meseAl && meseAl < meseDal);
  if (rovescia) throw causeNonValide(`La causa ${rovescia.codice} finisce prima di cominciare.`);
  const note = await tx.causaRitardo.count({ where: { regioneId: attore.regioneId, codice: { in: codici } } });
  if (note !== codici.length) throw causeNonValide('Una causa non è nell’elenco. Ricarica la pagina.');
  await tx.avanzamentoCausa.deleteMany({ where: { avanzamentoId: padre.avanzamentoId } });
  if (cause.length === 0) return;
  await tx.avanzamentoCausa.createMany({
    data: cause.map(({ codice, primaria, gravita, meseDal, meseAl, risolta }) => ({
      ...padre,
      causa: codice,
      primaria,
      gravita,
      meseDal: mese(meseDal),
      meseAl: mese(meseAl),
      risolta,
    })),
  });
}
