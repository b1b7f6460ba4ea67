import { notFound } from 'next/navigation';
import { requireLettore } from '@/lib/auth/requireAttore';
import { Configurazione } from '@/lib/bandi/configurazione';
import { Uuid } from '@/lib/format/uuid';
import { leggiIstruttoria } from '@/lib/istruttoria/queriesIstruttoria';

/** La domanda dell'indirizzo con la configurazione del suo bando. Malformata, inesistente, in bozza e di un'altra Regione danno lo stesso 404. */
export async function esameDellIndirizzo(id: string) {
  const attore = await requireLettore('app_regione');
  const esame = Uuid.safeParse(id).success ? await leggiIstruttoria(attore, id) : null;
  if (!esame) notFound();
  return { attore, esame, configurazione: Configurazione.parse(esame.configurazione) };
}
