'use server';

import { aggiungiPartner } from '@/lib/domande/commands/aggiungiPartner';
import { confermaPartecipazione } from '@/lib/domande/commands/confermaPartecipazione';
import { impostaPermessi } from '@/lib/domande/commands/impostaPermessi';
import { scegliAmbiti } from '@/lib/domande/commands/scegliAmbiti';
import { togliPartner } from '@/lib/domande/commands/togliPartner';
import { AmbitiScelti, DomandaScelta, PartnerScelto, PermessiScelti } from '@/lib/domande/schema';
import { formAction } from '@/lib/forms/formAction';
import { textValues } from '@/lib/forms/textValues';
import { routes } from '@/lib/routes';

const tornaA = (progettoId: string, esito: string): { goTo: string } => ({ goTo: `${routes.partner(progettoId)}?esito=${esito}` });

export const aggiungiAction = formAction(PartnerScelto, async (attore, input) => {
  await aggiungiPartner(attore, input);
  return tornaA(input.progettoId, 'aggiunto');
});

export const togliAction = formAction(PartnerScelto, async (attore, input) => {
  await togliPartner(attore, input);
  return tornaA(input.progettoId, 'tolto');
});

export const confermaAction = formAction(DomandaScelta, async (attore, input) => {
  await confermaPartecipazione(attore, input);
  return tornaA(input.progettoId, 'confermata');
});

export const ambitiAction = formAction(
  AmbitiScelti,
  async (attore, input) => {
    await scegliAmbiti(attore, input);
    return tornaA(input.progettoId, 'ambiti');
  },
  { leggi: (dati) => ({ progettoId: dati.get('progettoId'), ambiti: dati.getAll('ambito') }) },
);

/** Un campo per sezione: `diritto.<chiave>`. */
const DIRITTO = 'diritto.';

export const permessiAction = formAction(
  PermessiScelti,
  async (attore, input) => {
    await impostaPermessi(attore, input);
    return tornaA(input.progettoId, 'permessi');
  },
  {
    leggi: (dati) => {
      const { progettoId, organizzazioneId, ...resto } = textValues(dati);
      const diritti = Object.entries(resto).filter(([nome]) => nome.startsWith(DIRITTO));
      return { progettoId, organizzazioneId, diritti: Object.fromEntries(diritti.map(([nome, v]) => [nome.slice(DIRITTO.length), v])) };
    },
  },
);
