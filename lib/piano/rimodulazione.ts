import type { AzionePiano, Valori, VoceBudget } from '@/lib/domande/valori';
import { euro } from '@/lib/format/euro';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { contributoTotale } from './bilancio';
import type { ContestoPiano, Piano } from './contesto';
import { mancanzeAzioni, mancanzeBudget } from './mancanze';
import { scostamenti } from './perdite';
import { concessoPerCategoria } from './tagli';
import { azioniIn, vociIn } from './valori';

/** La rimodulazione iniziale: quando si è avuto meno di quanto si era chiesto, il piano si riduce prima dell'avvio e la Regione lo approva. */

export const SEZIONI_PIANO = ['azioni', 'quadro_economico'] as const;
export type SezionePiano = (typeof SEZIONI_PIANO)[number];
export const NOME_SEZIONE: Record<SezionePiano, string> = { azioni: 'Azioni', quadro_economico: 'Quadro economico' };

export type VersioneDelPiano = {
  numero: number;
  fase: 'IDEA' | 'PROGETTO' | 'RIMODULAZIONE';
  genere: 'PRESENTATA' | 'INTEGRATA' | 'APPROVATA';
  protocollo: string;
  creataIl: string;
  piano: Piano | null;
};
export type SezioneScritta = { valori: Valori; rev: number; aperta: boolean };
export type RichiestaDiModifica = {
  testo: string;
  sezioni: string[];
  entro: string;
  stato: 'APERTA' | 'RISPOSTA' | 'CHIUSA';
  chiestaIl: string;
};

export type Rimodulazione = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  richiestoCents: string | null;
  assegnatoCents: string | null;
  giorniIntegrazioni: number;
  /** L'ultima versione approvata: il piano in vigore, da cui si parte. */
  vigente: (VersioneDelPiano & { sezioni: Record<string, Valori> }) | null;
  ultima: VersioneDelPiano | null;
  decisione: { concessoCents: string; concessoPerCategoria: Record<string, string> | null; dataAtto: string | null } | null;
  richieste: RichiestaDiModifica[];
  /** Vuote per la Regione: ciò che si scrive lo legge solo chi partecipa. */
  sezioni: Partial<Record<SezionePiano, SezioneScritta>>;
  contesto: Omit<ContestoPiano, 'oggi' | 'azioni' | 'voci' | 'contributoMinCents' | 'contributoMaxCents'>;
};

export type Momento = 'NON_SERVE' | 'DA_APRIRE' | 'IN_SCRITTURA' | 'DEPOSITATA' | 'APPROVATA';

type PerMomento = Pick<Rimodulazione, 'stato' | 'assegnatoCents' | 'vigente' | 'ultima' | 'richieste'>;

/** A che punto è: lo dicono lo stato, le versioni e le richieste della Regione, non un campo in più. */
export function momentoDi({ stato, assegnatoCents, vigente, ultima, richieste }: PerMomento): Momento {
  if (stato === 'RIMODULAZIONE_INIZIALE') {
    const depositata = ultima?.fase === 'RIMODULAZIONE' && ultima.genere !== 'APPROVATA';
    return depositata && !richieste.some((r) => r.stato === 'APERTA') ? 'DEPOSITATA' : 'IN_SCRITTURA';
  }
  const piano = vigente?.piano;
  if (stato === 'APPROVATO' && piano && assegnatoCents !== null && contributoTotale(piano.voci) > BigInt(assegnatoCents))
    return 'DA_APRIRE';
  return vigente?.fase === 'RIMODULAZIONE' ? 'APPROVATA' : 'NON_SERVE';
}

/** Quanto spetta a ogni categoria di costo: come dice la decisione o, se dice solo il totale, in proporzione al chiesto. */
export function concessoDi(
  { decisione, assegnatoCents }: Pick<Rimodulazione, 'decisione' | 'assegnatoCents'>,
  approvato: Piano,
): Map<string, bigint> {
  const totale = BigInt(assegnatoCents ?? '0');
  const scritto = Object.entries(decisione?.concessoPerCategoria ?? {}).map(([c, cents]) => [c, BigInt(cents)] as const);
  const torna = scritto.length > 0 && scritto.reduce((somma, [, cents]) => somma + cents, 0n) === totale;
  return torna ? new Map(scritto) : concessoPerCategoria(approvato.voci, totale);
}

type PerControllo = Pick<Rimodulazione, 'contesto' | 'decisione' | 'assegnatoCents'>;

/** Ciò che impedisce di presentare il piano ridotto, in frasi: incompleto, in squilibrio, oltre il concesso. Il minimo del bando qui non vale più. */
export function ostacoli(rimodulazione: PerControllo, approvato: Piano, scritto: Piano): string[] {
  const regole = { ...rimodulazione.contesto, contributoMinCents: null, contributoMaxCents: null };
  const nome = (codice: string) => rimodulazione.contesto.categorieCosto.find((c) => c.codice === codice)?.etichetta ?? codice;
  const oltre = scostamenti(approvato, scritto, concessoDi(rimodulazione, approvato)).filter((s) => s.oltre > 0n);
  return [
    ...mancanzeAzioni(scritto.azioni, regole).map(({ messaggio }) => messaggio),
    ...mancanzeBudget(scritto.azioni, scritto.voci, regole).map(({ messaggio }) => messaggio),
    ...oltre.map((s) => `${nome(s.categoria)}: il contributo è ${euro(s.scritto)}, ${euro(s.oltre)} più di quanto concesso.`),
  ];
}

/** I valori delle due sezioni con dentro un piano: il resto di ciò che vi è scritto non cambia. */
export const sezioniConPiano = (
  { azioni, voci }: { azioni: AzionePiano[]; voci: VoceBudget[] },
  base: Record<string, Valori>,
): Record<SezionePiano, Valori> => ({
  azioni: { ...base.azioni, azioni },
  quadro_economico: { ...base.quadro_economico, voci },
});

/** Il piano scritto adesso nelle due sezioni della rimodulazione. */
export const pianoScritto = ({ sezioni }: Pick<Rimodulazione, 'sezioni'>): Piano => ({
  azioni: azioniIn(sezioni.azioni?.valori.azioni),
  voci: vociIn(sezioni.quadro_economico?.valori.voci),
});
