import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { Resoconto } from './kAnonimato';

/** La tabella dei rilasci con le righe della ricerca: la Regione non li legge (0008, rilascio_della_regione). */
export const RIGHE_RICERCA = 'RIGHE_RICERCA';

export type SemestrePubblicato = { semestre: string; resoconto: Resoconto; sha256: string; rilasciatoIl: string };
export type PaginaRighe = {
  programmi: { id: string; titolo: string; dal: string }[];
  pubblicati: (SemestrePubblicato & { programma: string })[];
};

/** I programmi della Regione e i semestri già preparati per la ricerca, senza le righe. */
export async function leggiPaginaRighe(attore: Attore): Promise<PaginaRighe> {
  const [riga] = await interroga<{ pagina: PaginaRighe }>(
    attore,
    sql`select json_build_object(
      'programmi', (select coalesce(json_agg(json_build_object('id', p.id, 'titolo', p.titolo,
          'dal', coalesce(p.dal, (select min(g.data_avvio) from progetto g join bando b on b.id = g.bando_id where b.programma_id = p.id), app.oggi()))
          order by p.codice), '[]') from programma p),
      'pubblicati', (select coalesce(json_agg(json_build_object('programma', r.parametri ->> 'programma', 'semestre', r.parametri ->> 'semestre',
          'resoconto', r.contenuto -> 'resoconto', 'sha256', r.sha256, 'rilasciatoIl', r.rilasciato_il) order by r.parametri ->> 'semestre' desc), '[]')
        from rilascio r where r.tabella = ${RIGHE_RICERCA})
    ) as pagina`,
  );
  return riga?.pagina ?? { programmi: [], pubblicati: [] };
}
