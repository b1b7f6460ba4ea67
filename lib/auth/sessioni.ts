import 'server-only';
import type { Ruolo } from '@/lib/auth/attore';
import * as accesso from '@/lib/db/accesso';
import { env } from '@/lib/env';
import { improntaDi } from './segreti';

/** Ciò che una persona entrata può fare della sua sessione. `segreto` è quello di requirePersona: fuori da qui gira solo la sua impronta. */

export type Profilo = accesso.RigaIncarico;
export type SessioneAperta = accesso.RigaSessioneAperta;
export type AccountDimostrativo = accesso.AccountDimostrativo;

/** I profili (incarichi attivi) fra cui scegliere. */
export const elencaProfili = (segreto: string): Promise<Profilo[]> => accesso.elencaIncarichi(improntaDi(segreto));

/** Lavora con un proprio incarico attivo: il suo ruolo, o null se non si può. */
export const scegliProfilo = (segreto: string, incaricoId: string): Promise<Ruolo | null> =>
  accesso.scegliIncarico(improntaDi(segreto), incaricoId);

/** Le sessioni aperte, prima quella che si sta usando. */
export const elencaSessioni = (segreto: string): Promise<SessioneAperta[]> => accesso.elencaSessioni(improntaDi(segreto));

/** Chiude una delle proprie sessioni. @returns quante ne ha chiuse: 0 se era altrui o già chiusa */
export const chiudiSessione = (segreto: string, sessioneId: string): Promise<number> =>
  accesso.chiudiSessioni(improntaDi(segreto), sessioneId);

/** Chiude tutte le proprie sessioni, compresa questa. @returns quante ne ha chiuse */
export const chiudiOgniSessione = (segreto: string): Promise<number> => accesso.chiudiSessioni(improntaDi(segreto), null);

/** Gli account dimostrativi, una riga per incarico; nessuno fuori dalla dimostrazione. */
export const accountDimostrativi = async (): Promise<AccountDimostrativo[]> =>
  env().CANTIERE_DEMO ? accesso.elencaAccountDimostrativi() : [];
