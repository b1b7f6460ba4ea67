'use server';

import { improntaDi, nuovoSegreto } from '@/lib/auth/segreti';
import { accogliCandidatura } from '@/lib/avvisi/commands/accogliCandidatura';
import { decidiCandidatura } from '@/lib/avvisi/commands/decidiCandidatura';
import { valutaCandidatura } from '@/lib/avvisi/commands/valutaCandidatura';
import { CandidaturaScelta, ModuloDecisione, ModuloValutazione } from '@/lib/avvisi/schema';
import { formAction } from '@/lib/forms/formAction';
import { indirizzoIntero, postaInPagina } from '@/lib/posta/dimostrazione';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';

export const valutaAction = formAction(conTestiControllati(ModuloValutazione, ['nota']), async (attore, { progettoId, ...valutazione }) => {
  await valutaCandidatura(attore, valutazione);
  return { goTo: routes.candidatura(progettoId, valutazione.candidaturaId) };
});

export const decidiAction = formAction(conTestiControllati(ModuloDecisione, ['motivo']), async (attore, { progettoId, ...decisione }) => {
  await decidiCandidatura(attore, decisione);
  return { goTo: routes.candidatura(progettoId, decisione.candidaturaId) };
});

/** Il segreto dell'invito nasce qui e va solo nel messaggio; in dimostrazione, senza posta, anche nell'indirizzo a cui si torna. */
export const accogliAction = formAction(CandidaturaScelta, async (attore, { progettoId, candidaturaId }) => {
  const segreto = nuovoSegreto();
  const collegamento = indirizzoIntero(routes.invito(segreto));
  await accogliCandidatura(attore, { candidaturaId, impronta: improntaDi(segreto), collegamento });
  const pagina = routes.candidatura(progettoId, candidaturaId);
  return { goTo: postaInPagina() ? `${pagina}?dimostrazione=${segreto}` : pagina };
});
