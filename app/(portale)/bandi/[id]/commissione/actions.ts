'use server';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';
import { affidaPresidenza } from '@/lib/valutazione/commands/affidaPresidenza';
import { esoneraCommissario } from '@/lib/valutazione/commands/esoneraCommissario';
import { nominaCommissario } from '@/lib/valutazione/commands/nominaCommissario';
import { revocaCommissario } from '@/lib/valutazione/commands/revocaCommissario';
import { CommissarioScelto, Esonero, Nomina } from '@/lib/valutazione/schema';

const dopo = (bandoId: string, esito: string) => ({ goTo: `${routes.commissione(bandoId)}?esito=${esito}` });

export const nominaAction = formAction(Nomina, async (attore, input) => {
  await nominaCommissario(attore, input);
  return dopo(input.bandoId, 'nominato');
});

export const revocaAction = formAction(CommissarioScelto, async (attore, input) => {
  await revocaCommissario(attore, input);
  return dopo(input.bandoId, 'revocato');
});

export const esoneraAction = formAction(Esonero, async (attore, input) => {
  await esoneraCommissario(attore, input);
  return dopo(input.bandoId, 'esonerato');
});

export const presidenzaAction = formAction(CommissarioScelto, async (attore, input) => {
  await affidaPresidenza(attore, input);
  return dopo(input.bandoId, 'presidenza');
});
