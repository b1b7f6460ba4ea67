'use server';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';
import { pubblicaSovrapposizioni } from '@/lib/sovrapposizioni/commands/pubblicaSovrapposizioni';
import { verificaSovrapposizione } from '@/lib/sovrapposizioni/commands/verificaSovrapposizione';
import { TrimestreChiesto, Verifica } from '@/lib/sovrapposizioni/schema';

/** La risposta si legge nella scheda, mai nell'indirizzo. */
export const verificaAction = formAction(Verifica, async (attore, input) => {
  await verificaSovrapposizione(attore, input);
  return { goTo: `${routes.persona(input.personaId)}#sovrapposizioni` };
});

export const pubblicaAction = formAction(TrimestreChiesto, async (attore, { programma }) => {
  await pubblicaSovrapposizioni(attore, programma);
  return { goTo: routes.sovrapposizioni({ programma, esito: 'pubblicata' }) };
});
