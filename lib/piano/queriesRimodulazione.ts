import type { Attore, Lettore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { Rimodulazione } from './rimodulazione';

const VERSIONE = sql`'numero', w.numero, 'fase', w.fase, 'genere', w.genere, 'protocollo', w.protocollo, 'creataIl', w.creata_il, 'piano', w.contenuto -> 'piano'`;

// La Regione non ha il diritto di leggere le sezioni che si scrivono: per lei l'istruzione non le nomina.
const SEZIONI = sql`(select coalesce(json_object_agg(s.chiave, json_build_object('valori', s.valori, 'rev', s.rev, 'aperta', s.aperta)), '{}')
  from sezione_progetto s where s.progetto_id = p.id and s.fase = 'RIMODULAZIONE' and s.chiave in ('azioni', 'quadro_economico'))`;

/** La rimodulazione di un progetto in un'istruzione: la stessa per la pagina e, dentro una transazione, per gli atti. */
export const rimodulazioneScritta = (progettoId: string, lettore: Lettore) => sql`
  select json_build_object(
    'id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato,
    'richiestoCents', p.importo_richiesto_cents::text, 'assegnatoCents', p.importo_assegnato_cents::text,
    'giorniIntegrazioni', coalesce((v.configurazione ->> 'giorniIntegrazioni')::int, 10),
    'vigente', (select json_build_object(${VERSIONE}, 'sezioni', json_build_object('azioni', coalesce(w.contenuto #> '{sezioni,azioni}', '{}'),
        'quadro_economico', coalesce(w.contenuto #> '{sezioni,quadro_economico}', '{}')))
      from versione_progetto w where w.progetto_id = p.id and w.genere = 'APPROVATA' and w.fase <> 'IDEA' order by w.numero desc limit 1),
    'ultima', (select json_build_object(${VERSIONE}) from versione_progetto w where w.progetto_id = p.id order by w.numero desc limit 1),
    'decisione', (select json_build_object('concessoCents', d.concesso_cents::text, 'concessoPerCategoria', d.concesso_per_categoria, 'dataAtto', d.data_atto)
      from decisione d where d.progetto_id = p.id and d.concesso_cents is not null order by d.decisa_il desc, d.id limit 1),
    'richieste', (select coalesce(json_agg(json_build_object('testo', i.testo, 'sezioni', i.sezioni, 'entro', i.entro, 'stato', i.stato,
        'chiestaIl', i.chiesta_il) order by i.chiesta_il desc), '[]') from integrazione i where i.progetto_id = p.id and i.fase = 'RIMODULAZIONE'),
    'sezioni', ${lettore === 'app_ente' ? SEZIONI : sql`'{}'::json`},
    'contesto', json_build_object(
      'partner', (select coalesce(json_agg(json_build_object('organizzazioneId', o.id, 'denominazione', ${NOME_ENTE})
          order by (pa.ruolo <> 'CAPOFILA'), pa.ordine, o.denominazione), '[]')
        from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id where pa.progetto_id = p.id),
      'categorieCosto', coalesce(v.configurazione -> 'categorieCosto', '[]'),
      'categorieIntervento', (select coalesce(json_agg(json_build_object('codice', c.codice, 'etichetta', c.etichetta, 'tipo', c.tipo) order by c.ordine), '[]')
        from categoria_intervento c where c.regione_id = p.regione_id),
      'gruppi', (select coalesce(json_agg(json_build_object('codice', g.codice, 'etichetta', g.etichetta) order by g.etichetta), '[]')
        from gruppo_destinatari g where g.regione_id = p.regione_id))
  ) as dati
  from progetto p left join bando_versione v on v.id = p.bando_versione_id where p.id = ${progettoId}::uuid`;

/** La rimodulazione, per una pagina; null se il progetto non esiste o non si vede. */
export async function leggiRimodulazione(attore: Attore, progettoId: string): Promise<Rimodulazione | null> {
  const [riga] = await interroga<{ dati: Rimodulazione }>(attore, rimodulazioneScritta(progettoId, attore.lettore));
  return riga?.dati ?? null;
}
