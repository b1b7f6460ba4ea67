'use server';
import { adempiPrescrizione } from '@/lib/decisioni/commands/adempiPrescrizione';
import { approvaPrescrizioni } from '@/lib/decisioni/commands/approvaPrescrizioni';
import { nonApprovaDomanda } from '@/lib/decisioni/commands/nonApprovaDomanda';
import { presentaPrescrizioni } from '@/lib/decisioni/commands/presentaPrescrizioni';
import { rinviaPrescrizioni } from '@/lib/decisioni/commands/rinviaPrescrizioni';
import { verificaPrescrizione } from '@/lib/decisioni/commands/verificaPrescrizione';
import { Adempimento, AttoPrescrizioni, Diniego, VerificaPrescrizione } from '@/lib/decisioni/schema';
import { formAction } from '@/lib/forms/formAction';
import { ProgettoScelto } from '@/lib/istruttoria/schema';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';

const conEsito = (progettoId: string, esito: string) => ({ goTo: `${routes.prescrizioni(progettoId)}?esito=${esito}` });

export const adempiAction = formAction(conTestiControllati(Adempimento, ['evidenza']), async (attore, input) => {
  await adempiPrescrizione(attore, input);
  return conEsito(input.progettoId, 'prescrizioneScritta');
});

export const presentaAction = formAction(ProgettoScelto, async (attore, input) => {
  await presentaPrescrizioni(attore, input);
  return conEsito(input.progettoId, 'prescrizioniPresentate');
});

export const verificaAction = formAction(conTestiControllati(VerificaPrescrizione, ['nota']), async (attore, input) => {
  await verificaPrescrizione(attore, input);
  return conEsito(input.progettoId, 'prescrizioneVerificata');
});

export const rinviaAction = formAction(ProgettoScelto, async (attore, input) => {
  await rinviaPrescrizioni(attore, input);
  return conEsito(input.progettoId, 'prescrizioniRinviate');
});

export const approvaPrescrizioniAction = formAction(conTestiControllati(AttoPrescrizioni, ['motivazione']), async (attore, input) => {
  await approvaPrescrizioni(attore, input);
  return conEsito(input.progettoId, 'approvata');
});

export const nonApprovaAction = formAction(conTestiControllati(Diniego, ['motivazione']), async (attore, input) => {
  await nonApprovaDomanda(attore, input);
  return conEsito(input.progettoId, 'nonApprovata');
});
