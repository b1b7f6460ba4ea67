import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';

/** Che cosa l'ente vede di chi ha letto le identità delle sue persone (app.nomi_accessi dà i nomi anche di chi è della Regione). */

export type Scopo = 'SCHEDA' | 'ELENCO' | 'RICERCA' | 'ESPORTAZIONE' | 'CONTROLLO' | 'INTERESSATO' | 'ROTAZIONE';
export type Lettura = { id: string; istante: string; chi: string | null; scopo: Scopo; quante: number; motivatoId: string | null };
export type ControlloSubito = {
  id: string;
  progetto: string;
  motivo: string;
  chi: string | null;
  chiestoIl: string;
  autorizza: string | null;
  autorizzatoIl: string | null;
  scadeIl: string | null;
  /** Le persone lette, ciascuna una volta. */
  persone: string[];
  letture: string[];
};
export type PaginaAccessi = { controlli: ControlloSubito[]; letture: Lettura[]; prossima: string | null };

const PER_PAGINA = 50;

/**
 * @param prima l'ultima lettura già vista: se ne leggono di più vecchie
 */
export async function leggiAccessi(attore: Attore, prima: string | null): Promise<PaginaAccessi> {
  const [riga] = await interroga<{ pagina: Omit<PaginaAccessi, 'prossima'> }>(
    attore,
    sql`with n as materialized (select * from app.nomi_accessi())
    select json_build_object(
      'controlli', (select coalesce(json_agg(json_build_object('id', m.id, 'progetto', (select p.codice || ', ' || p.titolo from progetto p where p.id = m.progetto_id),
          'motivo', m.motivo, 'chi', (select n.nome || ' ' || n.cognome from n where n.utente_id = m.chiesto_da), 'chiestoIl', m.chiesto_il,
          'autorizza', (select n.nome || ' ' || n.cognome from n where n.utente_id = m.autorizzato_da), 'autorizzatoIl', m.autorizzato_il, 'scadeIl', m.scade_il,
          'persone', (select coalesce(json_agg(distinct x), '[]') from accesso_identita a cross join unnest(a.persone) x where a.motivato_id = m.id),
          'letture', (select coalesce(json_agg(a.istante order by a.id), '[]') from accesso_identita a where a.motivato_id = m.id)) order by m.chiesto_il desc), '[]')
        from accesso_motivato m),
      'letture', (select coalesce(json_agg(json_build_object('id', a.id::text, 'istante', a.istante, 'chi', (select n.nome || ' ' || n.cognome from n where n.utente_id = a.utente_id),
          'scopo', a.scopo, 'quante', cardinality(a.persone), 'motivatoId', a.motivato_id) order by a.id desc), '[]')
        from (select * from accesso_identita where ${prima}::bigint is null or id < ${prima}::bigint order by id desc limit ${PER_PAGINA + 1}) a)
    ) as pagina`,
  );
  const { controlli, letture } = riga?.pagina ?? { controlli: [], letture: [] };
  const mostrate = letture.slice(0, PER_PAGINA);
  return { controlli, letture: mostrate, prossima: letture.length > PER_PAGINA ? (mostrate.at(-1)?.id ?? null) : null };
}
