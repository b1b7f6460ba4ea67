import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { Rilascio } from '@/lib/soppressione/letture';
import type { TabellaCoppie } from './regole';

/** La tabella dei rilasci con le sovrapposizioni tra enti: una per programma e trimestre. */
export const SOVRAPPOSIZIONI = 'SOVRAPPOSIZIONI';

export type VociVerifica = {
  /** Se la persona ha il codice fiscale: senza, non c'è nulla da confrontare. */
  conCodice: boolean;
  /** I tipi di azione che sta frequentando, in un progetto il cui bando permette la verifica. */
  voci: { progettoId: string; categoria: string; etichetta: string }[];
  ultime: { categoria: string; risposta: boolean; istante: string }[];
};

/** Che cosa si può chiedere di una propria persona, e che cosa si è già saputo. Null se non è tra le persone dell'ente. */
export async function leggiVerifiche(attore: Attore, personaId: string): Promise<VociVerifica | null> {
  const [riga] = await interroga<{ verifiche: VociVerifica }>(
    attore,
    sql`select json_build_object(
      'conCodice', s.chiave_id is not null and s.unita_a is null,
      'voci', (select coalesce(json_agg(json_build_object('progettoId', v.progetto_id, 'categoria', v.codice, 'etichetta', v.etichetta) order by v.etichetta), '[]') from (
        select distinct on (c.codice) t.progetto_id, c.codice, c.etichetta from partecipante t join frequenza f on f.partecipante_id = t.id
        join azione z on z.id = f.azione_id join categoria_intervento c on c.regione_id = z.regione_id and c.codice = coalesce(z.categoria_valutatore, z.categoria_ente)
        join progetto g on g.id = t.progetto_id left join bando_versione b on b.id = g.bando_versione_id
        where t.persona_id = s.id and t.uscita is null and t.informativa_il is not null
          and coalesce((b.configurazione #>> '{attuazione,sovrapposizioni}')::boolean, true) order by c.codice, t.progetto_id) v),
      'ultime', (select coalesce(json_agg(json_build_object('categoria', coalesce(c.etichetta, u.categoria), 'risposta', u.risposta, 'istante', u.istante) order by u.id desc), '[]')
        from (select distinct on (x.categoria) x.* from verifica_sovrapposizione x where x.persona_id = s.id order by x.categoria, x.id desc) u
        left join categoria_intervento c on c.regione_id = u.regione_id and c.codice = u.categoria)
    ) as verifiche from persona s where s.id = ${personaId}::uuid`,
  );
  return riga?.verifiche ?? null;
}

export type PaginaSovrapposizioni = {
  programmi: { id: string; titolo: string }[];
  /** Il programma scelto, o il primo. */
  programma: string | null;
  rilascio: Rilascio<TabellaCoppie> | null;
  enti: Record<string, string>;
  categorie: Record<string, string>;
};

/** I conteggi pubblicati di un programma a un trimestre, con i nomi degli enti e dei tipi di azione. */
export async function leggiSovrapposizioni(attore: Attore, programma: string | null, trimestre: string): Promise<PaginaSovrapposizioni> {
  const [riga] = await interroga<{ pagina: PaginaSovrapposizioni }>(
    attore,
    sql`with scelto as (select id from programma where ${programma}::uuid is null or id = ${programma}::uuid order by codice limit 1)
    select json_build_object(
      'programmi', (select coalesce(json_agg(json_build_object('id', p.id, 'titolo', p.titolo) order by p.codice), '[]') from programma p),
      'programma', (select id from scelto),
      'rilascio', (select json_build_object('contenuto', r.contenuto, 'sha256', r.sha256, 'rilasciatoIl', r.rilasciato_il) from rilascio r
        where r.tabella = ${SOVRAPPOSIZIONI} and r.parametri ->> 'programma' = (select id::text from scelto) and r.parametri ->> 'trimestre' = ${trimestre}::text),
      'enti', (select coalesce(json_object_agg(o.id, ${NOME_ENTE}), '{}') from organizzazione o
        where o.id in (select distinct q.organizzazione_id from partecipazione q)),
      'categorie', (select coalesce(json_object_agg(c.codice, c.etichetta), '{}') from categoria_intervento c)
    ) as pagina`,
  );
  return riga?.pagina ?? { programmi: [], programma: null, rilascio: null, enti: {}, categorie: {} };
}
