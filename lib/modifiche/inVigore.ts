import type { ContenutoVersione } from '@/lib/domande/valori';
import { uguali } from './json';
import type { PianoLetto } from './queriesPiano';

/** Il piano in vigore com'è congelato: l'ultima versione approvata o, per i progetti importati, ciò che sta nelle tabelle con i recapiti. */
export const contenutoCongelato = ({ approvata, vivo, anagrafica }: PianoLetto): ContenutoVersione | null =>
  approvata?.contenuto ?? (vivo && { ...vivo, anagrafica });

/** Lo stesso con i recapiti: una versione congelata prima dell'avvio non li ha, e sono quelli della convenzione. */
export function contenutoInVigore(letto: PianoLetto): ContenutoVersione | null {
  const contenuto = contenutoCongelato(letto);
  return contenuto && { ...contenuto, anagrafica: contenuto.anagrafica ?? letto.anagrafica };
}

/** Un piano da congelare: se la versione in vigore non aveva i recapiti e nessuno li ha cambiati non li si aggiunge, o il confronto li direbbe nuovi. */
export function daCongelare(
  { congelato, inVigore }: { congelato: ContenutoVersione; inVigore: ContenutoVersione },
  nuovo: ContenutoVersione,
): ContenutoVersione {
  if (congelato.anagrafica || !uguali(nuovo.anagrafica, inVigore.anagrafica)) return nuovo;
  const { anagrafica: _, ...resto } = nuovo;
  return resto;
}
