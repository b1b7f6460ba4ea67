'use server';
import { chiediStraordinaria } from '@/lib/calendario/commands/chiediStraordinaria';
import { togliStraordinaria } from '@/lib/calendario/commands/togliStraordinaria';
import { Straordinaria, StraordinariaScelta } from '@/lib/calendario/schema';
import { formAction } from '@/lib/forms/formAction';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';

const conEsito = (progettoId: string, esito: string) => ({ goTo: `${routes.calendario(progettoId)}?esito=${esito}` });

export const chiediAction = formAction(conTestiControllati(Straordinaria, ['motivo']), async (attore, chiesta) => {
  await chiediStraordinaria(attore, chiesta);
  return conEsito(chiesta.progettoId, 'chiesta');
});

export const togliAction = formAction(StraordinariaScelta, async (attore, scelta) => {
  await togliStraordinaria(attore, scelta);
  return conEsito(scelta.progettoId, 'tolta');
});
