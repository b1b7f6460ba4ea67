'use server';
import { formAction } from '@/lib/forms/formAction';
import { assegnaIstruttoria } from '@/lib/istruttoria/commands/assegnaIstruttoria';
import { chiediIntegrazioni } from '@/lib/istruttoria/commands/chiediIntegrazioni';
import { chiudiIntegrazioni } from '@/lib/istruttoria/commands/chiudiIntegrazioni';
import { dichiaraAmmissibile } from '@/lib/istruttoria/commands/dichiaraAmmissibile';
import { dichiaraInammissibile } from '@/lib/istruttoria/commands/dichiaraInammissibile';
import { inviaPreavviso } from '@/lib/istruttoria/commands/inviaPreavviso';
import { salvaVerifiche } from '@/lib/istruttoria/commands/salvaVerifiche';
import { Assegnazione, Inammissibile, Preavviso, ProgettoScelto, RichiestaIntegrazioni, VerificheScritte } from '@/lib/istruttoria/schema';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';

export const assegnaAction = formAction(Assegnazione, async (attore, input) => {
  await assegnaIstruttoria(attore, input);
  return { goTo: routes.istruttoria(input.progettoId, { esito: 'assegnata' }) };
});

export const salvaVerificheAction = formAction(conTestiControllati(VerificheScritte, [/^nota\./]), async (attore, input) => {
  await salvaVerifiche(attore, input);
  return { goTo: routes.istruttoria(input.progettoId, { esito: 'verifiche' }) };
});

export const chiediIntegrazioniAction = formAction(conTestiControllati(RichiestaIntegrazioni, ['testo']), async (attore, input) => {
  await chiediIntegrazioni(attore, input);
  return { goTo: routes.istruttoria(input.progettoId, { esito: 'integrazioni' }) };
});

export const chiudiIntegrazioniAction = formAction(ProgettoScelto, async (attore, input) => {
  await chiudiIntegrazioni(attore, input);
  return { goTo: routes.istruttoria(input.progettoId, { esito: 'integrazioniChiuse' }) };
});

export const inviaPreavvisoAction = formAction(conTestiControllati(Preavviso, ['testo']), async (attore, input) => {
  await inviaPreavviso(attore, input);
  return { goTo: routes.istruttoria(input.progettoId, { esito: 'preavviso' }) };
});

export const dichiaraAmmissibileAction = formAction(ProgettoScelto, async (attore, input) => {
  await dichiaraAmmissibile(attore, input);
  return { goTo: routes.istruttoria(input.progettoId, { esito: 'ammissibile' }) };
});

export const dichiaraInammissibileAction = formAction(conTestiControllati(Inammissibile, ['motivazione']), async (attore, input) => {
  await dichiaraInammissibile(attore, input);
  return { goTo: routes.istruttoria(input.progettoId, { esito: 'inammissibile' }) };
});
