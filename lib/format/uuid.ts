import { z } from 'zod';

/** L'identificativo di una riga, come arriva in un indirizzo o in un modulo. Costruito una volta: farlo a ogni richiesta costa più che usarlo. */
export const Uuid = z.uuid();
