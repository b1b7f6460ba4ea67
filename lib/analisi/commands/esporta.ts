import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { VERSIONE_DIZIONARIO } from '@/lib/dizionario/contratto';
import { TIPI } from '@/lib/documenti/tipi';
import { toCsv } from '@/lib/format/csv';
import { toXlsx } from '@/lib/format/xlsx';
import type { Vocaboli } from '../dimensioni';
import { foglioIncrocio, foglioLungo, foglioMetodo } from '../fogli';
import type { Incrocio } from '../incrocio';
import { titoloDi } from '../labels';
import { inParametri } from '../leggi';
import { eseguiAnalisi } from '../queries';
import type { Domanda, FormatoAnalisi, Parametri } from '../schema';
import { esigiDomanda, esigiRicerca } from './_parti';

export type FileAnalisi = { nome: string; tipo: string; contenuto: string | Uint8Array<ArrayBuffer> };

/**
 * Scarica il risultato di una domanda: gli stessi numeri dello schermo. Resta nel registro che cosa è uscito; i valori dei filtri no.
 * @param indirizzo dove si ritrova, dai parametri
 * @throws DomainError come esigiDomanda ed eseguiAnalisi
 */
export async function esportaAnalisi(
  attore: Attore,
  { parametri, formato }: { parametri: Record<string, string>; formato: FormatoAnalisi },
  indirizzo: (parametri: Parametri) => string,
): Promise<FileAnalisi> {
  esigiRicerca(attore);
  const { domanda, pagina } = await esigiDomanda(attore, parametri);
  const incrocio = await eseguiAnalisi(attore, domanda, pagina.vocaboli);
  const result = await scrivi(attore, {
    domanda,
    incrocio,
    vocaboli: pagina.vocaboli,
    formato,
    indirizzo: indirizzo(inParametri(domanda)),
  });
  return commandAs(attore, async () => {
    const { tabella, data, istantanea } = domanda;
    const dopo = { tabella, formato, data, istantanea, righe: incrocio.righe.length, dizionario: VERSIONE_DIZIONARIO };
    return { result, evento: { atto: 'analisi.scaricata', oggetto: 'regione', oggettoId: attore.regioneId, dopo } };
  });
}

type DaScrivere = { domanda: Domanda; incrocio: Incrocio; vocaboli: Vocaboli; formato: FormatoAnalisi; indirizzo: string };

async function scrivi(attore: Attore, { domanda, incrocio, vocaboli, formato, indirizzo }: DaScrivere): Promise<FileAnalisi> {
  const nome = `cantiere-analisi-${domanda.tabella.replaceAll('_', '-')}-${domanda.data}`;
  if (formato === 'xlsx') {
    const metodo = foglioMetodo(domanda, vocaboli, incrocio, { titolo: `${attore.regioneNome}. ${titoloDi(domanda)}`, indirizzo });
    return {
      nome: `${nome}.xlsx`,
      tipo: TIPI.XLSX.mime,
      contenuto: await toXlsx([metodo, foglioIncrocio(incrocio), foglioLungo(incrocio)], attore.adesso),
    };
  }
  const foglio = formato === 'csv' ? foglioIncrocio(incrocio) : foglioLungo(incrocio);
  return {
    nome: `${nome}${formato === 'csv-r' ? '-r' : ''}.csv`,
    tipo: 'text/csv; charset=utf-8',
    contenuto: toCsv(foglio.intestazioni, foglio.righe, formato === 'csv' ? 'excel-it' : 'r'),
  };
}
