import 'server-only';
import { headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import { z } from 'zod';
import type { Attore } from '@/lib/auth/attore';
import { leggiSessione } from '@/lib/auth/leggiSessione';
import { requireAttore } from '@/lib/auth/requireAttore';
import { isDomainError } from '@/lib/errors/domainError';
import type { FormState } from './formState';
import { annotaRifiuto } from './rifiutoInPagina';
import { stessaOrigine } from './stessaOrigine';
import { MASSIMO_CAMPO, moduloPulito, textValues } from './textValues';

z.config(z.locales.it()); // ciò che uno schema non spiega di suo è almeno in italiano

type Opzioni = {
  /** Come leggere il modulo, se i nomi si ripetono o i campi sono una lista. I testi arrivano già limitati a MASSIMO_CAMPO. */
  leggi?: (formData: FormData) => unknown;
};

type Fatto = { goTo: string };

/**
 * Il guscio di ogni azione: da questo portale? → chi → valido? → fai → dove si va. Un rifiuto torna al modulo con i valori scritti; un errore
 * imprevisto va a error.tsx. I campi che lo schema non conosce si ignorano.
 */
export const formAction =
  <S extends z.ZodType>(schema: S, run: (attore: Attore, input: z.infer<S>) => Promise<Fatto>, { leggi = textValues }: Opzioni = {}) =>
  async (_previous: FormState, inviato: FormData): Promise<FormState> => {
    const formData = moduloPulito(inviato);
    const values = textValues(formData); // restituiti perché il modulo si riempia di nuovo: React 19 lo svuota dopo l'azione
    try {
      await stessaOrigine();
      const attore = await attoreDellAzione(values);
      if ('status' in attore) return attore;
      const lunghi = campiTroppoLunghi(formData, values);
      if (lunghi) return lunghi;
      const parsed = schema.safeParse(leggi(formData));
      if (!parsed.success) return nonValido(parsed.error, values);
      redirect((await run(attore, parsed.data)).goTo);
    } catch (error) {
      unstable_rethrow(error); // redirect e notFound si lanciano: li prende Next
      if (!isDomainError(error)) throw error;
      if (error.campo) return { status: 'invalid', errors: { [error.campo]: [error.message] }, values };
      await annotaRifiuto(error.message);
      return { status: 'refused', message: error.message, values };
    }
  };

/** Con JavaScript una sessione finita non porta via dalla pagina: il testo scritto è lì, e andrebbe perso. Senza, si va all'accesso. */
async function attoreDellAzione(values: Record<string, string>): Promise<Attore | FormState> {
  if (!(await headers()).has('next-action')) return requireAttore();
  const sessione = await leggiSessione();
  if (sessione.stato === 'viva' && sessione.attore) return sessione.attore;
  const [motivo, rimedio] =
    sessione.stato === 'viva'
      ? ['Il profilo con cui stavi lavorando non è più attivo.', 'scegli un profilo']
      : ['La sessione è scaduta.', 'accedi di nuovo'];
  return {
    status: 'refused',
    message: `${motivo} Quello che hai scritto è ancora in questa pagina: apri il portale in un’altra scheda, ${rimedio}, poi torna qui e ripeti.`,
    values,
  };
}

/** I campi oltre MASSIMO_CAMPO, se ce ne sono. */
export function campiTroppoLunghi(formData: FormData, values: Record<string, string>): FormState | null {
  const lunghi = [...formData].filter(([, valore]) => typeof valore === 'string' && valore.length > MASSIMO_CAMPO);
  if (lunghi.length === 0) return null;
  const massimo = MASSIMO_CAMPO.toLocaleString('it-IT');
  return {
    status: 'invalid',
    errors: Object.fromEntries(lunghi.map(([nome]) => [nome, [`Il testo è troppo lungo: al massimo ${massimo} caratteri.`]])),
    values: Object.fromEntries(Object.entries(values).map(([nome, valore]) => [nome, valore.slice(0, MASSIMO_CAMPO)])),
  };
}

/** L'esito di un modulo che lo schema rifiuta. */
export function nonValido(error: z.ZodError<unknown>, values: Record<string, string>): FormState {
  const { formErrors, fieldErrors } = z.flattenError(error as z.ZodError<Record<string, unknown>>);
  const errors = Object.fromEntries(Object.entries(fieldErrors).filter((voce): voce is [string, string[]] => voce[1] !== undefined));
  const generale = formErrors[0];
  return generale && Object.keys(errors).length === 0
    ? { status: 'refused', message: generale, values }
    : { status: 'invalid', errors, values };
}
