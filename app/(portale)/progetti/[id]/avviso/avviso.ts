import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireLettore } from '@/lib/auth/requireAttore';
import type { AvvisoScritto } from '@/lib/avvisi/letture';
import { leggiAvvisoProgetto } from '@/lib/avvisi/queries';
import type { Traccia } from '@/lib/avvisi/traccia';
import { oraDiRoma } from '@/lib/bandi/termini';
import { Uuid } from '@/lib/format/uuid';

/** L'avviso del progetto dell'indirizzo, letto una volta per richiesta. Malformato, inesistente e di un altro ente danno lo stesso 404. */
export const avvisoDelProgetto = cache(async (id: string) => {
  const attore = await requireLettore('app_ente', 'app_regione');
  const letto = Uuid.safeParse(id).success ? await leggiAvvisoProgetto(attore, id) : null;
  if (!letto) notFound();
  return { attore, ...letto };
});

const ora = (iso: string | null): string => (iso ? oraDiRoma(new Date(iso)) : '');

/** Ciò che il modulo dell'avviso mostra scritto: la bozza salvata o, la prima volta, la traccia che viene dall'idea. */
export function valoriModulo(avviso: AvvisoScritto | null, traccia: Traccia | null): Record<string, string> {
  const { titolo, testo, azioni } = avviso ?? traccia ?? { titolo: '', testo: '', azioni: [] };
  const criteri = (avviso?.criteri ?? []).flatMap((c, i): [string, string][] => [
    [`criterio${i + 1}`, c.testo],
    [`punti${i + 1}`, String(c.massimo)],
  ]);
  return {
    titolo,
    testo,
    azioni: azioni.map((azione) => azione.titolo).join('\n'),
    apre: ora(avviso?.apre ?? null),
    chiude: ora(avviso?.chiude ?? null),
    ...Object.fromEntries(criteri),
  };
}
