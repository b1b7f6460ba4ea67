import { toCsv } from '@/lib/format/csv';
import { inJsonLd, inTurtle } from '@/lib/pubblico/catalogo';
import { celle, DATASET, NomeDataset } from '@/lib/pubblico/dataset';
import { LICENZA } from '@/lib/pubblico/licenza';
import { leggiDati } from '@/lib/pubblico/queriesDati';
import { leggiSito } from '@/lib/pubblico/queriesNovita';
import { basePubblica, problema, rispostaJson, rispostaPubblica } from '../../../risposte';

export const dynamic = 'force-dynamic';

const QUALI = 'I file sono: progetti, ambiti, enti, azioni, importi, stati (.csv o .json) e catalogo (.ttl o .jsonld).';

/** Un insieme di dati intero, o il catalogo DCAT-AP_IT che li descrive. */
export async function GET(richiesta: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const [nome = '', formato = '', ...resto] = (await params).file.split('.');
  if (resto.length > 0) return problema(404, QUALI);
  if (nome === 'catalogo') return catalogo(richiesta, formato);
  const insieme = NomeDataset.safeParse(nome);
  if (!insieme.success || (formato !== 'csv' && formato !== 'json')) return problema(404, QUALI);
  return insiemeIntero(richiesta, insieme.data, formato);
}

async function catalogo(richiesta: Request, formato: string): Promise<Response> {
  const { regione, aggiornato } = await leggiSito();
  if (!regione) return problema(404, 'Il portale non pubblica ancora nessun dato.');
  const dati = { base: basePubblica(), regione, aggiornato };
  if (formato === 'ttl') return rispostaPubblica(richiesta, await inTurtle(dati), 'text/turtle; charset=utf-8');
  return formato === 'jsonld' ? rispostaJson(richiesta, inJsonLd(dati), 'application/ld+json') : problema(404, QUALI);
}

async function insiemeIntero(richiesta: Request, nome: NomeDataset, formato: 'csv' | 'json'): Promise<Response> {
  const dataset = DATASET[nome];
  const [{ righe }, { aggiornato }] = await Promise.all([leggiDati(nome, { quante: null }), leggiSito()]);
  const allegato = { 'Content-Disposition': `attachment; filename="${nome}.${formato}"` };
  if (formato === 'json') {
    const testo = JSON.stringify({ aggiornato, licenza: LICENZA.indirizzo, righe });
    return rispostaPubblica(richiesta, testo, 'application/json; charset=utf-8', allegato);
  }
  // virgola e punto decimale: i dati aperti li legge soprattutto un programma
  const righeCsv = righe.map((riga) => celle(dataset, riga));
  return rispostaPubblica(richiesta, toCsv(Object.keys(dataset.riga.shape), righeCsv, 'r'), 'text/csv; charset=utf-8', allegato);
}
