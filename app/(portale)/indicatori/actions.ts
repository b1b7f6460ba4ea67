'use server';
import { formAction } from '@/lib/forms/formAction';
import { pubblicaProgramma } from '@/lib/indicatori/commands/pubblicaProgramma';
import { ProgrammaDaPubblicare } from '@/lib/indicatori/schema';
import { routes } from '@/lib/routes';

export const pubblicaAction = formAction(ProgrammaDaPubblicare, async (attore, { programma }) => {
  await pubblicaProgramma(attore, programma);
  return { goTo: routes.indicatori({ programma, esito: 'pubblicata' }) };
});
