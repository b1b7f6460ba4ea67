'use server';
import { apriTornata } from '@/lib/classificazione/commands/apriTornata';
import { chiudiFoglio } from '@/lib/classificazione/commands/chiudiFoglio';
import { codificaProgetto } from '@/lib/classificazione/commands/codificaProgetto';
import { adottaSchema, creaSchema } from '@/lib/classificazione/commands/creaSchema';
import { confermaConcordi, decidiClassificazione } from '@/lib/classificazione/commands/decidiClassificazione';
import { prendiFoglio } from '@/lib/classificazione/commands/prendiFoglio';
import { CodificaScritta, Decisione, SchemaNuovo, SchemaPronto, TornataNuova, TornataScelta } from '@/lib/classificazione/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

export const adottaAction = formAction(SchemaPronto, async (attore, input) => {
  await adottaSchema(attore, input);
  return { goTo: routes.classificazione({ esito: 'schema' }) };
});

export const creaAction = formAction(SchemaNuovo, async (attore, input) => {
  await creaSchema(attore, input);
  return { goTo: routes.classificazione({ esito: 'schema' }) };
});

export const apriAction = formAction(TornataNuova, async (attore, input) => {
  const { tornataId } = await apriTornata(attore, input);
  return { goTo: routes.tornata(tornataId, { esito: 'tornata' }) };
});

export const prendiAction = formAction(TornataScelta, async (attore, input) => {
  await prendiFoglio(attore, input);
  return { goTo: routes.tornata(input.tornataId, { esito: 'foglio' }) };
});

export const codificaAction = formAction(CodificaScritta, async (attore, input) => {
  await codificaProgetto(attore, input);
  return { goTo: routes.tornata(input.tornataId, { esito: 'codificato' }) };
});

export const chiudiAction = formAction(TornataScelta, async (attore, input) => {
  await chiudiFoglio(attore, input);
  return { goTo: routes.tornata(input.tornataId, { esito: 'chiuso' }) };
});

export const decidiAction = formAction(Decisione, async (attore, input) => {
  await decidiClassificazione(attore, input);
  return { goTo: routes.tornata(input.tornataId, { esito: 'deciso' }) };
});

export const concordiAction = formAction(TornataScelta, async (attore, input) => {
  await confermaConcordi(attore, input);
  return { goTo: routes.tornata(input.tornataId, { esito: 'concordi' }) };
});
