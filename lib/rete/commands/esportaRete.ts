import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { TIPI } from '@/lib/documenti/tipi';
import { DomainError } from '@/lib/errors/domainError';
import { toCsv } from '@/lib/format/csv';
import { isoDiData } from '@/lib/format/data';
import { toXlsx } from '@/lib/format/xlsx';
import { pngDi } from '@/lib/grafici/png';
import { figuraSvg } from '@/lib/grafici/svg';
import { LICENZA } from '@/lib/pubblico/licenza';
import { COLONNE_ARCHI, COLONNE_MISURE, COLONNE_NODI, graphml, type OndataEsportata, righeArchi, righeMisure, righeNodi } from '../esporta';
import { nomeOndata } from '../labels';
import { RETE, type ReteLetta } from '../letture';
import { disponi, latoDi, legendaDi, misureDi } from '../rete';
import type { FormatoRete } from '../schema';

export type FileRete = { nome: string; tipo: string; contenuto: string | Uint8Array<ArrayBuffer> };
type Chiesta = { ondataId: string; progettoId?: string; formato: FormatoRete };
/** Il disegno lo fa chi chiama: i componenti non stanno qui. */
type Disegna = (rete: ReteLetta, ondata: OndataEsportata) => string;

/**
 * Scarica la rete di un'ondata, di un progetto o di tutti: resta nel registro. Solo organizzazioni, nessuna soglia (domain 7.4).
 * @throws DomainError rete.soloRicercaERegione, rete.ondataNonTrovata, rete.progettoNonTrovato, rete.unProgetto (il disegno è di un progetto)
 */
export const esportaRete = (attore: Attore, chiesta: Chiesta, disegna: Disegna): Promise<FileRete> =>
  commandAs(attore, async (tx) => {
    if (attore.lettore === 'app_ente') throw new DomainError('rete.soloRicercaERegione', 'La rete la scarica chi fa ricerca o la Regione.');
    const ondata = await tx.ondataRete.findUnique({ where: { id: chiesta.ondataId } });
    if (!ondata) throw new DomainError('rete.ondataNonTrovata', 'Questa ondata non esiste.');
    const reti = await leggi(tx, ondata.bandoId, chiesta.progettoId);
    const ondate = await tx.ondataRete.findMany({ where: { bandoId: ondata.bandoId }, select: { id: true, numero: true } });
    const { id, numero } = ondata;
    const contenuto = await scrivi(
      attore.regioneNome,
      chiesta.formato,
      reti,
      { id, numero, mese: isoDiData(ondata.mese) },
      ondate,
      attore.adesso,
      disegna,
    );
    const legami = reti.reduce((somma, rete) => somma + rete.legami.filter((legame) => legame.ondata === id).length, 0);
    return {
      result: contenuto,
      evento: {
        ...{ atto: 'rete.esportata', oggetto: 'ondata_rete', oggettoId: id },
        dopo: { formato: chiesta.formato, progetti: reti.length, legami },
      },
    };
  });

async function leggi(tx: Tx, bandoId: string, progettoId?: string): Promise<ReteLetta[]> {
  const righe = await tx.$queryRaw<{ rete: ReteLetta }[]>`
    select ${RETE} as rete from progetto p where p.bando_id = ${bandoId}::uuid and (${progettoId ?? null}::uuid is null or p.id = ${progettoId ?? null}::uuid)
      and p.stato in ('APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'PRESCRIZIONI_PRESENTATE', 'RIMODULAZIONE_INIZIALE', 'AVVIATO', 'SOSPESO', 'CONCLUSO')
    order by p.codice`;
  if (progettoId && righe.length === 0) throw new DomainError('rete.progettoNonTrovato', 'Questo progetto non è tra quelli dell’ondata.');
  return righe.map(({ rete }) => rete);
}

/** Il disegno con il titolo, i nomi dei nodi, la fonte e la licenza. */
const conCornice = (rete: ReteLetta, ondata: OndataEsportata, regione: string, svg: string): string =>
  figuraSvg(
    { genere: 'disegno', svg, lato: latoDi(disponi(rete).raggio), legenda: legendaDi(rete) },
    {
      titolo: `Rete di collaborazione: ${rete.titolo}`,
      nota: `${nomeOndata(ondata)}. Al centro il capofila; il tratto è più grosso se il legame è più forte, tratteggiato se è nato con il progetto.`,
      fonte: [
        `Fonte: Portale Cantiere, ${regione}. Legami dichiarati dal capofila (${rete.codice}).`,
        `Licenza ${LICENZA.nome}: si riproduce citando la fonte.`,
      ],
    },
  );

async function scrivi(
  regione: string,
  formato: FormatoRete,
  reti: ReteLetta[],
  ondata: OndataEsportata,
  ondate: { id: string; numero: number }[],
  adesso: Date,
  disegna: Disegna,
): Promise<FileRete> {
  const nome = `cantiere-rete-ondata-${ondata.numero}`;
  const csv = (parte: string, colonne: readonly string[], righe: ReturnType<typeof righeNodi>): FileRete => ({
    ...{ nome: `${nome}-${parte}.csv`, tipo: 'text/csv; charset=utf-8', contenuto: toCsv(colonne, righe, 'r') },
  });
  if (formato === 'nodi') return csv('nodi', COLONNE_NODI, righeNodi(reti));
  if (formato === 'archi') return csv('archi', COLONNE_ARCHI, righeArchi(reti, ondata));
  if (formato === 'graphml') return { nome: `${nome}.graphml`, tipo: 'application/xml; charset=utf-8', contenuto: graphml(reti, ondata) };
  if (formato === 'svg' || formato === 'png') {
    const [rete] = reti;
    if (!rete || reti.length > 1) throw new DomainError('rete.unProgetto', 'Il disegno si scarica da un progetto solo.');
    const svg = conCornice(rete, ondata, regione, disegna(rete, ondata));
    if (formato === 'svg') return { nome: `${nome}.svg`, tipo: 'image/svg+xml; charset=utf-8', contenuto: svg };
    return { nome: `${nome}.png`, tipo: TIPI.PNG.mime, contenuto: await pngDi(svg) };
  }
  const misure = reti.map((rete) => ({ codice: rete.codice, misure: misureDi(rete, ondata, ondate) }));
  const fogli = [
    { nome: 'nodi', intestazioni: COLONNE_NODI, righe: righeNodi(reti) },
    { nome: 'archi', intestazioni: COLONNE_ARCHI, righe: righeArchi(reti, ondata) },
    { nome: 'misure', intestazioni: COLONNE_MISURE, righe: righeMisure(misure, ondata) },
  ];
  return { nome: `${nome}.xlsx`, tipo: TIPI.XLSX.mime, contenuto: await toXlsx(fogli, adesso) };
}
