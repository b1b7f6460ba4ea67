import type { DominioModifica } from '@/lib/bandi/configurazione';
import type { ContenutoVersione } from '@/lib/domande/valori';
import type { ContornoModifica } from '@/lib/modifiche/queriesModifica';

type PerNomi = Pick<ContornoModifica, 'enti' | 'categorieIntervento' | 'categorieCosto' | 'gruppi' | 'inVigore'> & {
  base?: ContenutoVersione;
};

/** Come si chiamano enti, categorie e gruppi: anche quelli che il registro non offre più ma il piano nomina ancora. */
export function nomiModifica({ enti, categorieIntervento, categorieCosto, gruppi, inVigore, base }: PerNomi) {
  const partner = [...inVigore.partner, ...(base?.partner ?? [])].map(({ organizzazioneId, denominazione }) => ({
    id: organizzazioneId,
    nome: denominazione,
  }));
  const noti = new Map([...partner, ...enti].map((ente) => [ente.id, ente]));
  const usate = (inVigore.piano?.voci ?? []).map(({ categoria }) => ({ codice: categoria, etichetta: categoria }));
  const costi = new Map([...usate, ...categorieCosto].map((categoria) => [categoria.codice, categoria]));
  return { enti: [...noti.values()], categorieIntervento, categorieCosto: [...costi.values()], gruppi };
}

/** Che cosa si cambia in ogni ambito, in parole: lo legge chi apre una modifica. */
export const SPIEGAZIONI: Record<DominioModifica, string> = {
  budget: 'Quanto costa ogni voce, e da dove vengono i soldi. Il contributo non può superare quello assegnato.',
  azioni: 'Aggiungere o togliere un’azione, cambiarne il titolo, la descrizione o la categoria.',
  partner: 'Un ente che entra o esce, un ruolo che cambia, un’azione che passa a un altro ente.',
  destinatari: 'Quante persone o famiglie si vogliono raggiungere, gruppo per gruppo.',
  cronoprogramma: 'Le date di inizio e di fine delle azioni, dentro quelle del progetto. Per andare oltre serve una proroga.',
  referente: 'L’ufficio che risponde del progetto, con la sua email e il suo telefono.',
  sede: 'La sede del progetto.',
  dati_bancari: 'Il conto su cui la Regione versa il contributo.',
  altro: 'Una richiesta scritta che non cambia il piano.',
};

const ESITI: Record<string, string> = {
  aperta: 'Richiesta aperta: scrivi i valori nuovi accanto a quelli in vigore, salva e presenta.',
  salvata: 'Bozza salvata. Controlla qui sotto che cosa cambia, poi presentala.',
  presentata: 'Richiesta presentata alla Regione. Finché non decide vale il piano di prima.',
  registrata: 'Modifica comunicata: la nuova versione del piano è già in vigore.',
  annullata: 'Richiesta annullata: il piano non è cambiato.',
  presa: 'Richiesta presa in carico.',
  accolta: 'Richiesta accolta: la nuova versione del piano è in vigore.',
  accoltaInParte: 'Richiesta accolta in parte: ciò che è accolto è in vigore con la nuova versione del piano.',
  accoltaLibera: 'Richiesta accolta. Il piano scritto nel portale non cambia.',
  respinta: 'Richiesta respinta: il piano non è cambiato.',
};
/** Che cosa è appena successo; un codice estraneo non dice nulla. */
export const messaggioModifica = (codice: unknown): string | undefined =>
  typeof codice === 'string' && Object.hasOwn(ESITI, codice) ? ESITI[codice] : undefined;
