import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { GenereConteggio } from './schema';

/** Date AAAA-MM-GG; null = non contate. */
export type Conteggio = {
  id: string;
  azione: string;
  ente: string;
  mio: boolean;
  giorno: string;
  genere: GenereConteggio;
  presenze: number;
  donne: number | null;
  minori: number | null;
  nota: string | null;
};
export type AzioneContata = { id: string; codice: string; titolo: string; annullata: boolean; presenze: number; giorni: number };
export type ConteggiDelProgetto = {
  id: string;
  titolo: string;
  stato: StatoProgetto;
  avvio: string | null;
  azioni: AzioneContata[];
  /** Gli ultimi, per giorno; la Regione legge solo i totali. */
  conteggi: Conteggio[];
  quanti: number;
};

/** Quanti conteggi si elencano. */
export const MOSTRATI = 200;

/** I conteggi di un progetto avviato; null se non esiste, non si vede o non è mai stato avviato. */
export async function leggiConteggi(attore: Attore, progettoId: string): Promise<ConteggiDelProgetto | null> {
  const [riga] = await interroga<{ dati: ConteggiDelProgetto }>(
    attore,
    sql`
    select json_build_object('id', p.id, 'titolo', p.titolo, 'stato', p.stato, 'avvio', p.data_avvio,
      'azioni', (select coalesce(json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo, 'annullata', a.annullata_il is not null,
          'presenze', coalesce(t.presenze, 0), 'giorni', coalesce(t.giorni, 0)) order by a.ordine, a.id), '[]')
        from azione a left join (select c.azione_id, sum(c.presenze) as presenze, count(distinct c.giorno) as giorni from conteggio_anonimo c
          where c.progetto_id = p.id group by 1) t on t.azione_id = a.id where a.progetto_id = p.id),
      'quanti', (select count(*) from conteggio_anonimo c where c.progetto_id = p.id),
      'conteggi', (select coalesce(json_agg(u.riga order by u.giorno desc, u.scritto_il desc, u.id), '[]') from (
        select c.giorno, c.scritto_il, c.id, json_build_object('id', c.id, 'azione', a.codice, 'ente', ${NOME_ENTE},
          'mio', c.organizzazione_id = ${attore.organizzazioneId}::uuid, 'giorno', c.giorno, 'genere', c.genere, 'presenze', c.presenze, 'donne', c.donne,
          'minori', c.minori, 'nota', c.nota) as riga
        from conteggio_anonimo c join azione a on a.id = c.azione_id join organizzazione o on o.id = c.organizzazione_id
        where c.progetto_id = p.id and ${attore.lettore} = 'app_ente' order by c.giorno desc, c.scritto_il desc, c.id limit ${MOSTRATI}) u)
    ) as dati from progetto p where p.id = ${progettoId}::uuid and p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'REVOCATO')`,
  );
  return riga?.dati ?? null;
}
