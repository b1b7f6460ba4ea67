import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { MotivoSospensione } from './labels';

/** Date AAAA-MM-GG, istanti ISO. */
export type SospensioneLetta = {
  id: string;
  azione: { id: string; codice: string; titolo: string } | null;
  motivo: MotivoSospensione;
  nota: string | null;
  dal: string;
  al: string | null;
  atto: string;
  dataAtto: string;
  attoRipresa: string | null;
};
/** Un periodo che le sospensioni hanno cambiato. */
export type PeriodoSpostato = { id: string; dal: string; al: string; scadenza: string; scadenzaOriginaria: string | null; dovuto: boolean };
export type SospensioniDelProgetto = {
  id: string;
  titolo: string;
  stato: StatoProgetto;
  avvio: string | null;
  fine: string | null;
  azioni: { id: string; codice: string; titolo: string }[];
  sospensioni: SospensioneLetta[];
  periodi: PeriodoSpostato[];
};

const SOSPENSIONE = sql`json_build_object('id', s.id, 'motivo', s.motivo, 'nota', s.nota, 'dal', s.dal, 'al', s.al, 'atto', s.atto, 'dataAtto', s.data_atto,
  'attoRipresa', s.atto_ripresa, 'azione', (select json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo) from azione a where a.id = s.azione_id))`;

/** Le sospensioni di un progetto avviato, con ciò che hanno cambiato; null se non esiste, non si vede o non è mai stato avviato. */
export async function leggiSospensioni(attore: Attore, id: string): Promise<SospensioniDelProgetto | null> {
  const [riga] = await interroga<{ dati: SospensioniDelProgetto }>(
    attore,
    sql`
    select json_build_object('id', p.id, 'titolo', p.titolo, 'stato', p.stato, 'avvio', p.data_avvio, 'fine', p.data_fine_prevista,
      'azioni', (select coalesce(json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo) order by a.ordine), '[]')
        from azione a where a.progetto_id = p.id and a.annullata_il is null),
      'sospensioni', (select coalesce(json_agg(${SOSPENSIONE} order by s.dal desc, s.id), '[]') from sospensione s where s.progetto_id = p.id),
      'periodi', (select coalesce(json_agg(json_build_object('id', pe.id, 'dal', pe.dal, 'al', pe.al, 'scadenza', pe.scadenza,
          'scadenzaOriginaria', pe.scadenza_originaria, 'dovuto', pe.dovuto) order by pe.dal), '[]')
        from periodo pe where pe.progetto_id = p.id and (pe.scadenza_originaria is not null or not pe.dovuto))
    ) as dati from progetto p where p.id = ${id}::uuid and p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'REVOCATO', 'RITIRATO')
      and (p.stato <> 'RITIRATO' or exists (select from cessazione c where c.progetto_id = p.id))`,
  );
  return riga?.dati ?? null;
}

/** Un progetto del bando, con ciò che serve a dire se si può sospendere o far riprendere. */
export type ProgettoSospendibile = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  avvio: string | null;
  fine: string | null;
  sospensioni: { id: string; dal: string; al: string | null; lotto: string | null }[];
};
export type SospensioniDelBando = {
  id: string;
  titolo: string;
  /** Ordinati per id: chi prosegue un blocco riparte da dove era. */
  progetti: ProgettoSospendibile[];
  /** Le sospensioni del lotto chiesto: con che date e quale atto. */
  lotto: { motivo: MotivoSospensione; nota: string | null; dal: string; al: string | null; atto: string; dataAtto: string } | null;
};

/** I progetti avviati e sospesi di un bando, in una istruzione; null se il bando non esiste o non si vede. */
export async function leggiSospensioniBando(attore: Attore, bandoId: string, lotto: string | null): Promise<SospensioniDelBando | null> {
  const [riga] = await interroga<{ dati: SospensioniDelBando }>(
    attore,
    sql`
    select json_build_object('id', b.id, 'titolo', b.titolo,
      'progetti', (select coalesce(json_agg(json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato, 'avvio', p.data_avvio,
          'fine', p.data_fine_prevista, 'sospensioni', (select coalesce(json_agg(json_build_object('id', s.id, 'dal', s.dal, 'al', s.al, 'lotto', s.lotto)
            order by s.dal), '[]') from sospensione s where s.progetto_id = p.id and s.azione_id is null)) order by p.id), '[]')
        from progetto p where p.bando_id = b.id and p.stato in ('AVVIATO', 'SOSPESO')),
      'lotto', (select json_build_object('motivo', s.motivo, 'nota', s.nota, 'dal', s.dal, 'al', s.al, 'atto', s.atto, 'dataAtto', s.data_atto)
        from sospensione s where s.lotto = ${lotto}::uuid order by s.id limit 1)
    ) as dati from bando b where b.id = ${bandoId}::uuid`,
  );
  return riga?.dati ?? null;
}
