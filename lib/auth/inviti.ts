import { type Invito, leggiInvito, usaInvito } from '@/lib/db/accesso';
import { creaHash } from './password';
import { eSegreto, improntaDi, nuovoSegreto } from './segreti';

/** L'invito di un segreto, se vale ancora. */
export const invitoDi = async (segreto: string): Promise<Invito | null> => (eSegreto(segreto) ? leggiInvito(improntaDi(segreto)) : null);

/** Apre l'account di un invito. @returns falso se l'invito non vale più */
export const apriAccount = async (segreto: string, nuovo: { nome: string; cognome: string; password: string }): Promise<boolean> =>
  eSegreto(segreto) && usaInvito(improntaDi(segreto), { nome: nuovo.nome, cognome: nuovo.cognome, hash: await creaHash(nuovo.password) });

/** Chi ha già un account ci aggiunge il profilo della nuova organizzazione: nome e password restano i suoi, e quelli passati qui non contano. */
export const aggiungiProfilo = async (segreto: string): Promise<boolean> =>
  eSegreto(segreto) && usaInvito(improntaDi(segreto), { nome: '-', cognome: '-', hash: await creaHash(nuovoSegreto()) });
