import type { StatoRapporto } from '@/lib/attuazione/schema';
import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';

/** Un periodo del calendario. Date AAAA-MM-GG, istanti ISO. */
export type PeriodoDelCalendario = {
  id: string;
  numero: number;
  tipo: 'RILEVAZIONE' | 'ORDINARIO' | 'STRAORDINARIO';
  dal: string;
  al: string;
  scadenza: string;
  scadenzaOriginaria: string | null;
  dovuto: boolean;
  motivo: string | null;
  presentatoIl: string | null;
  /** La relazione, se chi guarda la vede; `mancano` = gli enti che non hanno consegnato la parte. */
  rapporto: { id: string; stato: StatoRapporto; mancano: string[] } | null;
};

export type CalendarioDelProgetto = {
  id: string;
  titolo: string;
  stato: StatoProgetto;
  avvio: string | null;
  fine: string | null;
  fineOriginaria: string | null;
  capofila: string | null;
  sospensioni: { dal: string; al: string | null }[];
  periodi: PeriodoDelCalendario[];
};

/** Il calendario di un progetto avviato, dal periodo più vicino; null se non esiste, non si vede o non è ancora avviato. Un'istruzione sola. */
export async function leggiCalendario(attore: Attore, progettoId: string): Promise<CalendarioDelProgetto | null> {
  const [riga] = await interroga<{ dati: CalendarioDelProgetto }>(
    attore,
    sql`
    select json_build_object('id', p.id, 'titolo', p.titolo, 'stato', p.stato, 'avvio', p.data_avvio, 'fine', p.data_fine_prevista,
      'fineOriginaria', p.data_fine_originaria,
      'capofila', (select ${NOME_ENTE} from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id
        where pa.progetto_id = p.id and pa.ruolo = 'CAPOFILA' and pa.al is null limit 1),
      'sospensioni', (select coalesce(json_agg(json_build_object('dal', s.dal, 'al', s.al) order by s.dal), '[]') from sospensione s
        where s.progetto_id = p.id and s.azione_id is null),
      'periodi', (select coalesce(json_agg(json_build_object('id', pe.id, 'numero', pe.numero, 'tipo', pe.tipo, 'dal', pe.dal, 'al', pe.al,
          'scadenza', pe.scadenza, 'scadenzaOriginaria', pe.scadenza_originaria, 'dovuto', pe.dovuto, 'motivo', pe.motivo, 'presentatoIl', pe.presentato_il,
          'rapporto', (select json_build_object('id', r.id, 'stato', r.stato, 'mancano',
              (select coalesce(json_agg(${NOME_ENTE} order by o.denominazione), '[]') from rapporto_ente re join organizzazione o on o.id = re.organizzazione_id
                where re.rapporto_id = r.id and re.stato in ('APERTO', 'RINVIATO')))
            from rapporto_progetto r where r.progetto_id = p.id and r.periodo_id = pe.id)) order by pe.al, pe.numero), '[]')
        from periodo pe where pe.progetto_id = p.id)
    ) as dati from progetto p
    where p.id = ${progettoId}::uuid and p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'RITIRATO', 'REVOCATO')
      and (p.stato not in ('RITIRATO', 'REVOCATO') or p.data_avvio is not null or exists (select from periodo pe where pe.progetto_id = p.id))`,
  );
  return riga?.dati ?? null;
}
