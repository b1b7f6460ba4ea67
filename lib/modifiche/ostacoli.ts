import { z } from 'zod';
import type { CategoriaCosto } from '@/lib/bandi/configurazione';
import { AzionePiano, type ContenutoVersione, VoceBudget } from '@/lib/domande/valori';
import { elenco } from '@/lib/format/elenco';
import { euro } from '@/lib/format/euro';
import { contributoTotale } from '@/lib/piano/bilancio';
import type { ContestoPiano } from '@/lib/piano/contesto';
import { mancanzeAzioni, mancanzeBudget } from '@/lib/piano/mancanze';
import { uguali } from './json';
import { recapitiSbagliati } from './recapiti';

/** Ciò con cui si controlla una modifica: vocabolari, limiti e date del progetto (AAAA-MM-GG), importi in centesimi. */
export type RegoleModifica = Pick<ContestoPiano, 'categorieIntervento' | 'gruppi'> & {
  /** Vuote se il bando non le dice (progetti importati): allora non si controllano. */
  categorieCosto: CategoriaCosto[];
  assegnatoCents: string | null;
  dal: string | null;
  al: string | null;
  /** Gli enti della Regione che possono stare in un progetto. */
  enti: { id: string; nome: string }[];
  /** I codici delle azioni tolte: restano nella storia e non si danno a un'altra. */
  codiciTolti: string[];
};

/**
 * Ciò che una modifica introduce e non può entrare in vigore, in frasi; vuoto se il piano nuovo regge. Ciò che già nel piano in vigore non tornava
 * (i progetti importati non hanno tutto) non è colpa della modifica e non la ferma.
 */
export function ostacoli(base: ContenutoVersione, nuovo: ContenutoVersione, regole: RegoleModifica): string[] {
  const gia = new Set(difetti(base, base, regole).map(({ chiave }) => chiave));
  const nuovi = difetti(base, nuovo, regole).filter(({ chiave }) => !gia.has(chiave));
  const frasi = [
    ...forma(base, nuovo),
    ...aggregazione(base, nuovo, regole),
    ...nuovi.map(({ frase }) => frase),
    ...oltreAssegnato(nuovo, regole),
  ];
  return [
    ...new Set([
      ...frasi,
      ...recapitiSbagliati(nuovo.anagrafica ?? VUOTI).filter((f) => !recapitiSbagliati(base.anagrafica ?? VUOTI).includes(f)),
    ]),
  ];
}

const VUOTI = { referente: null, email: null, telefono: null, sede: null, iban: null, intestatario: null };
const pianoDi = ({ piano }: ContenutoVersione) => piano ?? { azioni: [], voci: [] };

/** Le azioni e le voci toccate hanno la forma che una versione sa leggere. */
function forma(base: ContenutoVersione, nuovo: ContenutoVersione): string[] {
  const prima = new Map(pianoDi(base).azioni.map((azione) => [azione.id, azione]));
  const azioni = pianoDi(nuovo).azioni.filter((azione) => !uguali(prima.get(azione.id), azione));
  const sbagliate = azioni.filter((azione) => !AzionePiano.safeParse(azione).success).map(({ codice }) => codice);
  const voci = z.array(VoceBudget).safeParse(pianoDi(nuovo).voci).success;
  return [
    ...(sbagliate.length > 0 ? [`Le azioni ${elenco(sbagliate)} non sono compilate bene: controllale.`] : []),
    ...(voci ? [] : ['Il quadro economico non è compilato bene: controlla gli importi.']),
  ];
}

type Difetto = { chiave: string; frase: string };

/** Le mancanze di un piano secondo le regole del progetto definitivo, ognuna con una chiave che non cambia se le righe si spostano. */
function difetti(base: ContenutoVersione, contenuto: ContenutoVersione, regole: RegoleModifica): Difetto[] {
  const { azioni, voci } = pianoDi(contenuto);
  const libere = [...pianoDi(base).voci, ...voci].map(({ categoria }) => ({ codice: categoria, etichetta: categoria }));
  const contesto = {
    ...regole,
    partner: contenuto.partner,
    categorieCosto: regole.categorieCosto.length > 0 ? regole.categorieCosto : libere.filter(({ codice }) => codice),
    contributoMinCents: null,
    contributoMaxCents: null,
  };
  const delleAzioni = mancanzeAzioni(azioni, contesto);
  return [...delleAzioni, ...mancanzeBudget(azioni, voci, contesto)].map(({ campo, riga = '', messaggio }) => ({
    chiave: JSON.stringify([campo, riga, messaggio.replace(/^Riga \d+/, '')]),
    frase: messaggio,
  }));
}

function oltreAssegnato(nuovo: ContenutoVersione, { assegnatoCents }: RegoleModifica): string[] {
  const totale = contributoTotale(pianoDi(nuovo).voci);
  if (assegnatoCents === null || totale <= BigInt(assegnatoCents)) return [];
  const assegnato = BigInt(assegnatoCents);
  return [`Il contributo diventa ${euro(totale)}: supera di ${euro(totale - assegnato)} quello assegnato (${euro(assegnato)}).`];
}

/** Chi entra è conosciuto, chi esce non lascia nulla, il capofila è uno; un codice usato non si riusa. */
function aggregazione(base: ContenutoVersione, nuovo: ContenutoVersione, { enti, codiciTolti }: RegoleModifica): string[] {
  const [prima, ora] = [base, nuovo].map(({ partner }) => new Set(partner.map(({ organizzazioneId }) => organizzazioneId)));
  const noti = new Set(enti.map(({ id }) => id));
  const sconosciuti = nuovo.partner.filter(({ organizzazioneId: id }) => !prima?.has(id) && !noti.has(id));
  const usciti = base.partner.filter(({ organizzazioneId }) => !ora?.has(organizzazioneId));
  const capofila = ({ partner }: ContenutoVersione) => partner.filter(({ ruolo }) => ruolo === 'CAPOFILA').length;
  const note = new Set(pianoDi(base).azioni.map(({ id }) => id));
  const riusati = pianoDi(nuovo).azioni.filter(({ id, codice }) => !note.has(id) && codiciTolti.includes(codice));
  return [
    ...sconosciuti.map(({ denominazione }) => `${denominazione} non è tra gli enti che possono partecipare: scegline un altro.`),
    ...usciti.flatMap((ente) => lasciati(nuovo, ente)),
    ...(capofila(nuovo) !== 1 && capofila(base) === 1 ? ['Il progetto deve avere un ente capofila, e uno solo.'] : []),
    ...riusati.map(({ codice }) => `Il codice ${codice} era di un’azione tolta: scegline un altro.`),
  ];
}

function lasciati(nuovo: ContenutoVersione, { organizzazioneId: id, denominazione }: ContenutoVersione['partner'][number]): string[] {
  const azioni = pianoDi(nuovo).azioni.filter((azione) => azione.organizzazioneId === id);
  if (azioni.length > 0)
    return [`Per far uscire ${denominazione} assegna a un altro ente: ${elenco(azioni.map(({ codice }) => `azione ${codice}`))}.`];
  return pianoDi(nuovo).voci.some((voce) => voce.organizzazioneId === id)
    ? [`Per far uscire ${denominazione} assegna a un altro ente anche le sue voci di costo.`]
    : [];
}
