import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { leggiAvvisoPubblico } from '@/lib/avvisi/queriesPubbliche';

/** L'avviso dell'indirizzo, letto una volta per richiesta. Malformato, inesistente e in bozza danno lo stesso 404. */
export const avvisoDellIndirizzo = cache(async (id: string) => {
  const avviso = z.uuid().safeParse(id).success ? await leggiAvvisoPubblico(id) : null;
  if (!avviso) notFound();
  return avviso;
});
