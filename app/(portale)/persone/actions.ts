'use server';
import { z } from 'zod';
import { formAction } from '@/lib/forms/formAction';
import { aggiungiPartecipazione } from '@/lib/persone/commands/aggiungiPartecipazione';
import { correggiIdentita } from '@/lib/persone/commands/correggiIdentita';
import { correggiPartecipazione } from '@/lib/persone/commands/correggiPartecipazione';
import { correggiUscita } from '@/lib/persone/commands/correggiUscita';
import { registraEsitoQuattroSettimane, registraEsitoSeiMesi } from '@/lib/persone/commands/registraEsiti';
import { registraPersona } from '@/lib/persone/commands/registraPersona';
import { registraRientro } from '@/lib/persone/commands/registraRientro';
import { registraUscita } from '@/lib/persone/commands/registraUscita';
import { scriviFrequenze } from '@/lib/persone/commands/scriviFrequenze';
import { apriNucleo, togliNucleo } from '@/lib/persone/commands/scriviNucleo';
import { togliPartecipante } from '@/lib/persone/commands/togliPartecipante';
import { unisciPersone } from '@/lib/persone/commands/unisciPersone';
import { scriviTrovate } from '@/lib/persone/filtri';
import { cercaPersone } from '@/lib/persone/queries';
import {
  CodiceNucleo,
  EsitoQuattroSettimane,
  EsitoSeiMesi,
  FrequenzeScritte,
  IdentitaDaCorreggere,
  NucleoScelto,
  NuovaPartecipazione,
  PartecipanteScelto,
  PartecipazioneDaCorreggere,
  PersonaScritta,
  PersoneDaUnire,
  RientroScritto,
  UscitaDaCorreggere,
  UscitaScritta,
} from '@/lib/persone/schema';
import { routes } from '@/lib/routes';

const allaScheda = (personaId: string, esito: string) => ({ goTo: routes.persona(personaId, { esito }) });

/** Con «altra» si torna al modulo vuoto dello stesso progetto, con le stesse azioni e la stessa data. */
export const registraAction = formAction(
  z.intersection(PersonaScritta, z.object({ poi: z.enum(['altra', 'scheda']).catch('altra') })),
  async (attore, input) => {
    const { personaId } = await registraPersona(attore, input);
    if (input.poi === 'scheda') return allaScheda(personaId, 'registrata');
    const azioni = input.azioni.map(({ azioneId }) => azioneId).join('.');
    return { goTo: routes.nuovaPersona({ progetto: input.progettoId, azioni, ingresso: input.ingresso, salvata: personaId }) };
  },
);

/** Chi si cerca non finisce nell'indirizzo: ci finiscono solo gli identificativi trovati. */
export const cercaAction = formAction(
  z.object({ cerca: z.string().trim().min(2, 'Scrivi almeno due lettere.').max(200, 'Scrivi meno parole.') }),
  async (attore, { cerca }) => {
    const trovate = attore.lettore === 'app_ente' ? await cercaPersone(attore, cerca) : [];
    return { goTo: trovate.length === 1 && trovate[0] ? routes.persona(trovate[0]) : routes.persone({ trovate: scriviTrovate(trovate) }) };
  },
);

export const aggiungiAction = formAction(NuovaPartecipazione, async (attore, input) => {
  await aggiungiPartecipazione(attore, input);
  return allaScheda(input.personaId, 'registrata');
});

export const correggiIdentitaAction = formAction(IdentitaDaCorreggere, async (attore, input) => {
  await correggiIdentita(attore, input);
  return allaScheda(input.personaId, 'corretta');
});

export const correggiPartecipazioneAction = formAction(PartecipazioneDaCorreggere, async (attore, input) =>
  allaScheda((await correggiPartecipazione(attore, input)).personaId, 'corretta'),
);

export const frequenzeAction = formAction(FrequenzeScritte, async (attore, input) =>
  allaScheda((await scriviFrequenze(attore, input)).personaId, 'corretta'),
);

export const uscitaAction = formAction(UscitaScritta, async (attore, input) =>
  allaScheda((await registraUscita(attore, input)).personaId, 'uscita'),
);

export const correggiUscitaAction = formAction(UscitaDaCorreggere, async (attore, input) =>
  allaScheda((await correggiUscita(attore, input)).personaId, 'corretta'),
);

export const rientroAction = formAction(RientroScritto, async (attore, input) =>
  allaScheda((await registraRientro(attore, input)).personaId, 'rientro'),
);

export const quattroSettimaneAction = formAction(EsitoQuattroSettimane, async (attore, input) => {
  const { personaId, valido } = await registraEsitoQuattroSettimane(attore, input);
  return allaScheda(personaId, valido ? 'esito' : 'fuori');
});

export const seiMesiAction = formAction(EsitoSeiMesi, async (attore, input) => {
  const { personaId, valido } = await registraEsitoSeiMesi(attore, input);
  return allaScheda(personaId, valido ? 'esito' : 'fuori');
});

export const togliAction = formAction(PartecipanteScelto, async (attore, input) =>
  allaScheda((await togliPartecipante(attore, input)).personaId, 'tolta'),
);

export const unisciAction = formAction(PersoneDaUnire, async (attore, input) =>
  allaScheda((await unisciPersone(attore, input)).personaId, 'unita'),
);

export const apriNucleoAction = formAction(CodiceNucleo, async (attore, input) => {
  await apriNucleo(attore, input);
  return { goTo: `${routes.nuclei()}?esito=aperto` };
});

export const togliNucleoAction = formAction(NucleoScelto, async (attore, input) => {
  await togliNucleo(attore, input);
  return { goTo: `${routes.nuclei()}?esito=tolto` };
});
