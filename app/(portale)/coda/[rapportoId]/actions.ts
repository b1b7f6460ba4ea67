'use server';
import { approvaConRilievi } from '@/lib/attuazione/commands/approvaConRilievi';
import { approvaRapporto } from '@/lib/attuazione/commands/approvaRapporto';
import { chiediChiarimento } from '@/lib/attuazione/commands/chiediChiarimento';
import { chiudiChiarimento } from '@/lib/attuazione/commands/chiudiChiarimento';
import { chiudiRilievo } from '@/lib/attuazione/commands/chiudiRilievo';
import { prendiInCarico } from '@/lib/attuazione/commands/prendiInCarico';
import { respingiRapporto } from '@/lib/attuazione/commands/respingiRapporto';
import { riapriInParte } from '@/lib/attuazione/commands/riapriInParte';
import { riapriRapporto } from '@/lib/attuazione/commands/riapriRapporto';
import { richiediRilievo } from '@/lib/attuazione/commands/richiediRilievo';
import { ritiraChiarimento } from '@/lib/attuazione/commands/ritiraChiarimento';
import { ModuloRilievi } from '@/lib/attuazione/moduloRilievi';
import {
  ChiarimentoScelto,
  DecisioneConNota,
  DomandaChiarimento,
  RapportoScelto,
  RiaperturaInParte,
  RilievoScelto,
} from '@/lib/attuazione/schema';
import { formAction } from '@/lib/forms/formAction';
import { textValues } from '@/lib/forms/textValues';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';

export const prendiInCaricoAction = formAction(RapportoScelto, async (attore, input) => {
  await prendiInCarico(attore, input);
  return { goTo: routes.verifica(input.rapportoId, { esito: 'presaInCarico' }) };
});

export const chiediAction = formAction(conTestiControllati(DomandaChiarimento, ['domanda']), async (attore, input) => {
  await chiediChiarimento(attore, input);
  return { goTo: routes.verifica(input.rapportoId, { esito: 'chiarimentoChiesto' }) };
});

export const chiudiAction = formAction(ChiarimentoScelto.extend(RapportoScelto.shape), async (attore, { rapportoId, chiarimentoId }) => {
  await chiudiChiarimento(attore, { chiarimentoId });
  return { goTo: routes.verifica(rapportoId, { esito: 'chiarimentoChiuso' }) };
});

export const approvaAction = formAction(RapportoScelto, async (attore, input) => {
  await approvaRapporto(attore, input);
  return { goTo: routes.verifica(input.rapportoId, { esito: 'approvata' }) };
});

export const approvaConRilieviAction = formAction(
  conTestiControllati(ModuloRilievi, ['nota', /^rilievo\.\d+\.testo$/]),
  async (attore, input) => {
    await approvaConRilievi(attore, input);
    return { goTo: routes.verifica(input.rapportoId, { esito: 'approvataConRilievi' }) };
  },
);

export const respingiAction = formAction(conTestiControllati(DecisioneConNota, ['nota']), async (attore, input) => {
  await respingiRapporto(attore, input);
  return { goTo: routes.verifica(input.rapportoId, { esito: 'respinta' }) };
});

export const riapriAction = formAction(conTestiControllati(DecisioneConNota, ['nota']), async (attore, input) => {
  await riapriRapporto(attore, input);
  return { goTo: routes.verifica(input.rapportoId, { esito: 'riaperta' }) };
});

/** Le azioni da riaprire sono caselle: `azione.<id>`. */
const leggiRiapertura = (modulo: FormData) => ({
  ...textValues(modulo),
  azioni: [...modulo.keys()].filter((nome) => nome.startsWith('azione.')).map((nome) => nome.slice('azione.'.length)),
});

export const riapriInParteAction = formAction(
  conTestiControllati(RiaperturaInParte, ['domanda']),
  async (attore, input) => {
    await riapriInParte(attore, input);
    return { goTo: routes.verifica(input.rapportoId, { esito: 'riapertaInParte' }) };
  },
  { leggi: leggiRiapertura },
);

export const ritiraAction = formAction(ChiarimentoScelto.extend(RapportoScelto.shape), async (attore, { rapportoId, chiarimentoId }) => {
  await ritiraChiarimento(attore, { chiarimentoId });
  return { goTo: routes.verifica(rapportoId, { esito: 'chiarimentoRitirato' }) };
});

export const chiudiRilievoAction = formAction(RilievoScelto, async (attore, { rapportoId, rilievoId }) => {
  await chiudiRilievo(attore, { rilievoId });
  return { goTo: routes.verifica(rapportoId, { esito: 'rilievoChiuso' }) };
});

export const richiediRilievoAction = formAction(RilievoScelto, async (attore, { rapportoId, rilievoId }) => {
  await richiediRilievo(attore, { rilievoId });
  return { goTo: routes.verifica(rapportoId, { esito: 'rilievoRichiesto' }) };
});
