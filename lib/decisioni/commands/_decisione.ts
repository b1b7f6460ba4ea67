import type { Attore } from '@/lib/auth/attore';
import { type Configurazione, vociDi } from '@/lib/bandi/configurazione';
import type { Tx } from '@/lib/db/scope';
import type { ContenutoVersione } from '@/lib/domande/valori';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import type { Pratica } from '@/lib/istruttoria/commands/_pratica';
import { esigiDataAtto, type PerCategoria, richiestoPerCategoria } from '../regole';

/** Ciò che le decisioni del dirigente condividono. */

/**
 * Prima della qualità l'ammissibilità: serve una valutazione consolidata, se il bando ha una griglia per questa fase.
 * @throws DomainError decisione.valutazioneMancante
 */
export async function esigiValutazione(tx: Tx, pratica: Pratica, { griglia }: Configurazione): Promise<void> {
  if (vociDi(griglia, pratica.fase).length === 0) return;
  const consolidate = await tx.valutazioneConsolidata.count({ where: { progettoId: pratica.id, fase: pratica.fase } });
  if (consolidate === 0)
    throw new DomainError(
      'decisione.valutazioneMancante',
      'La commissione non ha ancora consolidato la valutazione: si decide dopo. Lo fa il presidente della commissione.',
    );
}

/** La data dell'atto contro quella dell'ultima dichiarazione di ammissibilità e contro oggi. */
export async function esigiAtto(tx: Tx, attore: Attore, pratica: Pratica, dataAtto: string): Promise<void> {
  const ammessa = await tx.decisione.findFirst({
    where: { progettoId: pratica.id, fase: pratica.fase, esito: 'AMMISSIBILE' },
    orderBy: { decisaIl: 'desc' },
    select: { decisaIl: true },
  });
  esigiDataAtto(dataAtto, ammessa ? giornoDi(ammessa.decisaIl) : null, giornoDi(attore.adesso));
}

/** Quanto chiede, per categoria, l'ultima versione del progetto definitivo che è stata depositata. */
export async function richiestoDi(tx: Tx, pratica: Pratica): Promise<PerCategoria> {
  const versione = await tx.versioneProgetto.findFirst({
    where: { progettoId: pratica.id, fase: 'PROGETTO', genere: { in: ['PRESENTATA', 'INTEGRATA'] } },
    orderBy: { numero: 'desc' },
    select: { contenuto: true },
  });
  const piano = (versione?.contenuto as ContenutoVersione | null | undefined)?.piano;
  if (!piano) throw new DomainError('decisione.senzaPiano', 'Il progetto depositato non ha un quadro economico: non si può approvare.');
  return richiestoPerCategoria(piano.voci);
}

export type Importi = { richiesto: bigint; concesso: bigint; perCategoria: PerCategoria };

type Riga = {
  esito: 'APPROVATO' | 'APPROVATO_CON_PRESCRIZIONI' | 'NON_APPROVATO' | 'ANNULLATA';
  motivi?: string[];
  motivazione: string | null;
  atto?: string;
  dataAtto?: string;
  importi?: Importi | null;
};

/** Scrive la decisione. Con un importo il database verifica, in fila con le altre, che il bando abbia ancora risorse (app.verifica_capienza). */
export async function scriviDecisione(tx: Tx, attore: Attore, pratica: Pratica, riga: Riga): Promise<string> {
  const { esito, motivi = [], motivazione, atto, dataAtto, importi } = riga;
  const id = crypto.randomUUID();
  const concessoPerCategoria =
    importi && Object.fromEntries(Object.entries(importi.perCategoria).map(([categoria, cents]) => [categoria, String(cents)]));
  await tx.decisione.createMany({
    data: [
      {
        id,
        regioneId: attore.regioneId,
        progettoId: pratica.id,
        bandoId: pratica.bandoId,
        fase: pratica.fase,
        esito,
        motivi,
        motivazione,
        atto: atto ?? null,
        dataAtto: dataAtto ? giorno(dataAtto) : null,
        richiestoCents: importi?.richiesto ?? null,
        concessoCents: importi?.concesso ?? null,
        ...(concessoPerCategoria ? { concessoPerCategoria } : {}),
        decisaDa: attore.utenteId,
      },
    ],
  });
  return id;
}

/** Una data AAAA-MM-GG per una colonna DATE. */
export const giorno = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** Un progetto che non ha più un contributo lo restituisce al bando. */
export const SENZA_CONTRIBUTO = { importoAssegnatoCents: null, attoApprovazione: null, dataApprovazione: null } as const;
