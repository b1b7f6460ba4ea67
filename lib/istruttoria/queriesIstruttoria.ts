import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { DecisioneLetta, IstruttoriaIntera, RichiestaDellaRegione } from './letture';
import type { FaseEsame } from './regole';

const RICHIESTE = sql`(select coalesce(json_agg(json_build_object('id', n.id, 'fase', n.fase, 'genere', n.genere, 'motivo', n.motivo, 'sezioni', n.sezioni,
  'testo', n.testo, 'entro', n.entro, 'stato', n.stato, 'risposta', n.risposta, 'chiestaIl', n.chiesta_il, 'rispostaIl', n.risposta_il)
  order by n.chiesta_il desc, n.id), '[]') from integrazione n where n.progetto_id = p.id)`;

const DECISIONI = sql`(select coalesce(json_agg(json_build_object('id', d.id, 'fase', d.fase, 'esito', d.esito, 'motivi', d.motivi, 'motivazione', d.motivazione,
  'atto', d.atto, 'dataAtto', d.data_atto, 'richiestoCents', d.richiesto_cents::text, 'concessoCents', d.concesso_cents::text,
  'concessoPerCategoria', d.concesso_per_categoria, 'decisaIl', d.decisa_il) order by d.decisa_il desc, d.id), '[]')
  from decisione d where d.progetto_id = p.id)`;

/** L'esame di una domanda, tutto in un'istruzione; null se non esiste, non si vede, o non viene da un bando del portale. */
export async function leggiIstruttoria(attore: Attore, id: string): Promise<IstruttoriaIntera | null> {
  const [riga] = await interroga<{ dati: IstruttoriaIntera }>(
    attore,
    sql`
    select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'territorio', p.territorio, 'stato', p.stato, 'fase', f.fase,
      'bando', json_build_object('id', b.id, 'titolo', b.titolo),
      'configurazione', bv.configurazione,
      'enti', (select coalesce(json_agg(json_build_object('id', o.id, 'nome', ${NOME_ENTE}, 'ruolo', pa.ruolo)
          order by (pa.ruolo <> 'CAPOFILA'), pa.ordine, o.denominazione), '[]')
        from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id where pa.progetto_id = p.id),
      'versione', (select json_build_object('numero', v.numero, 'fase', v.fase, 'genere', v.genere, 'creataIl', v.creata_il, 'protocollo', v.protocollo,
          'sha256', v.sha256, 'ente', (select ${NOME_ENTE} from organizzazione o where o.id = v.organizzazione_id))
        from versione_progetto v where v.progetto_id = p.id and v.genere <> 'APPROVATA' order by v.numero desc limit 1),
      'istruttoria', (select json_build_object('assegnataA', i.assegnata_a, 'assegnataIl', i.assegnata_il, 'verifiche', i.verifiche, 'rev', i.rev,
          'chiusaIl', i.chiusa_il, 'assegnataNome', (select u.nome || ' ' || u.cognome from utente u where u.id = i.assegnata_a))
        from istruttoria i where i.progetto_id = p.id and i.fase = f.fase),
      'istruttori', (select coalesce(json_agg(json_build_object('id', u.id, 'nome', u.nome || ' ' || u.cognome) order by u.cognome, u.nome, u.id), '[]')
        from utente u where exists (select from incarico k where k.utente_id = u.id and k.ruolo = 'ISTRUTTORE' and k.revocato_il is null)),
      'richieste', ${RICHIESTE}, 'decisioni', ${DECISIONI},
      'consolidata', (select json_build_object('totaleCentesimi', c.totale_centesimi, 'consolidataIl', c.consolidata_il)
        from valutazione_consolidata c where c.progetto_id = p.id and c.fase = f.fase),
      'voci', coalesce((select (select json_agg(json_build_object('categoria', x ->> 'categoria', 'contributoCents', x ->> 'contributoCents'))
          from jsonb_array_elements(v.contenuto #> '{piano,voci}') x)
        from versione_progetto v where v.progetto_id = p.id and v.fase = 'PROGETTO' and v.genere <> 'APPROVATA' order by v.numero desc limit 1), '[]'),
      'capienza', json_build_object('dotazioneCents', b.dotazione_cents::text,
        'impegnatoCents', (select coalesce(sum(z.importo_assegnato_cents), 0)::text from progetto z where z.bando_id = b.id and z.id <> p.id
          and z.stato not in ('NON_APPROVATO', 'RITIRATO', 'REVOCATO', 'INAMMISSIBILE')))
    ) as dati
    from progetto p join bando b on b.id = p.bando_id join bando_versione bv on bv.id = p.bando_versione_id
    cross join lateral (select case when p.stato::text like 'IDEA%' or p.stato = 'PARTNERSHIP_APERTA' then 'IDEA' else 'PROGETTO' end as fase) f
    where p.id = ${id}::uuid`,
  );
  return riga?.dati ?? null;
}

export type LettereDelProgetto = {
  id: string;
  codice: string;
  titolo: string;
  stato: IstruttoriaIntera['stato'];
  capofila: boolean;
  sezioni: { chiave: string; titolo: string }[];
  /** Chi segue l'istruttoria di ciascuna fase; la Regione lo legge nella sua pagina. */
  istruttori: { fase: FaseEsame; nome: string; ufficio: string | null; dal: string }[];
  richieste: RichiestaDellaRegione[];
  decisioni: DecisioneLetta[];
};

/** Ciò che la Regione ha scritto su una domanda, per gli enti che vi partecipano e per la Regione. */
export async function leggiLettere(attore: Attore, id: string): Promise<LettereDelProgetto | null> {
  const istruttori =
    attore.lettore === 'app_ente'
      ? sql`(select coalesce(json_agg(json_build_object('fase', i.fase, 'nome', i.nome, 'ufficio', i.ufficio, 'dal', i.dal) order by i.dal), '[]') from app.istruttore_di(p.id) i)`
      : sql`'[]'::json`;
  const [riga] = await interroga<{ dati: LettereDelProgetto }>(
    attore,
    sql`
    select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato,
      'capofila', exists (select from partecipazione pa where pa.progetto_id = p.id and pa.organizzazione_id = ${attore.organizzazioneId}::uuid and pa.ruolo = 'CAPOFILA'),
      'sezioni', coalesce((select (select json_agg(json_build_object('chiave', s ->> 'chiave', 'titolo', s ->> 'titolo'))
        from jsonb_array_elements(bv.configurazione -> 'sezioni') s) from bando_versione bv where bv.id = p.bando_versione_id), '[]'),
      'istruttori', ${istruttori}, 'richieste', ${RICHIESTE}, 'decisioni', ${DECISIONI}) as dati
    from progetto p where p.id = ${id}::uuid`,
  );
  return riga?.dati ?? null;
}
