import { z } from 'zod';
import type { ParteBando } from './coerenza';
import { ELENCHI, ELENCO, type NomeElenco } from './elenchi';
import { BozzaScelta } from './schema';
import { leggiVoce } from './voci';

/** In quale parte dell'editor sta ogni elenco. */
export const PARTE_DI: Record<NomeElenco, ParteBando> = {
  sezioni: 'sezioni',
  campi: 'sezioni',
  documenti: 'documenti',
  ammissibilita: 'verifiche',
  griglia: 'griglia',
  categorieCosto: 'costi',
  principi: 'costi',
};

/** Una voce di un elenco: quale si tocca (vuoto = nuova) e, per i campi, in quale sezione. */
export const VoceScelta = BozzaScelta.extend({
  elenco: z.enum(ELENCHI),
  sezione: z.string().max(60).default(''),
  identita: z.string().max(60).default(''),
});
export const VoceDaSpostare = VoceScelta.extend({ verso: z.enum(['su', 'giu']) });

/** La voce scritta: gli errori tornano sui campi. La voce che si modifica, con ciò che il modulo non chiede, la ritrova chi salva. */
export const VoceScritta = VoceScelta.catchall(z.string()).transform(({ bandoId, rev, elenco, sezione, identita, ...valori }, ctx) => {
  const scritti = valori as Record<string, string>;
  const prima = identita ? { [ELENCO[elenco].identita]: identita, ...(elenco === 'sezioni' ? SENZA_CAMPI : {}) } : null;
  const letta = leggiVoce(elenco, scritti, prima);
  for (const [campo, messaggi] of letta.ok ? [] : Object.entries(letta.errori))
    for (const message of messaggi) ctx.addIssue({ code: 'custom', path: [campo], message });
  return { bandoId, rev, elenco, sezione, identita, valori: scritti };
});
const SENZA_CAMPI = { campi: [{ chiave: 'testo', etichetta: 'Testo', tipo: 'testo' }] };
