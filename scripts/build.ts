import { ascoltaSegnali, chiudi } from './chiusura';
import { costruisci } from './costruzione';

/** `npm run build`: always builds anew. */
export async function esegui(): Promise<number> {
  ascoltaSegnali(130);
  try {
    await costruisci(true);
    return 0;
  } finally {
    await chiudi();
  }
}
