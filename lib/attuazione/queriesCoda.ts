import { z } from 'zod';
import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import { giornoDi } from '@/lib/format/data';
import { giorniTra, giorniUsati, termineVerifica, toccaA } from './rules';
import type { StatoRapporto } from './schema';

/** I filtri della coda, dall'indirizzo: un valore estraneo vale come nessun filtro. */
export const FiltriCoda = z.object({
  vista: z.enum(['aperte', 'mie', 'regione', 'ente', 'libere', 'ritardo', 'decise']).catch('aperte'),
  q: z.string().trim().max(100).optional().catch(undefined),
  dopo: z
    .string()
    .regex(/^[0-9A-Z:.+-]{20,40}_[0-9a-f-]{36}$/i)
    .optional()
    .catch(undefined),
});
export type FiltriCoda = z.infer<typeof FiltriCoda>;

type Grezza = {
  id: string;
  stato: StatoRapporto;
  presentatoIl: Date;
  chiave: string;
  sospesoDal: Date | null;
  sospesoSecondi: number;
  decisoIl: Date | null;
  giorniVerifica: number;
  codice: string;
  titolo: string;
  territorio: string;
  dal: string;
  al: string;
  assegnatoA: string | null;
  assegnatoNome: string | null;
  entro: string | null;
};

export type PraticaInCoda = Pick<
  Grezza,
  'id' | 'stato' | 'codice' | 'titolo' | 'territorio' | 'dal' | 'al' | 'assegnatoA' | 'assegnatoNome'
> & {
  tocca: 'ENTE' | 'REGIONE' | 'NESSUNO';
  /** Giorni nelle mani di chi deve muoverla, e quanti ne prevede il bando (null: nessun termine). */
  giorni: number;
  previsti: number | null;
  /** Il termine di chi deve muoverla, AAAA-MM-GG, e quanti giorni mancano (negativi = ritardo). */
  termine: string | null;
  mancano: number | null;
};

export type ConteggiCoda = {
  aperte: number;
  mie: number;
  regione: number;
  ente: number;
  libere: number;
  ritardo: number;
  decise: number;
  richieste: number;
};

const PER_PAGINA = 50;

