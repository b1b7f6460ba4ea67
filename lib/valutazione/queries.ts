import type { Attore } from '@/lib/auth/attore';
import { Configurazione } from '@/lib/bandi/configurazione';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { ContenutoVersione } from '@/lib/domande/valori';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { NOMI, type Nomi } from '@/lib/versioni/queries';
import type { Consolidati, FaseValutata, Punteggi } from './schema';

/** La valutazione consolidata di una domanda in una fase, come la legge la Regione. Centesimi di punto. */
export type ValutazioneConsolidata = {
  totaleCentesimi: number;
  punteggi: Consolidati;
  motivazione: string;
  consolidataIl: string;
  presidente: string;
};

const CONSOLIDATA = sql`(select json_build_object('totaleCentesimi', k.totale_centesimi, 'punteggi', k.punteggi, 'motivazione', k.motivazione,
    'consolidataIl', k.consolidata_il, 'presidente', (select u.nome || ' ' || u.cognome from utente u where u.id = k.presidente_id))
  from valutazione_consolidata k where k.progetto_id = p.id and k.fase = f.fase)`;

/** null se non è ancora consolidata, o non si può vedere. */
export async function leggiConsolidata(attore: Attore, progettoId: string, fase: FaseValutata): Promise<ValutazioneConsolidata | null> {
  const [riga] = await interroga<{ dati: ValutazioneConsolidata | null }>(
    attore,
    sql`select ${CONSOLIDATA} as dati from progetto p cross join (select ${fase}::text as fase) f where p.id = ${progettoId}::uuid`,
  );
  return riga?.dati ?? null;
}

export type Scheda = {
  utenteId: string;
  conflitto: 'NESSUNO' | 'PRESENTE';
  stato: 'BOZZA' | 'CONCLUSA' | 'CONSOLIDATA';
  rev: number;
  svelata: boolean;
  punteggi: Punteggi;
};
export type Commissario = {
  utenteId: string;
  nome: string;
  presidente: boolean;
  haDichiarato: boolean;
  haConcluso: boolean;
  astenuto: boolean;
};
export type VersioneDaValutare = { numero: number; creataIl: string; contenuto: ContenutoVersione };

/** Una domanda da valutare. Le schede degli altri e le versioni ci sono solo se il database le lascia leggere (app.precluse, colonna svelata). */
export type DaValutare = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  fase: FaseValutata;
  bando: { id: string; titolo: string };
  configurazione: Configurazione | null;
  appartiene: boolean;
  commissari: Commissario[];
  schede: Scheda[];
  consolidata: ValutazioneConsolidata | null;
  idea: VersioneDaValutare | null;
  progetto: VersioneDaValutare | null;
  nomi: Nomi;
};

const ultima = (fase: FaseValutata) => sql`(select json_build_object('numero', w.numero, 'creataIl', w.creata_il, 'contenuto', w.contenuto)
  from versione_progetto w where w.progetto_id = p.id and w.fase = ${fase} and w.genere <> 'APPROVATA' order by w.numero desc limit 1)`;
/** Chi è già passato da un punto lo dice il registro: le schede altrui, prima che siano svelate, non si leggono. */
const passato = (atto: string) => sql`exists (select from evento e
  where e.progetto_id = p.id and e.atto = ${atto} and e.attore_id = c.utente_id and e.dopo ->> 'fase' = f.fase)`;

