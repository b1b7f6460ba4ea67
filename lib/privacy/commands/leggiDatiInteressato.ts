import type { Attore } from '@/lib/auth/attore';
import { annotaAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { decifra } from '@/lib/identita/identita';
import { leggiPersona } from '@/lib/persone/queriesScheda';
import type { DatiInteressato } from '../datiInteressato';
import type { RichiestaScelta } from '../schema';
import { esigiReferente, trovaAperta } from './_richiesta';

/**
 * Tutto cio che il portale sa di chi ha chiesto l'accesso, per consegnarglielo. La lettura resta nel registro con lo scopo «interessato»: la scrive
 * app.leggi_identita. @throws DomainError interessato.nonAccesso, interessato.giaAnonima e quelli di trovaAperta
 */
export async function leggiDatiInteressato(attore: Attore, { richiestaId }: RichiestaScelta): Promise<DatiInteressato> {
  const { personaId, righe } = await annotaAs(attore, async (tx) => {
    esigiReferente(attore);
    const richiesta = await trovaAperta(tx, richiestaId);
    if (richiesta.genere !== 'ACCESSO' || !richiesta.personaId)
      throw new DomainError(
        'interessato.nonAccesso',
        'I dati si scaricano per rispondere a una persona registrata che ha chiesto l’accesso.',
      );
    const lette = await tx.$queryRaw<{ cifrata: Uint8Array; chiave_id: string }[]>`
      select cifrata, chiave_id from app.leggi_identita(array[${richiesta.personaId}::uuid], 'INTERESSATO')`;
    return { personaId: richiesta.personaId, righe: lette };
  });
  const persona = await leggiPersona(attore, personaId);
  const [riga] = righe;
  if (!persona || !riga) throw new DomainError('interessato.giaAnonima', 'Questa persona è anonima: il portale non sa più chi è.');
  return {
    ...{ ente: attore.organizzazioneNome, regione: attore.regioneNome, istante: attore.adesso.toISOString() },
    ...{ identita: decifra(personaId, riga.cifrata, riga.chiave_id), persona },
  };
}
