import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { FileFermo, Istantanea } from './schema';

const CAMPI = sql`'id', i.id, 'numero', i.numero, 'data', i.data_riferimento, 'dizionario', i.dizionario, 'impronta', i.sha256, 'creataIl', i.creata_il,
  'autore', (select a.nome from app.autori_istantanee() a where a.istantanea_id = i.id)`;

export type IstantaneaInElenco = Istantanea & { byte: number; file: number };

/** Le istantanee della Regione, dall'ultima. */
export async function elencaIstantanee(attore: Attore): Promise<IstantaneaInElenco[]> {
  const [riga] = await interroga<{ elenco: IstantaneaInElenco[] }>(
    attore,
    sql`select coalesce(json_agg(json_build_object(${CAMPI}, 'byte', f.byte, 'file', f.n) order by i.numero desc), '[]') as elenco
      from istantanea i join (select istantanea_id, sum(byte) as byte, count(*) as n from istantanea_file group by 1) f on f.istantanea_id = i.id`,
  );
  return riga?.elenco ?? [];
}

export type PaginaIstantanea = Istantanea & { file: FileFermo[]; altre: number[] };

/** Un'istantanea con i suoi file e i numeri delle altre, con cui si confronta; null se non c'è. */
export async function leggiIstantanea(attore: Attore, numero: number): Promise<PaginaIstantanea | null> {
  const [riga] = await interroga<{ pagina: PaginaIstantanea }>(
    attore,
    sql`select json_build_object(${CAMPI},
      'file', (select json_agg(json_build_object('nome', f.nome, 'tabella', f.tabella, 'righe', f.righe, 'byte', f.byte, 'sha256', f.sha256) order by f.ordine)
        from istantanea_file f where f.istantanea_id = i.id),
      'altre', (select coalesce(json_agg(x.numero order by x.numero desc), '[]') from istantanea x where x.id <> i.id)) as pagina
      from istantanea i where i.numero = ${numero}::int`,
  );
  return riga?.pagina ?? null;
}

/** Il numero dell'istantanea con questa impronta; null se non c'è. */
export async function leggiNumeroDi(attore: Attore, impronta: string): Promise<number | null> {
  const [riga] = await interroga<{ numero: number }>(attore, sql`select numero from istantanea where sha256 = ${impronta}`);
  return riga?.numero ?? null;
}

export type PezziDiFile = { nome: string; tabella: string | null; byte: number; sha256: string; pezzi: string[] };

/** I file di un'istantanea con i nomi dei loro pezzi, nell'ordine dell'archivio. */
export async function leggiPezzi(attore: Attore, istantaneaId: string): Promise<PezziDiFile[]> {
  const [riga] = await interroga<{ file: PezziDiFile[] | null }>(
    attore,
    sql`select json_agg(json_build_object('nome', nome, 'tabella', tabella, 'byte', byte, 'sha256', sha256, 'pezzi', pezzi) order by ordine) as file
      from istantanea_file where istantanea_id = ${istantaneaId}::uuid`,
  );
  return riga?.file ?? [];
}

/**
 * I byte di un file, un pezzo alla volta: mentre si scarica nessuna transazione resta aperta. @param chi chi chiede, riletto a ogni pezzo: uno scaricamento
 * lento dura più della firma di un contesto, e una sessione chiusa lo ferma
 */
export async function* leggiByte(chi: () => Promise<Attore>, pezzi: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const pezzo of pezzi) {
    const [riga] = await interroga<{ contenuto: Buffer }>(await chi(), sql`select contenuto from istantanea_pezzo where sha256 = ${pezzo}`);
    if (!riga) throw new Error('A un’istantanea manca un pezzo.');
    yield riga.contenuto;
  }
}
