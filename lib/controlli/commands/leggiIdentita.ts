import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import { traccia } from '@/lib/db/traccia';
import { DomainError, isDomainError } from '@/lib/errors/domainError';
import { decifra } from '@/lib/identita/identita';

/** Quanto basta per riconoscere una persona sul posto: niente recapiti. */
export type IdentitaLetta = { personaId: string; cognome: string; nome: string; codiceFiscale: string | null };

/**
 * Le persone di un controllo autorizzato e non scaduto, in ordine alfabetico. Prima dei nomi si conferma la traccia (app.annuncia_lettura_motivata): chi,
 * quando, quali persone; l'ente la vede.
 * @throws DomainError controllo.nonAutorizzato
 */
export async function leggiIdentita(attore: Attore, accessoId: string): Promise<IdentitaLetta[]> {
  await traccia(attore, sql`select app.annuncia_lettura_motivata(${accessoId}::uuid)`).catch((error: unknown) => {
    if (!isDomainError(error) || error.code !== 'stato.transizioneNonAmmessa') throw error;
    throw new DomainError('controllo.nonAutorizzato', 'Questa lettura non è autorizzata, è scaduta, o l’ha chiesta un’altra persona.');
  });
  const righe = await interroga<{ persona_id: string; cifrata: Uint8Array; chiave_id: string }>(
    attore,
    sql`select persona_id::text as persona_id, cifrata, chiave_id from app.leggi_identita_motivata(${accessoId}::uuid)`,
  );
  return righe
    .map(({ persona_id, cifrata, chiave_id }) => {
      const { cognome, nome, codiceFiscale } = decifra(persona_id, cifrata, chiave_id);
      return { personaId: persona_id, cognome, nome, codiceFiscale };
    })
    .sort((a, b) => `${a.cognome} ${a.nome}`.localeCompare(`${b.cognome} ${b.nome}`, 'it'));
}
