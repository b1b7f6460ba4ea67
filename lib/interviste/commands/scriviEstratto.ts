import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { generiDeiSegnali } from '@/lib/privacy/personeNelTesto';
import { APPROVATI } from '@/lib/progetti/schema';
import type { EstrattoCorretto, EstrattoNuovo } from '../schema';
import { esigiInLavoro, esigiRicerca, esigiVisto, trovaEstratto } from './_parti';

/**
 * Scrive un brano di un'intervista su un progetto, e se serve su un'azione. Accanto restano i generi di ciò che il controllo ha trovato.
 * @throws DomainError interviste.soloRicerca, interviste.intervistaNonTrovata, interviste.progettoNonTrovato, interviste.azioneNonTrovata
 */
export const scriviEstratto = (attore: Attore, scritto: EstrattoNuovo): Promise<{ estrattoId: string }> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const { intervistaId, progettoId, azioneId, fase, testo } = scritto;
    const intervista = await tx.intervista.findUnique({ where: { id: intervistaId }, select: { programmaId: true } });
    if (!intervista) throw new DomainError('interviste.intervistaNonTrovata', 'Questa intervista non esiste. Ricarica la pagina.');
    const suo = { id: progettoId, stato: { in: [...APPROVATI] }, bando: { programmaId: intervista.programmaId } };
    if ((await tx.progetto.count({ where: suo })) === 0)
      throw new DomainError('interviste.progettoNonTrovato', 'Questo progetto non è tra quelli approvati del programma.', 'progettoId');
    if (azioneId && (await tx.azione.count({ where: { id: azioneId, progettoId } })) === 0)
      throw new DomainError('interviste.azioneNonTrovata', 'Questa azione non è del progetto scelto.', 'azioneId');
    const segnali = generiDeiSegnali(testo);
    const { regioneId, utenteId: autoreId } = attore;
    const data = { regioneId, autoreId, intervistaId, progettoId, azioneId, fase, testo, segnali };
    const { id } = await tx.estratto.create({ data, select: { id: true } });
    return {
      result: { estrattoId: id },
      evento: { atto: 'interviste.estrattoScritto', oggetto: 'estratto', oggettoId: id, dopo: { segnali } },
    };
  });

/**
 * Corregge il testo e la fase prima del rilascio. Il testo nuovo si controlla da capo, e ciò che si era dichiarato di quello vecchio non vale più.
 * @throws DomainError interviste.soloRicerca, interviste.estrattoNonTrovato, interviste.rilasciato, interviste.superato
 */
export const correggiEstratto = (attore: Attore, { estrattoId, revisione, testo, fase }: EstrattoCorretto): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const estratto = await trovaEstratto(tx, estrattoId);
    esigiInLavoro(estratto);
    esigiVisto(estratto, revisione);
    const segnali = generiDeiSegnali(testo);
    await tx.estratto.updateMany({ where: { id: estrattoId }, data: { testo, fase, segnali } });
    return {
      result: undefined,
      evento: {
        ...{ atto: 'interviste.estrattoCorretto', oggetto: 'estratto', oggettoId: estrattoId },
        prima: { segnali: estratto.segnali },
        dopo: { segnali },
      },
    };
  });

/**
 * Cancella un estratto che nessuno ha ancora codificato: ciò che non si deve conservare non resta.
 * @throws DomainError interviste.soloRicerca, interviste.estrattoNonTrovato, interviste.rilasciato, interviste.giaCodificato
 */
export const cancellaEstratto = (attore: Attore, { estrattoId }: { estrattoId: string }): Promise<{ intervistaId: string }> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const estratto = await trovaEstratto(tx, estrattoId);
    esigiInLavoro(estratto);
    if (estratto.codifiche > 0)
      throw new DomainError('interviste.giaCodificato', 'L’estratto ha già una codifica: si può correggere, non cancellare.');
    const { intervistaId } = await tx.estratto.findUniqueOrThrow({ where: { id: estrattoId }, select: { intervistaId: true } });
    await tx.estratto.deleteMany({ where: { id: estrattoId } });
    return { result: { intervistaId }, evento: { atto: 'interviste.estrattoCancellato', oggetto: 'estratto', oggettoId: estrattoId } };
  });
