import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { cambiaStatoProgetto, configurazioneDi, eventoDi, type Pratica, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { DA_DECIDERE } from '@/lib/istruttoria/regole';
import { compiProgetto } from '@/lib/progetti/stati';
import { congelaVersione } from '@/lib/versioni/commands/_congela';
import { esigiConcesso, esigiPrescrizioni, esigiPrescrizioniIdea, type NuovaPrescrizione, type StatoPrescrizione, somma } from '../regole';
import type { Approvazione } from '../schema';
import { esigiAtto, esigiValutazione, giorno, type Importi, richiestoDi, scriviDecisione } from './_decisione';

/**
 * Il dirigente approva. L'idea senza importi; il progetto con il contributo per categoria, anche minore del richiesto. Con le prescrizioni, se ce ne
 * sono: quelle dell'idea le rispetta il progetto definitivo, senza fermare la ricerca dei partner. Versione approvata, piano in vigore, importi e atto si scrivono insieme o per niente.
 */
export const approvaDomanda = (attore: Attore, scritto: Approvazione): Promise<{ decisioneId: string }> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, scritto.progettoId);
    const conPrescrizioni = scritto.prescrizioni.length > 0;
    const a = compiProgetto(
      conPrescrizioni && pratica.fase === 'PROGETTO' ? 'approvaConPrescrizioni' : 'approva',
      pratica.stato,
      pratica.chi,
    );
    esigiDaDecidere(pratica);
    await esigiValutazione(tx, pratica, await configurazioneDi(tx, pratica));
    await esigiAtto(tx, attore, pratica, scritto.dataAtto);
    const importi = pratica.fase === 'IDEA' ? null : await importiDi(tx, pratica, scritto);
    if (importi) await esigiIdeaVerificata(tx, pratica);
    await esigiEnti(tx, attore, pratica, scritto);
    const { atto, dataAtto, motivazione } = scritto;
    const esito = conPrescrizioni ? 'APPROVATO_CON_PRESCRIZIONI' : 'APPROVATO';
    const decisioneId = await scriviDecisione(tx, attore, pratica, { esito, motivazione, atto, dataAtto, importi });
    if (conPrescrizioni) await scriviPrescrizioni(tx, attore, pratica, decisioneId, scritto.prescrizioni);
    const { versioneId, numero } = await congelaVersione(tx, attore, { progettoId: pratica.id, fase: pratica.fase, genere: 'APPROVATA' });
    if (importi) await tx.$executeRaw`select app.applica_piano(${versioneId}::uuid)::text`;
    await cambiaStatoProgetto(tx, pratica, a, importi ? colonne(importi, scritto) : {});
    const fatti = { dataAtto, versione: numero, prescrizioni: scritto.prescrizioni.length, ...cifre(importi) };
    const nome = conPrescrizioni ? 'progetto.approvatoConPrescrizioni' : 'progetto.approvato';
    return { result: { decisioneId }, evento: eventoDi(nome, pratica, a, fatti) };
  });

/** `approva` vale anche per le prescrizioni e per la rimodulazione, che hanno i loro atti e le loro regole. */
function esigiDaDecidere({ stato }: Pratica): void {
  if (!DA_DECIDERE.includes(stato))
    throw new DomainError('progetto.attoNonAmmesso', 'Non si può approvare nello stato attuale. Ricarica la pagina.');
}

async function esigiIdeaVerificata(tx: Tx, { id }: Pratica): Promise<void> {
  const prescrizioni = await tx.prescrizione.findMany({ where: { progettoId: id }, select: { stato: true } });
  esigiPrescrizioniIdea(prescrizioni.map(({ stato }) => stato as StatoPrescrizione));
}

async function importiDi(tx: Tx, pratica: Pratica, { concesso }: Approvazione): Promise<Importi> {
  const richiesto = await richiestoDi(tx, pratica);
  if (Object.keys(richiesto).some((categoria) => !Object.hasOwn(concesso, categoria)))
    throw new DomainError('decisione.categoriaMancante', 'Scrivi quanto si concede per ogni categoria di costo; se nulla, scrivi 0.');
  return { richiesto: somma(richiesto), concesso: esigiConcesso(richiesto, concesso), perCategoria: concesso };
}

const cifre = (importi: Importi | null): Record<string, string> =>
  importi ? { richiestoCents: String(importi.richiesto), concessoCents: String(importi.concesso) } : {};

const colonne = ({ richiesto, concesso }: Importi, { atto, dataAtto }: Approvazione) => ({
  importoRichiestoCents: richiesto,
  importoAssegnatoCents: concesso,
  attoApprovazione: atto,
  dataApprovazione: giorno(dataAtto),
});

async function esigiEnti(tx: Tx, attore: Attore, pratica: Pratica, { prescrizioni, dataAtto }: Approvazione): Promise<void> {
  if (prescrizioni.length === 0) return;
  const enti = await tx.partecipazione.findMany({ where: { progettoId: pratica.id }, select: { organizzazioneId: true } });
  const noti = enti.map(({ organizzazioneId }) => organizzazioneId);
  esigiPrescrizioni(prescrizioni, noti, dataAtto, giornoDi(attore.adesso));
}

const scriviPrescrizioni = (tx: Tx, attore: Attore, pratica: Pratica, decisioneId: string, prescrizioni: NuovaPrescrizione[]) =>
  tx.prescrizione.createMany({
    data: prescrizioni.map(({ testo, organizzazioneId, entro }) => ({
      regioneId: attore.regioneId,
      progettoId: pratica.id,
      decisioneId,
      testo,
      organizzazioneId,
      entro: giorno(entro),
    })),
  });
