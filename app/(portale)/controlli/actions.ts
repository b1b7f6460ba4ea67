'use server';
import { autorizzaAccesso } from '@/lib/controlli/commands/autorizzaAccesso';
import { chiediAccesso } from '@/lib/controlli/commands/chiediAccesso';
import { Autorizzazione, RichiestaAccesso } from '@/lib/controlli/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

export const chiediAction = formAction(RichiestaAccesso, async (attore, input) => {
  await chiediAccesso(attore, input);
  return { goTo: routes.controlli({ esito: 'chiesto' }) };
});

export const autorizzaAction = formAction(Autorizzazione, async (attore, input) => {
  await autorizzaAccesso(attore, input);
  return { goTo: routes.controlli({ esito: 'autorizzato' }) };
});
