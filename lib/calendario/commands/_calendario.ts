import { randomUUID } from 'node:crypto';
import { periodoApribile } from '@/lib/attuazione/rules';
import type { Attore } from '@/lib/auth/attore';
import type { Attuazione } from '@/lib/bandi/configurazione';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi, isoDiData, isoDiDataONull } from '@/lib/format/data';
import { concluse, conSospensioni } from '@/lib/sospensioni/scadenze';
import { type Periodo, type PeriodoScritto, spostaFine } from '../periodi';
import { regolaDa } from '../regola';

/** Ciò che gli atti sul calendario condividono: funzioni che ricevono `tx`, mai un comando. Scrive solo la Regione (app.verifica_periodo). */

/** @throws DomainError calendario.ruoloMancante se non è chi segue i progetti per la Regione */
export function esigiRegione({ ruolo }: Pick<Attore, 'ruolo'>, verbo: string): void {
  if (ruolo !== 'ISTRUTTORE' && ruolo !== 'DIRIGENTE')
    throw new DomainError('calendario.ruoloMancante', `Non puoi ${verbo}. Serve il ruolo di istruttore o dirigente della Regione.`);
}

/** Una colonna DATE da AAAA-MM-GG. */
export const giorno = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** Le regole dell'attuazione del bando a cui il progetto è legato. */
export async function regolaDelProgetto(tx: Tx, progettoId: string): Promise<Attuazione> {
  const [riga] = await tx.$queryRaw<{ configurazione: unknown }[]>`
    select v.configurazione from progetto p left join bando_versione v on v.id = p.bando_versione_id where p.id = ${progettoId}::uuid`;
  return regolaDa(riga?.configurazione);
}

/** Scrive periodi ordinari nuovi. */
export const scriviPeriodi = (
  tx: Tx,
  { regioneId }: Pick<Attore, 'regioneId'>,
  progettoId: string,
  periodi: readonly (Periodo & { dovuto?: boolean })[],
) =>
  tx.periodo.createMany({
    data: periodi.map(({ numero, dal, al, scadenza, dovuto = true }) => ({
      id: randomUUID(),
      regioneId,
      progettoId,
      numero,
      tipo: 'ORDINARIO' as const,
      dal: giorno(dal),
      al: giorno(al),
      scadenza: giorno(scadenza),
      dovuto,
    })),
  });

/**
 * La fine del progetto si sposta e il calendario la segue: chi la concede chiama questa funzione nella stessa transazione, con la serratura del
 * progetto presa. Scrive `data_fine_prevista` (e `data_fine_originaria`, la prima volta) e i periodi: quelli finiti o presentati restano com'erano
 * (la Regione non vede le relazioni in bozza, e un periodo finito può averne una), ma se la fine nuova li esclude non sono più dovuti.
 * Date AAAA-MM-GG. Restituisce quanti periodi ordinari ha ora il progetto, per l'evento.
 */
export async function aggiornaCalendario(tx: Tx, attore: Attore, progettoId: string, nuovaFine: string): Promise<{ periodi: number }> {
  const finePrima = await spostaFineProgetto(tx, progettoId, nuovaFine);
  const { ordinari, ultimoNumero } = await periodiScritti(tx, attore, progettoId);
  const dopo = spostaFine(ordinari, nuovaFine, await regolaDelProgetto(tx, progettoId));
  const sospeso = await conLeSospensioni(tx, progettoId);
  const restano = dopo.filter((p): p is PeriodoLetto => 'id' in p);
  const tolti = ordinari.filter(({ id }) => !restano.some((p) => p.id === id)).map(({ id }) => id);
  // prima si toglie e si accorcia, poi si aggiunge: due periodi non si sovrappongono nemmeno per un'istruzione
  if (tolti.length > 0) await tx.periodo.deleteMany({ where: { id: { in: tolti } } });
  for (const { id, al, scadenza, dovuto } of restano.filter((p) => ordinari.some((o) => o.id === p.id && o.al !== p.al)).map(sospeso))
    await tx.$executeRaw`update periodo set al = ${al}::date, scadenza = ${scadenza}::date, dovuto = ${dovuto}, scadenza_originaria = coalesce(scadenza_originaria, scadenza)
      where id = ${id}::uuid`;
  await cambiaDovuti(tx, restano, finePrima, nuovaFine);
  const nuovi = dopo.filter((p) => !('id' in p)).map((p, i) => sospeso({ ...p, numero: ultimoNumero + 1 + i }));
  if (nuovi.length > 0) await scriviPeriodi(tx, attore, progettoId, nuovi);
  return { periodi: dopo.length };
}

