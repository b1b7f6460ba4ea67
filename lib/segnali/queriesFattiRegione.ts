import { sql } from '@/lib/db/sql';
import { ramo, type Sql, SU_AZIONE, TERMINE_VERIFICA } from './queriesFatti';
import type { CodiceSegnale } from './soglie';

/** I fatti che aspettano la Regione. */
const attesa = (codice: CodiceSegnale, oggi: string, tabella: Sql, dati: Sql): Sql =>
  ramo(
    codice,
    sql`select r.progetto_id, r.id as oggetto, ${oggi}::date - (r.quando at time zone 'Europe/Rome')::date as misura, jsonb_build_object(${dati}) as dati
      from seguiti p join (${tabella}) r on r.progetto_id = p.id`,
  );
const QUANDO = sql`(r.quando at time zone 'Europe/Rome')::date`;

export const ramiRegione = (oggi: string): Sql[] => [
  ramo(
    'VERIFICA_OLTRE_TERMINE',
    // i dati si leggono dopo, per le sole righe della pagina (DATI)
    sql`select r.progetto_id, r.id as oggetto, ${oggi}::date - (${TERMINE_VERIFICA}) as misura, null::jsonb as dati
      from seguiti p join bando b on b.id = p.bando_id join rapporto_progetto r on r.progetto_id = p.id where r.stato in ('PRESENTATO', 'IN_VERIFICA')`,
  ),
  ramo(
    'RISPOSTA_NON_ESAMINATA',
    sql`select c.progetto_id, c.id as oggetto, ${oggi}::date - (c.risposto_il at time zone 'Europe/Rome')::date as misura,
      jsonb_build_object(${SU_AZIONE}, 'rapportoId', c.rapporto_id, 'risposto', (c.risposto_il at time zone 'Europe/Rome')::date) as dati
      from seguiti p join chiarimento c on c.progetto_id = p.id join azione z on z.id = c.azione_id where c.stato = 'RISPOSTO'`,
  ),
  attesa(
    'MODIFICA_IN_ATTESA',
    oggi,
    sql`select m.id, m.progetto_id, m.numero, m.presentata_il as quando from richiesta_modifica m where m.stato in ('PRESENTATA', 'IN_ISTRUTTORIA')`,
    sql`'richiestaId', r.id, 'numero', r.numero, 'presentata', ${QUANDO}`,
  ),
  attesa(
    'PROROGA_IN_ATTESA',
    oggi,
    sql`select m.id, m.progetto_id, m.numero, m.presentata_il as quando from proroga m where m.stato in ('PRESENTATA', 'IN_ISTRUTTORIA')`,
    sql`'prorogaId', r.id, 'numero', r.numero, 'presentata', ${QUANDO}`,
  ),
  attesa(
    'RINUNCIA_IN_ATTESA',
    oggi,
    sql`select m.id, m.progetto_id, m.chiesta_il as quando from cessazione m where m.stato = 'CHIESTA'`,
    sql`'chiesta', ${QUANDO}`,
  ),
  ramo(
    'CAUSA_REGIONE',
    sql`select i.progetto_id, i.causa as oggetto, i.azioni as misura, jsonb_build_object('causa', i.causa, 'etichetta', i.etichetta, 'azioni', i.azioni) as dati
      from indicate i where i.dipende_regione`,
  ),
  ramo(
    'SOSPENSIONE_LUNGA',
    sql`select s.progetto_id, s.id as oggetto, ${oggi}::date - s.dal as misura, jsonb_build_object('dal', s.dal,
      'azione', (select a.titolo from azione a where a.id = s.azione_id)) as dati from seguiti p join sospensione s on s.progetto_id = p.id where s.al is null`,
  ),
];
