import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { ContestoPiano } from '@/lib/piano/contesto';
import { Configurazione } from './configurazione';
import type { PassoPubblicato } from './stato';

export type VersioneInElenco = { numero: number; pubblicataIl: string; sha256: string; nota: string | null };
export type BandoDaScrivere = {
  id: string;
  codice: string;
  titolo: string;
  tipo: Configurazione['tipo'];
  programma: string;
  /** null: il bando c'è (per esempio importato), ma nessuno ha ancora cominciato a configurarlo. */
  bozza: { configurazione: Configurazione; rev: number; aggiornataIl: string } | null;
  pubblicata: Configurazione | null;
  versioni: VersioneInElenco[];
  passi: PassoPubblicato[];
  ambiti: { id: string; numero: number; nome: string }[];
  /** I vocabolari delle azioni: servono all'anteprima. */
  categorieIntervento: ContestoPiano['categorieIntervento'];
  gruppi: ContestoPiano['gruppi'];
};

/** Un bando come lo vede chi lo configura. null se non c'è o è di un'altra Regione. */
export async function leggiBando(attore: Attore, id: string): Promise<BandoDaScrivere | null> {
  const [riga] = await interroga<{ dati: BandoDaScrivere }>(
    attore,
    sql`select json_build_object('id', b.id, 'codice', b.codice, 'titolo', b.titolo, 'tipo', b.tipo, 'programma', g.titolo,
      'bozza', (select json_build_object('configurazione', z.configurazione, 'rev', z.rev, 'aggiornataIl', z.aggiornata_il) from bando_bozza z where z.bando_id = b.id),
      'pubblicata', (select v.configurazione from bando_versione v where v.bando_id = b.id order by v.numero desc limit 1),
      'versioni', (select coalesce(json_agg(json_build_object('numero', v.numero, 'pubblicataIl', v.pubblicata_il, 'sha256', v.sha256, 'nota', v.nota)
        order by v.numero desc), '[]') from bando_versione v where v.bando_id = b.id),
      'passi', (select coalesce(json_agg(json_build_object('fase', p.fase, 'apre', p.apre, 'chiude', p.chiude) order by p.fase = 'PROGETTO', p.fase = 'AVVISO'), '[]')
        from passo_bando p where p.bando_id = b.id),
      'ambiti', (select coalesce(json_agg(json_build_object('id', a.id, 'numero', a.numero, 'nome', a.nome) order by a.numero), '[]') from ambito a where a.regione_id = b.regione_id),
      'categorieIntervento', (select coalesce(json_agg(json_build_object('codice', c.codice, 'etichetta', c.etichetta, 'tipo', c.tipo) order by c.ordine), '[]')
        from categoria_intervento c where c.regione_id = b.regione_id),
      'gruppi', (select coalesce(json_agg(json_build_object('codice', g.codice, 'etichetta', g.etichetta) order by g.etichetta), '[]')
        from gruppo_destinatari g where g.regione_id = b.regione_id)) as dati
    from bando b join programma g on g.id = b.programma_id where b.id = ${id}::uuid`,
  );
  if (!riga) return null;
  const { bozza, pubblicata } = riga.dati;
  return {
    ...riga.dati,
    bozza: bozza && { ...bozza, configurazione: Configurazione.parse(bozza.configurazione) },
    pubblicata: pubblicata && Configurazione.parse(pubblicata),
  };
}

/** Ciò da cui un bando nuovo può cominciare: i programmi della Regione e i bandi già pubblicati, da copiare. */
export type InizioBando = { programmi: { id: string; titolo: string }[]; modelli: { id: string; titolo: string; numero: number }[] };

export async function leggiInizioBando(attore: Attore): Promise<InizioBando> {
  const [riga] = await interroga<{ dati: InizioBando }>(
    attore,
    sql`select json_build_object(
      'programmi', (select coalesce(json_agg(json_build_object('id', g.id, 'titolo', g.titolo) order by g.titolo), '[]') from programma g),
      'modelli', (select coalesce(json_agg(json_build_object('id', v.id, 'titolo', v.configurazione ->> 'titolo', 'numero', v.numero)
        order by v.pubblicata_il desc), '[]') from bando_versione v)) as dati`,
  );
  return riga?.dati ?? { programmi: [], modelli: [] };
}
