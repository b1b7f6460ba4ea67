import { z } from 'zod';
import type { Attore } from '@/lib/auth/attore';
import type { DominioModifica } from '@/lib/bandi/configurazione';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import { GENERI_RICHIESTA, type GenereRichiesta } from './labels';

/** Le viste della coda delle richieste, dall'indirizzo: un valore estraneo vale come nessun filtro. */
export const FiltriRichieste = z.object({
  vista: z.enum(['tutte', 'mie', 'libere', 'decido']).catch('tutte'),
  genere: z.enum(GENERI_RICHIESTA).optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  dopo: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});
export type FiltriRichieste = z.infer<typeof FiltriRichieste>;

/** Una richiesta che aspetta la Regione. `giorni` da quando è stata presentata; `azione` il codice, se la proroga è di un'azione sola. */
export type RichiestaInCoda = {
  genere: GenereRichiesta;
  id: string;
  progettoId: string;
  numero: number | null;
  dominio: DominioModifica | null;
  azione: string | null;
  stato: 'PRESENTATA' | 'IN_ISTRUTTORIA' | 'CHIESTA';
  competente: 'ISTRUTTORE' | 'DIRIGENTE' | null;
  assegnatoA: string | null;
  assegnatoNome: string | null;
  codice: string;
  titolo: string;
  territorio: string;
  presentataIl: string;
  giorni: number;
};
export type ConteggiRichieste = Record<FiltriRichieste['vista'], number>;

const PER_PAGINA = 50;

/** Modifiche, proroghe e rinunce presentate e non decise; i nomi delle colonne sono gli stessi per tutte e tre. */
const IN_ATTESA = sql`
  select 'MODIFICA' as genere, r.id, r.progetto_id, r.numero, r.dominio, null::uuid as azione_id, r.stato, r.competente::text as competente,
    r.assegnata_a, r.presentata_il as chiesta_il from richiesta_modifica r where r.stato in ('PRESENTATA', 'IN_ISTRUTTORIA')
  union all select 'PROROGA', x.id, x.progetto_id, x.numero, null, x.azione_id, x.stato, 'DIRIGENTE', x.assegnata_a, x.presentata_il
    from proroga x where x.stato in ('PRESENTATA', 'IN_ISTRUTTORIA')
  union all select 'RINUNCIA', c.id, c.progetto_id, null, null, null, c.stato, 'DIRIGENTE', null, c.chiesta_il
    from cessazione c where c.stato = 'CHIESTA'`;

/** Ciò che aspetta la Regione, dal più vecchio, con il conto di ogni vista (senza la ricerca). Un'istruzione sola, a chiave. */
export async function elencaRichieste(
  attore: Attore,
  { vista, genere = undefined, q, dopo }: FiltriRichieste,
): Promise<{ righe: RichiestaInCoda[]; conteggi: ConteggiRichieste; dopo: string | null }> {
  const cerca = q ? `%${q.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
  const [istante = null, id = null] = dopo?.split('_') ?? [];
  const [riga] = await interroga<{ righe: RichiestaInCoda[]; conteggi: ConteggiRichieste }>(
    attore,
    sql`
    with tutte as materialized (
      select a.*, a.stato = 'PRESENTATA' as libera, a.assegnata_a = ${attore.utenteId}::uuid as mia,
        (a.stato <> 'PRESENTATA' and ${attore.ruolo} in ('DIRIGENTE', a.competente)) as decide from (${IN_ATTESA}) a
    ), pagina as (
      select t.*, p.codice, p.titolo, p.territorio from tutte t join progetto p on p.id = t.progetto_id
      where case ${vista} when 'mie' then coalesce(mia, false) when 'libere' then libera when 'decido' then decide else true end
        and (${genere ?? null}::text is null or t.genere = ${genere ?? null})
        and (${cerca}::text is null or p.titolo ilike ${cerca} or p.territorio ilike ${cerca} or p.codice ilike ${cerca})
        and (${istante}::text is null or (t.chiesta_il, t.id) > (${istante}::timestamptz, ${id}::uuid))
      order by t.chiesta_il, t.id limit ${PER_PAGINA + 1}
    )
    select (select coalesce(json_agg(json_build_object('genere', t.genere, 'id', t.id, 'progettoId', t.progetto_id, 'numero', t.numero, 'dominio', t.dominio,
        'azione', (select z.codice from azione z where z.id = t.azione_id), 'stato', t.stato, 'competente', t.competente, 'assegnatoA', t.assegnata_a,
        'assegnatoNome', (select left(u.nome, 1) || '. ' || u.cognome from utente u where u.id = t.assegnata_a),
        'codice', t.codice, 'titolo', t.titolo, 'territorio', t.territorio, 'presentataIl', t.chiesta_il,
        'giorni', greatest(0, (${attore.adesso}::timestamptz at time zone 'Europe/Rome')::date - (t.chiesta_il at time zone 'Europe/Rome')::date))
        order by t.chiesta_il, t.id), '[]') from pagina t) as righe,
      (select json_build_object('tutte', count(*), 'mie', count(*) filter (where mia), 'libere', count(*) filter (where libera),
        'decido', count(*) filter (where decide)) from tutte) as conteggi`,
  );
  if (!riga) throw new Error('La coda delle richieste non ha risposto.');
  const ultima = riga.righe[PER_PAGINA - 1];
  return {
    righe: riga.righe.slice(0, PER_PAGINA),
    conteggi: riga.conteggi,
    dopo: riga.righe.length > PER_PAGINA && ultima ? `${new Date(ultima.presentataIl).toISOString()}_${ultima.id}` : null,
  };
}
