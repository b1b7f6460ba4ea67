import { chiamaPubblica } from '@/lib/db/pubblico';
import { sql } from '@/lib/db/sql';
import { type FileRicevuto, nomePulito } from '../allegati';
import { DatiCandidatura, type ModuloCandidatura } from '../candidatura';
import { type Avviso, letteraConferma } from '../lettere';

type Conferma = { impronta: Uint8Array<ArrayBuffer>; collegamento: string };

/**
 * La candidatura di chi non ha un account: resta in bozza, e nessuno la vede, finché chi l'ha scritta non apre il collegamento che riceve.
 * @throws DomainError termine.scaduto se l'avviso non è aperto, candidatura.troppe se ce ne sono già troppe da confermare
 */
export async function inviaCandidatura(
  modulo: ModuloCandidatura,
  file: readonly FileRicevuto[],
  avviso: Avviso & { chiude: Date | null },
  { impronta, collegamento }: Conferma,
): Promise<void> {
  const dati = JSON.stringify(DatiCandidatura.parse(modulo));
  const allegati = JSON.stringify(
    file.map(({ nome, contenuto }) => ({
      nome: nomePulito(nome),
      tipo: 'application/pdf',
      base64: Buffer.from(contenuto).toString('base64'),
    })),
  );
  const { oggetto, testo } = letteraConferma(avviso, collegamento);
  await chiamaPubblica(sql`
    select app.candidati(${modulo.avvisoId}::uuid, ${dati}::jsonb, ${modulo.email}, ${modulo.codiceFiscale}, ${impronta}, ${allegati}::jsonb,
      ${oggetto}, ${testo})::text`);
}