/** null se la domanda non si vede. Un'istruzione sola. */
export async function leggiDaValutare(attore: Attore, progettoId: string, fase: FaseValutata): Promise<DaValutare | null> {
  const [riga] = await interroga<{ dati: DaValutare }>(
    attore,
    sql`select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato, 'fase', f.fase,
      'bando', json_build_object('id', b.id, 'titolo', b.titolo),
      'configurazione', (select v.configurazione from bando_versione v
        where v.bando_id = b.id and (p.bando_versione_id is null or v.id = p.bando_versione_id) order by v.numero desc limit 1),
      'appartiene', app.appartiene(p.id),
      'commissari', (select coalesce(json_agg(json_build_object('utenteId', c.utente_id, 'nome', u.nome || ' ' || u.cognome, 'presidente', c.presidente,
          'haDichiarato', ${passato('valutazione.dichiarata')}, 'haConcluso', ${passato('valutazione.conclusa')},
          'astenuto', exists (select from evento e where e.progetto_id = p.id and e.atto = 'valutazione.dichiarata' and e.attore_id = c.utente_id
            and e.dopo ->> 'fase' = f.fase and e.dopo ->> 'conflitto' = 'PRESENTE')) order by c.presidente desc, u.cognome, u.nome), '[]')
        from commissario c join utente u on u.id = c.utente_id where c.bando_id = b.id and c.fase = f.fase
          -- chi e esonerato resta tra chi ha valutato solo se ha concluso
          and (c.esonerato_il is null or ${passato('valutazione.conclusa')})),
      'schede', (select coalesce(json_agg(json_build_object('utenteId', s.utente_id, 'conflitto', s.conflitto, 'stato', s.stato, 'rev', s.rev,
          'svelata', s.svelata, 'punteggi', s.punteggi) order by s.dichiarata_il, s.id), '[]') from valutazione s where s.progetto_id = p.id and s.fase = f.fase),
      'consolidata', ${CONSOLIDATA}, 'idea', ${ultima('IDEA')}, 'progetto', case when f.fase = 'PROGETTO' then ${ultima('PROGETTO')} end,
      'nomi', ${NOMI}) as dati
    from progetto p join bando b on b.id = p.bando_id cross join (select ${fase}::text as fase) f where p.id = ${progettoId}::uuid`,
  );
  if (!riga) return null;
  const letta = Configurazione.safeParse(riga.dati.configurazione);
  return { ...riga.dati, configurazione: letta.success ? letta.data : null };
}

export type InElenco = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  fase: FaseValutata;
  bando: string;
  bandoId: string;
  presidente: boolean;
  mia: Pick<Scheda, 'conflitto' | 'stato' | 'svelata'> | null;
  svelata: boolean;
  consolidata: boolean;
};

/** Le domande dei bandi in cui chi chiede è commissario: quelle in valutazione e quelle che ha già valutato. Solo il titolo. */
export const elencaDaValutare = async (attore: Attore): Promise<InElenco[]> =>
  interroga<InElenco>(
    attore,
    sql`select p.id, p.codice, p.titolo, p.stato, c.fase, b.titolo as bando, b.id as "bandoId", c.presidente,
      case when s.id is not null then json_build_object('conflitto', s.conflitto, 'stato', s.stato, 'svelata', s.svelata) end as mia,
      exists (select from valutazione x where x.progetto_id = p.id and x.fase = c.fase and x.svelata) as svelata, k.fase is not null as consolidata
    from commissario c join bando b on b.id = c.bando_id join progetto p on p.bando_id = b.id
    left join valutazione s on s.progetto_id = p.id and s.fase = c.fase and s.utente_id = c.utente_id
    left join valutazione_consolidata k on k.progetto_id = p.id and k.fase = c.fase
    where c.utente_id = ${attore.utenteId}::uuid and c.esonerato_il is null
      and (s.id is not null or p.stato = case c.fase when 'IDEA' then 'IDEA_AMMISSIBILE' else 'AMMISSIBILE' end::stato_progetto)
    order by b.titolo, c.fase, p.codice, p.id`,
  );

/** L'ente capofila si mostra solo a chi ha dichiarato: qui non serve, e non si legge. */
export const nomeCapofila = sql`(select ${NOME_ENTE} from partecipazione x join organizzazione o on o.id = x.organizzazione_id
  where x.progetto_id = p.id and x.ruolo = 'CAPOFILA' and x.al is null limit 1)`;
