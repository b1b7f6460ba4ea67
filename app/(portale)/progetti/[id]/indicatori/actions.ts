'use server';
import { formAction } from '@/lib/forms/formAction';
import { pubblicaIndicatori } from '@/lib/indicatori/commands/pubblicaIndicatori';
import { ricalcolaIndicatori } from '@/lib/indicatori/commands/ricalcolaIndicatori';
import { Pubblicazione, Ricalcolo } from '@/lib/indicatori/schema';
import { routes } from '@/lib/routes';

export const ricalcolaAction = formAction(Ricalcolo, async (attore, scelto) => {
  await ricalcolaIndicatori(attore, scelto);
  return { goTo: `${routes.indicatoriProgetto(scelto.progettoId, { esito: 'ricalcolati' })}#fissati` };
});

export const pubblicaAction = formAction(Pubblicazione, async (attore, { progettoId }) => {
  await pubblicaIndicatori(attore, progettoId);
  return { goTo: routes.indicatoriProgetto(progettoId, { esito: 'pubblicati' }) };
});
