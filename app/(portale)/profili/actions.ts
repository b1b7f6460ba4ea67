'use server';

import { redirect } from 'next/navigation';
import { lettoreDelRuolo } from '@/lib/auth/attore';
import { percorsoLocale } from '@/lib/auth/percorsoLocale';
import { requirePersona } from '@/lib/auth/requireAttore';
import { scegliProfilo } from '@/lib/auth/sessioni';
import { Uuid } from '@/lib/format/uuid';
import { stessaOrigine } from '@/lib/forms/stessaOrigine';
import { inizioDi, routes } from '@/lib/routes';

/** Lavora con un altro dei propri incarichi. Uno altrui, revocato o inventato riporta all'elenco, che si è appena aggiornato. */
export async function scegliProfiloAction(formData: FormData): Promise<void> {
  await stessaOrigine();
  const { segreto } = await requirePersona();
  const incaricoId = Uuid.safeParse(formData.get('incaricoId'));
  const ruolo = incaricoId.success ? await scegliProfilo(segreto, incaricoId.data) : null;
  if (!ruolo) redirect(routes.profili({ avviso: 'nonAttivo' }));
  const torna = formData.get('torna');
  redirect((typeof torna === 'string' ? percorsoLocale(torna) : null) ?? inizioDi(lettoreDelRuolo(ruolo), ruolo));
}
