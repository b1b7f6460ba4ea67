'use server';
import { formAction } from '@/lib/forms/formAction';
import { ricalcolaIndicatori } from '@/lib/indicatori/commands/ricalcolaIndicatori';
import { Ricalcolo } from '@/lib/indicatori/schema';
import { routes } from '@/lib/routes';

export const ricalcolaAction = formAction(Ricalcolo, async (attore, scelto) => {
  await ricalcolaIndicatori(attore, scelto);
  return { goTo: `${routes.indicatoriProgetto(scelto.progettoId, { relazione: scelto.rapportoId, esito: 'ricalcolati' })}#fissati` };
});
