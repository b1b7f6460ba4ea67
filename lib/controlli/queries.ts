import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';

const nomeDi = (colonna: 'chiesto_da' | 'autorizzato_da') =>
  colonna === 'chiesto_da'
    ? sql`(select u.nome || ' ' || u.cognome from utente u where u.id = m.chiesto_da)`
    : sql`(select u.nome || ' ' || u.cognome from utente u where u.id = m.autorizzato_da)`;
const ENTE = sql`(select ${NOME_ENTE} from organizzazione o where o.id = m.organizzazione_id)`;
const PROGETTO = sql`(select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo) from progetto p where p.id = m.progetto_id)`;

export type AccessoChiesto = {
  id: string;
  progetto: { id: string; codice: string; titolo: string } | null;
  ente: string;
  motivo: string;
  chiestoDa: string;
  chiestoDaNome: string;
  chiestoIl: string;
  autorizzatoDaNome: string | null;
  autorizzatoIl: string | null;
  scadeIl: string | null;
  /** Quante volte chi l'ha chiesto ha letto. */
  letture: number;
};

const ACCESSO = sql`json_build_object('id', m.id, 'progetto', ${PROGETTO}, 'ente', ${ENTE}, 'motivo', m.motivo, 'chiestoDa', m.chiesto_da,
  'chiestoDaNome', ${nomeDi('chiesto_da')}, 'chiestoIl', m.chiesto_il, 'autorizzatoDaNome', ${nomeDi('autorizzato_da')}, 'autorizzatoIl', m.autorizzato_il,
  'scadeIl', m.scade_il, 'letture', (select count(*) from accesso_identita a where a.motivato_id = m.id))`;

export type PaginaControlli = {
  accessi: AccessoChiesto[];
  /** Gli enti di ogni progetto avviato: per loro si può chiedere. */
  progetti: { id: string; codice: string; titolo: string; enti: { id: string; nome: string }[] }[];
};

/** Le richieste della Regione, dalla più recente (al più 200), e dove se ne può fare un'altra. */
export async function leggiControlli(attore: Attore): Promise<PaginaControlli> {
  const [riga] = await interroga<{ pagina: PaginaControlli }>(
    attore,
    sql`select json_build_object(
      'accessi', (select coalesce(json_agg(${ACCESSO} order by m.chiesto_il desc), '[]') from (select * from accesso_motivato order by chiesto_il desc limit 200) m),
      'progetti', (select coalesce(json_agg(json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'enti', (
            select coalesce(json_agg(json_build_object('id', o.id, 'nome', ${NOME_ENTE}) order by q.ordine, o.denominazione), '[]')
            from partecipazione q join organizzazione o on o.id = q.organizzazione_id where q.progetto_id = p.id)) order by p.codice), '[]')
        from progetto p where p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'REVOCATO'))
    ) as pagina`,
  );
  return riga?.pagina ?? { accessi: [], progetti: [] };
}

/** Una richiesta della Regione, o null. */
export async function leggiControllo(attore: Attore, accessoId: string): Promise<AccessoChiesto | null> {
  const [riga] = await interroga<{ accesso: AccessoChiesto }>(
    attore,
    sql`select ${ACCESSO} as accesso from accesso_motivato m where m.id = ${accessoId}::uuid`,
  );
  return riga?.accesso ?? null;
}
