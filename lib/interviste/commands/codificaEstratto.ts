import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { CodiciDecisi, CodificaScritta } from '../schema';
import { esigiCodici, esigiRicerca, trovaEstratto } from './_parti';

/**
 * Scrive la propria codifica, o la riscrive finché l'altra persona non ha dato la sua. Con la seconda si vedono tutte e due.
 * L'evento non dice i codici: il registro non deve svelarli.
 * @throws DomainError interviste.soloRicerca, interviste.estrattoNonTrovato, interviste.giaSvelato, interviste.codici
 */
export const codificaEstratto = (attore: Attore, { estrattoId, codici: scelti, nota }: CodificaScritta): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const { svelato } = await trovaEstratto(tx, estrattoId);
    if (svelato) throw new DomainError('interviste.giaSvelato', 'L’estratto ha già le sue due codifiche: ora si decide insieme.');
    const codici = await esigiCodici(tx, scelti);
    // di un estratto non svelato si vede solo la propria
    const { count } = await tx.codificaEstratto.updateMany({ where: { estrattoId }, data: { codici, nota } });
    if (count === 0) {
      const data = { estrattoId, codici, nota, regioneId: attore.regioneId, codificatoreId: attore.utenteId };
      await tx.codificaEstratto.create({ data, select: { id: true } });
    }
    const dopo = { quanti: codici.length };
    return { result: undefined, evento: { atto: 'interviste.estrattoCodificato', oggetto: 'estratto', oggettoId: estrattoId, dopo } };
  });

/**
 * Decide i codici quando si vedono le due codifiche, con il motivo. La decisione di prima resta nella storia.
 * @throws DomainError interviste.soloRicerca, interviste.estrattoNonTrovato, interviste.nonSvelato, interviste.codici,
 * interviste.superato (qualcuno ha deciso prima)
 */
export const decidiCodici = (attore: Attore, { estrattoId, codici: scelti, motivo, vista }: CodiciDecisi): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const { svelato } = await trovaEstratto(tx, estrattoId);
    if (!svelato) throw new DomainError('interviste.nonSvelato', 'Si decide quando due persone hanno codificato l’estratto.');
    const codici = await esigiCodici(tx, scelti);
    const prima = await tx.codificaDecisa.findFirst({ where: { estrattoId, sostituitaIl: null }, select: { id: true } });
    if ((prima?.id ?? '') !== vista)
      throw new DomainError('interviste.superato', 'Intanto un’altra persona ha deciso. Ricarica la pagina e controlla.');
    await tx.$executeRaw`update codifica_decisa set sostituita_il = app.adesso() where id = ${prima?.id ?? null}::uuid`;
    const data = { estrattoId, codici, motivo, regioneId: attore.regioneId, decisaDa: attore.utenteId };
    const { id } = await tx.codificaDecisa.create({ data, select: { id: true } });
    const dopo = { estratto: estrattoId, quanti: codici.length };
    return { result: undefined, evento: { atto: 'interviste.codiciDecisi', oggetto: 'codifica_decisa', oggettoId: id, dopo } };
  });
