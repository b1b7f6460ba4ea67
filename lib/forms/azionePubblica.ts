import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { isDomainError } from '@/lib/errors/domainError';
import { campiTroppoLunghi, nonValido } from './formAction';
import type { StatoPubblico } from './formState';
import { stessaOrigine } from './stessaOrigine';
import { moduloPulito, textValues } from './textValues';

type Fatto = Extract<StatoPubblico, { status: 'fatto' }>;
type Opzioni = {
  /** Come leggere il modulo, se i nomi si ripetono o ci sono file. */
  leggi?: (formData: FormData) => unknown;
  /** I campi da non rimandare nella pagina: le password. */
  segreti?: readonly string[];
};

/**
 * Il guscio di un'azione di chi non è entrato: da questo portale? → valido? → fai → che cosa succede adesso. Un rifiuto torna al modulo con i
 * valori scritti. Dei nomi ripetuti tornano tutti i valori, separati da virgole.
 */
export const azionePubblica =
  <S extends z.ZodType>(
    schema: S,
    run: (input: z.infer<S>, formData: FormData) => Promise<Fatto>,
    { leggi = textValues, segreti = [] }: Opzioni = {},
  ) =>
  async (_precedente: StatoPubblico, inviato: FormData): Promise<StatoPubblico> => {
    const formData = moduloPulito(inviato);
    const values = valoriDa(formData, segreti);
    try {
      await stessaOrigine();
      const lunghi = campiTroppoLunghi(formData, values);
      if (lunghi) return lunghi;
      const parsed = schema.safeParse(leggi(formData));
      if (!parsed.success) return nonValido(parsed.error, values);
      return await run(parsed.data, formData);
    } catch (error) {
      unstable_rethrow(error); // redirect e notFound si lanciano: li prende Next
      if (!isDomainError(error)) throw error;
      if (error.campo) return { status: 'invalid', errors: { [error.campo]: [error.message] }, values };
      return { status: 'refused', message: error.message, values };
    }
  };

const valoriDa = (formData: FormData, segreti: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    [...new Set(formData.keys())].flatMap((nome) => {
      const testi = formData.getAll(nome).filter((valore) => typeof valore === 'string');
      return testi.length > 0 && !segreti.includes(nome) ? [[nome, testi.join(',')]] : [];
    }),
  );
