'use server';
import { formAction } from '@/lib/forms/formAction';
import { rispondiPreavviso } from '@/lib/istruttoria/commands/rispondiPreavviso';
import { RispostaPreavviso } from '@/lib/istruttoria/schema';
import { routes } from '@/lib/routes';

export const rispondiAction = formAction(RispostaPreavviso, async (attore, input) => {
  await rispondiPreavviso(attore, input);
  return { goTo: `${routes.lettere(input.progettoId)}?esito=preavvisoRisposto` };
});
