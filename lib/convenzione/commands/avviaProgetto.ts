import type { Attore } from '@/lib/auth/attore';
import { giorno, regolaDelProgetto, scriviPeriodi } from '@/lib/calendario/commands/_calendario';
import { generaPeriodi } from '@/lib/calendario/periodi';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi, isoDiDataONull } from '@/lib/format/data';
import { cambiaStatoProgetto, eventoDi, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { compiProgetto } from '@/lib/progetti/stati';
import { prontoDa, prontoPerAvvio } from '../queries';
import { esigiDate, ostacoliAllAvvio, type ProntoPerAvvio } from '../regole';
import type { Avvio } from '../schema';

/**
 * La Regione registra la convenzione e avvia il progetto: atto, CUP, date, stato e periodi di rendicontazione si scrivono insieme o per niente.
 * @throws DomainError avvio.nonPronto (con ogni ragione), avvio.* per le date, progetto.attoNonAmmesso se un'altra persona l'ha già avviato
 */
export const avviaProgetto = (attore: Attore, scritto: Avvio): Promise<{ periodi: number }> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, scritto.progettoId);
    const a = compiProgetto('avvia', pratica.stato, pratica.chi);
    const { convenzione } = await esigiPronto(tx, pratica.id);
    const progetto = await tx.progetto.findUnique({ where: { id: pratica.id }, select: { dataApprovazione: true } });
    esigiDate(scritto, isoDiDataONull(progetto?.dataApprovazione ?? null), giornoDi(attore.adesso));
    const { inizio, fine, dataAtto } = scritto;
    const periodi = generaPeriodi({ dal: inizio, al: fine, regola: await regolaDelProgetto(tx, pratica.id) });
    await tx.$executeRaw`update convenzione set atto = ${scritto.atto}, data_atto = ${dataAtto}::date, avviata_il = app.adesso() where progetto_id = ${pratica.id}::uuid`;
    await cambiaStatoProgetto(tx, pratica, a, { cup: convenzione.cup, dataAvvio: giorno(inizio), dataFinePrevista: giorno(fine) });
    await scriviPeriodi(tx, attore, pratica.id, periodi);
    return {
      result: { periodi: periodi.length },
      evento: eventoDi('progetto.avviato', pratica, a, { dataAtto, inizio, fine, periodi: periodi.length }),
    };
  });

async function esigiPronto(tx: Tx, progettoId: string): Promise<ProntoPerAvvio> {
  const [riga] = await tx.$queryRaw<{ dati: unknown }[]>(prontoPerAvvio(progettoId));
  const pronto = prontoDa(riga);
  if (!pronto) throw new DomainError('progetto.nonTrovato', 'Questo progetto non esiste o non puoi vederlo.');
  const ostacoli = ostacoliAllAvvio(pronto);
  if (ostacoli.length > 0) throw new DomainError('avvio.nonPronto', ostacoli.join(' '));
  return pronto;
}
