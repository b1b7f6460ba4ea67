'use server';
import { togliDocumento } from '@/lib/documenti/commands/togliDocumento';
import { DocumentoDaTogliere } from '@/lib/documenti/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

export const togliAction = formAction(DocumentoDaTogliere, async (attore, input) => {
  await togliDocumento(attore, input);
  return { goTo: routes.documenti(input.progettoId, { esito: 'tolto' }) };
});
