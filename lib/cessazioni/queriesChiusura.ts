import { sql } from '@/lib/db/sql';
import type { DaConcludere } from './rules';

/** Ciò che serve a dire se un progetto si può concludere, e da quando è cominciato. */
export type Chiudibile = DaConcludere & { avvio: string | null };

/** Il pezzo di JSON, con il progetto in alias `p`: lo leggono la pagina e l'atto, dalla stessa istruzione. */
export const CHIUDIBILE = sql`json_build_object('id', p.id, 'stato', p.stato, 'fine', p.data_fine_prevista, 'avvio', p.data_avvio,
  'periodi', (select coalesce(json_agg(json_build_object('id', pe.id, 'dal', pe.dal, 'al', pe.al, 'dovuto', pe.dovuto, 'rapportoId', r.id,
      'approvato', coalesce(r.stato in ('APPROVATO', 'APPROVATO_CON_RILIEVI'), false)) order by pe.dal), '[]')
    from periodo pe left join rapporto_progetto r on r.periodo_id = pe.id where pe.progetto_id = p.id and pe.tipo <> 'RILEVAZIONE'),
  'aperte', json_build_object(
    'modifiche', (select count(*) from richiesta_modifica m where m.progetto_id = p.id and m.stato in ('PRESENTATA', 'IN_ISTRUTTORIA')),
    'proroghe', (select count(*) from proroga x where x.progetto_id = p.id and x.stato in ('PRESENTATA', 'IN_ISTRUTTORIA')),
    'rinuncia', exists (select from cessazione c where c.progetto_id = p.id and c.stato = 'CHIESTA')),
  'prescrizioni', (select count(*) from prescrizione s where s.progetto_id = p.id and s.stato not in ('VERIFICATA', 'ANNULLATA')))`;

export const chiudibile = (progettoId: string) => sql`select ${CHIUDIBILE} as dati from progetto p where p.id = ${progettoId}::uuid`;
