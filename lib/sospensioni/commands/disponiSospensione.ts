import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { commandAs, type NuovoEvento, type Tx } from '@/lib/db/scope';
import { giorno } from '@/lib/decisioni/commands/_decisione';
import { esigiDataAtto } from '@/lib/decisioni/regole';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi, isoDiDataONull } from '@/lib/format/data';
import { cambiaStatoProgetto, type Pratica, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { compiProgetto } from '@/lib/progetti/stati';
import { esigiSospensione } from '../rules';
import type { SospensioneNuova } from '../schema';
import { esigiDirigente, sospensioniDi, spostaScadenze } from './_sospensione';

/** `lotto`: le sospensioni disposte insieme per tutti i progetti di un bando. */
type DaDisporre = SospensioneNuova & { lotto?: string };

/**
 * Il dirigente sospende un progetto o una sua azione: da oggi, da un giorno passato (anche già conclusa) o da uno vicino. Aperta, il progetto diventa
 * SOSPESO fino alla ripresa; con una fine nota lo stato non cambia e le scadenze ferme si spostano subito. La fine del progetto non si sposta mai: quella
 * è una proroga.
 * @throws DomainError progetto.nonTrovato, sospensione.*, decisione.attoNelFuturo, azione.nonTrovata
 */
export const disponiSospensione = (attore: Attore, scritta: DaDisporre): Promise<{ sospensioneId: string; scadenze: number }> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, scritta.progettoId);
    esigiDirigente(attore, scritta.azioneId ? 'sospendere un’azione' : 'sospendere il progetto');
    const oggi = giornoDi(attore.adesso);
    const azione = await azioneDi(tx, pratica, scritta.azioneId);
    const sospensioni = await sospensioniDi(tx, pratica.id, scritta.azioneId);
    esigiSospensione(scritta, { ...(await vita(tx, pratica)), stato: pratica.stato, sospensioni }, oggi);
    esigiDataAtto(scritta.dataAtto, null, oggi);
    const sospensioneId = randomUUID();
    await scrivi(tx, attore, sospensioneId, scritta);
    const delProgetto = scritta.azioneId === null;
    const scadenze = delProgetto ? await spostaScadenze(tx, pratica.id, sospensioni, [...sospensioni, scritta]) : 0;
    let stato = pratica.stato;
    if (delProgetto && scritta.al === null) {
      stato = compiProgetto('sospendi', pratica.stato, pratica.chi);
      await cambiaStatoProgetto(tx, pratica, stato);
    }
    return { result: { sospensioneId, scadenze }, evento: evento(sospensioneId, pratica, stato, azione, scritta, scadenze) };
  });

async function azioneDi(tx: Tx, pratica: Pratica, azioneId: string | null): Promise<string | null> {
  if (azioneId === null) return null;
  const azione = await tx.azione.findFirst({
    where: { id: azioneId, progettoId: pratica.id, annullataIl: null },
    select: { codice: true },
  });
  if (!azione) throw new DomainError('azione.nonTrovata', 'Questa azione non fa più parte del progetto. Ricarica la pagina.', 'azioneId');
  return azione.codice;
}

async function vita(tx: Tx, { id }: Pratica): Promise<{ avvio: string | null; fine: string | null }> {
  const progetto = await tx.progetto.findUniqueOrThrow({ where: { id }, select: { dataAvvio: true, dataFinePrevista: true } });
  return { avvio: isoDiDataONull(progetto.dataAvvio), fine: isoDiDataONull(progetto.dataFinePrevista) };
}

const scrivi = (tx: Tx, attore: Attore, id: string, { progettoId, azioneId, motivo, nota, dal, al, atto, dataAtto, lotto }: DaDisporre) =>
  tx.sospensione.createMany({
    data: [
      {
        ...{ id, regioneId: attore.regioneId, progettoId, azioneId, motivo, nota, atto, lotto: lotto ?? null },
        ...{ dal: giorno(dal), al: al && giorno(al), dataAtto: giorno(dataAtto) },
      },
    ],
  });

const evento = (
  id: string,
  pratica: Pratica,
  stato: StatoProgetto,
  azione: string | null,
  { motivo, dal, al, dataAtto, lotto }: DaDisporre,
  scadenze: number,
): NuovoEvento => ({
  atto: azione === null ? 'progetto.sospeso' : 'azione.sospesa',
  oggetto: 'sospensione',
  oggettoId: id,
  progettoId: pratica.id,
  prima: { stato: pratica.stato },
  dopo: { stato, motivo, dal, dataAtto, scadenze, ...(al ? { al } : {}), ...(azione ? { azione } : {}), ...(lotto ? { lotto } : {}) },
});
