'use server';
import { env } from '@/lib/env';
import { formAction } from '@/lib/forms/formAction';
import { congela } from '@/lib/istantanee/commands/congela';
import { IstantaneaChiesta } from '@/lib/istantanee/schema';
import { routes } from '@/lib/routes';

export const congelaAction = formAction(IstantaneaChiesta, async (attore, input) => {
  const { numero, nuova } = await congela(attore, input, (n) => `${env().NEXTAUTH_URL}${routes.istantanea(n)}`);
  return { goTo: routes.istantanea(numero, { esito: nuova ? 'congelata' : 'gia' }) };
});
