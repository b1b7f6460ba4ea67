import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { TIPI } from '@/lib/documenti/tipi';
import { DomainError } from '@/lib/errors/domainError';
import { toCsv } from '@/lib/format/csv';
import { toXlsx } from '@/lib/format/xlsx';
import { letturaSostegni } from '@/lib/interviste/letture';
import { filtraSostegni } from '../causeFasi';
import { fogliAttuazione } from '../fogliAttuazione';
import type { Foglio } from '../foglio';
import { foglioCauseFasi } from '../foglioCauseFasi';
import { fogliTabelle } from '../fogliTabelle';
import { nomeFoglio } from '../labels';
import { INTESTAZIONI_LEGGIMI, type Provenienza, righeLeggimi } from '../leggimi';
import { letturaAttuazione, letturaTabelle } from '../letture';
import { filtra } from '../pannello';
import type { FiltriRicerca, Formato, TabellaScaricabile } from '../schema';

export type Richiesta = { tabella: TabellaScaricabile; formato: Formato; filtri: FiltriRicerca };
export type FileEsportato = { nome: string; tipo: string; contenuto: string | Uint8Array<ArrayBuffer> };

type Raccolta = { fogli: Foglio[]; provenienza: Provenienza; oggetto: { oggetto: string; oggettoId: string } };

const nomeFile = ({ tabella, formato, filtri }: Richiesta): string => {
  const parte = nomeFoglio(tabella).replaceAll(/[ .]/g, '-');
  return `cantiere-${parte}-${filtri.data}${formato === 'csv-r' ? '-r' : ''}.${formato === 'xlsx' ? 'xlsx' : 'csv'}`;
};

const conIntestazioni = ({ tabella, colonne, righe }: Foglio) => ({
  nome: nomeFoglio(tabella),
  intestazioni: colonne.map(([nome]) => nome),
  righe,
});

async function scrivi(richiesta: Richiesta, { fogli, provenienza }: Raccolta, adesso: Date): Promise<FileEsportato> {
  const nome = nomeFile(richiesta);
  if (richiesta.formato === 'xlsx') {
    const leggimi = { nome: 'LEGGIMI', intestazioni: INTESTAZIONI_LEGGIMI, righe: righeLeggimi(fogli, provenienza) };
    const contenuto = await toXlsx([leggimi, ...fogli.map(conIntestazioni)], adesso);
    return { nome, tipo: TIPI.XLSX.mime, contenuto };
  }
  const [foglio] = fogli.map(conIntestazioni);
  if (!foglio || fogli.length > 1)
    throw new DomainError('ricerca.formatoNonAdatto', 'Più tabelle insieme si scaricano solo in formato XLSX.');
  return {
    nome,
    tipo: 'text/csv; charset=utf-8',
    contenuto: toCsv(foglio.intestazioni, foglio.righe, richiesta.formato === 'csv' ? 'excel-it' : 'r'),
  };
}

/**
 * Scarica una tabella, o tutte: è un atto e resta nel registro, con che cosa è uscito e quante righe. Righe ed evento nascono nella stessa
 * transazione. @throws DomainError se il bando non esiste, la tabella non c'è, o il formato non va bene per più tabelle
 */
export const esportaTabella = (attore: Attore, richiesta: Richiesta): Promise<FileEsportato> =>
  commandAs(attore, async (tx) => {
    if (attore.lettore === 'app_ente')
      throw new DomainError('ricerca.ruoloMancante', 'Queste tabelle si scaricano con il ruolo di ricercatore o della Regione.');
    const { tabella, formato, filtri } = richiesta;
    const tabelle = await letturaTabelle(tx, filtri);
    const attuazione = filtra(await letturaAttuazione(tx, filtri), filtri);
    const sostegni = filtraSostegni(await letturaSostegni(tx, tabelle.bando?.id ?? null, filtri.data), attuazione, filtri);
    const tutti = [...fogliTabelle(tabelle), ...fogliAttuazione(attuazione, filtri.data), foglioCauseFasi(attuazione, sostegni)];
    const fogli = tabella === 'pannello' ? tutti : tutti.filter((foglio) => foglio.tabella === tabella);
    if (fogli.length === 0) throw new DomainError('ricerca.tabellaNonTrovata', 'Questa tabella non esiste per la tua Regione.');
    const { bando, fonti, categorie } = tabelle;
    const raccolta: Raccolta = {
      fogli,
      provenienza: { regione: attore.regioneNome, filtri, bando, fonti, categorie, cause: attuazione.cause },
      oggetto: bando ? { oggetto: 'bando', oggettoId: bando.id } : { oggetto: 'regione', oggettoId: attore.regioneId },
    };
    const result = await scrivi(richiesta, raccolta, attore.adesso);
    const righe = fogli.reduce((somma, foglio) => somma + foglio.righe.length, 0);
    return { result, evento: { atto: 'ricerca.tabellaEsportata', ...raccolta.oggetto, dopo: { tabella, formato, ...filtri, righe } } };
  });
