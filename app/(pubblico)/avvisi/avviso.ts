import { notFound } from 'next/navigation';
import { cache } from 'react';
import { leggiAvvisoPubblico } from '@/lib/avvisi/queriesPubbliche';
import { Uuid } from '@/lib/format/uuid';

/** L'avviso dell'indirizzo, letto una volta per richiesta. Malformato, inesistente e in bozza danno lo stesso 404. */
export const avvisoDellIndirizzo = cache(async (id: string) => {
  const avviso = Uuid.safeParse(id).success ? await leggiAvvisoPubblico(id) : null;
  if (!avviso) notFound();
  return avviso;
});
