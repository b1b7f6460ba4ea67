'use server';

import { z } from 'zod';
import { eSegreto, improntaDi } from '@/lib/auth/segreti';
import { confermaCandidatura } from '@/lib/avvisi/commands/confermaCandidatura';
import { DomainError } from '@/lib/errors/domainError';
import { azionePubblica } from '@/lib/forms/azionePubblica';

const NON_VALE = 'Questo collegamento non vale: controlla di averlo aperto per intero, oppure compila di nuovo la candidatura.';

export const confermaAction = azionePubblica(z.object({ segreto: z.string().refine(eSegreto, NON_VALE) }), async ({ segreto }) => {
  if (!(await confermaCandidatura(improntaDi(segreto)))) throw new DomainError('candidatura.collegamento', NON_VALE);
  return { status: 'fatto' };
});
