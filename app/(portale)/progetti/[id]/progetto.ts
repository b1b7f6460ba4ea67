import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireAttore } from '@/lib/auth/requireAttore';
import { Uuid } from '@/lib/format/uuid';
import { leggiProgetto } from '@/lib/progetti/queriesProgetto';

/** Il progetto dell'indirizzo, letto una volta per richiesta. Malformato, inesistente e di un altro ente danno lo stesso 404. */
export const progettoDellIndirizzo = cache(async (id: string) => {
  const attore = await requireAttore();
  const letto = Uuid.safeParse(id).success ? await leggiProgetto(attore, id) : null;
  if (!letto) notFound();
  return letto;
});
