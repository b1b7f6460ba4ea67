import type { Attore } from '@/lib/auth/attore';
import { sqlstateDi } from '@/lib/db/rifiuti';
import { commandAs, queryAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { leggiFile } from '../leggi';
import type { Importate } from '../rapporto';
import { contestoDi, daImportare, esigiEnte, type FileInviato, pianoDi } from './_piano';
import { scrivi } from './_scrivi';
import { improntaDelFile } from './controllaFile';

export type DaImportare = FileInviato & {
  /** L'impronta del file controllato, e quante righe il controllo ha promesso. */
  impronta: string;
  attese: number;
};

/** 100.000 righe in un atto solo: più del consueto, meno della validità del contesto (cinque minuti). */
const ENTRO_MS = 240_000;

/**
 * Importa tutte le righe valide di un file già controllato, o nessuna: una transazione sola, con un evento. Ripeterla non aggiunge nulla.
 * @throws DomainError importa.altroFile, importa.cambiato (da controllare di nuovo), importa.nulla, e come controllaFile
 */
export async function importaPersone(attore: Attore, { progettoId, contenuto, impronta, attese }: DaImportare): Promise<Importate> {
  esigiEnte(attore);
  if (improntaDelFile(contenuto) !== impronta)
    throw new DomainError('importa.altroFile', 'Questo non è il file che hai controllato: controllalo, poi importalo.', 'file');
  const contesto = await queryAs(attore, (tx) => contestoDi(tx, attore, progettoId));
  const letto = await leggiFile(contenuto, contesto);
  try {
    return await commandAs(
      attore,
      async (tx) => {
        // un'importazione alla volta: due non si bloccano a vicenda sulle serrature delle persone
        await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('importa persone', 0))::text`;
        const piano = await pianoDi(tx, attore, progettoId, letto);
        const righe = daImportare(piano.decisione);
        esigiPromesse(righe, attese);
        await scrivi(tx, { attore, ...piano }, piano.decisione);
        const fatte = {
          righe,
          nuovePersone: piano.decisione.nuove.filter(({ personaId }) => !personaId).length,
          giaPresenti: piano.decisione.giaPresenti.length,
          rifiutate: piano.rifiutate.length,
        };
        const evento = {
          atto: 'partecipanti.importati',
          oggetto: 'progetto',
          oggettoId: progettoId,
          progettoId,
          dopo: fatte,
          riservato: true,
        };
        return { result: fatte, evento };
      },
      ENTRO_MS,
    );
  } catch (errore) {
    // un collega ha registrato una delle stesse persone mentre si importava
    if (sqlstateDi(errore) === '23505') throw cambiato();
    throw errore;
  }
}

const cambiato = (): DomainError =>
  new DomainError(
    'importa.cambiato',
    'Dopo il controllo qualcuno ha registrato alcune di queste persone. Controlla di nuovo il file: non è stato importato nulla.',
  );

function esigiPromesse(righe: number, attese: number): void {
  if (righe !== attese) throw cambiato();
  if (righe === 0) throw new DomainError('importa.nulla', 'Non c’è nessuna riga da importare.');
}
