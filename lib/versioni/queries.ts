import type { Attore } from '@/lib/auth/attore';
import { Configurazione, type DominioModifica } from '@/lib/bandi/configurazione';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { ContenutoVersione } from '@/lib/domande/valori';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { FaseDomanda } from '@/lib/progetti/stati';

/** Come si chiamano le organizzazioni, gli ambiti, le categorie e i gruppi che una versione nomina per codice. */
export type Nomi = {
  organizzazioni: { id: string; nome: string }[];
  ambiti: { id: string; numero: number; nome: string }[];
  categorie: { codice: string; etichetta: string }[];
  gruppi: { codice: string; etichetta: string }[];
};
export type Genere = 'PRESENTATA' | 'INTEGRATA' | 'APPROVATA';
export type VersioneInElenco = {
  numero: number;
  fase: FaseDomanda;
  genere: Genere;
  sha256: string;
  protocollo: string;
  creataIl: string;
  /** Chi l'ha congelata: l'ente, o la Regione. */
  ente: string;
  /** La richiesta di modifica da cui è nata; null se è nata dalla domanda, o da una proroga o fusione. */
  richiesta: { id: string; numero: number; dominio: DominioModifica; regime: 'COMUNICAZIONE' | 'APPROVAZIONE' } | null;
  /** Nata dopo l'avvio: porta i recapiti e il conto. */
  inCorso: boolean;
};
export type VersioneIntera = VersioneInElenco & { contenuto: ContenutoVersione; configurazione: Configurazione | null };
type Testata = { id: string; codice: string; titolo: string; stato: StatoProgetto; regione: { nome: string; direzione: string | null } };
export type VersioniDelProgetto = Testata & { versioni: VersioneInElenco[] };
export type VersioniDaLeggere = Testata & { nomi: Nomi; versioni: VersioneIntera[] };

const TESTATA = sql`'id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato,
  'regione', (select json_build_object('nome', r.nome, 'direzione', r.direzione) from regione r where r.id = p.regione_id)`;
const IN_BREVE = sql`'numero', w.numero, 'fase', w.fase, 'genere', w.genere, 'sha256', w.sha256, 'protocollo', w.protocollo,
  'creataIl', w.creata_il, 'ente', ${NOME_ENTE}, 'inCorso', w.contenuto ? 'anagrafica',
  'richiesta', (select json_build_object('id', q.id, 'numero', q.numero, 'dominio', q.dominio, 'regime', q.regime)
    from richiesta_modifica q where q.versione_id = w.id and q.progetto_id = w.progetto_id limit 1)`;
/** I nomi che servono a leggere una versione; l'alias `p` è il progetto. */
export const NOMI = sql`json_build_object(
  'organizzazioni', (select coalesce(json_agg(json_build_object('id', o.id, 'nome', ${NOME_ENTE})), '[]') from organizzazione o where o.regione_id = p.regione_id),
  'ambiti', (select coalesce(json_agg(json_build_object('id', a.id, 'numero', a.numero, 'nome', a.nome_descrittivo)), '[]') from ambito a where a.regione_id = p.regione_id),
  'categorie', (select coalesce(json_agg(json_build_object('codice', c.codice, 'etichetta', c.etichetta)), '[]') from categoria_intervento c where c.regione_id = p.regione_id),
  'gruppi', (select coalesce(json_agg(json_build_object('codice', g.codice, 'etichetta', g.etichetta)), '[]') from gruppo_destinatari g where g.regione_id = p.regione_id))`;

/** Le versioni di un progetto, dalla più recente; null se il progetto non si vede. */
export async function leggiVersioni(attore: Attore, progettoId: string): Promise<VersioniDelProgetto | null> {
  const [riga] = await interroga<{ dati: VersioniDelProgetto }>(
    attore,
    sql`select json_build_object(${TESTATA},
      'versioni', (select coalesce(json_agg(json_build_object(${IN_BREVE}) order by w.numero desc), '[]')
        from versione_progetto w join organizzazione o on o.id = w.organizzazione_id where w.progetto_id = p.id)) as dati
      from progetto p where p.id = ${progettoId}::uuid`,
  );
  return riga?.dati ?? null;
}

/** Le versioni con questi numeri, per intero e in ordine di numero, con i nomi che servono a leggerle; null se il progetto non si vede. */
export async function leggiVersioniIntere(attore: Attore, progettoId: string, numeri: number[]): Promise<VersioniDaLeggere | null> {
  const [riga] = await interroga<{ dati: VersioniDaLeggere }>(
    attore,
    sql`select json_build_object(${TESTATA}, 'nomi', ${NOMI},
      'versioni', (select coalesce(json_agg(json_build_object(${IN_BREVE}, 'contenuto', w.contenuto, 'configurazione', v.configurazione) order by w.numero), '[]')
        from versione_progetto w join organizzazione o on o.id = w.organizzazione_id left join bando_versione v on v.id = w.bando_versione_id
        where w.progetto_id = p.id and w.numero = any (${numeri}::int[]))) as dati
      from progetto p where p.id = ${progettoId}::uuid`,
  );
  return riga ? { ...riga.dati, versioni: riga.dati.versioni.map(conForma) } : null;
}

const conForma = (versione: VersioneIntera): VersioneIntera => ({
  ...versione,
  configurazione: versione.configurazione && Configurazione.parse(versione.configurazione),
});

/** I nomi e la Regione di un progetto, per disegnarne la bozza. */
export async function leggiContorno(attore: Attore, progettoId: string): Promise<{ nomi: Nomi; regione: Testata['regione'] } | null> {
  const [riga] = await interroga<{ dati: Testata & { nomi: Nomi } }>(
    attore,
    sql`select json_build_object(${TESTATA}, 'nomi', ${NOMI}) as dati from progetto p where p.id = ${progettoId}::uuid`,
  );
  return riga?.dati ?? null;
}
