import { z } from 'zod';
import { DomainError } from '@/lib/errors/domainError';

/** La lista di controllo dell'ammissibilità: le voci le dice il bando, qui che cosa se ne risponde e che cosa ne segue. */

export const RISPOSTE = ['SI', 'NO', 'NA'] as const;
export type Risposta = (typeof RISPOSTE)[number];
export const NOME_RISPOSTA: Record<Risposta, string> = { SI: 'Sì', NO: 'No', NA: 'Non si applica' };

const NOTA_VERIFICA_MASSIMO = 1000;

export const Verifiche = z.record(
  z.string().max(60),
  z.object({
    esito: z.enum(RISPOSTE).nullable().default(null),
    nota: z.string().max(NOTA_VERIFICA_MASSIMO, `La nota supera ${NOTA_VERIFICA_MASSIMO} caratteri: accorciala.`).default(''),
  }),
);
export type Verifiche = z.infer<typeof Verifiche>;

type Voce = { chiave: string; testo: string };

/** Le voci a cui non si è ancora risposto. */
export const daVerificare = (voci: readonly Voce[], verifiche: Verifiche): Voce[] => voci.filter(({ chiave }) => !verifiche[chiave]?.esito);

/** Le voci con un «no». */
const nonSuperate = (voci: readonly Voce[], verifiche: Verifiche): Voce[] => voci.filter(({ chiave }) => verifiche[chiave]?.esito === 'NO');

/**
 * Si può dichiarare ammissibile solo con tutte le risposte e nessun «no».
 * @throws DomainError istruttoria.verificheIncomplete, istruttoria.verificheNegative
 */
export function esigiAmmissibile(voci: readonly Voce[], verifiche: Verifiche): void {
  const mancano = daVerificare(voci, verifiche).length;
  if (mancano > 0)
    throw new DomainError(
      'istruttoria.verificheIncomplete',
      mancano === 1
        ? 'Manca la risposta a una verifica. Completa la lista e salvala.'
        : `Mancano le risposte a ${mancano} verifiche. Completa la lista e salvala.`,
    );
  const no = nonSuperate(voci, verifiche);
  if (no.length > 0)
    throw new DomainError(
      'istruttoria.verificheNegative',
      `Una verifica dice no: «${no[0]?.testo}». Chiedi integrazioni o invia il preavviso di rigetto.`,
    );
}

/**
 * Le sole voci che il bando prevede in questa fase.
 * @throws DomainError istruttoria.verificaEstranea
 */
export function esigiVociNote(voci: readonly Voce[], verifiche: Verifiche): void {
  const note = new Set(voci.map(({ chiave }) => chiave));
  if (Object.keys(verifiche).some((chiave) => !note.has(chiave)))
    throw new DomainError('istruttoria.verificaEstranea', 'Una verifica non è tra quelle del bando. Ricarica la pagina.');
}
