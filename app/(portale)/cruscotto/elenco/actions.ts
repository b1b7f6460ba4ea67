'use server';
import { assegnaRelazioni } from '@/lib/cruscotto/commands/assegnaRelazioni';
import { eliminaVista } from '@/lib/cruscotto/commands/eliminaVista';
import { rinominaVista } from '@/lib/cruscotto/commands/rinominaVista';
import { salvaVista } from '@/lib/cruscotto/commands/salvaVista';
import { sollecita } from '@/lib/cruscotto/commands/sollecita';
import {
  leggiScelte,
  NuovaVista,
  ProgettiScelti,
  RelazioniDaAssegnare,
  soloCondizioni,
  VistaRinominata,
  VistaScelta,
} from '@/lib/cruscotto/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

/** Lo stesso elenco, con scritto in cima che cosa è successo. */
const torna = (domanda: string, esito: Record<string, string | number>): string =>
  routes.cruscottoElenco({ ...soloCondizioni(Object.fromEntries(new URLSearchParams(domanda))), ...esito });

export const sollecitaAction = formAction(
  ProgettiScelti,
  async (attore, input) => {
    const { persone, progetti, saltati } = await sollecita(attore, input);
    return { goTo: torna(input.torna, { esito: 'sollecitati', n: persone, progetti, saltati }) };
  },
  { leggi: leggiScelte },
);

export const assegnaAction = formAction(
  RelazioniDaAssegnare,
  async (attore, input) => ({ goTo: torna(input.torna, { esito: 'assegnate', n: await assegnaRelazioni(attore, input) }) }),
  { leggi: leggiScelte },
);

export const salvaVistaAction = formAction(NuovaVista, async (attore, input) => {
  await salvaVista(attore, input);
  return { goTo: torna(input.filtri, { esito: 'vistaSalvata' }) };
});

export const rinominaVistaAction = formAction(VistaRinominata, async (attore, input) => {
  await rinominaVista(attore, input);
  return { goTo: torna(input.torna, { esito: 'vistaRinominata' }) };
});

export const eliminaVistaAction = formAction(VistaScelta, async (attore, input) => {
  await eliminaVista(attore, input);
  return { goTo: torna(input.torna, { esito: 'vistaEliminata' }) };
});
