'use server';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '@/lib/errors/domainError';
import { formAction } from '@/lib/forms/formAction';
import { accogliModifica } from '@/lib/modifiche/commands/accogliModifica';
import { annullaModifica } from '@/lib/modifiche/commands/annullaModifica';
import { apriModifica } from '@/lib/modifiche/commands/apriModifica';
import { prendiInCaricoModifica } from '@/lib/modifiche/commands/prendiInCaricoModifica';
import { presentaModifica } from '@/lib/modifiche/commands/presentaModifica';
import { respingiModifica } from '@/lib/modifiche/commands/respingiModifica';
import { salvaModifica } from '@/lib/modifiche/commands/salvaModifica';
import { leggiModifica } from '@/lib/modifiche/queriesModifica';
import {
  ModificaDaAccogliere,
  ModificaDaAprire,
  ModificaDaPresentare,
  ModificaDaRespingere,
  ModificaDaSalvare,
  ModificaScelta,
} from '@/lib/modifiche/schema';
import { bozzaDi } from '@/lib/moduloModifica/bozza';
import { cambiamenti } from '@/lib/moduloModifica/cambiamenti';
import { nomiModifica } from '@/lib/moduloModifica/contesto';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';

type Scelta = { progettoId: string; richiestaId: string };
const tornaA = ({ progettoId, richiestaId }: Scelta, esito: string) => ({
  goTo: `${routes.modifica(progettoId, richiestaId)}?esito=${esito}`,
});

export const apriAction = formAction(ModificaDaAprire, async (attore, input) => {
  const { richiestaId } = await apriModifica(attore, input);
  return tornaA({ ...input, richiestaId }, 'aperta');
});

/** I campi dell'ambito hanno nomi che dipendono dal piano: li legge lib/moduloModifica. */
const ModuloModifica = z.looseObject({
  ...ModificaDaSalvare.omit({ operazioni: true }).shape,
  versione: z.coerce.number().int().nonnegative(),
});

export const salvaAction = formAction(ModuloModifica, async (attore, input) => {
  const { progettoId, richiestaId, rev, motivazione, versione } = input;
  const modifica = await leggiModifica(attore, progettoId, richiestaId);
  if (!modifica) throw new DomainError('modifica.nonTrovata', 'Questa richiesta non esiste o non puoi vederla.');
  if ((modifica.numeroInVigore ?? 0) !== versione)
    throw new DomainError(
      'modifica.pianoCambiato',
      'Intanto il piano in vigore è cambiato. Copia ciò che hai scritto, ricarica la pagina e riscrivilo accanto ai valori nuovi.',
    );
  const { richiesta, inVigore, attuazione } = modifica;
  const { scritto } = bozzaDi(inVigore, richiesta.operazioni);
  const contesto = {
    base: inVigore,
    scritto,
    enti: modifica.enti,
    nuovoId: randomUUID(),
    attuazione,
    versione,
    nomi: nomiModifica(modifica),
  };
  const { operazioni, errori } = cambiamenti(richiesta.dominio, contesto, input as Record<string, string>);
  const [sbagliato] = Object.entries(errori);
  if (sbagliato) throw new DomainError('modifica.nonValida', sbagliato[1], sbagliato[0]);
  await salvaModifica(attore, { progettoId, richiestaId, rev, motivazione, operazioni });
  return tornaA(input, 'salvata');
});

export const presentaAction = formAction(ModificaDaPresentare, async (attore, input) => {
  const { stato } = await presentaModifica(attore, input);
  return tornaA(input, stato === 'REGISTRATA' ? 'registrata' : 'presentata');
});

export const annullaAction = formAction(ModificaScelta, async (attore, input) => {
  await annullaModifica(attore, input);
  return tornaA(input, 'annullata');
});

export const prendiInCaricoAction = formAction(ModificaScelta, async (attore, input) => {
  await prendiInCaricoModifica(attore, input);
  return tornaA(input, 'presa');
});

export const accogliAction = formAction(conTestiControllati(ModificaDaAccogliere, ['nota']), async (attore, input) => {
  const { stato, versione } = await accogliModifica(attore, input);
  return tornaA(input, versione === null ? 'accoltaLibera' : stato === 'ACCOLTA' ? 'accolta' : 'accoltaInParte');
});

export const respingiAction = formAction(conTestiControllati(ModificaDaRespingere, ['nota']), async (attore, input) => {
  await respingiModifica(attore, input);
  return tornaA(input, 'respinta');
});
