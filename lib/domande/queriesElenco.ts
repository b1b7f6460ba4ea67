import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';

export type VoceDomanda = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  bando: string;
  capofila: string;
  mia: boolean;
  chiude: string | null;
  daConfermare: boolean;
};
export type BandoAperto = {
  id: string;
  titolo: string;
  chiude: string | null;
  dotazioneCents: string | null;
  /** Domande che il mio ente ha già aperto su questo bando, come capofila. */
  mie: number;
};
export type Elenco = { domande: VoceDomanda[]; bandi: BandoAperto[]; enteGestore: boolean };

/** Le domande nate da un bando del portale a cui il mio ente partecipa, e i bandi su cui oggi se ne può aprire una. Un'istruzione sola. */
export async function elencaDomande(attore: Attore): Promise<Elenco> {
  const [riga] = await interroga<{ dati: Elenco }>(
    attore,
    sql`select json_build_object(
      'enteGestore', exists (select from organizzazione o where o.id = ${attore.organizzazioneId}::uuid and o.tipo = 'ENTE_GESTORE'),
      'domande', (select coalesce(json_agg(json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato, 'bando', b.titolo,
          'capofila', (select ${NOME_ENTE} from partecipazione c join organizzazione o on o.id = c.organizzazione_id where c.progetto_id = p.id and c.ruolo = 'CAPOFILA' limit 1),
          'mia', mia.ruolo = 'CAPOFILA', 'daConfermare', mia.confermata_il is null and mia.ruolo <> 'CAPOFILA' and p.stato in ('IDEA_BOZZA', 'PROGETTO_BOZZA'),
          'chiude', (select t.chiude from passo_bando t where t.bando_id = p.bando_id
            and t.fase = case p.stato::text when 'IDEA_BOZZA' then 'IDEA' when 'PROGETTO_BOZZA' then 'PROGETTO' end))
          order by p.stato in ('IDEA_BOZZA', 'IDEA_DA_INTEGRARE', 'PROGETTO_BOZZA', 'PROGETTO_DA_INTEGRARE', 'RIMODULAZIONE_INIZIALE') desc, p.titolo), '[]')
        from progetto p join bando b on b.id = p.bando_id
        join partecipazione mia on mia.progetto_id = p.id and mia.organizzazione_id = ${attore.organizzazioneId}::uuid
        where p.bando_versione_id is not null),
      'bandi', (select coalesce(json_agg(json_build_object('id', b.id, 'titolo', b.titolo, 'chiude', t.chiude, 'dotazioneCents', b.dotazione_cents::text,
          'mie', (select count(*)::int from progetto p join partecipazione c on c.progetto_id = p.id and c.ruolo = 'CAPOFILA'
            and c.organizzazione_id = ${attore.organizzazioneId}::uuid where p.bando_id = b.id and p.stato <> 'RITIRATO')) order by t.chiude nulls last, b.titolo), '[]')
        from bando b join passo_bando t on t.bando_id = b.id and t.fase = 'IDEA'
        where t.apre <= app.adesso() and (t.chiude is null or t.chiude >= app.adesso()) and exists (select from bando_versione v where v.bando_id = b.id))
    ) as dati`,
  );
  return riga?.dati ?? { domande: [], bandi: [], enteGestore: false };
}

export type EnteScelta = { id: string; nome: string };

/** Gli enti gestori che si possono ancora aggiungere all'aggregazione, e gli ambiti della Regione. */
export async function leggiScelteAggregazione(
  attore: Attore,
  progettoId: string,
): Promise<{ enti: EnteScelta[]; ambiti: { id: string; numero: number; nome: string }[] }> {
  const [riga] = await interroga<{ dati: { enti: EnteScelta[]; ambiti: { id: string; numero: number; nome: string }[] } }>(
    attore,
    sql`select json_build_object(
      'enti', (select coalesce(json_agg(json_build_object('id', o.id, 'nome', o.denominazione) order by o.denominazione), '[]') from organizzazione o
        where o.tipo = 'ENTE_GESTORE' and not exists (select from partecipazione pa where pa.progetto_id = ${progettoId}::uuid and pa.organizzazione_id = o.id)),
      'ambiti', (select coalesce(json_agg(json_build_object('id', a.id, 'numero', a.numero, 'nome', a.nome_descrittivo) order by a.numero), '[]') from ambito a)
    ) as dati`,
  );
  return riga?.dati ?? { enti: [], ambiti: [] };
}
