'use server';
import { formAction } from '@/lib/forms/formAction';
import { scriviLegame } from '@/lib/rete/commands/scriviLegame';
import { aggiungiNodo, togliNodo } from '@/lib/rete/commands/scriviNodo';
import { LegameScritto, NodoNuovo, NodoScelto } from '@/lib/rete/schema';
import { routes } from '@/lib/routes';

export const legameAction = formAction(LegameScritto, async (attore, input) => {
  await scriviLegame(attore, input);
  return { goTo: routes.reteProgetto(input.progettoId, { ondata: input.ondataId, esito: 'legame' }) };
});

export const aggiungiAction = formAction(NodoNuovo, async (attore, input) => {
  await aggiungiNodo(attore, input);
  return { goTo: routes.reteProgetto(input.progettoId, { esito: 'nodo' }) };
});

export const togliAction = formAction(NodoScelto, async (attore, input) => {
  await togliNodo(attore, input);
  return { goTo: routes.reteProgetto(input.progettoId, { esito: 'tolto' }) };
});
