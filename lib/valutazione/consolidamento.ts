import type { Configurazione, Criterio } from '@/lib/bandi/configurazione';
import { divisoMetaSu, type Mancanza } from './punteggio';
import type { ConsolidamentoScritto, Consolidati, Punteggi } from './schema';

/** Dalle schede dei commissari alla valutazione di tutti: la media proposta, dove non sono d'accordo, che cosa cambia chi presiede. */

export type Proposta = {
  criterio: Criterio;
  /** I punti di ciascuna scheda, nell'ordine in cui arrivano. */
  punti: number[];
  /** La media, in centesimi di punto, arrotondata una volta alla metà superiore. */
  proposto: number;
  /** Tra il più alto e il più basso, in punti. */
  scarto: number;
  /** Vero se lo scarto raggiunge la quota del massimo che il bando chiede di segnalare. */
  segnalato: boolean;
};

/** Il punteggio proposto per ogni criterio. `schede` sono quelle concluse, ogni criterio con i suoi punti. */
export const proposte = (
  criteri: readonly Criterio[],
  schede: readonly Punteggi[],
  { scartoSegnalatoPercento }: Pick<Configurazione, 'scartoSegnalatoPercento'>,
): Proposta[] =>
  criteri.map((criterio) => {
    const punti = schede.map((scheda) => scheda[criterio.chiave]?.punti ?? 0);
    const scarto = punti.length > 0 ? Math.max(...punti) - Math.min(...punti) : 0;
    return {
      criterio,
      punti,
      proposto: punti.length > 0 ? divisoMetaSu(punti.reduce((a, b) => a + b, 0) * 100, punti.length) : 0,
      scarto,
      segnalato: scarto > 0 && scarto * 100 >= scartoSegnalatoPercento * criterio.massimo,
    };
  });

/** La valutazione consolidata che risulta dalle proposte e da ciò che chi presiede ha scritto, con gli errori campo per campo. */
export function consolida(
  voci: readonly Proposta[],
  criteri: ConsolidamentoScritto['criteri'],
): { consolidati: Consolidati; errori: Mancanza[] } {
  const noti = new Set(voci.map(({ criterio }) => criterio.chiave));
  const errori: Mancanza[] = Object.keys(criteri)
    .filter((chiave) => !noti.has(chiave))
    .map((chiave) => ({ campo: `punti.${chiave}`, messaggio: 'Questo criterio non è nella griglia del bando. Ricarica la pagina.' }));
  const consolidati: Consolidati = {};
  for (const { criterio, proposto } of voci) {
    const scritto = criteri[criterio.chiave] ?? { centesimi: null, motivazione: '' };
    const centesimi = scritto.centesimi ?? proposto;
    if (centesimi > criterio.massimo * 100)
      errori.push({ campo: `punti.${criterio.chiave}`, messaggio: `Al massimo ${criterio.massimo} punti.` });
    if (centesimi !== proposto && scritto.motivazione === '')
      errori.push({ campo: `motivazione.${criterio.chiave}`, messaggio: 'Il punteggio è diverso da quello proposto: scrivi perché.' });
    consolidati[criterio.chiave] = { proposto, centesimi, motivazione: scritto.motivazione };
  }
  return { consolidati, errori };
}
