'use server';
import { formAction } from '@/lib/forms/formAction';
import { applicaTaglio } from '@/lib/piano/commands/applicaTaglio';
import { approvaRimodulazione } from '@/lib/piano/commands/approvaRimodulazione';
import { apriRimodulazione } from '@/lib/piano/commands/apriRimodulazione';
import { depositaRimodulazione } from '@/lib/piano/commands/depositaRimodulazione';
import { restituisciRimodulazione } from '@/lib/piano/commands/restituisciRimodulazione';
import {
  RimodulazioneDaApprovare,
  RimodulazioneDaDepositare,
  RimodulazioneDaRestituire,
  RimodulazioneScelta,
  TaglioScelto,
} from '@/lib/piano/schema';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';

const tornaA = (progettoId: string, esito: string) => ({ goTo: `${routes.rimodulazioneIniziale(progettoId)}?esito=${esito}` });

export const apriAction = formAction(RimodulazioneScelta, async (attore, input) => {
  await apriRimodulazione(attore, input);
  return tornaA(input.progettoId, 'aperta');
});

export const applicaAction = formAction(TaglioScelto, async (attore, input) => {
  await applicaTaglio(attore, input);
  return tornaA(input.progettoId, 'applicata');
});

export const depositaAction = formAction(conTestiControllati(RimodulazioneDaDepositare, ['risposta']), async (attore, input) => {
  await depositaRimodulazione(attore, input);
  return tornaA(input.progettoId, 'presentata');
});

export const approvaAction = formAction(RimodulazioneDaApprovare, async (attore, input) => {
  await approvaRimodulazione(attore, input);
  return tornaA(input.progettoId, 'approvata');
});

export const restituisciAction = formAction(conTestiControllati(RimodulazioneDaRestituire, ['testo']), async (attore, input) => {
  await restituisciRimodulazione(attore, input);
  return tornaA(input.progettoId, 'restituita');
});
