import { Prisma } from './generated/client';

/** Un pezzo di SQL con i suoi parametri, da mettere dentro un `$queryRaw`: per le parti che non tutti i lettori possono chiedere. Mai testo concatenato. */
export const frammento = Prisma.sql;
