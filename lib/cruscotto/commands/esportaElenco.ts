import { Readable } from 'node:stream';
import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { TIPI } from '@/lib/documenti/tipi';
import { type Cella, righeCsv, toCsv } from '@/lib/format/csv';
import { giornoDi } from '@/lib/format/data';
import { flussoXlsx } from '@/lib/format/xlsx';
import type { Formato } from '@/lib/ricerca/schema';
import { celle, intestazioni } from '../foglio';
import type { FiltriElenco } from '../queriesCondizioni';
import { leggiPagina } from '../queriesElenco';
import { soloCondizioni } from '../schema';

const PER_GRUPPO = 1000;

export type ElencoEsportato = { nome: string; tipo: string; flusso: Readable };

/**
 * Scarica l'elenco con i filtri della pagina, o le sole righe scelte, scrivendolo mentre si legge. È un atto: resta nel registro con quante righe
 * sono uscite (il testo cercato no, potrebbe essere un nome). @throws DomainError se chi chiede non è la Regione
 */
export async function esportaElenco(attore: Attore, richiesta: { filtri: FiltriElenco; formato: Formato }): Promise<ElencoEsportato> {
  const { formato } = richiesta;
  const filtri = { ...richiesta.filtri, dopo: undefined };
  const { totale } = await leggiPagina(attore, filtri, 1);
  const { q: _testoLibero, ...condizioni } = soloCondizioni(filtri);
  await commandAs(attore, async () => ({
    result: undefined,
    evento: {
      ...{ atto: 'cruscotto.elencoEsportato', oggetto: 'regione', oggettoId: attore.regioneId },
      dopo: { ...condizioni, formato, righe: totale },
    },
  }));
  const nome = `cantiere-${filtri.vista}-${giornoDi(attore.adesso)}${formato === 'csv-r' ? '-r' : ''}.${formato === 'xlsx' ? 'xlsx' : 'csv'}`;
  const gruppi = righeDi(attore, filtri);
  const colonne = intestazioni(filtri.vista);
  return formato === 'xlsx'
    ? { nome, tipo: TIPI.XLSX.mime, flusso: flussoXlsx({ nome: filtri.vista, intestazioni: colonne }, gruppi) }
    : { nome, tipo: 'text/csv; charset=utf-8', flusso: Readable.from(pezziCsv(colonne, gruppi, formato === 'csv' ? 'excel-it' : 'r')) };
}

async function* righeDi(attore: Attore, filtri: FiltriElenco): AsyncGenerator<Cella[][]> {
  let dopo: string | undefined;
  do {
    const pagina = await leggiPagina(attore, { ...filtri, dopo }, PER_GRUPPO);
    yield pagina.righe.map(celle);
    dopo = pagina.dopo ?? undefined;
  } while (dopo);
}

async function* pezziCsv(colonne: string[], gruppi: AsyncIterable<Cella[][]>, dialetto: 'excel-it' | 'r'): AsyncGenerator<Buffer> {
  yield Buffer.from(toCsv(colonne, [], dialetto));
  for await (const righe of gruppi) yield Buffer.from(righeCsv(righe, dialetto));
}
