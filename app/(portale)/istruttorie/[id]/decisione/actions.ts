'use server';
import { annullaDecisione } from '@/lib/decisioni/commands/annullaDecisione';
import { approvaDomanda } from '@/lib/decisioni/commands/approvaDomanda';
import { nonApprovaDomanda } from '@/lib/decisioni/commands/nonApprovaDomanda';
import { Annullamento, Diniego, ModuloApprovazione } from '@/lib/decisioni/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

export const approvaAction = formAction(ModuloApprovazione, async (attore, input) => {
  await approvaDomanda(attore, input);
  return { goTo: routes.istruttoria(input.progettoId, { esito: 'approvata' }) };
});

export const nonApprovaAction = formAction(Diniego, async (attore, input) => {
  await nonApprovaDomanda(attore, input);
  return { goTo: routes.istruttoria(input.progettoId, { esito: 'nonApprovata' }) };
});

export const annullaAction = formAction(Annullamento, async (attore, input) => {
  await annullaDecisione(attore, input);
  return { goTo: routes.istruttoria(input.progettoId, { esito: 'annullata' }) };
});
