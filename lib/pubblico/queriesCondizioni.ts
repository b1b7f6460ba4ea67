import { sql } from '@/lib/db/sql';

/** La Regione che pubblica il portale: la prima per codice, come nella pagina iniziale. */
export const QUESTA_REGIONE = sql`(select r.id from regione r order by r.codice_istat limit 1)`;
