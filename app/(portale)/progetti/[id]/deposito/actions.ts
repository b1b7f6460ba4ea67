'use server';
import { integraDomanda } from '@/lib/deposito/commands/integraDomanda';
import { presentaDomanda } from '@/lib/deposito/commands/presentaDomanda';
import { ritiraDomanda } from '@/lib/deposito/commands/ritiraDomanda';
import { ritiraPresentazione } from '@/lib/deposito/commands/ritiraPresentazione';
import { DomandaDaPresentare, DomandaIntegrata, DomandaScelta } from '@/lib/deposito/schema';
import { formAction } from '@/lib/forms/formAction';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';

export const presentaAction = formAction(DomandaDaPresentare, async (attore, input) => {
  await presentaDomanda(attore, input);
  return { goTo: routes.deposito(input.progettoId, { esito: 'presentata' }) };
});

export const riprendiAction = formAction(DomandaScelta, async (attore, input) => {
  await ritiraPresentazione(attore, input);
  return { goTo: routes.deposito(input.progettoId, { esito: 'ripresa' }) };
});

export const integraAction = formAction(conTestiControllati(DomandaIntegrata, ['risposta']), async (attore, input) => {
  await integraDomanda(attore, input);
  return { goTo: routes.deposito(input.progettoId, { esito: 'integrata' }) };
});

export const ritiraAction = formAction(DomandaScelta, async (attore, input) => {
  await ritiraDomanda(attore, input);
  return { goTo: routes.deposito(input.progettoId, { esito: 'ritirata' }) };
});
