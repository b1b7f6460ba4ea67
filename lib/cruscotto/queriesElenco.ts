import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import { giornoDi } from '@/lib/format/data';
import type { AzioneInElenco, Pagina, ProgettoInElenco, Scelte } from './letture';
import { AZIONI, AZIONI_FERME, CAUSE, COMUNI } from './queriesAttese';
import { BASE_AZIONI, BASE_PROGETTI, diCausa, type FiltriElenco, niente, parlaDiCause, type Sql, se } from './queriesCondizioni';

const PER_PAGINA = 50;
/** La pagina a cui appartengono le viste salvate di questo elenco. */
export const PAGINA_VISTE = 'cruscotto/elenco';

/** `pagina`: le righe dopo la chiave, nel verso chiesto. La chiave porta codici, date e numeri: mai testo scritto da persone. */
function pagina(f: FiltriElenco, quante: number): Sql {
  const taglio = f.dopo?.lastIndexOf('_') ?? -1;
  const [chiave, id] = [f.dopo?.slice(0, taglio) ?? '', f.dopo?.slice(taglio + 1)];
  const giu = f.verso === 'desc';
  const oltre = giu
    ? sql`(b.chiave, b.id) < (${chiave} collate "C", ${id}::uuid)`
    : sql`(b.chiave, b.id) > (${chiave} collate "C", ${id}::uuid)`;
  const dopo = id ? oltre : sql`true`;
  // la pagina prima comincia cinquanta righe più su, contando all'indietro da dove comincia questa
  const precedente = sql`coalesce((select b.chiave || '_' || b.id from base b where not (${dopo})
    order by ${giu ? sql`b.chiave, b.id` : sql`b.chiave desc, b.id desc`} offset ${PER_PAGINA} limit 1), '')`;
  return sql`pagina as materialized (select b.* from base b where ${dopo} order by ${giu ? sql`b.chiave desc, b.id desc` : sql`b.chiave, b.id`} limit ${quante}),
    conti as (select count(*) as totale, count(distinct b.progetto_id) as progetti, count(*) filter (where not (${dopo})) as prima,
      ${id ? precedente : sql`null::text`} as precedente from base b)`;
}

const RIGHE_PROGETTI: Sql = sql`
  select json_build_object('id', p.id, 'chiave', b.chiave, 'codice', p.codice, 'titolo', p.titolo, 'territorio', p.territorio, 'stato', p.stato,
    'capofila', (select ${NOME_ENTE} from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id
      where pa.progetto_id = p.id and pa.ruolo = 'CAPOFILA' order by pa.dal desc limit 1),
    'azioni', coalesce(q.non_rilevate + q.non_avviate + q.in_preparazione + q.in_corso + q.parziali + q.completate + q.sospese + q.annullate, 0),
    'inRitardo', coalesce(q.in_ritardo, 0),
    'scadute', (select count(*) from dovuti d where d.progetto_id = p.id and d.scaduto), 'scadenza', (select min(d.scadenza) from dovuti d where d.progetto_id = p.id),
    'attese', (select coalesce(json_agg(json_build_object('chi', t.chi, 'che', t.che, 'dal', t.dal) order by t.dal, t.chi, t.che), '[]') from attese t where t.progetto_id = p.id),
    'istruttore', (select left(u.nome, 1) || '. ' || u.cognome from in_verifica v join utente u on u.id = v.assegnato_a where v.progetto_id = p.id order by v.dal limit 1)) as riga,
    b.chiave, b.id
  from pagina b join progetto p on p.id = b.id left join situazione_progetto q on q.progetto_id = p.id`;
const RIGHE_AZIONI: Sql = sql`
  select json_build_object('id', z.id, 'chiave', b.chiave, 'progettoId', p.id, 'progetto', p.codice, 'territorio', p.territorio, 'codice', z.codice, 'titolo', z.titolo,
    'ente', (select ${NOME_ENTE} from organizzazione o where o.id = z.organizzazione_id), 'stato', coalesce(s.stato::text, 'NON_RILEVATA'), 'percentuale', s.percentuale,
    'fine', z.fine_prevista, 'ritardo', coalesce(greatest(0, coalesce(s.fine_effettiva, s.fine_stimata) - z.fine_prevista), 0),
    'causa', (select v.etichetta from avanzamento_causa c join causa_ritardo v on v.regione_id = c.regione_id and v.codice = c.causa
      where c.avanzamento_id = s.avanzamento_id and not c.risolta order by c.primaria desc, c.causa limit 1)) as riga, b.chiave, b.id
  from pagina b join azione z on z.id = b.id join progetto p on p.id = z.progetto_id left join situazione_azione s on s.azione_id = z.id`;