/** La coda della Regione: relazioni presentate, dalla più vecchia, con i conteggi di ogni vista. Un'istruzione sola. */
export async function elencaCoda(
  attore: Attore,
  filtri: FiltriCoda,
): Promise<{ righe: PraticaInCoda[]; conteggi: ConteggiCoda; dopo: string | null }> {
  const cerca = filtri.q ? `%${filtri.q.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
  const [dopoIstante, dopoId] = filtri.dopo?.split('_') ?? [];
  const [riga] = await interroga<{
    righe: (Omit<Grezza, 'presentatoIl' | 'sospesoDal' | 'decisoIl'> & Record<'presentatoIl' | 'sospesoDal' | 'decisoIl', string | null>)[];
    conteggi: ConteggiCoda;
  }>(
    attore,
    sql`
    with tutte as (
      select r.*, b.giorni_verifica, p.codice, p.titolo, p.territorio,
        r.stato in ('PRESENTATO', 'IN_VERIFICA', 'CHIARIMENTI') as aperta,
        case when r.stato = 'CHIARIMENTI' then (select min(c.entro) from chiarimento c where c.rapporto_id = r.id and c.stato = 'APERTO')
          when r.stato in ('PRESENTATO', 'IN_VERIFICA')
          then ((r.presentato_il + make_interval(secs => r.sospeso_secondi)) at time zone 'Europe/Rome')::date + b.giorni_verifica end as entro
      from rapporto_progetto r join progetto p on p.id = r.progetto_id join bando b on b.id = p.bando_id where r.presentato_il is not null and not (r.stato in ('APPROVATO', 'APPROVATO_CON_RILIEVI', 'RESPINTO') and ${filtri.vista} <> 'decise')
    ), scelte as (
      select * from tutte t where
        case ${filtri.vista} when 'aperte' then aperta when 'mie' then aperta and assegnato_a = ${attore.utenteId}::uuid
          when 'regione' then stato in ('PRESENTATO', 'IN_VERIFICA') when 'ente' then stato = 'CHIARIMENTI' when 'libere' then stato = 'PRESENTATO'
          when 'ritardo' then aperta and entro < ${giornoDi(attore.adesso)}::date else not aperta end
        and (${cerca}::text is null or titolo ilike ${cerca} or territorio ilike ${cerca} or codice ilike ${cerca})
    ), pagina as (
      select * from scelte where ${dopoIstante ?? null}::text is null or (presentato_il, id) > (${dopoIstante ?? null}::timestamptz, ${dopoId ?? null}::uuid)
      order by presentato_il, id limit ${PER_PAGINA + 1}
    )
    select (select coalesce(json_agg(json_build_object('id', t.id, 'stato', t.stato, 'presentatoIl', t.presentato_il, 'chiave', t.presentato_il::text,
        'sospesoDal', t.sospeso_dal, 'sospesoSecondi', t.sospeso_secondi, 'decisoIl', t.deciso_il, 'giorniVerifica', t.giorni_verifica,
        'codice', t.codice, 'titolo', t.titolo, 'territorio', t.territorio, 'dal', pe.dal, 'al', pe.al, 'assegnatoA', t.assegnato_a,
        'assegnatoNome', (select left(u.nome, 1) || '. ' || u.cognome from utente u where u.id = t.assegnato_a), 'entro', t.entro) order by t.presentato_il, t.id), '[]')
      from pagina t join periodo pe on pe.id = t.periodo_id) as righe,
    (select json_build_object('aperte', count(*) filter (where aperta), 'mie', count(*) filter (where aperta and assegnato_a = ${attore.utenteId}::uuid),
      'regione', count(*) filter (where stato in ('PRESENTATO', 'IN_VERIFICA')), 'ente', count(*) filter (where stato = 'CHIARIMENTI'),
      'libere', count(*) filter (where stato = 'PRESENTATO'), 'ritardo', count(*) filter (where aperta and entro < ${giornoDi(attore.adesso)}::date),
      'richieste', (select count(*) from richiesta_modifica m where m.stato in ('PRESENTATA', 'IN_ISTRUTTORIA'))
        + (select count(*) from proroga x where x.stato in ('PRESENTATA', 'IN_ISTRUTTORIA')) + (select count(*) from cessazione c where c.stato = 'CHIESTA'),
      'decise', (select count(*) from rapporto_progetto r where r.presentato_il is not null and r.stato in ('APPROVATO', 'APPROVATO_CON_RILIEVI', 'RESPINTO'))) from tutte) as conteggi`,
  );
  if (!riga) throw new Error('La coda non ha risposto.');
  const ultima = riga.righe[PER_PAGINA - 1];
  return {
    righe: riga.righe
      .slice(0, PER_PAGINA)
      .map((r) =>
        pratica(
          { ...r, presentatoIl: istante(r.presentatoIl) ?? new Date(0), sospesoDal: istante(r.sospesoDal), decisoIl: istante(r.decisoIl) },
          attore.adesso,
        ),
      ),
    conteggi: riga.conteggi,
    dopo: riga.righe.length > PER_PAGINA && ultima ? `${new Date(ultima.chiave).toISOString()}_${ultima.id}` : null,
  };
}

const istante = (testo: string | null): Date | null => (testo ? new Date(testo) : null);

/** Quanto tempo ha usato chi deve muovere la pratica, e quando scade il suo termine. */
function pratica(r: Grezza, adesso: Date): PraticaInCoda {
  const { id, stato, codice, titolo, territorio, dal, al, assegnatoA, assegnatoNome } = r;
  const tocca = toccaA(stato);
  const oggi = giornoDi(adesso);
  const termine = tocca === 'ENTE' ? r.entro : tocca === 'REGIONE' ? giornoDi(termineVerifica(r, r.giorniVerifica, adesso)) : null;
  const dalChiarimento = r.sospesoDal ? giorniTra(giornoDi(r.sospesoDal), oggi) : 0;
  const giorni =
    tocca === 'ENTE'
      ? dalChiarimento
      : tocca === 'REGIONE'
        ? giorniUsati(r, adesso)
        : r.decisoIl
          ? giorniTra(giornoDi(r.decisoIl), oggi)
          : 0;
  const previsti =
    tocca === 'REGIONE'
      ? r.giorniVerifica
      : tocca === 'ENTE' && r.entro && r.sospesoDal
        ? giorniTra(giornoDi(r.sospesoDal), r.entro)
        : null;
  return {
    id,
    stato,
    codice,
    titolo,
    territorio,
    dal,
    al,
    assegnatoA,
    assegnatoNome,
    tocca,
    giorni,
    previsti,
    termine,
    mancano: termine ? giorniTra(oggi, termine) : null,
  };
}
