'use server';
import { scriviConteggio } from '@/lib/conteggi/commands/scriviConteggio';
import { togliConteggio } from '@/lib/conteggi/commands/togliConteggio';
import { ConteggioNuovo, ConteggioScelto } from '@/lib/conteggi/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

export const scriviAction = formAction(ConteggioNuovo, async (attore, input) => {
  await scriviConteggio(attore, input);
  return { goTo: routes.conteggi(input.progettoId, { esito: 'scritto' }) };
});

export const togliAction = formAction(ConteggioScelto, async (attore, input) => {
  await togliConteggio(attore, input);
  return { goTo: routes.conteggi(input.progettoId, { esito: 'tolto' }) };
});
