import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import { traccia } from '@/lib/db/traccia';
import { chiaviPresenti } from '@/lib/identita/chiavi';
import { decifra, type Identita } from '@/lib/identita/identita';
import type { Nomi } from './letture';

/** Perché si leggono delle identità: resta scritto nel registro degli accessi con chi, quando e quali. */
export type Scopo = 'SCHEDA' | 'ELENCO' | 'RICERCA';

/** Al posto di un nome che non si apre: la pagina resta in piedi. */
const ILLEGGIBILE: Identita = {
  cognome: 'Nome non leggibile',
  nome: '',
  codiceFiscale: null,
  telefono: null,
  email: null,
  indirizzo: null,
};

/**
 * Le identità in chiaro delle persone date, solo di quelle in carico all'ente di chi chiede; prima una riga nel registro degli accessi, confermata. Sono poche (una pagina).
 * Senza chiavi nulla si legge e nulla si annota; in un elenco una riga rovinata non nasconde le altre.
 * @throws DomainError identita.illeggibile, solo per una scheda
 */
export async function leggiNomi(attore: Attore, persone: readonly string[], scopo: Scopo): Promise<Nomi> {
  if (persone.length === 0) return new Map();
  const id = [...new Set(persone)];
  if (!chiaviPresenti()) return new Map(id.map((una) => [una, ILLEGGIBILE]));
  await traccia(attore, sql`select app.annuncia_lettura(${id}::uuid[], ${scopo}::text)`);
  const righe = await interroga<{ persona_id: string; cifrata: Uint8Array; chiave_id: string }>(
    attore,
    sql`select persona_id::text as persona_id, cifrata, chiave_id from app.leggi_identita(${id}::uuid[], ${scopo}::text)`,
  );
  return new Map(
    righe.map(({ persona_id, cifrata, chiave_id }) => {
      try {
        return [persona_id, decifra(persona_id, cifrata, chiave_id)];
      } catch (errore) {
        if (scopo === 'SCHEDA') throw errore;
        return [persona_id, ILLEGGIBILE];
      }
    }),
  );
}
