import { giorniTra } from '@/lib/attuazione/rules';
import { dataEOra, giornoDi } from '@/lib/format/data';
import type { AzioneCercata, CriterioAvviso } from './schema';

/** Che cosa manca a un avviso per essere pubblicato. Pura: il presente è un argomento. */

export type AvvisoDaPubblicare = {
  testo: string;
  azioni: readonly AzioneCercata[];
  criteri: readonly CriterioAvviso[];
  apre: Date | null;
  chiude: Date | null;
};
/** Il passo AVVISO del bando, se ne ha uno. */
export type PassoAvviso = { apre: Date; chiude: Date | null } | null;

/** L'istante da cui ci si potrà candidare: quello scelto, o subito se è già passato. */
export const aperturaEffettiva = (apre: Date | null, adesso: Date): Date => (apre && apre > adesso ? apre : adesso);

export function mancanzeAvviso(avviso: AvvisoDaPubblicare, adesso: Date, giorniMinimi: number, passo: PassoAvviso): string[] {
  const mancanze: string[] = [];
  if (avviso.testo.trim() === '') mancanze.push('Scrivi il testo dell’avviso.');
  if (avviso.azioni.length === 0) mancanze.push('Indica almeno un’azione per cui cerchi partner.');
  if (avviso.criteri.length === 0) mancanze.push('Indica almeno un criterio con i suoi punti: chi si candida deve sapere come sceglierai.');
  return [...mancanze, ...mancanzeTermini(avviso, adesso, giorniMinimi, passo)];
}

function mancanzeTermini({ apre, chiude }: AvvisoDaPubblicare, adesso: Date, giorniMinimi: number, passo: PassoAvviso): string[] {
  if (!chiude) return ['Indica quando si chiudono le candidature.'];
  if (passo && passo.apre > adesso) return [`Il bando apre gli avvisi il ${dataEOra(passo.apre)}: prima non si pubblica.`];
  if (passo?.chiude && chiude > passo.chiude)
    return [`Il bando vuole gli avvisi chiusi entro il ${dataEOra(passo.chiude)}: anticipa la chiusura.`];
  // il giorno della pubblicazione non si conta: «venti giorni» sono venti giorni interi dopo
  const giorni = giorniTra(giornoDi(aperturaEffettiva(apre, adesso)), giornoDi(chiude));
  return giorni < giorniMinimi
    ? [`Il bando chiede almeno ${giorniMinimi} giorni per candidarsi, qui sono ${Math.max(giorni, 0)}: sposta la chiusura.`]
    : [];
}

export type MomentoAvviso = 'futuro' | 'aperto' | 'scaduto';

/** Se adesso ci si può candidare. Gli estremi sono compresi: chi arriva all'ultimo istante è in tempo. */
export function momentoDi({ apre, chiude }: { apre: Date | null; chiude: Date | null }, adesso: Date): MomentoAvviso {
  if (apre && adesso < apre) return 'futuro';
  return chiude && adesso > chiude ? 'scaduto' : 'aperto';
}
