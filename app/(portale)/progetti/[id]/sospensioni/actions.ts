'use server';
import { formAction } from '@/lib/forms/formAction';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';
import { disponiSospensione } from '@/lib/sospensioni/commands/disponiSospensione';
import { riprendi } from '@/lib/sospensioni/commands/riprendi';
import { Ripresa, SospensioneNuova } from '@/lib/sospensioni/schema';

export const sospendiAction = formAction(conTestiControllati(SospensioneNuova, ['nota']), async (attore, input) => {
  await disponiSospensione(attore, input);
  return { goTo: `${routes.sospensioni(input.progettoId)}?esito=sospeso` };
});

export const riprendiAction = formAction(Ripresa, async (attore, input) => {
  await riprendi(attore, input);
  return { goTo: `${routes.sospensioni(input.progettoId)}?esito=ripreso` };
});
