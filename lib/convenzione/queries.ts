import type { Attore } from '@/lib/auth/attore';
import type { Attuazione } from '@/lib/bandi/configurazione';
import { regolaDa } from '@/lib/calendario/regola';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { type Convenzione, datiMancanti, type ProntoPerAvvio } from './regole';

// Il piano in vigore, in centesimi: quello dell'ultima versione approvata.
const IN_PIANO = sql`coalesce((select sum((x ->> 'contributoCents')::bigint) from jsonb_array_elements((select w.contenuto #> '{piano,voci}' from versione_progetto w
  where w.progetto_id = p.id and w.genere = 'APPROVATA' and w.fase <> 'IDEA' order by w.numero desc limit 1)) x), 0)::text`;
const CONVENZIONE = sql`json_build_object('cup', coalesce(c.cup, p.cup), 'iban', c.iban, 'intestatario', c.intestatario, 'referente', c.referente, 'email', c.email,
  'telefono', c.telefono, 'sede', c.sede)`;
// Chi altro ha già quel CUP: lo vede solo la Regione, l'ente legge i suoi progetti.
const CUP_ALTROVE = sql`(select z.codice from progetto z where z.id <> p.id and z.cup = c.cup limit 1)`;

type Grezzo = { convenzione: Convenzione; assegnato: string | null; inPiano: string; cupAltrove: string | null };
const COLONNE = sql`'convenzione', ${CONVENZIONE}, 'assegnato', p.importo_assegnato_cents::text, 'inPiano', ${IN_PIANO},
  'cupAltrove', ${CUP_ALTROVE}`;

const pronto = ({ convenzione, assegnato, inPiano, cupAltrove }: Grezzo): ProntoPerAvvio => ({
  convenzione,
  assegnato: assegnato === null ? null : BigInt(assegnato),
  inPiano: BigInt(inPiano),
  cupAltrove,
});

/** Ciò che serve a decidere se avviare, dentro una transazione: la stessa istruzione della pagina. */
export const prontoPerAvvio = (progettoId: string) =>
  sql`select json_build_object(${COLONNE}) as dati from progetto p left join convenzione c on c.progetto_id = p.id where p.id = ${progettoId}::uuid`;
export const prontoDa = (riga: { dati: unknown } | undefined): ProntoPerAvvio | null => (riga ? pronto(riga.dati as Grezzo) : null);

export type PaginaConvenzione = ProntoPerAvvio & {
  id: string;
  titolo: string;
  stato: StatoProgetto;
  capofila: boolean;
  rev: number;
  mancano: string[];
  approvato: string | null;
  inizio: string | null;
  fine: string | null;
  atto: string | null;
  dataAtto: string | null;
  regola: Attuazione;
};

/**
 * La convenzione di un progetto approvato o avviato; null se il progetto non esiste, non si vede o non è ancora approvato.
 * Il conto lo legge chi lo scrive e chi paga. Date AAAA-MM-GG.
 */
export async function leggiConvenzione(attore: Attore, progettoId: string): Promise<PaginaConvenzione | null> {
  const [riga] = await interroga<{
    dati: Omit<PaginaConvenzione, keyof ProntoPerAvvio | 'regola' | 'mancano'> & Grezzo & { configurazione: unknown };
  }>(
    attore,
    sql`
    select json_build_object(${COLONNE}, 'id', p.id, 'titolo', p.titolo, 'stato', p.stato, 'rev', coalesce(c.rev, 0), 'approvato', p.data_approvazione,
      'inizio', p.data_avvio, 'fine', p.data_fine_prevista, 'atto', c.atto, 'dataAtto', c.data_atto, 'configurazione', v.configurazione,
      'capofila', exists (select from partecipazione pa where pa.progetto_id = p.id and pa.organizzazione_id = ${attore.organizzazioneId}::uuid
        and pa.ruolo = 'CAPOFILA')) as dati
    from progetto p left join convenzione c on c.progetto_id = p.id left join bando_versione v on v.id = p.bando_versione_id
    where p.id = ${progettoId}::uuid and p.stato in ('APPROVATO', 'RIMODULAZIONE_INIZIALE', 'AVVIATO', 'SOSPESO', 'CONCLUSO', 'RITIRATO', 'REVOCATO')`,
  );
  if (!riga) return null;
  const { convenzione, assegnato, inPiano, cupAltrove, configurazione, ...resto } = riga.dati;
  const letto = pronto({ convenzione, assegnato, inPiano, cupAltrove });
  const conto = resto.capofila || attore.lettore === 'app_regione' ? {} : { iban: null, intestatario: null };
  return {
    ...resto,
    ...letto,
    mancano: datiMancanti(letto.convenzione),
    convenzione: { ...letto.convenzione, ...conto },
    regola: regolaDa(configurazione),
  };
}
