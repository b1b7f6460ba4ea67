import { z } from 'zod';

const conto = z.coerce.number().int().min(0).max(100_000).catch(0);
/** Che cosa è appena successo, dall'indirizzo: un codice e i suoi numeri. Un codice estraneo non dice nulla. */
export const EsitoElenco = z.object({
  esito: z.enum(['sollecitati', 'assegnate', 'vistaSalvata', 'vistaRinominata', 'vistaEliminata']).optional().catch(undefined),
  n: conto,
  progetti: conto,
  saltati: conto,
});
export type EsitoElenco = z.infer<typeof EsitoElenco>;

const quanti = (n: number, uno: string, molti: string): string => (n === 1 ? `1 ${uno}` : `${n} ${molti}`);

export function fraseEsito({ esito, n, progetti, saltati }: EsitoElenco): string | undefined {
  switch (esito) {
    case 'sollecitati': {
      const altri =
        saltati > 0
          ? ` ${saltati === 1 ? 'Un altro non aspetta' : `Altri ${saltati} non aspettano`} nulla dagli enti, o oggi il promemoria era già partito.`
          : '';
      return `Promemoria inviato a ${quanti(n, 'persona', 'persone')} per ${quanti(progetti, 'progetto', 'progetti')}.${altri}`;
    }
    case 'assegnate':
      return n === 1 ? 'Relazione assegnata.' : `${n} relazioni assegnate.`;
    case 'vistaSalvata':
      return 'Filtri salvati: li ritrovi qui sotto.';
    case 'vistaRinominata':
      return 'Nome cambiato.';
    case 'vistaEliminata':
      return 'Filtri eliminati.';
    default:
      return undefined;
  }
}
