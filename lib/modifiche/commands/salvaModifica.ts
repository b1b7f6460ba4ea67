import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { improntaDi } from '@/lib/versioni/canonico';
import type { ModificaDaSalvare } from '../schema';
import { operazioniScritte } from '../scrittura';
import { cambiaModifica, esigiCapofila, esigiInAttuazione, esigiStato, eventoModifica, trovaModifica } from './_modifica';

/**
 * Salva una bozza: i cambiamenti si riscrivono tutti, rispetto al piano in vigore adesso. Può essere incompleta; i controlli si fanno alla presentazione.
 * Errori: modifica.conflitto se un collega ha salvato intanto, modifica.pianoCambiato se il piano in vigore non è più quello che si vedeva.
 */
export const salvaModifica = (attore: Attore, scritto: ModificaDaSalvare): Promise<{ rev: number }> =>
  commandAs(attore, async (tx) => {
    const { pratica, modifica } = await trovaModifica(tx, attore, scritto.progettoId, scritto.richiestaId);
    const { richiesta } = modifica;
    esigiCapofila(pratica, false);
    esigiStato(modifica, 'BOZZA');
    esigiInAttuazione(pratica, modifica);
    if (richiesta.rev !== scritto.rev)
      throw new DomainError(
        'modifica.conflitto',
        'Un’altra persona ha salvato questa richiesta mentre scrivevi. Ricarica la pagina: non è stato scritto nulla.',
      );
    const operazioni = operazioniScritte(modifica, richiesta.dominio, scritto.operazioni);
    await cambiaModifica(tx, modifica, {
      operazioni: JSON.parse(JSON.stringify(operazioni)),
      motivazione: scritto.motivazione.trim(),
      baseNumero: modifica.numeroInVigore,
      baseSha256: improntaDi(modifica.congelato),
      rev: { increment: 1 },
    });
    const evento = eventoModifica('modifica.salvata', modifica, 'BOZZA', { operazioni: operazioni.length });
    return { result: { rev: richiesta.rev + 1 }, evento: { ...evento, riservato: true } };
  });
