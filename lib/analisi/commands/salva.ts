import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { VERSIONE_DIZIONARIO } from '@/lib/dizionario/contratto';
import { DomainError } from '@/lib/errors/domainError';
import { inParametri } from '../leggi';
import type { AnalisiDaCondividere, AnalisiDaRinominare, AnalisiDaSalvare } from '../schema';
import { esigiDomanda, esigiRicerca, nonTrovata } from './_parti';

/** Quante analisi può tenere una persona: oltre, l'elenco non si legge. */
const MASSIMO = 100;

/**
 * Salva una domanda con un titolo, la sua data di riferimento e la versione del dizionario: riaperta, chiede la stessa cosa. È di chi la salva finché non la
 * condivide. @throws DomainError ricerca.ruoloMancante, analisi.domandaNonValida, analisi.troppe
 */
export async function salvaAnalisi(attore: Attore, { titolo, domanda: scritta }: AnalisiDaSalvare): Promise<{ id: string }> {
  esigiRicerca(attore);
  const { domanda } = await esigiDomanda(attore, scritta);
  const parametri = JSON.stringify(inParametri(domanda));
  const id = randomUUID();
  return commandAs(attore, async (tx) => {
    // in fila con sé stessi: due schede non superano insieme il limite
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('analisi'), hashtext(${attore.utenteId}))`;
    const [mie] = await tx.$queryRaw<{ n: number }[]>`select count(*)::int as n from app.autori_analisi() where mia`;
    if ((mie?.n ?? 0) >= MASSIMO)
      throw new DomainError('analisi.troppe', `Hai già ${MASSIMO} analisi salvate: cancellane una che non serve più.`);
    await tx.$executeRaw`
      insert into analisi (id, regione_id, titolo, domanda, dizionario, creata_da)
      values (${id}::uuid, ${attore.regioneId}::uuid, ${titolo}, ${parametri}::jsonb, ${VERSIONE_DIZIONARIO}::int, ${attore.utenteId}::uuid)`;
    const { tabella, data, istantanea, misura } = domanda;
    const dopo = { tabella, misura: misura.tipo, data, istantanea, dizionario: VERSIONE_DIZIONARIO };
    return { result: { id }, evento: { atto: 'analisi.salvata', oggetto: 'analisi', oggettoId: id, dopo } };
  });
}

/** Cambia il titolo di una propria analisi. @throws DomainError ricerca.ruoloMancante, analisi.nonTrovata */
export async function rinominaAnalisi(attore: Attore, { id, titolo }: AnalisiDaRinominare): Promise<void> {
  esigiRicerca(attore);
  await commandAs(attore, async (tx) => {
    const { count } = await tx.analisi.updateMany({ where: { id }, data: { titolo, aggiornataIl: attore.adesso } });
    if (count === 0) throw nonTrovata();
    return { result: undefined, evento: { atto: 'analisi.rinominata', oggetto: 'analisi', oggettoId: id } };
  });
}

/** Condivide una propria analisi con chi fa ricerca nella Regione, o la riprende. @throws DomainError ricerca.ruoloMancante, analisi.nonTrovata */
export async function condividiAnalisi(attore: Attore, { id, condivisa }: AnalisiDaCondividere): Promise<void> {
  esigiRicerca(attore);
  await commandAs(attore, async (tx) => {
    const { count } = await tx.analisi.updateMany({
      where: { id, condivisa: !condivisa },
      data: { condivisa, aggiornataIl: attore.adesso },
    });
    if (count === 0) throw nonTrovata();
    return { result: undefined, evento: { atto: condivisa ? 'analisi.condivisa' : 'analisi.ripresa', oggetto: 'analisi', oggettoId: id } };
  });
}

/** Cancella una propria analisi: chi l'aveva in elenco non la vede più. @throws DomainError ricerca.ruoloMancante, analisi.nonTrovata */
export async function cancellaAnalisi(attore: Attore, { id }: { id: string }): Promise<void> {
  esigiRicerca(attore);
  await commandAs(attore, async (tx) => {
    const { count } = await tx.analisi.deleteMany({ where: { id } });
    if (count === 0) throw nonTrovata();
    return { result: undefined, evento: { atto: 'analisi.cancellata', oggetto: 'analisi', oggettoId: id } };
  });
}
