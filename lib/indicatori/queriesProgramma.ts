import type { Attore } from '@/lib/auth/attore';
import type { InsiemeIndicatori } from '@/lib/bandi/configurazione';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { Conteggio } from './tabella';

/** Gli indicatori di un programma, progetto per progetto: da pubblicare solo con lib/indicatori/pubblicaProgramma.ts. */
export type ProgrammaLetto = {
  programma: { id: string; titolo: string } | null;
  programmi: { id: string; titolo: string }[];
  progetti: { id: string; codice: string; titolo: string; insieme: InsiemeIndicatori; conteggi: Conteggio[] }[];
};

/** Il programma chiesto, o quello con piu progetti avviati. Un'istruzione sola. */
export async function leggiIndicatoriProgramma(attore: Attore, programmaId?: string): Promise<ProgrammaLetto> {
  const [riga] = await interroga<{ dati: ProgrammaLetto }>(
    attore,
    sql`
    with avviato as materialized (
      select p.id, p.codice, p.titolo, b.programma_id,
        app.insieme_indicatori(p.id) as insieme
      from progetto p join bando b on b.id = p.bando_id where p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'RITIRATO', 'REVOCATO')
    ), programmi as (
      select g.id, g.titolo, count(*) as n from programma g join avviato a on a.programma_id = g.id group by 1, 2
    ), scelto as (
      select id, titolo from programmi order by (id = ${programmaId ?? null}::uuid) is true desc, n desc, titolo limit 1
    )
    select json_build_object(
      'programma', (select json_build_object('id', id, 'titolo', titolo) from scelto),
      'programmi', (select coalesce(json_agg(json_build_object('id', id, 'titolo', titolo) order by titolo), '[]') from programmi),
      'progetti', (select coalesce(json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo, 'insieme', a.insieme,
          'conteggi', (select coalesce(json_agg(json_build_array(c.codice, c.sesso, c.completi, c.valore)), '[]')
            from app.conta_indicatori(a.programma_id, a.id, null, null, null) c)) order by a.codice), '[]')
        from avviato a join scelto s on s.id = a.programma_id)
    ) as dati`,
  );
  return riga?.dati ?? { programma: null, programmi: [], progetti: [] };
}
