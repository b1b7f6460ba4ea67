import type { RigaGrezza, Tabella } from '@/lib/dizionario/contratto';
import { type Dialetto, righeCsv, toCsv } from '@/lib/format/csv';
import { celleDi, eNumero, numeroDi } from './celle';

type Gruppi = AsyncIterable<RigaGrezza[]>;
type Descritta = Pick<Tabella, 'colonne'>;

const byte = (testo: string): Uint8Array => Buffer.from(testo);

/**
 * CSV: l'intestazione parte subito, prima della prima riga. I testi sono resi innocui per i fogli di calcolo in tutti e due i dialetti, perché anche il
 * CSV per R si apre con un doppio clic; gli script di lettura tolgono l'apice.
 */
export async function* scriviCsv({ colonne }: Descritta, gruppi: Gruppi, dialetto: Dialetto): AsyncGenerator<Uint8Array> {
  yield byte(
    toCsv(
      colonne.map(({ nome }) => nome),
      [],
      dialetto,
    ),
  );
  const celle = celleDi(colonne);
  for await (const righe of gruppi) yield byte(righeCsv(righe.map(celle), dialetto));
}

/** JSON Lines: un oggetto per riga, tutte le colonne, i testi esatti (nessun programma li esegue). */
export async function* scriviJson({ colonne }: Descritta, gruppi: Gruppi): AsyncGenerator<Uint8Array> {
  const valore = (cella: string | null, numero: boolean) => (cella === null || !numero ? cella : numeroDi(cella));
  const campi = colonne.map(({ nome, tipo }) => [nome, eNumero(tipo)] as const);
  const riga = (celle: RigaGrezza) =>
    `${JSON.stringify(Object.fromEntries(campi.map(([nome, numero], n) => [nome, valore(celle[n] ?? null, numero)])))}\n`;
  for await (const righe of gruppi) yield byte(righe.map(riga).join(''));
}
