import type { Attore } from '@/lib/auth/attore';
import type { NuovoEvento, Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { esigiConferma } from '@/lib/privacy/confermaDati';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { type AttoProgetto, compiProgetto, type FaseDomanda, faseDi, type VesteProgetto } from '@/lib/progetti/stati';
import { domandaNellAtto, NON_TROVATA, serratura } from '@/lib/versioni/commands/_congela';
import { mancanzeDomanda, quanteMancanze } from '../mancanze';
import type { DomandaScritta } from '../queriesDomanda';
import { testiDaRileggere } from '../testiDaRileggere';
import { vesteDi } from '../veste';

/** Ciò che gli atti del banco di deposito condividono: funzioni che ricevono `tx`, mai un comando che ne chiama un altro. */

const CAMBIATA = new DomainError(
  'progetto.cambiato',
  'Un’altra persona ha appena cambiato lo stato di questa domanda. Ricarica la pagina.',
);

export type Aperta = { domanda: DomandaScritta; chi: VesteProgetto };

const SOLO_ENTI = new DomainError(
  'progetto.ruoloMancante',
  'Questo atto spetta a chi presenta la domanda. Serve il ruolo di referente dell’ente capofila.',
);

/** La domanda su cui si agisce, con la serratura presa: chi scrive e chi deposita intanto aspettano. */
export async function apriDomanda(tx: Tx, attore: Attore, progettoId: string): Promise<Aperta> {
  // la Regione non legge ciò che si scrive: sa solo se la domanda c'è
  if (attore.lettore !== 'app_ente') throw (await tx.progetto.count({ where: { id: progettoId } })) > 0 ? SOLO_ENTI : NON_TROVATA;
  await serratura(tx, progettoId);
  const domanda = await domandaNellAtto(tx, progettoId);
  return { domanda, chi: vesteDi(attore, domanda.partner) };
}

/** Lo stato che segue, o il rifiuto: se un altro referente ha appena depositato, la frase lo dice. */
export function statoCheSegue(atto: AttoProgetto, { domanda, chi }: Aperta): StatoProgetto {
  const [ultima] = domanda.versioni;
  const depositata = domanda.stato === 'IDEA_PRESENTATA' || domanda.stato === 'PROGETTO_PRESENTATO';
  if (depositata && ultima && (atto === 'presenta' || atto === 'integra'))
    throw new DomainError(
      'deposito.giaPresentata',
      atto === 'integra'
        ? `La Regione non aspetta più integrazioni: sono già state inviate, oppure il termine è passato e l’istruttoria è proseguita. Vale la versione ${ultima.numero}, protocollo ${ultima.protocollo}. Ricarica la pagina.`
        : `La domanda è già stata presentata: versione ${ultima.numero}, protocollo ${ultima.protocollo}. Ricarica la pagina per vedere la ricevuta.`,
    );
  return compiProgetto(atto, domanda.stato, chi);
}

export function faseAperta({ stato }: DomandaScritta): FaseDomanda {
  const fase = faseDi(stato);
  if (!fase) throw CAMBIATA;
  return fase;
}

/** @throws DomainError deposito.incompleta se manca qualcosa: la pagina del deposito dice che cosa e dove */
export function esigiCompleta(domanda: DomandaScritta, fase: FaseDomanda): void {
  const { configurazione } = domanda;
  if (!configurazione)
    throw new DomainError('deposito.senzaBando', 'Questa domanda non è legata a un bando: non si può presentare da qui.');
  const gruppi = mancanzeDomanda({ ...domanda, configurazione }, fase);
  const quante = quanteMancanze(gruppi);
  if (quante === 0) return;
  const prima = gruppi.find(({ mancanze }) => mancanze.length > 0);
  throw new DomainError(
    'deposito.incompleta',
    `${quante === 1 ? 'Manca ancora una cosa' : `Mancano ancora ${quante} cose`}, per cominciare in «${prima?.titolo}»: ${prima?.mancanze[0]?.messaggio} La domanda non è stata presentata.`,
  );
}

/** @throws DomainError privacy.datiPersonali se un testo sembra contenere dati di una persona e nessuno ha confermato */
export function esigiRiletta(domanda: DomandaScritta, fase: FaseDomanda, confermati: boolean | undefined): void {
  const { configurazione } = domanda;
  const dove = configurazione ? testiDaRileggere({ ...domanda, configurazione }, fase) : [];
  esigiConferma(
    dove.map(({ nome }) => nome),
    confermati,
  );
}

/** Confronta e scambia: se lo stato non è più quello letto, l'atto si ferma. */
export async function cambiaStato(tx: Tx, { id, stato }: DomandaScritta, a: StatoProgetto): Promise<void> {
  const { count } = await tx.progetto.updateMany({ where: { id, stato }, data: { stato: a } });
  if (count === 0) throw CAMBIATA;
}

/** L'evento di un cambio di stato della domanda. */
export const eventoDiStato = (
  atto: string,
  { id, stato }: DomandaScritta,
  a: StatoProgetto,
  dopo: NuovoEvento['dopo'] = {},
): NuovoEvento => ({
  atto,
  oggetto: 'progetto',
  oggettoId: id,
  progettoId: id,
  prima: { stato },
  dopo: { stato: a, ...dopo },
});
