'use server';
import { formAction } from '@/lib/forms/formAction';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';
import { concludiValutazione } from '@/lib/valutazione/commands/concludiValutazione';
import { consolidaValutazione } from '@/lib/valutazione/commands/consolidaValutazione';
import { dichiaraConflitto } from '@/lib/valutazione/commands/dichiaraConflitto';
import { salvaValutazione } from '@/lib/valutazione/commands/salvaValutazione';
import { Dichiarazione, ModuloConsolidamento, ModuloScheda } from '@/lib/valutazione/schema';

export const dichiaraAction = formAction(Dichiarazione, async (attore, input) => {
  await dichiaraConflitto(attore, input);
  const esito = input.conflitto === 'NESSUNO' ? 'dichiarata' : 'conflitto';
  return { goTo: routes.valutazione(input.progettoId, { fase: input.fase, esito }) };
});

export const schedaAction = formAction(conTestiControllati(ModuloScheda, [/^motivazione\./]), async (attore, { atto, ...input }) => {
  if (atto === 'concludi') await concludiValutazione(attore, input);
  else await salvaValutazione(attore, input);
  return { goTo: routes.valutazione(input.progettoId, { fase: input.fase, esito: atto === 'concludi' ? 'conclusa' : 'salvata' }) };
});

export const consolidaAction = formAction(
  conTestiControllati(ModuloConsolidamento, ['giudizio', /^motivazione\./]),
  async (attore, input) => {
    await consolidaValutazione(attore, input);
    return { goTo: routes.valutazione(input.progettoId, { fase: input.fase, esito: 'consolidata' }) };
  },
);
