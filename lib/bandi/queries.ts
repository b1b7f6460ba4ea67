import type { Attore } from '@/lib/auth/attore';
import { interroga, interrogaPubblica } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import { Configurazione } from './configurazione';
import type { PassoPubblicato } from './stato';

export type VersioneBando = { id: string; bandoId: string; numero: number; configurazione: Configurazione };

/** La configurazione che vale per una domanda: quella della versione a cui è legata. null se non c'è, o non si può leggere. */
export async function leggiVersioneBando(attore: Attore, bandoVersioneId: string): Promise<VersioneBando | null> {
  const [riga] = await interroga<VersioneBando>(
    attore,
    sql`select id, bando_id as "bandoId", numero, configurazione from bando_versione where id = ${bandoVersioneId}::uuid`,
  );
  return riga ? { ...riga, configurazione: Configurazione.parse(riga.configurazione) } : null;
}

export type TipoBando = Configurazione['tipo'];
export type BandoInElenco = {
  id: string;
  codice: string;
  titolo: string;
  tipo: TipoBando;
  programma: string;
  /** L'ultima versione pubblicata; null se non ce n'è. */
  versione: number | null;
  passi: PassoPubblicato[];
};

/** Gli istanti escono in ISO con il fuso, e in ordine di fase. */
const PASSI = sql`(select coalesce(json_agg(json_build_object('fase', p.fase, 'apre', p.apre, 'chiude', p.chiude)
  order by array_position(array['IDEA', 'AVVISO', 'PROGETTO'], p.fase)), '[]') from passo_bando p where p.bando_id = b.id)`;

/** Tutti i bandi della Regione, anche in bozza: prima quelli senza versione, poi dal termine più lontano. */
export async function elencaBandi(attore: Attore): Promise<BandoInElenco[]> {
  return interroga<BandoInElenco>(
    attore,
    sql`select b.id, b.codice, b.titolo, b.tipo, g.titolo as programma,
      (select max(v.numero) from bando_versione v where v.bando_id = b.id) as versione, ${PASSI} as passi
    from bando b join programma g on g.id = b.programma_id
    order by exists (select from bando_versione v where v.bando_id = b.id),
      (select max(p.apre) from passo_bando p where p.bando_id = b.id) desc nulls last, b.codice`,
  );
}

export type BandoPubblicato = {
  id: string;
  titolo: string;
  tipo: TipoBando;
  atto: string;
  presentazione: string;
  dotazioneCents: string;
  contributoMinCents: string | null;
  contributoMaxCents: string | null;
  /** Quanto il bando assegna in anticipo a ogni ambito; vuoto se non lo fa. */
  importi: { numero: number; nome: string; cents: string }[];
  regione: string;
  versioneId: string;
  versione: number;
  passi: PassoPubblicato[];
  /** Il passo dell'idea accetta domande adesso, secondo l'orologio del portale. */
  aperto: boolean;
  /** L'istante della lettura, secondo l'orologio del portale: chi non è entrato non ne ha un altro. */
  letto: string;
};

const PUBBLICATI = sql`
  select b.id, v.configurazione ->> 'titolo' as titolo, v.configurazione ->> 'tipo' as tipo, v.configurazione ->> 'atto' as atto,
    v.configurazione ->> 'presentazione' as presentazione, v.configurazione ->> 'dotazioneCents' as "dotazioneCents",
    (select coalesce(json_agg(json_build_object('numero', a.numero, 'nome', a.nome_descrittivo, 'cents', i ->> 'cents') order by a.numero), '[]')
      from jsonb_array_elements(coalesce(v.configurazione -> 'importiPerAmbito', '[]')) i
      join ambito a on a.regione_id = b.regione_id and a.numero = (i ->> 'ambito')::int) as importi,
    v.configurazione ->> 'contributoMinCents' as "contributoMinCents", v.configurazione ->> 'contributoMaxCents' as "contributoMaxCents",
    r.nome as regione, v.id as "versioneId", v.numero as versione, ${PASSI} as passi,
    exists (select from passo_bando p where p.bando_id = b.id and p.fase = 'IDEA' and p.apre <= app.adesso()
      and (p.chiude is null or p.chiude >= app.adesso())) as aperto, to_json(app.adesso()) #>> '{}' as letto
  from bando b join regione r on r.id = b.regione_id
  join lateral (select x.* from bando_versione x where x.bando_id = b.id order by x.numero desc limit 1) v on true
  order by aperto desc, (select max(p.apre) from passo_bando p where p.bando_id = b.id) desc nulls last, b.codice`;

/** I bandi pubblicati della Regione di chi chiede, con l'ultima versione; prima quelli su cui si può aprire una domanda. */
const bandiPubblicati = (attore: Attore): Promise<BandoPubblicato[]> => interroga<BandoPubblicato>(attore, PUBBLICATI);

/** Solo quelli su cui oggi si può aprire una domanda. */
export const bandiAperti = async (attore: Attore): Promise<BandoPubblicato[]> => (await bandiPubblicati(attore)).filter((b) => b.aperto);

/** Gli stessi, per chi non è entrato. */
export const bandiPerTutti = (): Promise<BandoPubblicato[]> => interrogaPubblica<BandoPubblicato>(PUBBLICATI);
