'use server';
import { z } from 'zod';
import { aggiornaBozzaDomanda } from '@/lib/bandi/commands/aggiornaBozzaDomanda';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

export const aggiornaAction = formAction(z.object({ progettoId: z.uuid() }), async (attore, { progettoId }) => {
  await aggiornaBozzaDomanda(attore, { progettoId });
  return { goTo: routes.sezione(progettoId, 'inizio') };
});
