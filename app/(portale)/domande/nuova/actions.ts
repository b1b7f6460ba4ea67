'use server';

import { apriDomanda } from '@/lib/domande/commands/apriDomanda';
import { DomandaDaAprire } from '@/lib/domande/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

export const apriDomandaAction = formAction(DomandaDaAprire, async (attore, input) => {
  const { progettoId } = await apriDomanda(attore, input);
  return { goTo: routes.sezione(progettoId, 'inizio') };
});
