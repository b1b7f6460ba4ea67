import type { Attore } from '@/lib/auth/attore';
import { Attuazione, type CategoriaCosto, type DominioModifica } from '@/lib/bandi/configurazione';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { ContenutoVersione, VoceBudget } from '@/lib/domande/valori';
import type { ContestoPiano } from '@/lib/piano/contesto';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { contenutoCongelato, contenutoInVigore } from './inVigore';
import type { Operazione } from './operazioni';
import type { RegoleModifica } from './ostacoli';
import { IN_VIGORE, type PianoLetto } from './queriesPiano';
import type { Regola } from './regola';
import type { Competente, Regime, StatoModifica } from './schema';

/** Una richiesta con tutto ciò che serve a scriverla, esaminarla e deciderla. Istanti ISO, date AAAA-MM-GG, importi in centesimi. */

export type Richiesta = {
  id: string;
  numero: number;
  dominio: DominioModifica;
  stato: StatoModifica;
  regime: Regime | null;
  competente: Competente | null;
  regola: Regola | null;
  baseNumero: number | null;
  baseSha256: string;
  operazioni: Operazione[];
  motivazione: string;
  rev: number;
  ente: string;
  apertaIl: string;
  presentataIl: string | null;
  protocollo: string | null;
  assegnataA: { id: string; nome: string } | null;
  accolte: string[] | null;
  notaDecisione: string | null;
  atto: string | null;
  dataAtto: string | null;
  decisaIl: string | null;
  /** Il numero della versione che ne è nata. */
  versione: number | null;
};
/** Ciò che vale per tutte le richieste di un progetto. */
export type ContornoModifica = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  /** Se l'ente di chi guarda ne è oggi capofila. */
  capofila: boolean;
  /** C'è una rinuncia che aspetta la Regione: nessuna modifica va avanti. */
  rinuncia: boolean;
  attuazione: Attuazione;
  categorieCosto: CategoriaCosto[];
  categorieIntervento: ContestoPiano['categorieIntervento'];
  gruppi: ContestoPiano['gruppi'];
  enti: { id: string; nome: string }[];
  codiciTolti: string[];
  dal: string | null;
  al: string | null;
  assegnatoCents: string | null;
  inVigore: ContenutoVersione;
  /** Lo stesso com'è congelato: senza recapiti, se la versione è di prima dell'avvio. */
  congelato: ContenutoVersione;
  numeroInVigore: number | null;
  /** Le voci dell'ultimo piano approvato dalla Regione: di lì si misura quanto si sposta (app.quota_spostata). */
  vociApprovate: VoceBudget[] | null;
};
export type ModificaIntera = ContornoModifica & {
  richiesta: Richiesta;
  /** Il piano da cui la richiesta è partita: lo stesso in vigore, se intanto non è cambiato. */
  base: ContenutoVersione;
};

type Letta = Omit<ContornoModifica, 'inVigore' | 'congelato' | 'numeroInVigore' | 'attuazione'> & {
  attuazione: unknown;
  piano: PianoLetto;
  richiesta: Richiesta | null;
  base: ContenutoVersione | null;
};

const VERSIONE_NATA = sql`(select w.numero from versione_progetto w where w.id = q.versione_id)`;
export const IN_BREVE = sql`'id', q.id, 'numero', q.numero, 'dominio', q.dominio, 'stato', q.stato, 'regime', q.regime, 'competente', q.competente, 'regola', q.regola,
  'rev', q.rev, 'apertaIl', q.aperta_il, 'presentataIl', q.presentata_il, 'protocollo', q.protocollo, 'notaDecisione', q.nota_decisione, 'atto', q.atto,
  'dataAtto', q.data_atto, 'decisaIl', q.decisa_il, 'versione', ${VERSIONE_NATA},
  'ente', (select ${NOME_ENTE} from organizzazione o where o.id = q.organizzazione_id),
  'assegnataA', (select json_build_object('id', u.id, 'nome', u.nome || ' ' || u.cognome) from utente u where u.id = q.assegnata_a)`;
const RICHIESTA = sql`json_build_object(${IN_BREVE}, 'baseNumero', q.base_numero, 'baseSha256', q.base_sha256, 'operazioni', q.operazioni,
  'motivazione', q.motivazione, 'accolte', q.accolte)`;
