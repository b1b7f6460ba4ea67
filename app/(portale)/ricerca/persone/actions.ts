'use server';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';
import { preparaRighe } from '@/lib/soppressione/commands/preparaRighe';
import { SemestreChiesto } from '@/lib/soppressione/schema';

export const preparaAction = formAction(SemestreChiesto, async (attore, input) => {
  await preparaRighe(attore, input);
  return { goTo: routes.ricercaPersone({ pronto: input.semestre }) };
});
