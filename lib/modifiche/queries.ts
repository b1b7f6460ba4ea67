import type { Attore } from '@/lib/auth/attore';
import type { DominioModifica } from '@/lib/bandi/configurazione';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { IN_BREVE, type Richiesta } from './queriesModifica';
import type { Competente, StatoModifica } from './schema';

/** Gli elenchi delle richieste di modifica. Istanti ISO, date AAAA-MM-GG. */

export type RichiestaInBreve = Omit<Richiesta, 'operazioni' | 'motivazione' | 'accolte' | 'baseNumero' | 'baseSha256'> & {
  /** Quanti cambiamenti chiede e quanti ne sono stati accolti. */
  cambiamenti: number;
  accolti: number | null;
};
export type ModificheDelProgetto = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  capofila: boolean;
  rinuncia: boolean;
  richieste: RichiestaInBreve[];
};

/** Le richieste di un progetto, dalla più recente; null se non si vede. La Regione non vede quelle in preparazione. */
export async function leggiModifiche(attore: Attore, progettoId: string): Promise<ModificheDelProgetto | null> {
  const [riga] = await interroga<{ dati: ModificheDelProgetto }>(
    attore,
    sql`
    select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato,
      'capofila', exists (select from partecipazione x where x.progetto_id = p.id and x.organizzazione_id = app.organizzazione_id()
        and x.ruolo = 'CAPOFILA' and x.al is null),
      'rinuncia', exists (select from cessazione c where c.progetto_id = p.id and c.stato = 'CHIESTA'),
      'richieste', (select coalesce(json_agg(json_build_object(${IN_BREVE}, 'cambiamenti', jsonb_array_length(q.operazioni),
          'accolti', cardinality(q.accolte)) order by q.numero desc), '[]') from richiesta_modifica q where q.progetto_id = p.id)) as dati
    from progetto p where p.id = ${progettoId}::uuid`,
  );
  return riga?.dati ?? null;
}

export type ModificaInCoda = {
  id: string;
  progettoId: string;
  codice: string;
  titolo: string;
  numero: number;
  dominio: DominioModifica;
  stato: StatoModifica;
  competente: Competente | null;
  cambiamenti: number;
  presentataIl: string;
  capofila: string | null;
  assegnataA: { id: string; nome: string } | null;
};

/** Le richieste che aspettano la Regione, dalla più vecchia: al massimo 500. */
export async function leggiCodaModifiche(attore: Attore): Promise<ModificaInCoda[]> {
  const righe = await interroga<{ dati: ModificaInCoda }>(
    attore,
    sql`
    select json_build_object('id', q.id, 'progettoId', p.id, 'codice', p.codice, 'titolo', p.titolo, 'numero', q.numero, 'dominio', q.dominio, 'stato', q.stato,
      'competente', q.competente, 'cambiamenti', jsonb_array_length(q.operazioni), 'presentataIl', q.presentata_il,
      'capofila', (select ${NOME_ENTE} from partecipazione x join organizzazione o on o.id = x.organizzazione_id
        where x.progetto_id = p.id and x.ruolo = 'CAPOFILA' and x.al is null limit 1),
      'assegnataA', (select json_build_object('id', u.id, 'nome', u.nome || ' ' || u.cognome) from utente u where u.id = q.assegnata_a)) as dati
    from richiesta_modifica q join progetto p on p.id = q.progetto_id
    where q.regione_id = ${attore.regioneId}::uuid and q.stato in ('PRESENTATA', 'IN_ISTRUTTORIA') and q.presentata_il is not null
    order by q.presentata_il, q.id limit 500`,
  );
  return righe.map(({ dati }) => dati);
}
