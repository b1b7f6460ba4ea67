import { notFound } from 'next/navigation';
import { z } from 'zod';
import { requireLettore } from '@/lib/auth/requireAttore';
import { Uuid } from '@/lib/format/uuid';
import { leggiVersioniIntere, type VersioneIntera } from '@/lib/versioni/queries';

const Numero = z.coerce.number().int().positive().max(100_000);

/** Il numero di una versione nell'indirizzo; undefined se non è un numero. */
export const numeroDi = (testo: unknown): number | undefined =>
  typeof testo === 'string' && /^\d{1,6}$/.test(testo) ? Numero.safeParse(testo).data : undefined;

/** Le versioni dell'indirizzo. Malformata, inesistente e di un progetto che non si vede danno lo stesso 404. */
export async function versioniDellIndirizzo(id: string, numeri: (number | undefined)[]) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const cercati = numeri.filter((n) => n !== undefined);
  if (!Uuid.safeParse(id).success || cercati.length !== numeri.length) notFound();
  const progetto = await leggiVersioniIntere(attore, id, cercati);
  if (!progetto) notFound();
  const versioni = cercati.flatMap((n): VersioneIntera[] => progetto.versioni.filter(({ numero }) => numero === n));
  if (versioni.length !== cercati.length) notFound();
  return { attore, progetto, versioni };
}
