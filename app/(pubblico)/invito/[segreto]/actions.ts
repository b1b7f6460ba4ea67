'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { aggiungiProfilo, apriAccount, invitoDi } from '@/lib/auth/inviti';
import { eSegreto } from '@/lib/auth/segreti';
import { DomainError } from '@/lib/errors/domainError';
import { SUPERATA } from '@/lib/errors/superata';
import { azionePubblica } from '@/lib/forms/azionePubblica';
import { NuovoAccount } from '@/lib/inviti/schema';
import { routes } from '@/lib/routes';

const NON_VALE = 'Questo invito non vale più: è scaduto o è già stato usato.';
const segreto = z.string().refine(eSegreto, NON_VALE);

/** Se quell'indirizzo ha già un account lo dice il database, non il modulo: altrimenti si sceglierebbe una password che non conta. */
async function esigiInvito(di: string, registrato: boolean): Promise<void> {
  const invito = await invitoDi(di);
  if (!invito) throw new DomainError('invito.nonValido', NON_VALE);
  if (invito.registrato !== registrato) throw new DomainError('invito.cambiato', SUPERATA);
}

function fatto(valido: boolean): never {
  if (!valido) throw new DomainError('invito.nonValido', NON_VALE);
  redirect(routes.accesso({ avviso: 'invito' }));
}

export const apriAccountAction = azionePubblica(
  NuovoAccount.safeExtend({ segreto }),
  async (nuovo) => {
    await esigiInvito(nuovo.segreto, false);
    return fatto(await apriAccount(nuovo.segreto, nuovo));
  },
  { segreti: ['password', 'ripeti'] },
);

export const aggiungiProfiloAction = azionePubblica(z.object({ segreto }), async (scelto) => {
  await esigiInvito(scelto.segreto, true);
  return fatto(await aggiungiProfilo(scelto.segreto));
});