/** Un periodo nuovo o spostato tiene conto delle sospensioni già concluse: scadenza più avanti, o non dovuto se è tutto sospeso. */
async function conLeSospensioni(tx: Tx, progettoId: string): Promise<<P extends Periodo>(periodo: P) => P & { dovuto: boolean }> {
  const righe = await tx.sospensione.findMany({ where: { progettoId, azioneId: null }, select: { dal: true, al: true } });
  const sospensioni = concluse(righe.map(({ dal, al }) => ({ dal: isoDiData(dal), al: isoDiDataONull(al) })));
  return (periodo) => conSospensioni({ ...periodo, dovuto: true, straordinario: false }, [], sospensioni);
}

/** La fine di prima, o null se non ce n'era una. */
async function spostaFineProgetto(tx: Tx, progettoId: string, nuovaFine: string): Promise<string | null> {
  const progetto = await tx.progetto.findUnique({ where: { id: progettoId }, select: { dataFinePrevista: true } });
  await tx.$executeRaw`update progetto set data_fine_originaria = coalesce(data_fine_originaria, data_fine_prevista), data_fine_prevista = ${nuovaFine}::date
    where id = ${progettoId}::uuid and data_fine_prevista is distinct from ${nuovaFine}::date`;
  return isoDiDataONull(progetto?.dataFinePrevista ?? null);
}

type PeriodoLetto = PeriodoScritto & { id: string; dovuto: boolean; presentato: boolean };

async function periodiScritti(tx: Tx, attore: Attore, progettoId: string): Promise<{ ordinari: PeriodoLetto[]; ultimoNumero: number }> {
  const oggi = giornoDi(attore.adesso);
  const righe = await tx.periodo.findMany({
    where: { progettoId },
    select: { id: true, numero: true, tipo: true, dal: true, al: true, scadenza: true, dovuto: true, presentatoIl: true },
  });
  const ordinari = righe
    .filter(({ tipo }) => tipo !== 'STRAORDINARIO')
    .map(({ id, numero, dal, al, scadenza, dovuto, presentatoIl }) => ({
      ...{ id, numero, dovuto, dal: isoDiData(dal), al: isoDiData(al), scadenza: isoDiData(scadenza) },
      presentato: presentatoIl !== null,
      fermo: presentatoIl !== null || periodoApribile({ al: isoDiData(al) }, oggi),
    }));
  // le straordinarie hanno preso numeri loro: i periodi nuovi seguono tutti
  return { ordinari, ultimoNumero: Math.max(0, ...righe.map(({ numero }) => numero)) };
}

/** Un periodo finito ma non presentato è dovuto solo se il progetto arrivava fin lì; se la fine torna avanti, lo è di nuovo. */
async function cambiaDovuti(tx: Tx, periodi: readonly PeriodoLetto[], finePrima: string | null, nuovaFine: string): Promise<void> {
  for (const { id, dal, dovuto, presentato } of periodi) {
    const cambia = !presentato && (dovuto ? dal > nuovaFine : finePrima !== null && dal > finePrima && dal <= nuovaFine);
    if (cambia) await tx.periodo.updateMany({ where: { id }, data: { dovuto: !dovuto } });
  }
}
