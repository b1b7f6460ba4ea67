import { piuGiorni } from '@/lib/attuazione/rules';
import { finestra6Mesi } from '@/lib/indicatori/regole';

/** Gli esiti dopo l'uscita: quando si osservano, quando diventano cose da fare. Pure; date AAAA-MM-GG. */

/** I giorni in cui l'esito si può osservare, compresi (domain 0.1): fuori si conserva, ma non conta. */
export const finestre = (uscita: string) => ({
  quattroSettimane: { dal: uscita, al: piuGiorni(uscita, 28) },
  seiMesi: finestra6Mesi(uscita),
});
type Finestra = { dal: string; al: string };
export const dentro = (giorno: string, { dal, al }: Finestra): boolean => giorno >= dal && giorno <= al;

/** Dopo quanti giorni dall'uscita un esito diventa da rilevare, e dopo quanti è in ritardo. */
export const ATTESE_ESITI = { quattroSettimane: { da: 21, ritardo: 28 }, seiMesi: { da: 170, ritardo: 210 } } as const;
export type StatoEsito = 'RILEVATO' | 'FUORI_FINESTRA' | 'PRESTO' | 'DA_RILEVARE' | 'IN_RITARDO';

/** A che punto è un esito. @param rilevato il giorno dell'osservazione, se c'è */
export function statoEsito(quale: keyof typeof ATTESE_ESITI, uscita: string, rilevato: string | null, oggi: string): StatoEsito {
  if (rilevato) return dentro(rilevato, finestre(uscita)[quale]) ? 'RILEVATO' : 'FUORI_FINESTRA';
  const { da, ritardo } = ATTESE_ESITI[quale];
  if (oggi < piuGiorni(uscita, da)) return 'PRESTO';
  return oggi > piuGiorni(uscita, ritardo) ? 'IN_RITARDO' : 'DA_RILEVARE';
}
