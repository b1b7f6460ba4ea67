import type { Attore } from '@/lib/auth/attore';
import type { NuovoEvento, Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { isoDiData } from '@/lib/format/data';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import { esigiAperta, type GenereDiritto, type StatoDiritto } from '../diritti';

/** Ciò che gli atti sulle richieste degli interessati condividono. */

export type Richiesta = {
  id: string;
  genere: GenereDiritto;
  stato: StatoDiritto;
  ricevutaIl: string;
  entro: string;
  personaId: string | null;
};

const NON_TROVATA = new DomainError('interessato.nonTrovata', 'Questa richiesta non esiste o non è del tuo ente.');

/** La richiesta ancora aperta su cui si agisce, con la sua riga presa. @throws DomainError interessato.nonTrovata, interessato.chiusa */
export async function trovaAperta(tx: Tx, richiestaId: string): Promise<Richiesta> {
  await tx.$queryRaw`select id from richiesta_interessato where id = ${richiestaId}::uuid for update`;
  return leggiAperta(tx, richiestaId);
}

/** La stessa, per chi la legge soltanto. @throws DomainError interessato.nonTrovata, interessato.chiusa */
export async function leggiAperta(tx: Tx, richiestaId: string): Promise<Richiesta> {
  const riga = await tx.richiestaInteressato.findUnique({
    where: { id: richiestaId },
    select: { id: true, genere: true, stato: true, ricevutaIl: true, entro: true, personaId: true },
  });
  if (!riga) throw NON_TROVATA;
  esigiAperta(riga.stato as StatoDiritto);
  return {
    ...{ id: riga.id, genere: riga.genere as GenereDiritto, stato: riga.stato as StatoDiritto, personaId: riga.personaId },
    ...{ ricevutaIl: isoDiData(riga.ricevutaIl), entro: isoDiData(riga.entro) },
  };
}

/** A un interessato risponde il referente: impegna l'ente. @throws DomainError interessato.ruoloMancante */
export function esigiReferente({ ruolo }: Attore): void {
  if (ruolo !== 'REFERENTE')
    throw new DomainError(
      'interessato.ruoloMancante',
      `A una persona che esercita un suo diritto risponde chi ha il ruolo di ${nomeRuolo('REFERENTE')}.`,
    );
}

export const chiudi = (tx: Tx, { id }: Richiesta, stato: StatoDiritto, esito: string) =>
  tx.$executeRaw`update richiesta_interessato set stato = ${stato}, esito = ${esito}, chiusa_il = app.adesso() where id = ${id}::uuid`;

/** Mai la persona, mai il testo: quale richiesta, di che genere, com'è finita. */
export const eventoRichiesta = (atto: string, richiestaId: string, dopo: Record<string, string>): NuovoEvento => ({
  ...{ atto, oggetto: 'richiesta_interessato', oggettoId: richiestaId, dopo, riservato: true },
});
