'use server';
import { formAction } from '@/lib/forms/formAction';
import { rispondiPreavviso } from '@/lib/istruttoria/commands/rispondiPreavviso';
import { RispostaPreavviso } from '@/lib/istruttoria/schema';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';

export const rispondiAction = formAction(conTestiControllati(RispostaPreavviso, ['risposta']), async (attore, input) => {
  await rispondiPreavviso(attore, input);
  return { goTo: `${routes.lettere(input.progettoId)}?esito=preavvisoRisposto` };
});
