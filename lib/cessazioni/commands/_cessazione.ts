import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import type { NuovoEvento, Tx } from '@/lib/db/scope';
import { giorno } from '@/lib/decisioni/commands/_decisione';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { type Pratica, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { Genere, StatoCessazione } from '../labels';

/** Ciò che gli atti sulla fine di un progetto condividono: funzioni che ricevono `tx`, con la serratura del progetto già presa (trovaPratica). */

export const DECISA = new DomainError(
  'cessazione.cambiata',
  'Questa rinuncia è già stata decisa o ritirata. Ricarica la pagina per vedere com’è adesso.',
);

/**
 * La rinuncia in attesa, con la serratura presa. `esigi` rifiuta chi non può, prima di dire se la rinuncia c'è.
 * @throws DomainError progetto.nonTrovato, cessazione.nonTrovata, cessazione.cambiata
 */
export async function trovaRinuncia(
  tx: Tx,
  attore: Attore,
  scelta: { progettoId: string; cessazioneId: string },
  esigi: (pratica: Pratica) => void = () => undefined,
): Promise<Pratica> {
  const pratica = await trovaPratica(tx, attore, scelta.progettoId);
  esigi(pratica);
  const riga = await tx.cessazione.findFirst({ where: { id: scelta.cessazioneId, progettoId: pratica.id, genere: 'RINUNCIA' } });
  if (!riga) throw new DomainError('cessazione.nonTrovata', 'Questa rinuncia non esiste o non puoi vederla.');
  if (riga.stato !== 'CHIESTA') throw DECISA;
  return pratica;
}

export async function assegnatoDi(tx: Tx, { id }: Pratica): Promise<bigint | null> {
  return (await tx.progetto.findUniqueOrThrow({ where: { id }, select: { importoAssegnatoCents: true } })).importoAssegnatoCents;
}

type Disposta = {
  genere: Genere;
  motivazione: string;
  atto: string;
  dataAtto: string;
  pianoRecupero?: string;
  recupero?: bigint | null;
};

/** Scrive un atto che la Regione dispone da sé (revoca, conclusione): nasce già deciso, nell'istante che dice il database. */
export async function scriviDisposta(tx: Tx, attore: Attore, pratica: Pratica, disposta: Disposta): Promise<string> {
  const id = randomUUID();
  const { genere, motivazione, atto, dataAtto, pianoRecupero = null, recupero = null } = disposta;
  await tx.$executeRaw`
    insert into cessazione (id, regione_id, progetto_id, genere, stato, motivazione, organizzazione_id, piano_recupero, recupero_cents, atto, data_atto, decisa_il)
    values (${id}::uuid, ${attore.regioneId}::uuid, ${pratica.id}::uuid, ${genere}, 'DISPOSTA', ${motivazione}, ${attore.organizzazioneId}::uuid,
      ${pianoRecupero}, ${recupero}::bigint, ${atto}, ${dataAtto}::date, app.adesso())`;
  return id;
}

/**
 * Un progetto che si chiude con una rinuncia o una revoca non lascia nulla in attesa: le richieste che la Regione aveva da decidere si chiudono, ciascuna
 * con il suo evento, e la sospensione aperta finisce oggi. Le scadenze non si spostano: non c'è più nulla da rendicontare.
 */
export async function chiudiInSospeso(tx: Tx, attore: Attore, { id: progettoId }: Pratica, nota: string): Promise<NuovoEvento[]> {
  const dove = { progettoId, stato: { in: ['PRESENTATA', 'IN_ISTRUTTORIA'] } };
  const proroghe = await tx.proroga.findMany({ where: dove, select: { id: true, stato: true } });
  const modifiche = await tx.richiestaModifica.findMany({ where: dove, select: { id: true, stato: true } });
  // si passa dall'esame anche qui: non c'è altra strada per una richiesta presentata
  const daEsaminare = { progettoId, stato: 'PRESENTATA' };
  await tx.proroga.updateMany({ where: daEsaminare, data: { stato: 'IN_ISTRUTTORIA' } });
  await tx.proroga.updateMany({ where: { progettoId, stato: 'IN_ISTRUTTORIA' }, data: { stato: 'RESPINTA', notaDecisione: nota } });
  await tx.richiestaModifica.updateMany({ where: daEsaminare, data: { stato: 'IN_ISTRUTTORIA' } });
  await tx.richiestaModifica.updateMany({
    where: { progettoId, stato: 'IN_ISTRUTTORIA' },
    data: { stato: 'RESPINTA', notaDecisione: nota },
  });
  const oggi = giorno(giornoDi(attore.adesso));
  await tx.sospensione.updateMany({ where: { progettoId, al: null, dal: { lte: oggi } }, data: { al: oggi } });
  const evento = (oggetto: 'proroga' | 'modifica', { id, stato }: { id: string; stato: string }): NuovoEvento => ({
    ...{ atto: `${oggetto}.respinta`, oggetto: oggetto === 'proroga' ? 'proroga' : 'richiesta_modifica', oggettoId: id, progettoId },
    prima: { stato },
    dopo: { stato: 'RESPINTA' },
  });
  return [...proroghe.map((riga) => evento('proroga', riga)), ...modifiche.map((riga) => evento('modifica', riga))];
}

export const eventoCessazione = (
  atto: string,
  pratica: Pratica,
  cessazioneId: string,
  dopo: { progetto: StatoProgetto; stato: StatoCessazione } & Record<string, string | number>,
): NuovoEvento => ({
  ...{ atto, oggetto: 'cessazione', oggettoId: cessazioneId, progettoId: pratica.id },
  prima: { progetto: pratica.stato },
  dopo,
});
