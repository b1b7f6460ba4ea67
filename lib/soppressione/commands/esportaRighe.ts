import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { TIPI } from '@/lib/documenti/tipi';
import { DomainError } from '@/lib/errors/domainError';
import { toCsv } from '@/lib/format/csv';
import { toXlsx } from '@/lib/format/xlsx';
import { foglioLeggimi, foglioRighe } from '../fogliRighe';
import type { RigheDiffuse } from '../kAnonimato';
import { rilascioIn } from '../letture';
import { RIGHE_RICERCA } from '../queriesRighe';
import type { RigheChieste } from '../schema';
import { nomeSemestre } from '../semestri';
import { esigiRicerca } from './preparaRighe';

export type FileRighe = { nome: string; tipo: string; contenuto: string | Uint8Array<ArrayBuffer> };

/**
 * Scarica le righe già preparate di un semestre: resta nel registro chi, quando e quante.
 * @throws DomainError ricerca.ruoloMancante, ricerca.righeNonPreparate
 */
export const esportaRighe = (attore: Attore, { programma, semestre, formato }: RigheChieste): Promise<FileRighe> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const rilascio = await rilascioIn<RigheDiffuse>(tx, RIGHE_RICERCA, { programma, semestre });
    if (!rilascio) throw new DomainError('ricerca.righeNonPreparate', 'Le righe di questo semestre non sono ancora preparate.');
    const { titolo } = await tx.programma.findUniqueOrThrow({ where: { id: programma }, select: { titolo: true } });
    const foglio = foglioRighe(rilascio.contenuto.righe);
    const nome = `cantiere-persone-uscite-${semestre}`;
    const leggimi = foglioLeggimi(rilascio.contenuto.resoconto, {
      programma: titolo,
      semestre: nomeSemestre(semestre),
      sha256: rilascio.sha256,
    });
    const result: FileRighe =
      formato === 'xlsx'
        ? {
            nome: `${nome}.xlsx`,
            tipo: TIPI.XLSX.mime,
            contenuto: await toXlsx([leggimi, foglio], new Date(rilascio.rilasciatoIl)),
          }
        : {
            nome: `${nome}${formato === 'csv-r' ? '-r' : ''}.csv`,
            tipo: 'text/csv; charset=utf-8',
            contenuto: toCsv(foglio.intestazioni, foglio.righe, formato === 'csv' ? 'excel-it' : 'r'),
          };
    const dopo = { tabella: RIGHE_RICERCA, programma, semestre, formato, righe: foglio.righe.length, sha256: rilascio.sha256 };
    return { result, evento: { atto: 'ricerca.tabellaEsportata', oggetto: 'programma', oggettoId: programma, dopo } };
  });
