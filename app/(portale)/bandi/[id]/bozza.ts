import type { Attore } from '@/lib/auth/attore';
import { salvaBozzaBando } from '@/lib/bandi/commands/salvaBozzaBando';
import type { Configurazione } from '@/lib/bandi/configurazione';
import { configurazioneIniziale } from '@/lib/bandi/modello';
import { type BandoDaScrivere, leggiBando } from '@/lib/bandi/queriesBozza';
import { esigiAmministratore } from '@/lib/bandi/ruolo';
import { DomainError } from '@/lib/errors/domainError';

/** Ciò da cui l'editor parte: la bozza, o l'ultima versione, o una configurazione vuota con il titolo del bando. */
export const configurazioneDi = ({ bozza, pubblicata, titolo, tipo }: BandoDaScrivere): Configurazione =>
  bozza?.configurazione ?? pubblicata ?? configurazioneIniziale(titolo, tipo);

/** Cambia la bozza che chi scrive aveva davanti. Se intanto è cambiata, il salvataggio si rifiuta e non si perde niente. */
export async function cambiaBozza(
  attore: Attore,
  { bandoId, rev }: { bandoId: string; rev: number },
  come: (configurazione: Configurazione) => Configurazione,
): Promise<void> {
  esigiAmministratore(attore.ruolo, 'modificare un bando');
  const bando = await leggiBando(attore, bandoId);
  if (!bando) throw new DomainError('bando.nonTrovato', 'Questo bando non c’è.');
  await salvaBozzaBando(attore, { bandoId, rev, configurazione: come(configurazioneDi(bando)) });
}
