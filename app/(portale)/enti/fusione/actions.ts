'use server';
import { fondiEnti } from '@/lib/enti/commands/fondiEnti';
import { Fusione } from '@/lib/enti/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

export const fondiAction = formAction(Fusione, async (attore, input) => {
  await fondiEnti(attore, input);
  return { goTo: `${routes.fusioneEnti()}?esito=fusi` };
});
