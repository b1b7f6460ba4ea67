import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { TIPI } from '@/lib/documenti/tipi';
import { DomainError } from '@/lib/errors/domainError';
import { toCsv } from '@/lib/format/csv';
import { toXlsx } from '@/lib/format/xlsx';
import { pngDi } from '@/lib/grafici/png';
import { figuraSvg } from '@/lib/grafici/svg';
import { letturaSostegni } from '@/lib/interviste/letture';
import { LICENZA } from '@/lib/pubblico/licenza';
import { causeFasi, filtraSostegni } from '../causeFasi';
import type { Figura } from '../figura';
import { figuraCauseFasi, figureAttuazione } from '../figureAttuazione';
import { figureRisorse } from '../figureRisorse';
import { figureTabelle } from '../figureTabelle';
import { fogliAttuazione } from '../fogliAttuazione';
import type { Foglio } from '../foglio';
import { foglioCauseFasi } from '../foglioCauseFasi';
import { fogliRisorse } from '../fogliRisorse';
import { fogliTabelle } from '../fogliTabelle';
import { nomeFoglio } from '../labels';
import { fonteDellaFigura, INTESTAZIONI_LEGGIMI, type Provenienza, righeLeggimi } from '../leggimi';
import { letturaAttuazione, letturaRisorse, letturaTabelle } from '../letture';
import { filtra } from '../pannello';
import type { FiltriRicerca, FormatoTabella, TabellaScaricabile } from '../schema';

export type Richiesta = { tabella: TabellaScaricabile; formato: FormatoTabella; filtri: FiltriRicerca };
export type FileEsportato = { nome: string; tipo: string; contenuto: string | Uint8Array<ArrayBuffer> };

type Raccolta = { fogli: Foglio[]; figura: Figura | undefined; provenienza: Provenienza; oggetto: { oggetto: string; oggettoId: string } };

const ESTENSIONE: Record<FormatoTabella, string> = { csv: '.csv', 'csv-r': '-r.csv', xlsx: '.xlsx', svg: '.svg', png: '.png' };

const nomeFile = ({ tabella, formato, filtri }: Richiesta): string => {
  const parte = nomeFoglio(tabella).replaceAll(/[ .]/g, '-');
  return `cantiere-${parte}-${filtri.data}${ESTENSIONE[formato]}`;
};

const conIntestazioni = ({ tabella, colonne, righe }: Foglio) => ({
  nome: nomeFoglio(tabella),
  intestazioni: colonne.map(([nome]) => nome),
  righe,
});

/** Il disegno di una figura, e la stessa come immagine. */
async function disegna(nome: string, formato: 'svg' | 'png', figura: Figura | undefined, provenienza: Provenienza): Promise<FileEsportato> {
  if (!figura) throw new DomainError('ricerca.senzaGrafico', 'Questa tabella, a questa data, non ha un grafico: scegli CSV o XLSX.');
  const svg = figuraSvg(figura.grafico, { ...figura, fonte: fonteDellaFigura(provenienza, LICENZA.nome) });
  if (formato === 'svg') return { nome, tipo: 'image/svg+xml; charset=utf-8', contenuto: svg };
  return { nome, tipo: TIPI.PNG.mime, contenuto: await pngDi(svg) };
}

async function scrivi(richiesta: Richiesta, { fogli, figura, provenienza }: Raccolta, adesso: Date): Promise<FileEsportato> {
  const nome = nomeFile(richiesta);
  if (richiesta.formato === 'svg' || richiesta.formato === 'png') return disegna(nome, richiesta.formato, figura, provenienza);
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
 * Scarica una tabella, o tutte, o il suo grafico: è un atto e resta nel registro, con che cosa è uscito e quante righe. Righe ed evento nascono nella stessa
 * transazione. @throws DomainError se il bando non esiste, la tabella non c'è, il formato non va bene per più tabelle, o la tabella non ha un grafico
 */
export const esportaTabella = (attore: Attore, richiesta: Richiesta): Promise<FileEsportato> =>
  commandAs(attore, async (tx) => {
    if (attore.lettore === 'app_ente')
      throw new DomainError('ricerca.ruoloMancante', 'Queste tabelle si scaricano con il ruolo di ricercatore o della Regione.');
    const { tabella, formato, filtri } = richiesta;
    const tabelle = await letturaTabelle(tx, filtri);
    const attuazione = filtra(await letturaAttuazione(tx, filtri), filtri);
    const risorse = await letturaRisorse(tx, filtri);
    const sostegni = filtraSostegni(await letturaSostegni(tx, tabelle.bando?.id ?? null, filtri.data), attuazione, filtri);
    const tutti = [
      ...fogliTabelle(tabelle),
      ...fogliAttuazione(attuazione, filtri.data),
      foglioCauseFasi(attuazione, sostegni),
      ...fogliRisorse(risorse),
    ];
    const figure = [
      ...figureTabelle(tabelle),
      ...figureAttuazione(attuazione, filtri.data),
      figuraCauseFasi(causeFasi(attuazione, sostegni)),
      ...figureRisorse(risorse),
    ];
    const fogli = tabella === 'pannello' ? tutti : tutti.filter((foglio) => foglio.tabella === tabella);
    if (fogli.length === 0) throw new DomainError('ricerca.tabellaNonTrovata', 'Questa tabella non esiste per la tua Regione.');
    const { bando, fonti, categorie } = tabelle;
    const raccolta: Raccolta = {
      fogli,
      figura: figure.find((figura) => figura.tabella === tabella),
      provenienza: { regione: attore.regioneNome, filtri, bando, fonti, categorie, cause: attuazione.cause },
      oggetto: bando ? { oggetto: 'bando', oggettoId: bando.id } : { oggetto: 'regione', oggettoId: attore.regioneId },
    };
    const result = await scrivi(richiesta, raccolta, attore.adesso);
    const righe = fogli.reduce((somma, foglio) => somma + foglio.righe.length, 0);
    return { result, evento: { atto: 'ricerca.tabellaEsportata', ...raccolta.oggetto, dopo: { tabella, formato, ...filtri, righe } } };
  });
