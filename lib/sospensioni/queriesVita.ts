import type { Lettore } from '@/lib/auth/attore';
import { sql } from '@/lib/db/sql';

const CHIUSA = sql`exists (select from cessazione c where c.progetto_id = p.id and c.stato = 'CHIESTA')`;

/** Il pezzo di JSON di Vita, con il progetto in alias `p`. La ricerca non legge le rinunce: per lei non ce n'è mai una in attesa. */
export const VITA = (
  lettore: Lettore,
  oggi: string,
) => sql`json_build_object('fine', p.data_fine_prevista, 'fineOriginaria', p.data_fine_originaria,
  'fineEffettiva', p.data_fine_effettiva, 'rinunciaInAttesa', ${lettore === 'app_ricerca' ? sql`false` : CHIUSA},
  'sospensione', (select json_build_object('dal', s.dal, 'al', s.al) from sospensione s where s.progetto_id = p.id and s.azione_id is null
    and (s.al is null or s.al >= ${oggi}::date) order by s.dal limit 1))`;
