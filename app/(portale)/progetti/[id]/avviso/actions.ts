'use server';

import { apriProgetto } from '@/lib/avvisi/commands/apriProgetto';
import { chiudiAvviso } from '@/lib/avvisi/commands/chiudiAvviso';
import { pubblicaAvviso } from '@/lib/avvisi/commands/pubblicaAvviso';
import { salvaAvviso } from '@/lib/avvisi/commands/salvaAvviso';
import { AvvisoScelto, ModuloAvviso, ProgettoScelto } from '@/lib/avvisi/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

export const salvaAction = formAction(ModuloAvviso, async (attore, avviso) => {
  await salvaAvviso(attore, avviso);
  return { goTo: routes.avvisoProgetto(avviso.progettoId) };
});

export const pubblicaAction = formAction(AvvisoScelto, async (attore, scelto) => {
  await pubblicaAvviso(attore, scelto);
  return { goTo: routes.avvisoProgetto(scelto.progettoId) };
});

export const chiudiAction = formAction(ProgettoScelto, async (attore, scelto) => {
  await chiudiAvviso(attore, scelto);
  return { goTo: routes.avvisoProgetto(scelto.progettoId) };
});

export const apriProgettoAction = formAction(ProgettoScelto, async (attore, scelto) => {
  await apriProgetto(attore, scelto);
  return { goTo: routes.progetto(scelto.progettoId) };
});
