'use server';

import { redirect } from 'next/navigation';
import { esci } from '@/lib/auth/biscotti';
import { stessaOrigine } from '@/lib/forms/stessaOrigine';
import { routes } from '@/lib/routes';

/** «Esci»: per un modulo senza campi. Vale anche se la sessione è già finita. */
export async function esciAction(): Promise<void> {
  await stessaOrigine();
  await esci();
  redirect(routes.accesso({ avviso: 'uscita' }));
}
