import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { generiDeiSegnali } from '@/lib/privacy/personeNelTesto';
import { segnaliScritti } from '../labels';
import type { EstrattoVisto } from '../schema';
import { type EstrattoTrovato, esigiInLavoro, esigiRicerca, esigiVisto, trovaEstratto } from './_parti';

/** Ciò che il controllo trova oggi e su cui nessuno si è pronunciato: le sue regole possono essere cresciute da quando il testo è stato scritto. */
function esigiControllato({ testo, segnali, dichiarazione }: EstrattoTrovato): void {
  const trovati = generiDeiSegnali(testo);
  const aperti = dichiarazione === null ? trovati : trovati.filter((genere) => !segnali.includes(genere));
  if (aperti.length > 0 || (segnali.length > 0 && dichiarazione === null))
    throw new DomainError(
      'interviste.daControllare',
      `Sembra esserci ${segnaliScritti(aperti) || 'qualcosa che fa riconoscere una persona'}: correggi il testo, o dichiara perché non fa riconoscere nessuno.`,
    );
}

async function esigiDeciso(tx: Tx, estrattoId: string): Promise<void> {
  if ((await tx.codificaDecisa.count({ where: { estrattoId, sostituitaIl: null } })) === 0)
    throw new DomainError('interviste.nonDeciso', 'L’estratto si rilascia quando i codici sono decisi.');
}

/**
 * Rilascia un estratto: da qui lo legge la Regione ed esce nei dati. Lo fa una persona diversa da chi ha scritto il testo com'è adesso.
 * @throws DomainError interviste.soloRicerca, interviste.estrattoNonTrovato, interviste.rilasciato, interviste.superato, interviste.stessaPersona,
 * interviste.daControllare, interviste.nonDeciso
 */
export const rilasciaEstratto = (attore: Attore, { estrattoId, revisione }: EstrattoVisto): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const estratto = await trovaEstratto(tx, estrattoId);
    esigiInLavoro(estratto);
    esigiVisto(estratto, revisione);
    if (estratto.mio)
      throw new DomainError(
        'interviste.stessaPersona',
        'Il testo com’è adesso l’hai scritto tu: lo rilegge e lo rilascia un’altra persona.',
      );
    esigiControllato(estratto);
    await esigiDeciso(tx, estrattoId);
    await tx.estratto.updateMany({ where: { id: estrattoId }, data: { rilasciatoIl: attore.adesso } });
    const dopo = { revisione };
    return { result: undefined, evento: { atto: 'interviste.estrattoRilasciato', oggetto: 'estratto', oggettoId: estrattoId, dopo } };
  });

/**
 * Ritira un rilascio, subito e da soli: la Regione non lo legge più e non esce nei dati. Le istantanee già congelate restano com'erano.
 * @throws DomainError interviste.soloRicerca, interviste.estrattoNonTrovato, interviste.nonRilasciato
 */
export const ritiraEstratto = (attore: Attore, { estrattoId }: { estrattoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const { rilasciato } = await trovaEstratto(tx, estrattoId);
    if (!rilasciato) throw new DomainError('interviste.nonRilasciato', 'L’estratto non è rilasciato. Ricarica la pagina.');
    await tx.estratto.updateMany({ where: { id: estrattoId }, data: { rilasciatoIl: null } });
    return { result: undefined, evento: { atto: 'interviste.estrattoRitirato', oggetto: 'estratto', oggettoId: estrattoId } };
  });
