import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { Scelta } from './schema';

export type EnteInElenco = {
  id: string;
  denominazione: string;
  tipo: string;
  confluita: { in: string; dal: string; atto: string | null; dataAtto: string | null } | null;
};
export type ProgettoDellEnte = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  ruolo: 'CAPOFILA' | 'PARTNER_GESTORE' | 'PARTNER_ETS' | 'ALTRO';
  /** Vero se vi partecipa anche l'ente che resta. */
  entrambi: boolean;
  azioni: number;
};
export type PaginaFusione = {
  enti: EnteInElenco[];
  /** I progetti di chi confluisce e quante persone vi lavorano; vuoti finché non lo si sceglie. */
  progetti: ProgettoDellEnte[];
  persone: number;
};

/** Gli enti della Regione e, scelto chi confluisce, che cosa passa: in un'istruzione. Le domande non presentate non si vedono e non si contano. */
export async function leggiFusione(attore: Attore, { da, a }: Scelta): Promise<PaginaFusione> {
  const [riga] = await interroga<{ dati: PaginaFusione }>(
    attore,
    sql`
    select json_build_object(
      'enti', (select coalesce(json_agg(json_build_object('id', o.id, 'denominazione', o.denominazione, 'tipo', o.tipo,
          'confluita', (select json_build_object('in', n.denominazione, 'dal', o.valido_al + 1, 'atto', o.fusione_atto, 'dataAtto', o.fusione_data_atto) from organizzazione n where n.id = o.confluita_in_id))
          order by o.denominazione), '[]') from organizzazione o where o.regione_id = ${attore.regioneId}::uuid and o.tipo <> 'REGIONE'),
      'progetti', (select coalesce(json_agg(json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato, 'ruolo', x.ruolo,
          'entrambi', exists (select from partecipazione y where y.progetto_id = p.id and y.organizzazione_id = ${a ?? null}::uuid and y.al is null),
          'azioni', (select count(*)::int from azione z where z.progetto_id = p.id and z.organizzazione_id = x.organizzazione_id and z.annullata_il is null))
          order by p.codice), '[]')
        from partecipazione x join progetto p on p.id = x.progetto_id where x.organizzazione_id = ${da ?? null}::uuid and x.al is null),
      'persone', (select count(distinct i.utente_id)::int from incarico i where i.organizzazione_id = ${da ?? null}::uuid and i.revocato_il is null
        and (i.al is null or i.al >= app.oggi()))) as dati`,
  );
  return riga?.dati ?? { enti: [], progetti: [], persone: 0 };
}
