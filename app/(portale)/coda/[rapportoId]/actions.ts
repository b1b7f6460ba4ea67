'use server';
import { approvaConRilievi } from '@/lib/attuazione/commands/approvaConRilievi';
import { approvaRapporto } from '@/lib/attuazione/commands/approvaRapporto';
import { chiediChiarimento } from '@/lib/attuazione/commands/chiediChiarimento';
import { chiudiChiarimento } from '@/lib/attuazione/commands/chiudiChiarimento';
import { prendiInCarico } from '@/lib/attuazione/commands/prendiInCarico';
import { respingiRapporto } from '@/lib/attuazione/commands/respingiRapporto';
import { riapriRapporto } from '@/lib/attuazione/commands/riapriRapporto';
import { ChiarimentoScelto, DecisioneConNota, DomandaChiarimento, RapportoScelto } from '@/lib/attuazione/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

export const prendiInCaricoAction = formAction(RapportoScelto, async (attore, input) => {
  await prendiInCarico(attore, input);
  return { goTo: routes.verifica(input.rapportoId, { esito: 'presaInCarico' }) };
});

export const chiediAction = formAction(DomandaChiarimento, async (attore, input) => {
  await chiediChiarimento(attore, input);
  return { goTo: routes.verifica(input.rapportoId, { esito: 'chiarimentoChiesto' }) };
});

export const chiudiAction = formAction(ChiarimentoScelto.extend(RapportoScelto.shape), async (attore, { rapportoId, chiarimentoId }) => {
  await chiudiChiarimento(attore, { chiarimentoId });
  return { goTo: routes.verifica(rapportoId, { esito: 'chiarimentoChiuso' }) };
});

export const approvaAction = formAction(RapportoScelto, async (attore, input) => {
  await approvaRapporto(attore, input);
  return { goTo: routes.verifica(input.rapportoId, { esito: 'approvata' }) };
});

export const approvaConRilieviAction = formAction(DecisioneConNota, async (attore, input) => {
  await approvaConRilievi(attore, input);
  return { goTo: routes.verifica(input.rapportoId, { esito: 'approvataConRilievi' }) };
});

export const respingiAction = formAction(DecisioneConNota, async (attore, input) => {
  await respingiRapporto(attore, input);
  return { goTo: routes.verifica(input.rapportoId, { esito: 'respinta' }) };
});

export const riapriAction = formAction(DecisioneConNota, async (attore, input) => {
  await riapriRapporto(attore, input);
  return { goTo: routes.verifica(input.rapportoId, { esito: 'riaperta' }) };
});
