import type { Campo } from '@/lib/bandi/configurazione';
import type { Valori } from '@/lib/domande/valori';
import { type MancanzaPiano, mancanzeAzioni, mancanzeBudget, type RegolePiano } from './mancanze';
import { azioniIn, vociIn } from './valori';

const IN_VISTA = 5;

/**
 * Le mancanze di azioni e quadro economico per i passi della scrittura: una riga per azione, e al più cinque per il quadro; il banco di deposito le elenca
 * tutte. Un campo ancora vuoto non è affar suo: lo dice la sezione.
 */
export function mancanzeDelPiano(
  campi: readonly Pick<Campo, 'chiave' | 'tipo'>[],
  sezioni: Record<string, Valori>,
  regole: RegolePiano,
): { campo: string; messaggio: string }[] {
  const azioni = azioniIn(sezioni.azioni?.azioni);
  const voci = vociIn(sezioni.quadro_economico?.voci);
  return campi.flatMap(({ chiave, tipo }) => {
    const frasi =
      tipo === 'azioni' && azioni.length > 0
        ? perAzione(mancanzeAzioni(azioni, regole))
        : tipo === 'budget' && voci.length > 0
          ? lePrime(mancanzeBudget(azioni, voci, regole))
          : [];
    return frasi.map((messaggio) => ({ campo: chiave, messaggio }));
  });
}

function perAzione(mancanze: readonly MancanzaPiano[]): string[] {
  const righe = new Map<string, MancanzaPiano[]>();
  for (const mancanza of mancanze) righe.set(mancanza.riga ?? '', [...(righe.get(mancanza.riga ?? '') ?? []), mancanza]);
  return [...righe.values()].map(([prima, ...altre]) =>
    altre.length === 0
      ? (prima?.messaggio ?? '')
      : `${prima?.messaggio.slice(0, -1)}, e ${altre.length === 1 ? 'un’altra cosa' : `altre ${altre.length} cose`}.`,
  );
}

const lePrime = (mancanze: readonly MancanzaPiano[]): string[] => [
  ...mancanze.slice(0, IN_VISTA).map(({ messaggio }) => messaggio),
  ...(mancanze.length > IN_VISTA ? [`Altri ${mancanze.length - IN_VISTA} punti del quadro economico non tornano.`] : []),
];
