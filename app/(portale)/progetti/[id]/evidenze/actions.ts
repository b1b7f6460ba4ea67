'use server';
import { z } from 'zod';
import { togliEvidenza } from '@/lib/evidenze/commands/togliEvidenza';
import { ritorno } from '@/lib/evidenze/ritorno';
import { EvidenzaDaTogliere } from '@/lib/evidenze/schema';
import { formAction } from '@/lib/forms/formAction';

export const togliEvidenzaAction = formAction(
  EvidenzaDaTogliere.extend({ torna: z.string().max(400).optional() }),
  async (attore, { torna, ...input }) => {
    await togliEvidenza(attore, input);
    return { goTo: ritorno(input.progettoId, torna, 'tolta') };
  },
);
