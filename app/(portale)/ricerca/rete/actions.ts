'use server';
import { formAction } from '@/lib/forms/formAction';
import { apriOndata, chiudiOndata } from '@/lib/rete/commands/apriOndata';
import { OndataNuova, OndataScelta } from '@/lib/rete/schema';
import { routes } from '@/lib/routes';

export const apriOndataAction = formAction(OndataNuova, async (attore, input) => {
  await apriOndata(attore, input);
  return { goTo: routes.rete({ esito: 'aperta' }) };
});

export const chiudiOndataAction = formAction(OndataScelta, async (attore, input) => {
  await chiudiOndata(attore, input);
  return { goTo: routes.rete({ esito: 'chiusa' }) };
});
