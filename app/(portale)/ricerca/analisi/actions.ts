'use server';
import { cancellaAnalisi, condividiAnalisi, rinominaAnalisi, salvaAnalisi } from '@/lib/analisi/commands/salva';
import { AnalisiDaCondividere, AnalisiDaRinominare, AnalisiDaSalvare, AnalisiScelta } from '@/lib/analisi/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

export const salvaAction = formAction(AnalisiDaSalvare, async (attore, input) => {
  const { id } = await salvaAnalisi(attore, input);
  return { goTo: routes.analisi({ salvata: id, esito: 'salvata' }) };
});

export const rinominaAction = formAction(AnalisiDaRinominare, async (attore, input) => {
  await rinominaAnalisi(attore, input);
  return { goTo: routes.analisi({ salvata: input.id, esito: 'rinominata' }) };
});

export const condividiAction = formAction(AnalisiDaCondividere, async (attore, input) => {
  await condividiAnalisi(attore, input);
  return { goTo: routes.analisi({ salvata: input.id, esito: input.condivisa ? 'condivisa' : 'privata' }) };
});

export const cancellaAction = formAction(AnalisiScelta, async (attore, input) => {
  await cancellaAnalisi(attore, input);
  return { goTo: routes.analisi({ esito: 'cancellata' }) };
});
