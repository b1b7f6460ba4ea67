import type { ContenutoVersione, VoceBudget } from '@/lib/domande/valori';
import { type Cella, celleDi, chiaveCella, leggiCella, scriviCella } from '@/lib/modifiche/celle';
import type { LettoreCampi } from './lettore';
import { FONTI_CAMPO, NOMI, RIGHE_NUOVE } from './nomi';

export type Importi = Pick<VoceBudget, 'contributoCents' | 'cofinanziamentoCents' | 'naturaCents'>;
export const ZERO: Importi = { contributoCents: '0', cofinanziamentoCents: '0', naturaCents: '0' };

/** Gli importi di una cella; tutti zero se non c'è. */
export const importiDi = (contenuto: ContenutoVersione, cella: Cella): Importi =>
  (leggiCella(contenuto.piano?.voci ?? [], cella) as Importi | null) ?? ZERO;

/** Le celle del quadro in vigore e di quello scritto, una volta ciascuna. */
export function celleDelQuadro(base: ContenutoVersione, scritto: ContenutoVersione): Cella[] {
  const celle = new Map([...celleDi(base), ...celleDi(scritto)].map((cella) => [chiaveCella(cella), cella]));
  return [...celle.values()];
}

export function leggiImporti(lettore: LettoreCampi, nome: string, prima: Importi): Importi {
  const cents = FONTI_CAMPO.map(([fonte, campo]) => [campo, lettore.cents(`${nome}.${fonte}`, prima[campo])]);
  return Object.fromEntries(cents) as Importi;
}

export const soloZeri = (importi: Importi): boolean => FONTI_CAMPO.every(([, campo]) => importi[campo] === '0');

/** Il quadro economico scritto nel modulo: una cella senza importi non c'è più, le righe nuove vanno in fondo. */
export function leggiBudget(base: ContenutoVersione, scritto: ContenutoVersione, lettore: LettoreCampi): ContenutoVersione {
  const voci = celleDelQuadro(base, scritto).reduce((righe, cella) => {
    const importi = leggiImporti(lettore, NOMI.voce(chiaveCella(cella)), importiDi(scritto, cella));
    return scriviCella(righe, cella, soloZeri(importi) ? null : importi);
  }, scritto.piano?.voci ?? []);
  const tutte = RIGHE_NUOVE.reduce((righe, n) => conRigaNuova(righe, NOMI.voceNuova(n), lettore), voci);
  return { ...scritto, piano: { azioni: scritto.piano?.azioni ?? [], voci: tutte } };
}

function conRigaNuova(voci: VoceBudget[], nome: string, lettore: LettoreCampi): VoceBudget[] {
  const cella: Cella = {
    azioneId: lettore.testo(`${nome}.azione`, ''),
    categoria: lettore.testo(`${nome}.categoria`, ''),
    organizzazioneId: lettore.testo(`${nome}.ente`, ''),
  };
  const importi = leggiImporti(lettore, nome, ZERO);
  if (soloZeri(importi)) return voci;
  if (!cella.azioneId || !cella.categoria || !cella.organizzazioneId) {
    lettore.errori[`${nome}.azione`] = 'Scegli azione, categoria di costo ed ente della riga nuova.';
    return voci;
  }
  if (leggiCella(voci, cella) !== null) {
    lettore.errori[`${nome}.azione`] = 'Questa azione, categoria di costo ed ente hanno già una riga: cambia gli importi lì.';
    return voci;
  }
  return scriviCella(voci, cella, importi);
}