// di un progetto mai congelato la base è la prima versione approvata, che nasce insieme alla prima modifica; finché non c'è, il piano in vigore
const BASE = sql`(select w.contenuto from versione_progetto w where w.progetto_id = p.id and w.genere = 'APPROVATA'
  and (w.numero = q.base_numero or q.base_numero is null) order by w.numero limit 1)`;

const VOCI_APPROVATE = sql`(select w.contenuto #> '{piano,voci}' from versione_progetto w where w.progetto_id = p.id and w.genere = 'APPROVATA'
  and not exists (select from richiesta_modifica r where r.versione_id = w.id and r.stato = 'REGISTRATA') order by w.numero desc limit 1)`;

/** Un progetto e, se detta, una sua richiesta: la stessa istruzione per la pagina e, dentro una transazione, per gli atti. */
export const modificaLetta = (progettoId: string, richiestaId: string | null) => sql`
  select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato,
    'capofila', exists (select from partecipazione x where x.progetto_id = p.id and x.organizzazione_id = app.organizzazione_id() and x.ruolo = 'CAPOFILA' and x.al is null),
    'rinuncia', exists (select from cessazione c where c.progetto_id = p.id and c.stato = 'CHIESTA'),
    'attuazione', coalesce(v.configurazione -> 'attuazione', '{}'), 'categorieCosto', coalesce(v.configurazione -> 'categorieCosto', '[]'),
    'categorieIntervento', (select coalesce(json_agg(json_build_object('codice', c.codice, 'etichetta', c.etichetta, 'tipo', c.tipo) order by c.ordine), '[]')
      from categoria_intervento c where c.regione_id = p.regione_id),
    'gruppi', (select coalesce(json_agg(json_build_object('codice', g.codice, 'etichetta', g.etichetta) order by g.etichetta), '[]')
      from gruppo_destinatari g where g.regione_id = p.regione_id),
    'enti', (select coalesce(json_agg(json_build_object('id', o.id, 'nome', ${NOME_ENTE}) order by o.denominazione), '[]')
      from organizzazione o where o.regione_id = p.regione_id and o.confluita_in_id is null and o.tipo <> 'REGIONE'),
    'codiciTolti', (select coalesce(json_agg(z.codice), '[]') from azione z where z.progetto_id = p.id and z.annullata_il is not null),
    'dal', p.data_avvio, 'al', p.data_fine_prevista, 'assegnatoCents', p.importo_assegnato_cents::text,
    'piano', ${IN_VIGORE}, 'vociApprovate', ${VOCI_APPROVATE},
    'richiesta', case when q.id is null then null else ${RICHIESTA} end, 'base', case when q.id is null then null else ${BASE} end) as dati
  from progetto p left join bando_versione v on v.id = p.bando_versione_id
    left join richiesta_modifica q on q.progetto_id = p.id and q.id = ${richiestaId}::uuid
  where p.id = ${progettoId}::uuid`;

/** Da ciò che si è letto a ciò che serve; null se il progetto non ha un piano leggibile. */
export function contornoDi({ piano, attuazione, richiesta: _, base: __, ...resto }: Letta): ContornoModifica | null {
  const [inVigore, congelato] = [contenutoInVigore(piano), contenutoCongelato(piano)];
  if (!inVigore || !congelato) return null;
  return { ...resto, attuazione: Attuazione.parse(attuazione), inVigore, congelato, numeroInVigore: piano.approvata?.numero ?? null };
}

/** Come contornoDi, con la richiesta; null se la richiesta non c'è o non si vede. */
export function componiModifica(letta: Letta): ModificaIntera | null {
  const contorno = contornoDi(letta);
  if (!contorno || !letta.richiesta) return null;
  const base = letta.base ? { ...letta.base, anagrafica: letta.base.anagrafica ?? letta.piano.anagrafica } : contorno.inVigore;
  return { ...contorno, richiesta: letta.richiesta, base };
}
export type { Letta as ModificaLetta };

/** Le regole con cui lib/modifiche/ostacoli.ts controlla una modifica. */
export const regoleDi = (contorno: ContornoModifica): RegoleModifica => contorno;

/** Una richiesta per la sua pagina; null se non esiste o non si vede. */
export async function leggiModifica(attore: Attore, progettoId: string, richiestaId: string): Promise<ModificaIntera | null> {
  const [riga] = await interroga<{ dati: Letta }>(attore, modificaLetta(progettoId, richiestaId));
  return riga ? componiModifica(riga.dati) : null;
}
