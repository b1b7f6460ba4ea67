import { piuGiorni } from '@/lib/attuazione/rules';
import type { StatoAzione, StatoParte } from '@/lib/attuazione/schema';
import type { ProgettoConDoveri } from '@/lib/attuazione/tipiCompiti';

/** Fin dove guarda il calendario di un ente, in giorni. */
export const GIORNI_CALENDARIO = 60;

export type AzioneMia = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoAzione | null;
  percentuale: number | null;
  fine: string | null;
  /** Giorni oltre la fine prevista, secondo l'ultima relazione presentata; nullo se non si può dire. */
  ritardo: number | null;
};
export type RichiestaMia = {
  id: string;
  genere: 'MODIFICA' | 'PROROGA' | 'RINUNCIA';
  numero: number | null;
  stato: 'BOZZA' | 'PRESENTATA' | 'IN_ISTRUTTORIA' | 'CHIESTA';
  /** Da quando sta dov'è: la presentazione o, se in bozza, l'apertura. */
  dal: string;
};
/** Di un progetto in attuazione, ciò che riguarda l'ente che guarda. Date AAAA-MM-GG. */
export type SituazioneEnte = {
  scadenze: { periodoId: string; dal: string; al: string; scadenza: string }[];
  azioni: AzioneMia[];
  richieste: RichiestaMia[];
};
export type ProgettoMio = ProgettoConDoveri & { mio: SituazioneEnte | null };

type DiProgetto = { progettoId: string; progetto: string };
const chi = ({ id, titolo }: ProgettoMio): DiProgetto => ({ progettoId: id, progetto: titolo });

/** Le scadenze dei prossimi sessanta giorni, dalla più vicina: di ciò che l'ente prepara, come capofila o con le sue azioni. `oggi` AAAA-MM-GG. */
export const calendario = (progetti: readonly ProgettoMio[], oggi: string) =>
  progetti
    .filter(({ capofila, azioniMie, sospeso }) => !sospeso && (capofila || azioniMie > 0))
    .flatMap((p) => (p.mio?.scadenze ?? []).map((scadenza) => ({ ...chi(p), ...scadenza, capofila: p.capofila })))
    .filter(({ scadenza }) => scadenza >= oggi && scadenza <= piuGiorni(oggi, GIORNI_CALENDARIO))
    .sort((a, b) => a.scadenza.localeCompare(b.scadenza) || a.progetto.localeCompare(b.progetto, 'it'));

/** Le azioni dell'ente: prima quelle in più ritardo. */
export const azioniMie = (progetti: readonly ProgettoMio[]) =>
  progetti
    .flatMap((p) => (p.mio?.azioni ?? []).map((azione) => ({ ...chi(p), ...azione })))
    .sort(
      (a, b) =>
        (b.ritardo ?? 0) - (a.ritardo ?? 0) ||
        a.progetto.localeCompare(b.progetto, 'it') ||
        a.codice.localeCompare(b.codice, 'it', { numeric: true }),
    );

/** Modifiche, proroghe e rinunce non ancora decise, dalla più vecchia. In bozza aspettano l'ente, poi la Regione. */
export const richiesteMie = (progetti: readonly ProgettoMio[]) =>
  progetti
    .flatMap((p) =>
      (p.mio?.richieste ?? []).map((richiesta) => ({
        ...chi(p),
        ...richiesta,
        tocca: richiesta.stato === 'BOZZA' ? ('CAPOFILA' as const) : ('REGIONE' as const),
        capofila: p.capofila,
      })),
    )
    .sort((a, b) => a.dal.localeCompare(b.dal));

/** Le parti dell'ente nelle relazioni aperte in cui non è capofila: a che punto sono. */
export const partiMie = (progetti: readonly ProgettoMio[]) =>
  progetti
    .filter(({ capofila }) => !capofila)
    .flatMap((p) =>
      p.periodi.flatMap(({ dal, al, rapporto }) => {
        const stato: StatoParte | null = rapporto?.miaParte ?? null;
        return rapporto && stato && stato !== 'NON_DOVUTO' ? [{ ...chi(p), dal, al, rapportoId: rapporto.id, stato }] : [];
      }),
    );
