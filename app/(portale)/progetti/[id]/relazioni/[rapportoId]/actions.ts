'use server';
import { z } from 'zod';
import { confermaEInvia } from '@/lib/attuazione/commands/confermaEInvia';
import { confermaParte } from '@/lib/attuazione/commands/confermaParte';
import { consegnaParte } from '@/lib/attuazione/commands/consegnaParte';
import { presentaRapporto } from '@/lib/attuazione/commands/presentaRapporto';
import { rinviaParte } from '@/lib/attuazione/commands/rinviaParte';
import { ripresentaRapporto } from '@/lib/attuazione/commands/ripresentaRapporto';
import { rispondiChiarimento } from '@/lib/attuazione/commands/rispondiChiarimento';
import { rispondiRilievo } from '@/lib/attuazione/commands/rispondiRilievo';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { salvaSintesi } from '@/lib/attuazione/commands/salvaSintesi';
import { ModuloAvanzamento } from '@/lib/attuazione/modulo';
import { ParteRinviata, ParteScelta, RapportoScelto, RispostaChiarimento, RispostaRilievo, SintesiScritta } from '@/lib/attuazione/schema';
import { formAction } from '@/lib/forms/formAction';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';

/** Ogni modulo porta l'indirizzo della relazione a cui tornare: il progetto serve solo all'indirizzo, i permessi li decide il database. */
const nelProgetto = { progettoId: z.uuid(), rapportoId: z.uuid() };

/** Il salvataggio senza JavaScript: lo stesso comando del salvataggio automatico, poi di nuovo la stessa azione. */
export const salvaAction = formAction(ModuloAvanzamento, async (attore, avanzamento) => {
  const { progettoId } = await salvaAvanzamento(attore, avanzamento);
  return { goTo: routes.rapporto(progettoId, avanzamento.rapportoId, { azione: avanzamento.azioneId, esito: 'salvata' }) };
});

export const salvaSintesiAction = formAction(
  conTestiControllati(SintesiScritta.extend(nelProgetto), ['sintesi']),
  async (attore, { progettoId, ...input }) => {
    await salvaSintesi(attore, input);
    return { goTo: routes.rapporto(progettoId, input.rapportoId, { esito: 'sintesi' }) };
  },
);

export const consegnaAction = formAction(ParteScelta.extend(nelProgetto), async (attore, { progettoId, ...input }) => {
  await consegnaParte(attore, input);
  return { goTo: routes.rapporto(progettoId, input.rapportoId, { esito: 'consegnata' }) };
});

export const rinviaAction = formAction(
  conTestiControllati(ParteRinviata.extend(nelProgetto), ['nota']),
  async (attore, { progettoId, ...input }) => {
    await rinviaParte(attore, input);
    return { goTo: routes.rapporto(progettoId, input.rapportoId, { esito: 'rinviata' }) };
  },
);

export const presentaAction = formAction(RapportoScelto.extend(nelProgetto), async (attore, { progettoId, rapportoId }) => {
  await presentaRapporto(attore, { rapportoId });
  return { goTo: routes.rapporto(progettoId, rapportoId, { esito: 'presentata' }) };
});

export const rispondiAction = formAction(
  conTestiControllati(RispostaChiarimento.extend(nelProgetto), ['risposta']),
  async (attore, { progettoId, rapportoId, ...input }) => {
    await rispondiChiarimento(attore, input);
    return { goTo: routes.rapporto(progettoId, rapportoId, { esito: 'risposta' }) };
  },
);

export const ripresentaAction = formAction(RapportoScelto.extend(nelProgetto), async (attore, { progettoId, rapportoId }) => {
  await ripresentaRapporto(attore, { rapportoId });
  return { goTo: routes.rapporto(progettoId, rapportoId, { esito: 'presentata' }) };
});

export const confermaAction = formAction(RapportoScelto.extend(nelProgetto), async (attore, { progettoId, rapportoId }) => {
  await confermaParte(attore, { rapportoId });
  return { goTo: routes.rapporto(progettoId, rapportoId, { esito: 'confermata' }) };
});

export const confermaEInviaAction = formAction(RapportoScelto.extend(nelProgetto), async (attore, { progettoId, rapportoId }) => {
  await confermaEInvia(attore, { rapportoId });
  return { goTo: routes.rapporto(progettoId, rapportoId, { esito: 'confermataEInviata' }) };
});

export const rispondiRilievoAction = formAction(
  conTestiControllati(RispostaRilievo.extend(nelProgetto), ['risposta']),
  async (attore, { progettoId, ...input }) => {
    await rispondiRilievo(attore, input);
    return { goTo: `${routes.rapporto(progettoId, input.rapportoId, { esito: 'rilievoRisposto' })}#rilievo-${input.rilievoId}` };
  },
);
