'use server';
import { pubblicaBando } from '@/lib/bandi/commands/pubblicaBando';
import { AttuazioneBando, conAttuazione } from '@/lib/bandi/datiAttuazione';
import { conDati, conSoglia, DatiBando, ImportiBando, SogliaBando } from '@/lib/bandi/datiBando';
import { PARTE_DI, VoceDaSpostare, VoceScelta, VoceScritta } from '@/lib/bandi/moduloVoce';
import { Pubblicazione } from '@/lib/bandi/schema';
import { identitaDi, leggiVoce, mettiVoce, spostaVoce, togliVoce, vociIn } from '@/lib/bandi/voci';
import { DomainError } from '@/lib/errors/domainError';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';
import { cambiaBozza } from './bozza';

export const salvaDatiAction = formAction(DatiBando, async (attore, dati) => {
  await cambiaBozza(attore, dati, (c) => conDati(c, dati));
  return { goTo: routes.bando(dati.bandoId, { esito: 'salvato' }) };
});

export const salvaImportiAction = formAction(ImportiBando, async (attore, dati) => {
  await cambiaBozza(attore, dati, (c) => ({ ...c, importiPerAmbito: dati.importi }));
  return { goTo: routes.bando(dati.bandoId, { parte: 'importi', esito: 'salvato' }) };
});

export const salvaSogliaAction = formAction(SogliaBando, async (attore, dati) => {
  await cambiaBozza(attore, dati, (c) => conSoglia(c, dati));
  return { goTo: routes.bando(dati.bandoId, { parte: 'griglia', esito: 'salvato' }) };
});

export const salvaAttuazioneAction = formAction(AttuazioneBando, async (attore, dati) => {
  await cambiaBozza(attore, dati, (c) => conAttuazione(c, dati));
  return { goTo: routes.bando(dati.bandoId, { parte: 'attuazione', esito: 'salvato' }) };
});

export const salvaVoceAction = formAction(VoceScritta, async (attore, { elenco, sezione, identita, valori, ...bozza }) => {
  let nuova = identita;
  await cambiaBozza(attore, bozza, (c) => {
    const prima = vociIn(c, { elenco, sezione }).find((v) => identitaDi(elenco, v) === identita) ?? null;
    const letta = leggiVoce(elenco, valori, prima);
    if (!letta.ok) throw new DomainError('bando.voceNonValida', 'Questa voce non si può salvare così: ricarica la pagina e riprova.');
    nuova = identitaDi(elenco, letta.voce);
    return mettiVoce(c, { elenco, sezione }, letta.voce, identita || null);
  });
  const dentro = elenco === 'sezioni' ? nuova : elenco === 'campi' ? sezione : undefined;
  return { goTo: routes.bando(bozza.bandoId, { parte: PARTE_DI[elenco], sezione: dentro, esito: 'salvato' }) };
});

export const spostaVoceAction = formAction(VoceDaSpostare, async (attore, { elenco, sezione, identita, verso, ...bozza }) => {
  await cambiaBozza(attore, bozza, (c) => spostaVoce(c, { elenco, sezione }, identita, verso === 'su' ? -1 : 1));
  const dentro = elenco === 'campi' ? sezione : undefined;
  return { goTo: routes.bando(bozza.bandoId, { parte: PARTE_DI[elenco], sezione: dentro, esito: 'spostata' }) };
});

export const togliVoceAction = formAction(VoceScelta, async (attore, { elenco, sezione, identita, ...bozza }) => {
  await cambiaBozza(attore, bozza, (c) => togliVoce(c, { elenco, sezione }, identita));
  const dentro = elenco === 'campi' ? sezione : undefined;
  return { goTo: routes.bando(bozza.bandoId, { parte: PARTE_DI[elenco], sezione: dentro, esito: 'tolta' }) };
});

export const pubblicaAction = formAction(Pubblicazione, async (attore, input) => {
  await pubblicaBando(attore, input);
  return { goTo: routes.bando(input.bandoId, { parte: 'pubblicazione', esito: 'pubblicato' }) };
});
