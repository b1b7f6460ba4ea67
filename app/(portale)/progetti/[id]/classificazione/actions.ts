'use server';
import { proponiClassificazione } from '@/lib/classificazione/commands/proponiClassificazione';
import { PropostaScritta } from '@/lib/classificazione/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

export const proponiAction = formAction(PropostaScritta, async (attore, input) => {
  await proponiClassificazione(attore, input);
  return { goTo: routes.classificazioneProgetto(input.progettoId, { esito: 'proposto' }) };
});
