import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { giorno } from '@/lib/decisioni/commands/_decisione';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi, isoDiData, isoDiDataONull } from '@/lib/format/data';
import { cambiaStatoProgetto, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { compiProgetto } from '@/lib/progetti/stati';
import { esigiRipresa } from '../rules';
import type { Ripresa } from '../schema';
import { esigiDirigente, sospensioniDi, spostaScadenze } from './_sospensione';

const GIA_RIPRESA = new DomainError(
  'ripresa.conclusa',
  'Questa sospensione è già conclusa: forse qualcun altro ha disposto la ripresa. Ricarica la pagina.',
);

/**
 * Il dirigente dice quando una sospensione finisce: il progetto torna AVVIATO e le scadenze che erano ferme si spostano di altrettanti giorni. Vale anche
 * per anticipare o rinviare una fine già detta, finché non è passata.
 * @throws DomainError sospensione.nonTrovata, sospensione.ruoloMancante, ripresa.*
 */
export const riprendi = (attore: Attore, { progettoId, sospensioneId, vista, al, atto }: Ripresa): Promise<{ scadenze: number }> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, progettoId);
    esigiDirigente(attore, 'disporre la ripresa');
    const riga = await tx.sospensione.findFirst({ where: { id: sospensioneId, progettoId } });
    if (!riga) throw new DomainError('sospensione.nonTrovata', 'Questa sospensione non esiste o non puoi vederla.');
    const sospensione = { dal: isoDiData(riga.dal), al: isoDiDataONull(riga.al) };
    if (sospensione.al !== vista) throw GIA_RIPRESA;
    const tutte = await sospensioniDi(tx, progettoId, riga.azioneId);
    const altre = tutte.filter(({ id }) => id !== sospensioneId);
    esigiRipresa(sospensione, al, altre, giornoDi(attore.adesso));
    const { count } = await tx.sospensione.updateMany({
      where: { id: sospensioneId, al: riga.al },
      data: { al: giorno(al), attoRipresa: atto },
    });
    if (count === 0) throw GIA_RIPRESA;
    const delProgetto = riga.azioneId === null;
    const scadenze = delProgetto ? await spostaScadenze(tx, progettoId, tutte, [...altre, { dal: sospensione.dal, al }]) : 0;
    const riapre = delProgetto && riga.al === null && pratica.stato === 'SOSPESO';
    const stato = riapre ? compiProgetto('riprendi', pratica.stato, pratica.chi) : pratica.stato;
    if (riapre) await cambiaStatoProgetto(tx, pratica, stato);
    const azione = riga.azioneId && (await tx.azione.findUnique({ where: { id: riga.azioneId }, select: { codice: true } }));
    return {
      result: { scadenze },
      evento: {
        ...{ atto: delProgetto ? 'progetto.ripreso' : 'azione.ripresa', oggetto: 'sospensione', oggettoId: sospensioneId, progettoId },
        prima: { stato: pratica.stato, ...(sospensione.al ? { al: sospensione.al } : {}) },
        dopo: { stato, al, scadenze, ...(azione ? { azione: azione.codice } : {}) },
      },
    };
  });
