import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError, isDomainError } from '@/lib/errors/domainError';
import type { Parametri, Rilascio } from '../letture';
import { rilascioIn } from '../letture';
import { leggiRilascio } from '../queries';

const ARRIVATO_PRIMA = 'rilascio.arrivatoPrima';

/**
 * Pubblica una tabella con persone una volta sola: gli stessi parametri ridanno gli stessi byte, anche se nel frattempo i dati sono cambiati, così due
 * letture non si sottraggono. Chi chiama sceglie per ogni tabella UNA divisione del territorio e UNA del tempo, e non ne offre altre (docs/decisioni/0008).
 * Chi legge solo ciò che è già pubblicato usa `leggiRilascio`.
 * @param parametri codici, mai testo scritto da persone
 * @param calcola la tabella già protetta (`sopprimi`, `rendiAnonime`): quello che restituisce si conserva per sempre
 */
export async function rilascia<T>(
  attore: Attore,
  tabella: string,
  parametri: Parametri,
  calcola: (tx: Tx) => Promise<T>,
): Promise<Rilascio<T>> {
  const gia = await leggiRilascio<T>(attore, tabella, parametri);
  if (gia) return gia;
  try {
    return await congela(attore, tabella, parametri, calcola);
  } catch (error) {
    const altro = isDomainError(error) && error.code === ARRIVATO_PRIMA ? await leggiRilascio<T>(attore, tabella, parametri) : null;
    if (!altro) throw error;
    return altro;
  }
}

const congela = <T>(attore: Attore, tabella: string, parametri: Parametri, calcola: (tx: Tx) => Promise<T>): Promise<Rilascio<T>> =>
  commandAs(attore, async (tx) => {
    const contenuto = JSON.stringify(await calcola(tx));
    const scritte = await tx.$executeRaw`
      insert into rilascio (id, regione_id, tabella, parametri, contenuto, sha256, rilasciato_da)
      select gen_random_uuid(), ${attore.regioneId}::uuid, ${tabella}::text, ${JSON.stringify(parametri)}::jsonb, c.testo,
        encode(sha256(convert_to(c.testo::text, 'UTF8')), 'hex'), ${attore.utenteId}::uuid
      from (select ${contenuto}::jsonb as testo) c on conflict do nothing`;
    const result = scritte === 1 ? await rilascioIn<T>(tx, tabella, parametri) : null;
    if (!result) throw new DomainError(ARRIVATO_PRIMA, 'Un’altra persona ha appena pubblicato questa tabella. Ricarica la pagina.');
    const evento = {
      atto: 'tabella.rilasciata',
      oggetto: 'regione',
      oggettoId: attore.regioneId,
      dopo: { tabella, ...parametri, sha256: result.sha256 },
    };
    return { result, evento };
  });
