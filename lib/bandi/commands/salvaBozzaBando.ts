import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import type { Configurazione } from '../configurazione';
import { esigiAmministratore } from '../ruolo';
import { bloccaBando, scriviBozza } from './_bozza';

type Bozza = { bandoId: string; rev: number; configurazione: Configurazione };

/** Salva la bozza di un bando. `rev` è la revisione che chi scrive aveva davanti; 0 se il bando non ha ancora una bozza. */
export async function salvaBozzaBando(attore: Attore, { bandoId, rev, configurazione }: Bozza): Promise<{ rev: number }> {
  esigiAmministratore(attore.ruolo, 'modificare un bando');
  return commandAs(attore, async (tx) => {
    await bloccaBando(tx, bandoId);
    const nuova = await scriviBozza(tx, attore, bandoId, rev, configurazione);
    return {
      result: { rev: nuova },
      evento: { atto: 'bando.bozzaSalvata', oggetto: 'bando', oggettoId: bandoId, prima: { rev }, dopo: { rev: nuova } },
    };
  });
}