const SCELTE = (attore: Attore): Sql => sql`
  'bandi', (select coalesce(json_agg(json_build_object('id', x.id, 'nome', x.titolo) order by x.titolo), '[]') from bando x),
  'ambiti', (select coalesce(json_agg(json_build_object('id', x.id, 'nome', coalesce(x.nome, x.nome_descrittivo)) order by x.numero), '[]') from ambito x),
  'istruttori', (select coalesce(json_agg(json_build_object('id', u.id, 'nome', left(u.nome, 1) || '. ' || u.cognome) order by u.cognome, u.id), '[]') from utente u
    where u.id in (select i.utente_id from incarico i where i.ruolo = 'ISTRUTTORE' and i.revocato_il is null)),
  'cause', (select coalesce(json_agg(json_build_object('codice', v.codice, 'etichetta', v.etichetta) order by v.dipende_regione desc, v.etichetta), '[]') from causa_ritardo v),
  'viste', (select coalesce(json_agg(json_build_object('id', w.id, 'nome', w.nome, 'filtri', w.filtri) order by w.nome), '[]')
    from vista_salvata w where w.utente_id = ${attore.utenteId}::uuid and w.pagina = ${PAGINA_VISTE})`;

/** Le relazioni che servono a questo elenco, e non altre: le ventimila azioni si leggono solo se una condizione o l'ordine ne parla. */
function relazioni(f: FiltriElenco, oggi: string): Sql {
  const cause = se(parlaDiCause(f), sql`, ${CAUSE}`);
  if (f.vista === 'azioni')
    return sql`${COMUNI(oggi)} ${cause}, ${parlaDiCause(f) ? AZIONI_FERME(diCausa(f)) : AZIONI}, ${BASE_AZIONI(f, oggi)}`;
  return sql`${COMUNI(oggi)} ${cause} ${se(f.statoAzione, sql`, ${AZIONI}`)}, ${BASE_PROGETTI(f, oggi)}`;
}

type Letta = Omit<Pagina<ProgettoInElenco | AzioneInElenco>, 'dopo'>;

function conDopo({ righe, ...resto }: Letta, quante: number): Pagina<ProgettoInElenco | AzioneInElenco> {
  const ultima = righe[quante - 1];
  return { ...resto, righe: righe.slice(0, quante), dopo: righe.length > quante && ultima ? `${ultima.chiave}_${ultima.id}` : null };
}

/** Una pagina dell'elenco, di progetti o di azioni secondo `filtri.vista`, senza le scelte: per chi scarica. `quante` righe al più. */
export async function leggiPagina(attore: Attore, f: FiltriElenco, quante: number): Promise<Pagina<ProgettoInElenco | AzioneInElenco>> {
  const [riga] = await interroga<{ dati: Letta }>(attore, istruzione(f, giornoDi(attore.adesso), quante, niente));
  if (!riga) throw new Error('L’elenco non ha risposto.');
  return conDopo(riga.dati, quante);
}

/** La pagina dell'elenco con i filtri possibili e le viste salvate di chi guarda, 50 righe alla volta. Un'istruzione sola. */
export async function elencaCruscotto(
  attore: Attore,
  f: FiltriElenco,
): Promise<{ pagina: Pagina<ProgettoInElenco | AzioneInElenco>; scelte: Scelte }> {
  const scelte = sql`, 'scelte', json_build_object(${SCELTE(attore)})`;
  const [riga] = await interroga<{ dati: Letta & { scelte: Scelte } }>(attore, istruzione(f, giornoDi(attore.adesso), PER_PAGINA, scelte));
  if (!riga) throw new Error('L’elenco non ha risposto.');
  const { scelte: lette, ...pagina } = riga.dati;
  return { pagina: conDopo(pagina, PER_PAGINA), scelte: lette };
}

const istruzione = (f: FiltriElenco, oggi: string, quante: number, altro: Sql): Sql => sql`
  with ${relazioni(f, oggi)}, ${pagina(f, quante + 1)}, righe as (${f.vista === 'azioni' ? RIGHE_AZIONI : RIGHE_PROGETTI})
  select json_build_object('righe', (select coalesce(json_agg(r.riga order by ${f.verso === 'desc' ? sql`r.chiave desc, r.id desc` : sql`r.chiave, r.id`}), '[]') from righe r),
    'totale', (select totale from conti), 'progetti', (select progetti from conti), 'prima', (select prima from conti), 'precedente', (select precedente from conti) ${altro}) as dati`;
