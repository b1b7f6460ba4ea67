import type { ContenutoVersione, VoceBudget } from '@/lib/domande/valori';
import type { Json } from './json';

/** Le celle del quadro economico di una versione: azione, categoria ed ente dicono la voce; una voce di soli zeri non c'è. */

export type Cella = Pick<VoceBudget, 'azioneId' | 'categoria' | 'organizzazioneId'>;
type Importi = Pick<VoceBudget, 'contributoCents' | 'cofinanziamentoCents' | 'naturaCents'>;
const CAMPI = ['contributoCents', 'cofinanziamentoCents', 'naturaCents'] as const;

const della = (cella: Cella) => (voce: VoceBudget) =>
  voce.azioneId === cella.azioneId && voce.categoria === cella.categoria && voce.organizzazioneId === cella.organizzazioneId;

export const chiaveCella = ({ azioneId, categoria, organizzazioneId }: Cella): string => `${azioneId}:${categoria}:${organizzazioneId}`;

/** La cella di una chiave; la categoria non può avere due punti (è una chiave del bando). */
export function cellaDellaChiave(chiave: string): Cella {
  const [azioneId = '', categoria = '', organizzazioneId = ''] = chiave.split(':');
  return { azioneId, categoria, organizzazioneId };
}

const somma = (voci: readonly VoceBudget[]): Importi => {
  const di = (campo: keyof Importi): string => String(voci.reduce((totale, voce) => totale + BigInt(voce[campo]), 0n));
  return { contributoCents: di('contributoCents'), cofinanziamentoCents: di('cofinanziamentoCents'), naturaCents: di('naturaCents') };
};

/** Gli importi di una cella (centesimi come testo); null se non c'è, o se è di soli zeri. */
export function leggiCella(voci: readonly VoceBudget[], cella: Cella): Json {
  const importi = somma(voci.filter(della(cella)));
  return CAMPI.every((campo) => importi[campo] === '0') ? null : importi;
}

/** Le voci con quella cella scritta: la riga che c'era resta al suo posto, una nuova va in fondo, null la toglie. */
export function scriviCella(voci: readonly VoceBudget[], cella: Cella, importi: Json): VoceBudget[] {
  const sua = della(cella);
  if (importi === null) return voci.filter((voce) => !sua(voce));
  const prima = voci.find(sua);
  const id = prima?.id ?? `${cella.azioneId.slice(-12)}-${cella.organizzazioneId.slice(-12)}-${cella.categoria}`.slice(0, 60);
  const scritta: VoceBudget = { id, ...cella, ...(importi as Importi) };
  return prima ? voci.flatMap((voce) => (voce === prima ? [scritta] : sua(voce) ? [] : [voce])) : [...voci, scritta];
}

/** Le voci di un ente in un'azione passano a un altro: se anche lui ne ha una della stessa categoria, gli importi si sommano. */
export function passaVoci(voci: readonly VoceBudget[], azioneId: string, da: string, a: string): VoceBudget[] {
  return voci
    .filter((voce) => voce.azioneId === azioneId && voce.organizzazioneId === da)
    .reduce<VoceBudget[]>(
      (rimaste, voce) => {
        const verso = { azioneId, categoria: voce.categoria, organizzazioneId: a };
        const gia = rimaste.filter(della(verso));
        if (gia.length > 0)
          return scriviCella(
            rimaste.filter((v) => v !== voce),
            verso,
            somma([...gia, voce]),
          );
        return rimaste.map((v) => (v === voce ? { ...voce, organizzazioneId: a } : v));
      },
      [...voci],
    );
}

/** Tutte le celle con un importo. */
export const celleDi = ({ piano }: ContenutoVersione): Cella[] =>
  (piano?.voci ?? []).map(({ azioneId, categoria, organizzazioneId }) => ({ azioneId, categoria, organizzazioneId }));
