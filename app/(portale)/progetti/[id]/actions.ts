'use server';

import { z } from 'zod';
import { apriRapporto } from '@/lib/attuazione/commands/apriRapporto';
import { PeriodoDaAprire } from '@/lib/attuazione/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

/** Il progetto serve solo all'indirizzo a cui andare: quale periodo si apre, e se si può, lo decide il comando. */
export const apriAction = formAction(PeriodoDaAprire.extend({ progettoId: z.uuid() }), async (attore, { progettoId, periodoId }) => {
  const { rapportoId } = await apriRapporto(attore, { periodoId });
  return { goTo: routes.rapporto(progettoId, rapportoId) };
});
