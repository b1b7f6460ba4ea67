'use server';
import { avviaProgetto } from '@/lib/convenzione/commands/avviaProgetto';
import { salvaConvenzione } from '@/lib/convenzione/commands/salvaConvenzione';
import { Avvio, DatiConvenzione } from '@/lib/convenzione/schema';
import { formAction } from '@/lib/forms/formAction';
import { routes } from '@/lib/routes';

const conEsito = (progettoId: string, esito: string) => ({ goTo: `${routes.convenzione(progettoId)}?esito=${esito}` });

export const salvaAction = formAction(DatiConvenzione, async (attore, dati) => {
  await salvaConvenzione(attore, dati);
  return conEsito(dati.progettoId, 'salvata');
});

export const avviaAction = formAction(Avvio, async (attore, dati) => {
  await avviaProgetto(attore, dati);
  return conEsito(dati.progettoId, 'avviato');
});
