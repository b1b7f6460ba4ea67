import type { Attore } from '@/lib/auth/attore';
import type { InsiemeIndicatori } from '@/lib/bandi/configurazione';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { ContenutoProgramma } from './pubblicaProgramma';
import { INDICATORI, INDICATORI_PROGRAMMA } from './rilascio';

/** Gli indicatori pubblicati di un programma, all'ultima pubblicazione. */
export type ProgrammaLetto = {
  programma: { id: string; titolo: string } | null;
  programmi: { id: string; titolo: string }[];
  /** I progetti avviati; `pubblicato`: se ha una tabella sua. */
  progetti: { id: string; codice: string; titolo: string; insieme: InsiemeIndicatori; pubblicato: boolean }[];
  /** L'ultima pubblicata, con il suo trimestre; null se non ce n'è. */
  rilascio: { contenuto: ContenutoProgramma; rilasciatoIl: string; trimestre: string } | null;
};

/** Il programma chiesto, o quello con più progetti avviati. Un'istruzione sola. */
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
    ), pubblicati as materialized (select distinct r.parametri ->> 'progetto' as id from rilascio r where r.tabella = ${INDICATORI})
    select json_build_object(
      'programma', (select json_build_object('id', id, 'titolo', titolo) from scelto),
      'programmi', (select coalesce(json_agg(json_build_object('id', id, 'titolo', titolo) order by titolo), '[]') from programmi),
      'progetti', (select coalesce(json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo, 'insieme', a.insieme,
          'pubblicato', a.id::text in (select u.id from pubblicati u)) order by a.codice), '[]')
        from avviato a join scelto s on s.id = a.programma_id),
      'rilascio', (select json_build_object('contenuto', r.contenuto, 'rilasciatoIl', r.rilasciato_il, 'trimestre', r.parametri ->> 'trimestre')
        from rilascio r where r.tabella = ${INDICATORI_PROGRAMMA} and r.parametri ->> 'programma' = (select id::text from scelto) order by r.rilasciato_il desc limit 1)
    ) as dati`,
  );
  return riga?.dati ?? { programma: null, programmi: [], progetti: [], rilascio: null };
}

/** L'insieme da mostrare se nessuno è chiesto: quello che chiedono più progetti. */
export function insiemeDi(progetti: ProgrammaLetto['progetti']): InsiemeIndicatori {
  const quanti = (insieme: InsiemeIndicatori) => progetti.filter((p) => p.insieme === insieme).length;
  const insiemi: InsiemeIndicatori[] = ['FSE', 'FSE_PLUS', 'FSE_PLUS_L'];
  return insiemi.sort((a, b) => quanti(b) - quanti(a))[0] ?? 'FSE';
}
