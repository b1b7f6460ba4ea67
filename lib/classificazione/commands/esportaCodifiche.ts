import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { TIPI } from '@/lib/documenti/tipi';
import { DomainError } from '@/lib/errors/domainError';
import { toCsv } from '@/lib/format/csv';
import { toXlsx } from '@/lib/format/xlsx';
import type { Formato } from '@/lib/ricerca/schema';
import { COLONNE_CODIFICHE, type Letta, righeCodifiche } from '../foglioCodifiche';
import { esigiRicerca, trovaSchema, trovaTornata } from './_parti';

export type FileCodifiche = { nome: string; tipo: string; contenuto: string | Uint8Array<ArrayBuffer> };

/**
 * Le codifiche di una tornata svelata, una riga per progetto e voce: chi vuole ricalcola il kappa. Resta nel registro.
 * @throws DomainError classificazione.soloRicerca, classificazione.tornataNonTrovata, classificazione.nonSvelata
 */
export const esportaCodifiche = (attore: Attore, { tornataId, formato }: { tornataId: string; formato: Formato }): Promise<FileCodifiche> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const tornata = await trovaTornata(tx, tornataId);
    if (!tornata.svelataIl)
      throw new DomainError('classificazione.nonSvelata', 'Le codifiche si scaricano quando tutti e due hanno chiuso il loro foglio.');
    const schema = await trovaSchema(tx, tornata.schemaId);
    const lette = await tx.$queryRaw<Letta[]>`
      select p.codice as progetto, a.voci as primo, b.voci as secondo,
        (select x.voci from proposta_classificazione x where x.progetto_id = p.id and x.schema_id = t.schema_id and x.sostituita_il is null) as proposta,
        (select d.voci from classificazione_decisa d where d.progetto_id = p.id and d.tornata_id = t.id and d.sostituita_il is null) as decisa
      from tornata_codifica t join foglio_codifica f on f.tornata_id = t.id and f.posizione = 1 join foglio_codifica g on g.tornata_id = t.id and g.posizione = 2
      join codifica a on a.foglio_id = f.id join codifica b on b.foglio_id = g.id and b.progetto_id = a.progetto_id join progetto p on p.id = a.progetto_id
      where t.id = ${tornataId}::uuid order by p.codice`;
    const righe = righeCodifiche(schema, lette);
    const intestazioni = COLONNE_CODIFICHE.map(([nome]) => nome);
    const nome = `cantiere-codifiche-tornata-${tornata.numero}`;
    const result: FileCodifiche =
      formato === 'xlsx'
        ? {
            ...{ nome: `${nome}.xlsx`, tipo: TIPI.XLSX.mime },
            contenuto: await toXlsx(
              [
                { nome: 'LEGGIMI', intestazioni: ['colonna', 'significato'], righe: COLONNE_CODIFICHE.map((c) => [...c]) },
                { nome: 'codifiche', intestazioni, righe },
              ],
              attore.adesso,
            ),
          }
        : {
            ...{ nome: `${nome}${formato === 'csv-r' ? '-r' : ''}.csv`, tipo: 'text/csv; charset=utf-8' },
            contenuto: toCsv(intestazioni, righe, formato === 'csv' ? 'excel-it' : 'r'),
          };
    const dopo = { formato, righe: righe.length };
    return { result, evento: { atto: 'classificazione.codificheEsportate', oggetto: 'tornata_codifica', oggettoId: tornataId, dopo } };
  });
