import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { Valori } from '@/lib/domande/valori';
import { DomainError } from '@/lib/errors/domainError';
import { Configurazione } from '../configurazione';
import { type Rebase, rebase } from '../rebase';

type InBozza = { stato: string; bandoId: string; versioneId: string | null };

/**
 * Il capofila porta una domanda in bozza all'ultima versione del bando. I testi che non trovano più un campo restano nella domanda, tra gli orfani.
 * @returns quanti valori sono rimasti senza campo
 * @throws DomainError bando.soloCapofila, bando.nonInBozza, bando.giaAggiornata
 */
export const aggiornaBozzaDomanda = (attore: Attore, { progettoId }: { progettoId: string }): Promise<{ orfani: number }> =>
  commandAs(attore, async (tx) => {
    const progetto = await bloccaProgetto(tx, attore, progettoId);
    const fase = progetto.stato === 'IDEA_BOZZA' ? 'IDEA' : 'PROGETTO';
    const { vecchia, nuova } = await versioniDi(tx, progetto);
    const scritte = await leggiSezioni(tx, progettoId, fase);
    const esito = rebase(scritte, vecchia.configurazione.sezioni, nuova.configurazione.sezioni, fase);
    await scriviSezioni(tx, attore, { progettoId, fase, scritte, esito });
    await tx.progetto.updateMany({ where: { id: progettoId }, data: { bandoVersioneId: nuova.id } });
    return {
      result: { orfani: esito.orfani },
      evento: {
        atto: 'domanda.aggiornata',
        oggetto: 'progetto',
        oggettoId: progettoId,
        progettoId,
        prima: { versione: vecchia.numero },
        dopo: { versione: nuova.numero, orfani: esito.orfani },
        riservato: true,
      },
    };
  });

/** La riga si blocca con i diritti di chi scrive: agli altri enti non risulta. */
async function bloccaProgetto(tx: Tx, attore: Attore, progettoId: string): Promise<InBozza> {
  const [progetto] = await tx.$queryRaw<InBozza[]>`
    select p.stato::text as stato, p.bando_id as "bandoId", p.bando_versione_id as "versioneId" from progetto p
    where p.id = ${progettoId}::uuid for update`;
  if (!progetto || attore.ruolo !== 'REFERENTE')
    throw new DomainError(
      'bando.soloCapofila',
      'Solo il referente dell’ente capofila può portare la domanda alla nuova versione del bando.',
    );
  if (progetto.stato !== 'IDEA_BOZZA' && progetto.stato !== 'PROGETTO_BOZZA')
    throw new DomainError('bando.nonInBozza', 'La domanda non è in bozza: tiene la versione del bando con cui è stata presentata.');
  return progetto;
}

type Versione = { id: string; numero: number; configurazione: Configurazione };

async function versioniDi(tx: Tx, { bandoId, versioneId }: InBozza): Promise<{ vecchia: Versione; nuova: Versione }> {
  const righe = await tx.bandoVersione.findMany({
    where: { bandoId },
    orderBy: { numero: 'desc' },
    select: { id: true, numero: true, configurazione: true },
  });
  const [nuova] = righe;
  const vecchia = righe.find((v) => v.id === versioneId);
  if (!nuova || !vecchia || nuova.id === vecchia.id)
    throw new DomainError('bando.giaAggiornata', 'La domanda usa già l’ultima versione del bando.');
  const letta = (v: typeof nuova): Versione => ({ ...v, configurazione: Configurazione.parse(v.configurazione) });
  return { vecchia: letta(vecchia), nuova: letta(nuova) };
}

type Scritta = { chiave: string; valori: Valori };

/** Bloccate anche le sezioni: chi sta salvando aspetta, poi trova una revisione nuova e nessuno sovrascrive. */
async function leggiSezioni(tx: Tx, progettoId: string, fase: string): Promise<Scritta[]> {
  const righe = await tx.$queryRaw<{ chiave: string; valori: unknown }[]>`
    select chiave, valori from sezione_progetto where progetto_id = ${progettoId}::uuid and fase = ${fase} order by chiave for update`;
  return righe.map(({ chiave, valori }) => ({ chiave, valori: Valori.parse(valori) }));
}

type DaScrivere = { progettoId: string; fase: string; scritte: Scritta[]; esito: Rebase };

async function scriviSezioni(tx: Tx, attore: Attore, { progettoId, fase, scritte, esito }: DaScrivere): Promise<void> {
  const nuove = new Map(esito.sezioni.map((s) => [s.chiave, s.valori]));
  // una sezione tolta resta vuota: ciò che diceva è tra gli orfani
  for (const { chiave } of scritte)
    await tx.$executeRaw`update sezione_progetto set valori = ${JSON.stringify(nuove.get(chiave) ?? {})}::jsonb, rev = rev + 1,
      aggiornata_il = app.adesso(), aggiornata_da = ${attore.utenteId}::uuid
      where progetto_id = ${progettoId}::uuid and fase = ${fase} and chiave = ${chiave}`;
  const gia = new Set(scritte.map((s) => s.chiave));
  for (const { chiave, valori } of esito.sezioni.filter((s) => !gia.has(s.chiave) && Object.keys(s.valori).length > 0))
    await tx.$executeRaw`insert into sezione_progetto (regione_id, progetto_id, fase, chiave, valori, aggiornata_da)
      values (${attore.regioneId}::uuid, ${progettoId}::uuid, ${fase}, ${chiave}, ${JSON.stringify(valori)}::jsonb, ${attore.utenteId}::uuid)`;
}
