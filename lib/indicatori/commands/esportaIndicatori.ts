import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { TIPI } from '@/lib/documenti/tipi';
import { DomainError } from '@/lib/errors/domainError';
import { type Cella, toCsv } from '@/lib/format/csv';
import { giornoDi } from '@/lib/format/data';
import { toXlsx } from '@/lib/format/xlsx';
import type { Formato } from '@/lib/ricerca/schema';
import { INTESTAZIONI, righeDi } from '../foglio';
import { codiciDi } from '../insiemi';
import { type IndicatoriLetti, leggiIndicatori } from '../queries';
import { insiemeDi, leggiIndicatoriProgramma } from '../queriesProgramma';
import type { DomandaProgramma, Scelta } from '../schema';
import { conteggiDi, type Pubblicata, righeProprie, righePubblicate } from '../tabella';

export type FileIndicatori = { nome: string; tipo: string; contenuto: string | Uint8Array<ArrayBuffer> };

const NON_PUBBLICATI = new DomainError('indicatori.nonPubblicati', 'Gli indicatori non sono ancora stati pubblicati.');

/** Il nome che nel foglio indica la vista: il codice dell'azione, o l'ultimo giorno del periodo. */
const nomeVista = ({ azioni, periodi }: IndicatoriLetti, { azione, periodo }: Scelta): string =>
  (azione && azioni.find(({ id }) => id === azione)?.codice) || (periodo && periodi.find(({ id }) => id === periodo)?.al) || '';

/** Le proprie persone in diretta, se un ente non chiede una pubblicazione; altrimenti la pubblicazione. */
function tabellaDi(dati: IndicatoriLetti, scelta: Scelta): { vista: string; righe: Pubblicata[] } {
  const codici = codiciDi(dati.insieme);
  if (dati.miei && scelta.numero === undefined)
    return { vista: ['propri', nomeVista(dati, scelta)].filter(Boolean).join(' '), righe: righeProprie(codici, conteggiDi(dati.miei)) };
  if (!dati.pubblicata) throw NON_PUBBLICATI;
  const { celle, filtrata } = dati.pubblicata;
  return { vista: filtrata ? nomeVista(dati, scelta) : '', righe: righePubblicate(codici, celle) };
}

/**
 * Scarica gli indicatori di un progetto come li mostra la pagina, celle soppresse comprese. È un atto: resta nel registro con quante righe.
 * @throws DomainError progetto.nonTrovato, indicatori.nonPubblicati
 */
export async function esportaIndicatori(attore: Attore, progettoId: string, scelta: Scelta, formato: Formato): Promise<FileIndicatori> {
  const dati = await leggiIndicatori(attore, progettoId, scelta);
  if (!dati) throw new DomainError('progetto.nonTrovato', 'Questo progetto non esiste o non puoi vederlo.');
  const { vista, righe: tabella } = tabellaDi(dati, scelta);
  const righe = righeDi(dati.codice, vista, tabella);
  await annota(attore, { oggetto: 'progetto', oggettoId: progettoId, progettoId }, formato, righe.length);
  return file(attore, dati.codice, formato, righe);
}

/**
 * Lo stesso per un programma intero: Regione e ricerca.
 * @throws DomainError indicatori.ruoloMancante, indicatori.nonPubblicati
 */
export async function esportaIndicatoriProgramma(
  attore: Attore,
  { programma, insieme: chiesto }: Pick<DomandaProgramma, 'programma' | 'insieme'>,
  formato: Formato,
): Promise<FileIndicatori> {
  if (attore.lettore === 'app_ente')
    throw new DomainError('indicatori.ruoloMancante', 'Gli indicatori di un programma li scaricano la Regione e la ricerca.');
  const { rilascio, progetti } = await leggiIndicatoriProgramma(attore, programma);
  if (!rilascio) throw NON_PUBBLICATI;
  const righe = righeDi(null, '', righePubblicate(codiciDi(chiesto ?? insiemeDi(progetti)), rilascio.contenuto.intera));
  await annota(attore, { oggetto: 'regione', oggettoId: attore.regioneId }, formato, righe.length);
  return file(attore, 'programma', formato, righe);
}

type Oggetto = { oggetto: string; oggettoId: string; progettoId?: string };

const annota = (attore: Attore, oggetto: Oggetto, formato: Formato, righe: number): Promise<void> =>
  commandAs(attore, async () => ({ result: undefined, evento: { atto: 'indicatori.esportati', ...oggetto, dopo: { formato, righe } } }));

async function file(attore: Attore, codice: string, formato: Formato, righe: Cella[][]): Promise<FileIndicatori> {
  const nome = `cantiere-indicatori-${codice.toLowerCase().replace(/[^a-z0-9-]/g, '-')}-${giornoDi(attore.adesso)}`;
  if (formato === 'xlsx')
    return {
      nome: `${nome}.xlsx`,
      tipo: TIPI.XLSX.mime,
      contenuto: await toXlsx([{ nome: 'indicatori', intestazioni: INTESTAZIONI, righe }], attore.adesso),
    };
  const excel = formato === 'csv';
  return {
    nome: `${nome}${excel ? '' : '-r'}.csv`,
    tipo: 'text/csv; charset=utf-8',
    contenuto: toCsv(INTESTAZIONI, righe, excel ? 'excel-it' : 'r'),
  };
}
