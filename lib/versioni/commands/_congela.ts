import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { componi, type DomandaScritta, domandaScritta } from '@/lib/deposito/queriesDomanda';
import type { ContenutoVersione } from '@/lib/domande/valori';
import { DomainError } from '@/lib/errors/domainError';
import type { FaseDomanda } from '@/lib/progetti/stati';
import { type Protocollo, protocolla } from '@/lib/protocollo/commands/protocolla';
import { canonico, improntaDi } from '../canonico';
import { contenutoDi } from '../contenuto';

export type DaCongelare = { progettoId: string; fase: FaseDomanda; genere: 'PRESENTATA' | 'INTEGRATA' | 'APPROVATA' };
export type Congelata = { versioneId: string; numero: number; sha256: string; protocollo: string };

export const NON_TROVATA = new DomainError('progetto.nonTrovato', 'Questa domanda non esiste o non puoi vederla.');

/** Una domanda letta dentro la transazione di un atto. @throws DomainError progetto.nonTrovato se non esiste o non si vede */
export async function domandaNellAtto(tx: Tx, progettoId: string): Promise<DomandaScritta> {
  const [riga] = await tx.$queryRaw<{ dati: DomandaScritta }[]>(domandaScritta(progettoId));
  if (!riga) throw NON_TROVATA;
  return componi(riga.dati);
}

/**
 * Congela la domanda in una versione che non si può più modificare, con la sua impronta SHA-256 (vedi canonico) e il numero di protocollo.
 * Chi deposita congela ciò che è scritto adesso; chi approva congela ciò che gli è stato presentato, anche se intanto qualcuno scrivesse.
 * Va chiamata con la serratura del progetto presa (serratura), prima di cambiare stato: dopo, le sezioni si chiudono.
 */
export async function congelaVersione(
  tx: Tx,
  attore: Attore,
  { progettoId, fase, genere }: DaCongelare,
  registro: Protocollo = protocolla,
): Promise<Congelata> {
  const { bandoVersioneId, contenuto } =
    genere === 'APPROVATA' ? await ultimaPresentata(tx, progettoId, fase) : await scritta(tx, progettoId, fase);
  const sha256 = improntaDi(contenuto);
  const { _max } = await tx.versioneProgetto.aggregate({ where: { progettoId }, _max: { numero: true } });
  const numero = (_max.numero ?? 0) + 1;
  const protocollo = await registro(tx, attore, { progettoId, genere, sha256 });
  const versioneId = randomUUID();
  await tx.versioneProgetto.createMany({
    data: [
      {
        id: versioneId,
        regioneId: attore.regioneId,
        progettoId,
        numero,
        fase,
        genere,
        contenuto: JSON.parse(canonico(contenuto)),
        sha256,
        protocollo,
        bandoVersioneId,
        organizzazioneId: attore.organizzazioneId,
        creataDa: attore.utenteId,
      },
    ],
  });
  await esigiDocumentiPresenti(tx, contenuto);
  return { versioneId, numero, sha256, protocollo };
}

type DaScrivere = { bandoVersioneId: string | null; contenuto: ContenutoVersione };

async function scritta(tx: Tx, progettoId: string, fase: FaseDomanda): Promise<DaScrivere> {
  const domanda = await domandaNellAtto(tx, progettoId);
  return { bandoVersioneId: domanda.bandoVersioneId, contenuto: contenutoDi(domanda, fase) };
}

/** La Regione non legge le sezioni che si scrivono: approva ciò che le è stato presentato. */
async function ultimaPresentata(tx: Tx, progettoId: string, fase: FaseDomanda): Promise<DaScrivere> {
  const versione = await tx.versioneProgetto.findFirst({
    where: { progettoId, fase, genere: { in: ['PRESENTATA', 'INTEGRATA'] } },
    orderBy: { numero: 'desc' },
    select: { contenuto: true, bandoVersioneId: true },
  });
  if (!versione) throw new DomainError('versione.mancante', 'Non c’è una versione presentata da approvare.');
  return { bandoVersioneId: versione.bandoVersioneId, contenuto: versione.contenuto as unknown as ContenutoVersione };
}

/** Un documento tolto mentre si depositava non può mancare da ciò che la versione elenca. */
async function esigiDocumentiPresenti(tx: Tx, { documenti }: ContenutoVersione): Promise<void> {
  if (documenti.length === 0) return;
  const presenti = await tx.documento.count({ where: { id: { in: documenti.map(({ id }) => id) }, presentato: true } });
  if (presenti !== documenti.length)
    throw new DomainError('documento.tolto', 'Un documento è stato tolto proprio adesso. Ricarica la pagina, controlla e riprova.');
}

/**
 * Mette in fila, su un progetto, chi deposita e chi scrive o allega: ciò che si congela è esattamente ciò che resta scritto.
 * Chi scrive la prende condivisa (la stessa di lib/domande), chi deposita o cambia stato per sé.
 */
export async function serratura(tx: Tx, progettoId: string, modo: 'condivisa' | 'esclusiva' = 'esclusiva'): Promise<void> {
  if (modo === 'condivisa') await tx.$queryRaw`select pg_advisory_xact_lock_shared(hashtextextended(${progettoId}, 0))::text`;
  else await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${progettoId}, 0))::text`;
}
