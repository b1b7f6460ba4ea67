'use server';

import { redirect } from 'next/navigation';
import { togliCookie } from '@/lib/auth/biscotti';
import { requirePersona } from '@/lib/auth/requireAttore';
import { chiudiOgniSessione, chiudiSessione } from '@/lib/auth/sessioni';
import { Uuid } from '@/lib/format/uuid';
import { stessaOrigine } from '@/lib/forms/stessaOrigine';
import { routes } from '@/lib/routes';

/** Chiude una delle proprie sessioni su un altro dispositivo. Una sessione altrui o già chiusa non cambia nulla. */
export async function chiudiSessioneAction(formData: FormData): Promise<void> {
  await stessaOrigine();
  const { segreto } = await requirePersona();
  const sessioneId = Uuid.safeParse(formData.get('sessioneId'));
  if (sessioneId.success) await chiudiSessione(segreto, sessioneId.data);
  redirect(routes.sessioni());
}

/** «Esci da tutti i dispositivi», compreso questo. */
export async function esciOvunqueAction(): Promise<void> {
  await stessaOrigine();
  const { segreto } = await requirePersona();
  await chiudiOgniSessione(segreto);
  await togliCookie();
  redirect(routes.accesso({ avviso: 'uscita' }));
}
