'use server';
import { formAction } from '@/lib/forms/formAction';
import { anonimizzaPersona } from '@/lib/privacy/commands/anonimizzaPersona';
import { chiudiRichiesta } from '@/lib/privacy/commands/chiudiRichiesta';
import { prorogaRichiesta } from '@/lib/privacy/commands/prorogaRichiesta';
import { registraRichiesta } from '@/lib/privacy/commands/registraRichiesta';
import { togliLimitazione } from '@/lib/privacy/commands/togliLimitazione';
import { PersonaDaAnonimizzare, RichiestaDaChiudere, RichiestaNuova, RichiestaScelta } from '@/lib/privacy/schema';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';

export const registraAction = formAction(RichiestaNuova, async (attore, input) => {
  const { richiestaId } = await registraRichiesta(attore, input);
  return { goTo: routes.richiestaInteressato(richiestaId, { esito: 'registrata' }) };
});

export const prorogaAction = formAction(RichiestaScelta, async (attore, input) => {
  await prorogaRichiesta(attore, input);
  return { goTo: routes.richiestaInteressato(input.richiestaId, { esito: 'prorogata' }) };
});

export const chiudiAction = formAction(conTestiControllati(RichiestaDaChiudere, ['esito']), async (attore, input) => {
  await chiudiRichiesta(attore, input);
  return { goTo: routes.richiestaInteressato(input.richiestaId, { esito: 'chiusa' }) };
});

export const togliAction = formAction(RichiestaScelta, async (attore, input) => {
  await togliLimitazione(attore, input);
  return { goTo: routes.richiestaInteressato(input.richiestaId, { esito: 'tolta' }) };
});

export const anonimizzaAction = formAction(conTestiControllati(PersonaDaAnonimizzare, ['esito']), async (attore, input) => {
  await anonimizzaPersona(attore, input);
  return { goTo: routes.richiestaInteressato(input.richiestaId, { esito: 'anonima' }) };
});
