import type { Riga } from '../superutente';
import type { Lettore } from './lettori';
import {
  come,
  type Dati,
  daCapofila,
  dellaRegione,
  diProgettoInBozza,
  ente,
  type Regola,
  type Regole,
  regione,
  ricerca,
  suaRegione,
  suoProgetto,
} from './regole';

/** Le parole dell'oracolo sulle domande, dal bando alla decisione. */

export const haRuolo = (chi: Lettore, ...ruoli: string[]) => ruoli.includes(String(chi.ruolo));
const progettoDi = (riga: Riga, d: Dati) => d.progetto?.find((p) => p.id === riga.progetto_id);
export const inStato = (riga: Riga, d: Dati, ...stati: string[]) => stati.includes(String(progettoDi(riga, d)?.stato));
export const proprio = (chi: Lettore, riga: Riga) => riga.organizzazione_id === chi.organizzazione;

/** La Regione vede una domanda da quando è presentata. */
export const presentata: Regola = (chi, riga, d) => regione(chi) && suaRegione(chi, riga, d) && !diProgettoInBozza(riga, d);
export const deiSuoiEnti: Regola = (chi, riga, d) => ente(chi) && suoProgetto(chi, riga, d);
export const entiERegione: Regola = (chi, riga, d) => deiSuoiEnti(chi, riga, d) || presentata(chi, riga, d);
export const istruisce: Regola = (chi, riga, d) => presentata(chi, riga, d) && haRuolo(chi, 'ISTRUTTORE', 'DIRIGENTE');
export const dirige: Regola = (chi, riga, d) => regione(chi) && suaRegione(chi, riga, d) && haRuolo(chi, 'DIRIGENTE');
export const guida: Regola = (chi, riga, d) => ente(chi) && daCapofila(chi, riga, d);
export const daAmministratore: Regola = (chi, riga, d) => regione(chi) && suaRegione(chi, riga, d) && haRuolo(chi, 'AMMINISTRATORE');

/** L'aggregazione si compone mentre si scrive l'idea o il progetto. */
export const mentreSiScrive: Regola = (chi, riga, d) => guida(chi, riga, d) && inStato(riga, d, 'IDEA_BOZZA', 'PROGETTO_BOZZA');
export const partecipazione: Pick<Regole, 'inserire' | 'aggiornare' | 'cancellare'> = {
  inserire: (chi, riga, d) => mentreSiScrive(chi, riga, d) && ['PARTNER_GESTORE', 'ALTRO'].includes(String(riga.ruolo)),
  aggiornare: (chi, riga, d) => deiSuoiEnti(chi, riga, d) && proprio(chi, riga),
  cancellare: (chi, riga, d) => mentreSiScrive(chi, riga, d) && riga.ruolo !== 'CAPOFILA',
};

/** In quali stati si scrive una fase da zero; e in quali soltanto ciò che la Regione ha riaperto. */
export const SCRITTURA: Record<string, string> = {
  IDEA: 'IDEA_BOZZA',
  PROGETTO: 'PROGETTO_BOZZA',
  RIMODULAZIONE: 'RIMODULAZIONE_INIZIALE',
};
export const RIAPERTURA: Record<string, string> = { IDEA: 'IDEA_DA_INTEGRARE', PROGETTO: 'PROGETTO_DA_INTEGRARE' };
export const DEPOSITATA: Record<string, string> = { IDEA: 'IDEA_PRESENTATA', PROGETTO: 'PROGETTO_PRESENTATO' };
export const nelle = (riga: Riga, d: Dati, ...fasi: Record<string, string>[]) =>
  inStato(riga, d, ...fasi.map((f) => String(f[String(riga.fase)])));
/** Una sezione che la Regione chiede di integrare, adesso. */
export const richiesta = (riga: Riga, d: Dati) =>
  inStato(riga, d, 'IDEA_DA_INTEGRARE', 'PROGETTO_DA_INTEGRARE') &&
  (d.integrazione?.some(
    (i) =>
      i.progetto_id === riga.progetto_id &&
      i.fase === riga.fase &&
      i.genere === 'INTEGRAZIONE' &&
      i.stato === 'APERTA' &&
      (i.sezioni as string[]).includes(String(riga.chiave)),
  ) ??
    false);
export const limitato = (chi: Lettore, riga: Riga, d: Dati) =>
  d.permesso_sezione?.some(
    (p) => p.progetto_id === riga.progetto_id && p.chiave === riga.chiave && proprio(chi, p) && p.diritto !== 'SCRITTURA',
  ) ?? false;

/** Chi valuta non apre la domanda su cui ha un conflitto, né quella che aspetta ancora la sua dichiarazione. */
function preclusa(chi: Lettore, riga: Riga, d: Dati): boolean {
  const [sua, progetto] = [(v: Riga) => v.utente_id === chi.utente, progettoDi(riga, d)];
  const dette = d.valutazione?.filter((v) => v.progetto_id === riga.progetto_id) ?? [];
  if (dette.some((v) => sua(v) && v.conflitto === 'PRESENTE')) return true;
  const fase = { IDEA_AMMISSIBILE: 'IDEA', AMMISSIBILE: 'PROGETTO' }[String(progetto?.stato)];
  const nominato = d.commissario?.some((c) => c.bando_id === progetto?.bando_id && c.fase === fase && sua(c)) ?? false;
  return nominato && !dette.some((v) => v.fase === fase && (sua(v) || v.svelata === true));
}
export const aperta: Regola = (chi, riga, d) => presentata(chi, riga, d) && !preclusa(chi, riga, d);

export const commissarioDi = (riga: Riga, d: Dati, utente: unknown) =>
  d.commissario?.find((c) => c.bando_id === progettoDi(riga, d)?.bando_id && c.fase === riga.fase && c.utente_id === utente);
/** La persona lavora in un ente dell'aggregazione. */
export const coinvolta = (chi: Lettore, riga: Riga, d: Dati) =>
  d.incarico?.some(
    (i) =>
      i.utente_id === chi.utente &&
      d.partecipazione?.some((p) => p.progetto_id === riga.progetto_id && p.organizzazione_id === i.organizzazione_id),
  ) ?? false;

export const firma = (chi: Lettore, riga: Riga) => riga.creata_da === chi.utente && proprio(chi, riga);
export const pubblico = (chi: Lettore) => chi.login === 'app_pubblico';
export const delBando = (regole: Partial<Regole>): Regole =>
  come({ leggere: (chi, riga, d) => dellaRegione(true).leggere(chi, riga, d) && !ricerca(chi), ...regole });
