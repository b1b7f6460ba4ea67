'use server';
import { annullaRinuncia } from '@/lib/cessazioni/commands/annullaRinuncia';
import { chiediRinuncia } from '@/lib/cessazioni/commands/chiediRinuncia';
import { concludiProgetto } from '@/lib/cessazioni/commands/concludiProgetto';
import { confermaRinuncia } from '@/lib/cessazioni/commands/confermaRinuncia';
import { respingiRinuncia } from '@/lib/cessazioni/commands/respingiRinuncia';
import { revocaProgetto } from '@/lib/cessazioni/commands/revocaProgetto';
import { riapriProgetto } from '@/lib/cessazioni/commands/riapriProgetto';
import {
  Conclusione,
  ProgettoCessato,
  Revoca,
  RinunciaDaConfermare,
  RinunciaDaRespingere,
  RinunciaNuova,
  RinunciaScelta,
} from '@/lib/cessazioni/schema';
import { formAction } from '@/lib/forms/formAction';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';

const tornaA = ({ progettoId }: { progettoId: string }, esito: string) => ({ goTo: `${routes.cessazione(progettoId)}?esito=${esito}` });

export const chiediAction = formAction(conTestiControllati(RinunciaNuova, ['motivazione']), async (attore, input) => {
  await chiediRinuncia(attore, input);
  return tornaA(input, 'chiesta');
});

export const ritiraAction = formAction(RinunciaScelta, async (attore, input) => {
  await annullaRinuncia(attore, input);
  return tornaA(input, 'ritirata');
});

export const confermaAction = formAction(conTestiControllati(RinunciaDaConfermare, ['pianoRecupero']), async (attore, input) => {
  await confermaRinuncia(attore, input);
  return tornaA(input, 'confermata');
});

export const respingiAction = formAction(conTestiControllati(RinunciaDaRespingere, ['nota']), async (attore, input) => {
  await respingiRinuncia(attore, input);
  return tornaA(input, 'respinta');
});

export const revocaAction = formAction(conTestiControllati(Revoca, ['motivazione', 'pianoRecupero']), async (attore, input) => {
  await revocaProgetto(attore, input);
  return tornaA(input, 'revocato');
});

export const concludiAction = formAction(conTestiControllati(Conclusione, ['motivazione']), async (attore, input) => {
  await concludiProgetto(attore, input);
  return tornaA(input, 'concluso');
});

export const riapriAction = formAction(ProgettoCessato, async (attore, input) => {
  await riapriProgetto(attore, input);
  return tornaA(input, 'riaperto');
});
