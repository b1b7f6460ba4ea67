import { esportaIndicatoriProgramma } from '@/lib/indicatori/commands/esportaIndicatori';
import { DomandaProgramma } from '@/lib/indicatori/schema';
import { routes } from '@/lib/routes';
import { scarica } from './risposta';

/** Scarica gli indicatori di un programma. POST, perché lascia una riga nel registro. */
export const POST = (richiesta: Request): Promise<Response> =>
  scarica(richiesta, routes.indicatori(), (attore, campi, formato) =>
    esportaIndicatoriProgramma(attore, DomandaProgramma.parse(campi), formato),
  );
