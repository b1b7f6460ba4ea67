'use server';
import { annullaDecisione } from '@/lib/decisioni/commands/annullaDecisione';
import { approvaDomanda } from '@/lib/decisioni/commands/approvaDomanda';
import { nonApprovaDomanda } from '@/lib/decisioni/commands/nonApprovaDomanda';
import { Annullamento, Diniego, ModuloApprovazione } from '@/lib/decisioni/schema';
import { formAction } from '@/lib/forms/formAction';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';

export const approvaAction = formAction(
  conTestiControllati(ModuloApprovazione, ['motivazione', /^prescrizione\.\d+\.testo$/]),
  async (attore, input) => {
    await approvaDomanda(attore, input);
    return { goTo: routes.istruttoria(input.progettoId, { esito: 'approvata' }) };
  },
);

export const nonApprovaAction = formAction(conTestiControllati(Diniego, ['motivazione']), async (attore, input) => {
  await nonApprovaDomanda(attore, input);
  return { goTo: routes.istruttoria(input.progettoId, { esito: 'nonApprovata' }) };
});

export const annullaAction = formAction(conTestiControllati(Annullamento, ['motivazione']), async (attore, input) => {
  await annullaDecisione(attore, input);
  return { goTo: routes.istruttoria(input.progettoId, { esito: 'annullata' }) };
});
