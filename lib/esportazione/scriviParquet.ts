import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Colonna, RigaGrezza, Tabella, TipoColonna } from '@/lib/dizionario/contratto';
import { numeroDi } from './celle';

/** Quante righe in un gruppo: la memoria è quella di un gruppo, qualunque sia il loro numero. */
const PER_GRUPPO = 20_000;

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];
type Forma = { schema: Pick<SchemaElement, 'type' | 'converted_type'>; valore: (testo: string) => unknown };
const TESTO: Forma = { schema: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, valore: (testo) => testo };
const FORME: Record<TipoColonna, Forma> = {
  ...{ id: TESTO, testo: TESTO, cod: TESTO, mese: TESTO },
  data: { schema: { type: 'INT32', converted_type: 'DATE' }, valore: (testo) => new Date(`${testo}T00:00:00Z`) },
  int: { schema: { type: 'INT64' }, valore: BigInt },
  dec: { schema: { type: 'DOUBLE' }, valore: numeroDi },
  bool: { schema: { type: 'BOOLEAN' }, valore: (testo) => testo === '1' },
};

const elemento = ({ nome, tipo }: Colonna): SchemaElement => ({ name: nome, repetition_type: 'OPTIONAL', ...FORME[tipo].schema });

/** Parquet, un gruppo di righe alla volta: ogni gruppo parte appena è pieno. Testi esatti, mancanti nulli, date vere. */
export async function* scriviParquet(
  { colonne }: Pick<Tabella, 'colonne'>,
  gruppi: AsyncIterable<RigaGrezza[]>,
): AsyncGenerator<Uint8Array> {
  const uscita = new ByteWriter();
  const scrittore = new ParquetWriter({
    writer: uscita,
    schema: [{ name: 'root', num_children: colonne.length }, ...colonne.map(elemento)],
    createdBy: 'Cantiere',
  });
  let attesa: RigaGrezza[] = [];
  for await (const righe of gruppi) {
    for (const riga of righe) attesa.push(riga);
    if (attesa.length < PER_GRUPPO) continue;
    scrivi(scrittore, colonne, attesa);
    attesa = [];
    yield svuota(uscita);
  }
  if (attesa.length > 0) scrivi(scrittore, colonne, attesa);
  scrittore.finish();
  yield svuota(uscita);
}

function scrivi(scrittore: ParquetWriter, colonne: readonly Colonna[], righe: readonly RigaGrezza[]): void {
  const columnData = colonne.map(({ nome, tipo }, n) => {
    const { valore } = FORME[tipo];
    const celle = righe.map((riga) => riga[n] ?? null);
    return { name: nome, data: celle.map((cella) => (cella === null ? null : valore(cella))) };
  });
  scrittore.write({ columnData, rowGroupSize: righe.length });
}

/** Gli scostamenti si contano dall'inizio del file: si azzera il posto nel buffer, non il conto. */
function svuota(uscita: ByteWriter): Uint8Array {
  const pezzo = uscita.getBytes().slice();
  uscita.index = 0;
  return pezzo;
}
