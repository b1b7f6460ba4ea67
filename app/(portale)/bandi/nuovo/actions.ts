'use server';
import { creaBando } from '@/lib/bandi/commands/creaBando';
import { ModuloBandoNuovo } from '@/lib/bandi/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

export const creaAction = formAction(ModuloBandoNuovo, async (attore, input) => {
  const { bandoId } = await creaBando(attore, input);
  return { goTo: routes.bando(bandoId, { esito: 'creato' }) };
});
