import { z } from 'zod';
import { MASSIMI_RILIEVI } from './limiti';
import { DecisioneConRilievi } from './schema';

type Campi = Record<string, string>;

/** Le righe con un testo, con il loro numero: le altre non contano. */
const righeDi = (campi: Campi) =>
  Array.from({ length: MASSIMI_RILIEVI }, (_, n) => ({
    n,
    azioneId: campi[`rilievo.${n}.azione`] || null,
    testo: (campi[`rilievo.${n}.testo`] ?? '').trim(),
  })).filter(({ testo }) => testo !== '');

/**
 * Il modulo «approva con rilievi», campo per campo: `rapportoId`, `nota`, e per ogni riga `rilievo.<n>.azione` (vuota: l'intera relazione) e
 * `rilievo.<n>.testo`. Ogni errore porta il nome del suo campo.
 */
export const ModuloRilievi = z.record(z.string(), z.string()).transform((campi, contesto): DecisioneConRilievi => {
  const righe = righeDi(campi);
  const rilievi = righe.map(({ azioneId, testo }) => ({ azioneId, testo }));
  const esito = DecisioneConRilievi.safeParse({ rapportoId: campi.rapportoId, nota: campi.nota ?? null, rilievi });
  if (esito.success) return esito.data;
  for (const { path, message } of esito.error.issues) {
    const [primo, indice, voce] = path;
    const riga = primo === 'rilievi' && typeof indice === 'number' ? righe[indice]?.n : undefined;
    const campo = riga === undefined ? String(primo) : `rilievo.${riga}.${voce === 'azioneId' ? 'azione' : 'testo'}`;
    contesto.addIssue({ code: 'custom', path: [campo], message });
  }
  return z.NEVER;
});
