import type { Attore } from '@/lib/auth/attore';
import { annotaAs } from '@/lib/db/scope';
import { DomainError, isDomainError } from '@/lib/errors/domainError';
import { decifra } from '@/lib/identita/identita';

/** Quanto basta per riconoscere una persona sul posto: niente recapiti. */
export type IdentitaLetta = { personaId: string; cognome: string; nome: string; codiceFiscale: string | null };

/**
 * Le persone di un controllo autorizzato e non scaduto, in ordine alfabetico. La lettura la scrive app.leggi_identita_motivata, prima di dare i nomi: chi, quando,
 * quali persone; l'ente la vede.
 * @throws DomainError controllo.nonAutorizzato
 */
export async function leggiIdentita(attore: Attore, accessoId: string): Promise<IdentitaLetta[]> {
  const righe = await annotaAs(
    attore,
    (tx) =>
      tx.$queryRaw<{ persona_id: string; cifrata: Uint8Array; chiave_id: string }[]>`
        select * from app.leggi_identita_motivata(${accessoId}::uuid)`,
  ).catch((error: unknown) => {
    if (!isDomainError(error) || error.code !== 'stato.transizioneNonAmmessa') throw error;
    throw new DomainError('controllo.nonAutorizzato', 'Questa lettura non è autorizzata, è scaduta, o l’ha chiesta un’altra persona.');
  });
  return righe
    .map(({ persona_id, cifrata, chiave_id }) => {
      const { cognome, nome, codiceFiscale } = decifra(persona_id, cifrata, chiave_id);
      return { personaId: persona_id, cognome, nome, codiceFiscale };
    })
    .sort((a, b) => `${a.cognome} ${a.nome}`.localeCompare(`${b.cognome} ${b.nome}`, 'it'));
}
