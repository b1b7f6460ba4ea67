import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { SENZA_JSON } from '@/lib/db/sql';
import { DomainError } from '@/lib/errors/domainError';
import { dataBreve, giornoDi } from '@/lib/format/data';
import type { RientroScritto } from '../schema';
import { cambiaPartecipante, type Partecipazione, trovaPartecipante } from './_partecipante';
import { eventoPartecipante } from './_registra';

/**
 * Chi era uscito rientra nello stesso progetto: il primo ingresso e le sue caratteristiche restano, gli esiti si azzerano e vanno tra i precedenti, e si
 * chiederanno di nuovo alla nuova uscita (domain 0.1, 2.6). Errori: partecipante.nonUscito, partecipante.rientroImpossibile.
 */
export const registraRientro = (attore: Attore, scritta: RientroScritto): Promise<{ personaId: string }> =>
  commandAs(attore, async (tx) => {
    const partecipante = await trovaPartecipante(tx, scritta);
    esigiPossibile(partecipante, scritta.rientro, giornoDi(attore.adesso));
    const { uscita, motivoUscita, esito4Settimane, dataEsito4Settimane, esito6Mesi, dataEsito6Mesi, esitiPrecedenti } = partecipante;
    const chiusi = { uscita, motivoUscita, rientro: scritta.rientro, esito4Settimane, dataEsito4Settimane, esito6Mesi, dataEsito6Mesi };
    await cambiaPartecipante(tx, attore, partecipante, {
      ...{ uscita: null, motivoUscita: null, rientri: partecipante.rientri + 1 },
      ...{ esito4Settimane: SENZA_JSON, dataEsito4Settimane: null, esito6Mesi: SENZA_JSON, dataEsito6Mesi: null },
      esitiPrecedenti: [...(Array.isArray(esitiPrecedenti) ? esitiPrecedenti : []), chiusi],
    });
    const evento = eventoPartecipante('partecipante.rientrato', partecipante, { rientri: partecipante.rientri + 1 });
    return { result: { personaId: partecipante.personaId }, evento };
  });

function esigiPossibile({ uscita, motivoUscita }: Partecipazione, rientro: string, oggi: string): void {
  if (!uscita) throw new DomainError('partecipante.nonUscito', 'Questa persona non è uscita dal progetto. Ricarica la pagina.');
  const no = (messaggio: string) => new DomainError('partecipante.rientroImpossibile', messaggio, 'rientro');
  if (motivoUscita === 'DECESSO') throw no('L’uscita è per decesso: se è un errore, correggi prima l’uscita.');
  if (rientro < uscita) throw no(`Il rientro non può venire prima dell’uscita (${dataBreve(uscita)}).`);
  if (rientro > oggi) throw no('Il rientro non può essere nel futuro.');
}
