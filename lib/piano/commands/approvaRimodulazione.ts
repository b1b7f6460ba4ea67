import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { esigiDataAtto } from '@/lib/decisioni/regole';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { cambiaStatoProgetto, eventoDi } from '@/lib/istruttoria/commands/_pratica';
import { compiProgetto } from '@/lib/progetti/stati';
import { congelaVersione } from '@/lib/versioni/commands/_congela';
import { contributoPerCategoria, contributoTotale } from '../bilancio';
import type { Piano } from '../contesto';
import { scostamenti } from '../perdite';
import { concessoDi } from '../rimodulazione';
import type { RimodulazioneDaApprovare } from '../schema';
import { esigiMomento, type InAtto, trovaRimodulazione } from './_rimodulazione';

/** Il dirigente approva la rimodulazione presentata: nuova versione, piano in vigore e importo assegnato si scrivono insieme o per niente. */
export const approvaRimodulazione = (attore: Attore, scritto: RimodulazioneDaApprovare): Promise<{ numero: number }> =>
  commandAs(attore, async (tx) => {
    const atto = await trovaRimodulazione(tx, attore, scritto.progettoId);
    const { pratica, rimodulazione } = atto;
    // «approva» vale anche in altri stati, che hanno i loro atti e le loro regole
    if (pratica.stato !== 'RIMODULAZIONE_INIZIALE')
      throw new DomainError(
        'rimodulazione.altroMomento',
        'Questo progetto non ha una rimodulazione iniziale da approvare. Ricarica la pagina.',
      );
    const a = compiProgetto('approva', pratica.stato, pratica.chi);
    esigiMomento('DEPOSITATA', atto);
    esigiDataAtto(scritto.dataAtto, null, giornoDi(attore.adesso));
    esigiDopoLaDecisione(atto, scritto.dataAtto);
    const piano = esigiEntroIlConcesso(atto);
    await scriviDecisione(tx, attore, atto, scritto, piano);
    const versione = await congelaVersione(tx, attore, { progettoId: pratica.id, fase: 'RIMODULAZIONE', genere: 'APPROVATA' });
    await tx.$executeRaw`select app.applica_piano(${versione.versioneId}::uuid)::text`;
    await tx.integrazione.updateMany({
      where: { progettoId: pratica.id, fase: 'RIMODULAZIONE', stato: { not: 'CHIUSA' } },
      data: { stato: 'CHIUSA' },
    });
    const concesso = contributoTotale(piano.voci);
    await cambiaStatoProgetto(tx, pratica, a, { importoAssegnatoCents: concesso });
    const fatti = {
      dataAtto: scritto.dataAtto,
      versione: versione.numero,
      concessoCents: String(concesso),
      primaCents: rimodulazione.assegnatoCents ?? '',
    };
    return { result: { numero: versione.numero }, evento: eventoDi('rimodulazione.approvata', pratica, a, fatti) };
  });

function esigiDopoLaDecisione({ rimodulazione: { decisione } }: InAtto, dataAtto: string): void {
  if (decisione?.dataAtto && dataAtto < decisione.dataAtto)
    throw new DomainError(
      'decisione.attoPrimaDellaDecisione',
      'La data dell’atto non può venire prima dell’atto di approvazione del progetto.',
      'dataAtto',
    );
}

/** Ciò che si è presentato non può superare ciò che si è concesso: lo si ricontrolla, il deposito potrebbe essere di un'altra decisione. */
function esigiEntroIlConcesso({ rimodulazione, approvato }: InAtto): Piano {
  const piano = rimodulazione.ultima?.piano;
  if (!piano) throw new DomainError('rimodulazione.senzaPiano', 'La rimodulazione presentata non ha un quadro economico.');
  if (scostamenti(approvato, piano, concessoDi(rimodulazione, approvato)).some(({ oltre }) => oltre > 0n))
    throw new DomainError(
      'rimodulazione.oltreConcesso',
      'Il piano presentato supera quanto concesso per una categoria di costo. Restituiscila all’ente.',
    );
  return piano;
}

async function scriviDecisione(
  tx: Tx,
  attore: Attore,
  { pratica, rimodulazione }: InAtto,
  scritto: RimodulazioneDaApprovare,
  piano: Piano,
) {
  const perCategoria = [...contributoPerCategoria(piano.voci)].map(([categoria, cents]) => [categoria, String(cents)]);
  await tx.decisione.createMany({
    data: [
      {
        regioneId: attore.regioneId,
        progettoId: pratica.id,
        bandoId: pratica.bandoId,
        fase: 'RIMODULAZIONE',
        esito: 'APPROVATO',
        atto: scritto.atto,
        dataAtto: new Date(`${scritto.dataAtto}T00:00:00Z`),
        richiestoCents: BigInt(rimodulazione.assegnatoCents ?? '0'),
        concessoCents: contributoTotale(piano.voci),
        concessoPerCategoria: Object.fromEntries(perCategoria),
        decisaDa: attore.utenteId,
      },
    ],
  });
}
