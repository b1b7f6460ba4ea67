import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { esigiDataAtto } from '@/lib/decisioni/regole';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { daCongelare } from '../inVigore';
import type { ModificaDaAccogliere, StatoModifica } from '../schema';
import { operazioniAccolte } from '../scrittura';
import { cambiaModifica, esigiCompetente, esigiInAttuazione, esigiStato, eventoModifica, pianoNuovo, trovaModifica } from './_modifica';
import { nuovaVersione } from './_nuovaVersione';

/**
 * Chi è competente accoglie la richiesta, tutta o in parte: i cambiamenti accolti si applicano al piano in vigore adesso, che diventa una nuova versione da
 * oggi. Tutto insieme o per niente; se intanto il piano è cambiato proprio lì, si rifiuta e dice dove.
 * Errori: modifica.ruoloMancante, modifica.altroStato, modifica.nullaDiAccolto, modifica.parteSenzaNota, modifica.pianoCambiato, modifica.incompleta.
 */
export const accogliModifica = (
  attore: Attore,
  scritto: ModificaDaAccogliere,
): Promise<{ stato: StatoModifica; versione: number | null }> =>
  commandAs(attore, async (tx) => {
    const { pratica, modifica } = await trovaModifica(tx, attore, scritto.progettoId, scritto.richiestaId);
    const { richiesta, inVigore } = modifica;
    esigiCompetente(attore, modifica);
    esigiStato(modifica, 'IN_ISTRUTTORIA');
    esigiInAttuazione(pratica, modifica);
    const oggi = giornoDi(attore.adesso);
    esigiDataAtto(scritto.dataAtto, null, oggi);
    const accolte = operazioniAccolte(richiesta.operazioni, scritto.accolte);
    const stato = accolte.length === richiesta.operazioni.length ? 'ACCOLTA' : 'ACCOLTA_IN_PARTE';
    if (stato === 'ACCOLTA_IN_PARTE' && !scritto.nota)
      throw new DomainError('modifica.parteSenzaNota', 'Scrivi perché il resto non è accolto.', 'nota');
    const nuovo = pianoNuovo(modifica, accolte);
    // «altro» non tocca il piano: si accoglie senza una versione nuova
    const versione =
      nuovo === inVigore
        ? null
        : await nuovaVersione(tx, attore, {
            progettoId: pratica.id,
            richiestaId: richiesta.id,
            dal: oggi,
            base: modifica.congelato,
            contenuto: daCongelare(modifica, nuovo),
          });
    await cambiaModifica(tx, modifica, {
      stato,
      accolte: accolte.map(({ id }) => id),
      notaDecisione: scritto.nota,
      atto: scritto.atto,
      dataAtto: new Date(`${scritto.dataAtto}T00:00:00Z`),
      versioneId: versione?.versioneId ?? null,
    });
    const fatti = {
      operazioni: richiesta.operazioni.length,
      accolte: accolte.length,
      dataAtto: scritto.dataAtto,
      ...(versione ? { versione: versione.numero } : {}),
    };
    const nome = stato === 'ACCOLTA' ? 'modifica.accolta' : 'modifica.accoltaInParte';
    return { result: { stato, versione: versione?.numero ?? null }, evento: eventoModifica(nome, modifica, stato, fatti) };
  });
