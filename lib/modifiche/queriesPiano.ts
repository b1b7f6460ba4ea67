import { sql } from '@/lib/db/sql';
import type { Anagrafica, ContenutoVersione } from '@/lib/domande/valori';

/** Il piano in vigore di un progetto come lo restituisce il database; l'alias `p` è il progetto. Lo usano gli atti e, nella loro istruzione, le pagine. */

export type PianoLetto = {
  /** L'ultima versione approvata; null se il progetto non ne ha (importato). */
  approvata: { numero: number; contenuto: ContenutoVersione } | null;
  /** Il piano com'è nelle tabelle, solo se non c'è una versione approvata. */
  vivo: ContenutoVersione | null;
  anagrafica: Anagrafica;
};

const PARTNER = sql`(select coalesce(json_agg(json_build_object('organizzazioneId', o.id, 'denominazione', o.denominazione, 'ruolo', pa.ruolo)
    order by (pa.ruolo <> 'CAPOFILA'), pa.ordine, o.denominazione), '[]')
  from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id where pa.progetto_id = p.id and (pa.al is null or pa.al >= app.oggi()))`;
const AMBITI = sql`(select coalesce(json_agg(json_build_object('numero', a.numero, 'nome', a.nome_descrittivo) order by a.numero), '[]')
  from progetto_ambito pa join ambito a on a.id = pa.ambito_id where pa.progetto_id = p.id)`;
// il gruppo di una quantità importata si sa solo se l'azione ne ha uno
const DESTINATARI = sql`(select coalesce(json_agg(json_build_object('id', coalesce(u.destinatario_id, u.id::text), 'gruppo', coalesce(g.gruppo, ''),
    'quantita', u.previsto::int, 'unita', u.unita) order by u.ordine, u.codice), '[]')
  from quantita u left join lateral (select min(d.gruppo) as gruppo from azione_destinatari d where d.azione_id = u.azione_id having count(*) = 1) g on true
  where u.azione_id = z.id and u.tolta_il is null and u.previsto = trunc(u.previsto) and u.previsto between 0 and 100000000)`;
const AZIONI = sql`(select coalesce(json_agg(json_build_object('id', z.id, 'codice', z.codice, 'titolo', z.titolo, 'descrizione', '', 'tipo', z.tipo,
    'categoria', z.categoria_ente, 'organizzazioneId', z.organizzazione_id, 'inizio', z.inizio_previsto, 'fine', z.fine_prevista, 'priorita', 2,
    'destinatari', ${DESTINATARI}, 'indicatori', '[]'::json) order by z.ordine, z.codice), '[]')
  from azione z where z.progetto_id = p.id and z.annullata_il is null)`;
const VOCI = sql`(select coalesce(json_agg(json_build_object('id', b.id, 'azioneId', b.azione_id, 'categoria', b.categoria, 'organizzazioneId', b.organizzazione_id,
    'contributoCents', b.contributo_cents::text, 'cofinanziamentoCents', b.cofinanziamento_cents::text, 'naturaCents', b.natura_cents::text)
    order by z.ordine, b.categoria, b.organizzazione_id), '[]')
  from voce_budget b join azione z on z.id = b.azione_id where b.progetto_id = p.id and z.annullata_il is null)`;
const VIVO = sql`json_build_object('titolo', p.titolo, 'fase', 'PROGETTO',
  'bando', (select json_build_object('titolo', b.titolo, 'versione', coalesce((select v.numero from bando_versione v where v.id = p.bando_versione_id), 0))
    from bando b where b.id = p.bando_id),
  'partner', ${PARTNER}, 'ambiti', ${AMBITI}, 'sezioni', '{}'::json, 'documenti', '[]'::json,
  'piano', json_build_object('azioni', ${AZIONI}, 'voci', ${VOCI}))`;

const ANAGRAFICA = sql`(select json_build_object('referente', c.referente, 'email', c.email, 'telefono', c.telefono, 'sede', c.sede,
  'iban', c.iban, 'intestatario', c.intestatario) from (select 1) x left join convenzione c on c.progetto_id = p.id)`;
const CON_PIANO = sql`from versione_progetto w where w.progetto_id = p.id and w.genere = 'APPROVATA' and w.contenuto ? 'piano'`;

export const IN_VIGORE = sql`json_build_object(
  'approvata', (select json_build_object('numero', w.numero, 'contenuto', w.contenuto) ${CON_PIANO} order by w.numero desc limit 1),
  'vivo', case when exists (select ${CON_PIANO}) then null else ${VIVO} end,
  'anagrafica', ${ANAGRAFICA})`;

export const pianoLetto = (progettoId: string) => sql`select ${IN_VIGORE} as dati from progetto p where p.id = ${progettoId}::uuid`;
