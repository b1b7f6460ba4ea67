'use server';
import { formAction } from '@/lib/forms/formAction';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { annullaProroga } from '@/lib/proroghe/commands/annullaProroga';
import { apriProroga } from '@/lib/proroghe/commands/apriProroga';
import { concediProroga } from '@/lib/proroghe/commands/concediProroga';
import { correggiProroga } from '@/lib/proroghe/commands/correggiProroga';
import { prendiInCaricoProroga } from '@/lib/proroghe/commands/prendiInCaricoProroga';
import { presentaProroga } from '@/lib/proroghe/commands/presentaProroga';
import { respingiProroga } from '@/lib/proroghe/commands/respingiProroga';
import { salvaProroga } from '@/lib/proroghe/commands/salvaProroga';
import {
  ProrogaDaConcedere,
  ProrogaDaCorreggere,
  ProrogaDaRespingere,
  ProrogaDaSalvare,
  ProrogaNuova,
  ProrogaScelta,
} from '@/lib/proroghe/schema';
import { routes } from '@/lib/routes';

const tornaA = (scelta: { progettoId: string; prorogaId: string }, esito: string) => ({
  goTo: `${routes.proroga(scelta.progettoId, scelta.prorogaId)}?esito=${esito}`,
});

export const apriAction = formAction(conTestiControllati(ProrogaNuova, ['motivo']), async (attore, input) => {
  const { prorogaId } = await apriProroga(attore, input);
  return tornaA({ progettoId: input.progettoId, prorogaId }, 'aperta');
});

export const salvaAction = formAction(conTestiControllati(ProrogaDaSalvare, ['motivo']), async (attore, input) => {
  await salvaProroga(attore, input);
  return tornaA(input, 'salvata');
});

export const presentaAction = formAction(ProrogaScelta, async (attore, input) => {
  await presentaProroga(attore, input);
  return tornaA(input, 'presentata');
});

export const annullaAction = formAction(ProrogaScelta, async (attore, input) => {
  await annullaProroga(attore, input);
  return tornaA(input, 'annullata');
});

export const prendiAction = formAction(ProrogaScelta, async (attore, input) => {
  await prendiInCaricoProroga(attore, input);
  return tornaA(input, 'presa');
});

export const concediAction = formAction(conTestiControllati(ProrogaDaConcedere, ['nota']), async (attore, input) => {
  await concediProroga(attore, input);
  return tornaA(input, 'concessa');
});

export const respingiAction = formAction(conTestiControllati(ProrogaDaRespingere, ['nota']), async (attore, input) => {
  await respingiProroga(attore, input);
  return tornaA(input, 'respinta');
});

export const correggiAction = formAction(conTestiControllati(ProrogaDaCorreggere, ['nota']), async (attore, input) => {
  const { prorogaId } = await correggiProroga(attore, input);
  return tornaA({ progettoId: input.progettoId, prorogaId }, 'corretta');
});
