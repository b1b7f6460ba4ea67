import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { queryAs } from '@/lib/db/scope';
import { sql } from '@/lib/db/sql';
import { traccia } from '@/lib/db/traccia';
import { DomainError } from '@/lib/errors/domainError';
import { decifra } from '@/lib/identita/identita';
import { leggiPersona } from '@/lib/persone/queriesScheda';
import type { DatiInteressato } from '../datiInteressato';
import type { RichiestaScelta } from '../schema';
import { esigiReferente, leggiAperta } from './_richiesta';

/**
 * Tutto ciò che il portale sa di chi ha chiesto l'accesso, per consegnarglielo. La lettura resta nel registro con lo scopo «interessato»: la
 * annuncia app.annuncia_lettura. @throws DomainError interessato.nonAccesso, interessato.giaAnonima e quelli di leggiAperta
 */
export async function leggiDatiInteressato(attore: Attore, { richiestaId }: RichiestaScelta): Promise<DatiInteressato> {
  const personaId = await queryAs(attore, async (tx) => {
    esigiReferente(attore);
    const richiesta = await leggiAperta(tx, richiestaId);
    if (richiesta.genere !== 'ACCESSO' || !richiesta.personaId)
      throw new DomainError(
        'interessato.nonAccesso',
        'I dati si scaricano per rispondere a una persona registrata che ha chiesto l’accesso.',
      );
    return richiesta.personaId;
  });
  await traccia(attore, sql`select app.annuncia_lettura(array[${personaId}::uuid], 'INTERESSATO')`);
  const righe = await interroga<{ cifrata: Uint8Array; chiave_id: string }>(
    attore,
    sql`select cifrata, chiave_id from app.leggi_identita(array[${personaId}::uuid], 'INTERESSATO')`,
  );
  const persona = await leggiPersona(attore, personaId);
  const [riga] = righe;
  if (!persona || !riga) throw new DomainError('interessato.giaAnonima', 'Questa persona è anonima: il portale non sa più chi è.');
  return {
    ...{ ente: attore.organizzazioneNome, regione: attore.regioneNome, istante: attore.adesso.toISOString() },
    ...{ identita: decifra(personaId, riga.cifrata, riga.chiave_id), persona },
  };
}
