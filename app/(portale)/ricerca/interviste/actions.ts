'use server';
import { formAction } from '@/lib/forms/formAction';
import { codificaEstratto, decidiCodici } from '@/lib/interviste/commands/codificaEstratto';
import { dichiaraEstratto } from '@/lib/interviste/commands/dichiaraEstratto';
import { correggiIntervista, registraIntervista } from '@/lib/interviste/commands/registraIntervista';
import { rilasciaEstratto, ritiraEstratto } from '@/lib/interviste/commands/rilasciaEstratto';
import { cancellaEstratto, correggiEstratto, scriviEstratto } from '@/lib/interviste/commands/scriviEstratto';
import {
  CodiciDecisi,
  CodificaScritta,
  Dichiarazione,
  EstrattoCorretto,
  EstrattoNuovo,
  EstrattoScelto,
  EstrattoVisto,
  IntervistaCorretta,
  IntervistaNuova,
} from '@/lib/interviste/schema';
import { routes } from '@/lib/routes';

export const registraAction = formAction(IntervistaNuova, async (attore, input) => {
  const { intervistaId } = await registraIntervista(attore, input);
  return { goTo: routes.intervista(intervistaId, { esito: 'intervista' }) };
});

export const correggiIntervistaAction = formAction(IntervistaCorretta, async (attore, input) => {
  await correggiIntervista(attore, input);
  return { goTo: routes.intervista(input.intervistaId, { esito: 'corretta' }) };
});

export const scriviAction = formAction(EstrattoNuovo, async (attore, input) => {
  const { estrattoId } = await scriviEstratto(attore, input);
  return { goTo: routes.estratto(estrattoId, { esito: 'estratto' }) };
});

export const correggiAction = formAction(EstrattoCorretto, async (attore, input) => {
  await correggiEstratto(attore, input);
  return { goTo: routes.estratto(input.estrattoId, { esito: 'testo' }) };
});

export const cancellaAction = formAction(EstrattoScelto, async (attore, input) => {
  const { intervistaId } = await cancellaEstratto(attore, input);
  return { goTo: routes.intervista(intervistaId, { esito: 'tolto' }) };
});

export const dichiaraAction = formAction(Dichiarazione, async (attore, input) => {
  await dichiaraEstratto(attore, input);
  return { goTo: routes.estratto(input.estrattoId, { esito: 'dichiarato' }) };
});

export const codificaAction = formAction(CodificaScritta, async (attore, input) => {
  await codificaEstratto(attore, input);
  return { goTo: routes.estratto(input.estrattoId, { esito: 'codificato' }) };
});

export const decidiAction = formAction(CodiciDecisi, async (attore, input) => {
  await decidiCodici(attore, input);
  return { goTo: routes.estratto(input.estrattoId, { esito: 'deciso' }) };
});

export const rilasciaAction = formAction(EstrattoVisto, async (attore, input) => {
  await rilasciaEstratto(attore, input);
  return { goTo: routes.estratto(input.estrattoId, { esito: 'rilasciato' }) };
});

export const ritiraAction = formAction(EstrattoScelto, async (attore, input) => {
  await ritiraEstratto(attore, input);
  return { goTo: routes.estratto(input.estrattoId, { esito: 'ritirato' }) };
});
