import type { Attore } from '@/lib/auth/attore';
import { commandAs, type NuovoEvento, type Tx } from '@/lib/db/scope';
import { esigiDataAtto } from '@/lib/decisioni/regole';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { nuovaVersione, pianoInVigore } from '@/lib/modifiche/commands/_nuovaVersione';
import { conEnteSostituito, motivoDelRifiuto } from '../fusione';
import type { Fusione } from '../schema';

type Esito = { progetti: number; persone: number };

/**
 * Un ente confluisce in un altro dal giorno detto: in ogni progetto in corso una nuova versione del piano con l'ente nuovo al suo posto, poi passano le
 * partecipazioni, le bozze e gli incarichi. Ciò che è presentato resta dell'ente che l'ha scritto. Tutto insieme o niente.
 * @returns quanti progetti hanno una nuova versione e quante persone hanno un incarico nell'ente nuovo
 * @throws DomainError fusione.nonConsentita a chi non dirige, decisione.attoNelFuturo, fusione.rifiutata con il motivo
 */
export const fondiEnti = (attore: Attore, fusione: Fusione): Promise<Esito> =>
  commandAs(attore, async (tx) => {
    if (attore.lettore !== 'app_regione' || attore.ruolo !== 'DIRIGENTE')
      throw new DomainError('fusione.nonConsentita', 'La fusione di due enti la registra un dirigente della Regione.');
    esigiDataAtto(fusione.dataAtto, null, giornoDi(attore.adesso));
    const a = await entiDaFondere(tx, attore, fusione);
    const eventi: NuovoEvento[] = [];
    for (const progettoId of await progettiInCorso(tx, fusione.da)) eventi.push(await sostituisci(tx, attore, progettoId, fusione, a));
    const [riga] = await tx.$queryRaw<{ persone: number }[]>`
      select app.registra_fusione(${fusione.da}::uuid, ${fusione.a}::uuid, ${fusione.dal}::date, ${fusione.atto}, ${fusione.dataAtto}::date) as persone`;
    const dopo = { da: fusione.da, a: fusione.a, dal: fusione.dal, dataAtto: fusione.dataAtto, progetti: eventi.length };
    const fusi: NuovoEvento = { atto: 'ente.fuso', oggetto: 'organizzazione', oggettoId: fusione.da, dopo };
    return { result: { progetti: eventi.length, persone: riga?.persone ?? 0 }, evento: [...eventi, fusi] };
  });

/** Due fusioni con lo stesso ente si mettono in fila: la seconda legge quello che ha lasciato la prima. */
async function entiDaFondere(tx: Tx, attore: Attore, { da, a, dal }: Fusione): Promise<{ id: string; denominazione: string }> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('ente' || e::text, 0))::text
    from unnest(array[${da}, ${a}]::uuid[]) e order by e`;
  const enti = await tx.organizzazione.findMany({
    where: { id: { in: [da, a] } },
    select: { id: true, tipo: true, confluitaInId: true, denominazione: true },
  });
  const [vecchio, nuovo] = [enti.find(({ id }) => id === da), enti.find(({ id }) => id === a)];
  const motivo = motivoDelRifiuto(vecchio, nuovo, dal, giornoDi(attore.adesso));
  if (motivo || !nuovo) throw new DomainError('fusione.rifiutata', motivo ?? 'L’ente che resta non c’è più.');
  return nuovo;
}

/** Sempre nello stesso ordine: due atti che prendono le stesse serrature non si aspettano a vicenda. */
async function progettiInCorso(tx: Tx, ente: string): Promise<string[]> {
  const partecipazioni = await tx.partecipazione.findMany({
    where: { organizzazioneId: ente, al: null, progetto: { stato: { in: ['AVVIATO', 'SOSPESO'] } } },
    select: { progettoId: true },
    orderBy: { progettoId: 'asc' },
  });
  return partecipazioni.map(({ progettoId }) => progettoId);
}

async function sostituisci(
  tx: Tx,
  attore: Attore,
  progettoId: string,
  { da, dal }: Fusione,
  a: { id: string; denominazione: string },
): Promise<NuovoEvento> {
  const { id } = await trovaPratica(tx, attore, progettoId);
  const { contenuto: base } = await pianoInVigore(tx, id);
  const contenuto = conEnteSostituito(base, da, a);
  const { numero } = await nuovaVersione(tx, attore, { progettoId: id, richiestaId: null, dal, base, contenuto });
  return { atto: 'ente.fuso', oggetto: 'progetto', oggettoId: id, progettoId: id, dopo: { da, a: a.id, dal, versione: numero } };
}
