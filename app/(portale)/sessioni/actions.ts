'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { togliCookie } from '@/lib/auth/biscotti';
import { requirePersona } from '@/lib/auth/requireAttore';
import { improntaDi } from '@/lib/auth/segreti';
import { chiudiSessioni } from '@/lib/db/accesso';
import { stessaOrigine } from '@/lib/forms/stessaOrigine';
import { routes } from '@/lib/routes';

/** Chiude una delle proprie sessioni su un altro dispositivo. Una sessione altrui o gia chiusa non cambia nulla. */
export async function chiudiSessioneAction(formData: FormData): Promise<void> {
  await stessaOrigine();
  const { segreto } = await requirePersona();
  const sessioneId = z.uuid().safeParse(formData.get('sessioneId'));
  if (sessioneId.success) await chiudiSessioni(improntaDi(segreto), sessioneId.data);
  redirect(routes.sessioni());
}

/** «Esci da tutti i dispositivi», compreso questo. */
export async function esciOvunqueAction(): Promise<void> {
  await stessaOrigine();
  const { segreto } = await requirePersona();
  await chiudiSessioni(improntaDi(segreto), null);
  await togliCookie();
  redirect(routes.accesso({ avviso: 'uscita' }));
}
