import type { Attore } from '@/lib/auth/attore';
import { Configurazione } from '@/lib/bandi/configurazione';
import type { NuovoEvento, Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { VesteProgetto } from '@/lib/progetti/stati';
import { serratura } from '@/lib/versioni/commands/_congela';
import { type FaseEsame, faseEsame, type Richiesta } from '../regole';

/** Ciò che gli atti su una domanda in esame condividono: funzioni che ricevono `tx`, mai un comando che ne chiama un altro. */

const NON_TROVATA = new DomainError('progetto.nonTrovato', 'Questa domanda non esiste o non puoi vederla.');
const CAMBIATA = new DomainError(
  'progetto.cambiato',
  'Un’altra persona ha appena cambiato lo stato di questa domanda. Ricarica la pagina.',
);

export type Pratica = {
  id: string;
  bandoId: string;
  bandoVersioneId: string | null;
  stato: StatoProgetto;
  fase: FaseEsame;
  chi: VesteProgetto;
};

/**
 * La domanda su cui si agisce e in che veste. Chi può cambiarla (la Regione, il capofila) ne prende la serratura: due atti sulla stessa domanda si
 * mettono in fila, e il secondo legge lo stato che ha lasciato il primo.
 */
export async function trovaPratica(tx: Tx, attore: Attore, progettoId: string): Promise<Pratica> {
  const vista = await tx.progetto.findUnique({
    where: { id: progettoId },
    select: { id: true, bandoId: true, bandoVersioneId: true, stato: true },
  });
  if (!vista) throw NON_TROVATA;
  const chi = await inCheVeste(tx, attore, progettoId);
  if (attore.lettore !== 'app_regione' && !chi.capofila) return { ...vista, fase: faseEsame(vista.stato), chi };
  await serratura(tx, progettoId); // prima questa, poi la riga: nello stesso ordine di chi deposita
  // senza la chiave: chi scrive una riga del progetto (una relazione che si presenta) non deve aspettare chi ne cambia lo stato
  const [riletta] = await tx.$queryRaw<{ stato: StatoProgetto }[]>`
    select stato::text as stato from progetto where id = ${progettoId}::uuid for no key update`;
  const stato = riletta?.stato ?? vista.stato;
  return { ...vista, stato, fase: faseEsame(stato), chi };
}

async function inCheVeste(tx: Tx, attore: Attore, progettoId: string): Promise<VesteProgetto> {
  if (attore.lettore !== 'app_ente') return { ruolo: attore.ruolo, capofila: false };
  const partecipazione = await tx.partecipazione.findUnique({
    where: { progettoId_organizzazioneId: { progettoId, organizzazioneId: attore.organizzazioneId } },
    select: { ruolo: true },
  });
  return { ruolo: attore.ruolo, capofila: partecipazione?.ruolo === 'CAPOFILA' };
}

/** La configurazione del bando a cui la domanda è legata. */
export async function configurazioneDi(tx: Tx, pratica: Pratica): Promise<Configurazione> {
  const versione = pratica.bandoVersioneId
    ? await tx.bandoVersione.findUnique({ where: { id: pratica.bandoVersioneId }, select: { configurazione: true } })
    : null;
  if (!versione)
    throw new DomainError(
      'bando.senzaConfigurazione',
      'Il bando di questa domanda non ha una configurazione pubblicata: chiedi all’amministratore.',
    );
  return Configurazione.parse(versione.configurazione);
}

type Cambio = Parameters<Tx['progetto']['updateMany']>[0]['data'];

/** Confronta e scambia: se lo stato non è più quello letto, l'atto si ferma. */
export async function cambiaStatoProgetto(tx: Tx, pratica: Pratica, a: StatoProgetto, data: Cambio = {}): Promise<void> {
  const { count } = await tx.progetto.updateMany({ where: { id: pratica.id, stato: pratica.stato }, data: { ...data, stato: a } });
  if (count === 0) throw CAMBIATA;
}

/** L'evento di un atto su una domanda; `a` assente = lo stato non cambia. */
export const eventoDi = (
  atto: string,
  pratica: Pratica,
  a: StatoProgetto | null,
  altro: Record<string, string | number> = {},
): NuovoEvento => ({
  atto,
  oggetto: 'progetto',
  oggettoId: pratica.id,
  progettoId: pratica.id,
  prima: { stato: pratica.stato },
  dopo: { stato: a ?? pratica.stato, fase: pratica.fase, ...altro },
});

/** Chiude le richieste ancora aperte o risposte: l'esito le ha superate. */
export const chiudiRichieste = (tx: Tx, pratica: Pratica) =>
  tx.integrazione.updateMany({
    where: { progettoId: pratica.id, fase: pratica.fase, stato: { not: 'CHIUSA' } },
    data: { stato: 'CHIUSA' },
  });

/** Le richieste fatte in questa fase, e quando la domanda è stata depositata per ultima. */
export async function richiesteDi(tx: Tx, pratica: Pratica): Promise<{ richieste: Richiesta[]; depositataIl: Date | null }> {
  const dove = { progettoId: pratica.id, fase: pratica.fase };
  const select = { genere: true, stato: true, entro: true, chiestaIl: true };
  const richieste = await tx.integrazione.findMany({ where: dove, select, orderBy: { chiestaIl: 'desc' } });
  const { _max } = await tx.versioneProgetto.aggregate({ where: { ...dove, genere: { not: 'APPROVATA' } }, _max: { creataIl: true } });
  return { richieste: richieste as Richiesta[], depositataIl: _max.creataIl };
}
