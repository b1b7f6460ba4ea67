import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { DecisioneLetta } from '@/lib/istruttoria/letture';

export type LetteraLetta = {
  regione: string;
  ufficio: string | null;
  bando: string;
  codice: string;
  titolo: string;
  capofila: string | null;
  decisione: DecisioneLetta;
  /** Le voci del piano che la decisione ha esaminato. */
  voci: { categoria: string; contributoCents: string }[];
  categorie: { codice: string; etichetta: string }[];
  prescrizioni: { testo: string; ente: string; entro: string }[];
};

/** Ciò che una lettera dice, com'era quando la decisione è stata presa; null se non esiste o non si vede. */
export async function leggiLettera(attore: Attore, progettoId: string, decisioneId: string): Promise<LetteraLetta | null> {
  const [riga] = await interroga<{ dati: LetteraLetta }>(
    attore,
    sql`
    select json_build_object('regione', (select r.nome from regione r where r.id = p.regione_id),
      'ufficio', null, 'bando', b.titolo, 'codice', p.codice, 'titolo', p.titolo,
      'capofila', (select o.denominazione from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id
        where pa.progetto_id = p.id and pa.ruolo = 'CAPOFILA' limit 1),
      'decisione', json_build_object('id', d.id, 'fase', d.fase, 'esito', d.esito, 'motivi', d.motivi, 'motivazione', d.motivazione, 'atto', d.atto,
        'dataAtto', d.data_atto, 'richiestoCents', d.richiesto_cents::text, 'concessoCents', d.concesso_cents::text,
        'concessoPerCategoria', d.concesso_per_categoria, 'decisaIl', d.decisa_il),
      'voci', coalesce((select (select json_agg(json_build_object('categoria', x ->> 'categoria', 'contributoCents', x ->> 'contributoCents'))
          from jsonb_array_elements(v.contenuto #> '{piano,voci}') x)
        from versione_progetto v where v.progetto_id = p.id and v.fase = d.fase and v.genere <> 'APPROVATA' and v.creata_il <= d.decisa_il
        order by v.numero desc limit 1), '[]'),
      'categorie', coalesce((select bv.configurazione -> 'categorieCosto' from bando_versione bv where bv.id = p.bando_versione_id), '[]'),
      'prescrizioni', (select coalesce(json_agg(json_build_object('testo', z.testo, 'ente', o.denominazione, 'entro', z.entro) order by z.entro, z.id), '[]')
        from prescrizione z join organizzazione o on o.id = z.organizzazione_id where z.decisione_id = d.id)) as dati
    from decisione d join progetto p on p.id = d.progetto_id join bando b on b.id = d.bando_id
    where d.id = ${decisioneId}::uuid and d.progetto_id = ${progettoId}::uuid`,
  );
  return riga?.dati ?? null;
}
