import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { isoDiData, isoDiDataONull } from '@/lib/format/data';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import { concluse, conSospensioni, type Sospesa } from '../scadenze';

/** Ciò che gli atti sulle sospensioni condividono: funzioni che ricevono `tx`, con la serratura del progetto già presa (trovaPratica). */

/** @throws DomainError sospensione.ruoloMancante */
export function esigiDirigente(attore: Attore, verbo: string): void {
  if (attore.ruolo !== 'DIRIGENTE')
    throw new DomainError('sospensione.ruoloMancante', `Non puoi ${verbo}. Serve il ruolo di ${nomeRuolo('DIRIGENTE')} della Regione.`);
}

/** Le sospensioni del progetto intero, o di una sua azione, dalla più vecchia. */
export async function sospensioniDi(tx: Tx, progettoId: string, azioneId: string | null): Promise<(Sospesa & { id: string })[]> {
  const righe = await tx.sospensione.findMany({
    where: { progettoId, azioneId },
    orderBy: { dal: 'asc' },
    select: { id: true, dal: true, al: true },
  });
  return righe.map(({ id, dal, al }) => ({ id, dal: isoDiData(dal), al: isoDiDataONull(al) }));
}

/**
 * Riscrive le scadenze dei periodi non ancora presentati quando le sospensioni del progetto cambiano: quelle presentate non si toccano mai, neppure se
 * la presentazione arriva mentre si sospende (la condizione si rivaluta sulla riga). La prima scadenza resta scritta.
 * @returns quanti periodi sono cambiati
 */
export async function spostaScadenze(tx: Tx, progettoId: string, prima: readonly Sospesa[], dopo: readonly Sospesa[]): Promise<number> {
  const [vecchie, nuove] = [concluse(prima), concluse(dopo)];
  const periodi = await tx.periodo.findMany({
    where: { progettoId, presentatoIl: null, tipo: { not: 'RILEVAZIONE' } },
    orderBy: { dal: 'asc' },
    select: { id: true, tipo: true, dal: true, al: true, scadenza: true, scadenzaOriginaria: true, dovuto: true },
  });
  let cambiati = 0;
  for (const { id, tipo, dovuto, scadenzaOriginaria, ...date } of periodi) {
    const scritto = { dal: isoDiData(date.dal), al: isoDiData(date.al), scadenza: isoDiData(date.scadenza), dovuto };
    const nuovo = conSospensioni({ ...scritto, straordinario: tipo !== 'ORDINARIO' }, vecchie, nuove);
    if (nuovo.scadenza === scritto.scadenza && nuovo.dovuto === dovuto) continue;
    const spostata = nuovo.scadenza !== scritto.scadenza;
    const { count } = await tx.periodo.updateMany({
      where: { id, presentatoIl: null },
      data: {
        scadenza: new Date(`${nuovo.scadenza}T00:00:00Z`),
        dovuto: nuovo.dovuto,
        ...(spostata ? { scadenzaOriginaria: scadenzaOriginaria ?? date.scadenza } : {}),
      },
    });
    cambiati += count;
  }
  return cambiati;
}
