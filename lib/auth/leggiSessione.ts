import 'server-only';
import { cookies } from 'next/headers';
import { cache } from 'react';
import type { Attore } from '@/lib/auth/attore';
import { lettoreDelRuolo } from '@/lib/auth/attore';
import { leggiRigaSessione, type RigaSessione } from '@/lib/db/accesso';
import { cookieDispositivo, cookieSessione, leggiJwt } from './cookieSessione';
import { eSegreto, improntaDi } from './segreti';

/** La sessione della richiesta. `attore` manca se la persona deve ancora scegliere un incarico, o quello scelto non vale più. */
export type Sessione =
  | { stato: 'assente' }
  | { stato: 'chiusa' }
  | { stato: 'scaduta'; quando: Date }
  | { stato: 'viva'; segreto: string; nome: string; cognome: string; nIncarichi: number; attore: Attore | null };

/**
 * Rilegge dal database la sessione del cookie, la persona e l'incarico: una volta per richiesta, a ogni richiesta.
 * Una sessione chiusa o un incarico revocato sono quindi fuori al clic successivo.
 */
export const leggiSessione = cache(async (): Promise<Sessione> => {
  const segreto = await segretoDelCookie();
  if (!segreto) return { stato: 'assente' };
  return sessioneDi(segreto, await leggiRigaSessione(improntaDi(segreto)));
});

/** Il segreto della sessione nel cookie, anche se la sessione non è più viva. */
export const segretoDelCookie = async (): Promise<string | null> => leggiJwt((await cookies()).get(cookieSessione().name)?.value);

/** Il segreto del dispositivo nel cookie. */
export async function dispositivoDelCookie(): Promise<string | null> {
  const valore = (await cookies()).get(cookieDispositivo().name)?.value;
  return eSegreto(valore) ? valore : null;
}

/** Da una riga del database a una sessione. */
export function sessioneDi(segreto: string, riga: RigaSessione): Sessione {
  if (riga.esito === 'SCONOSCIUTA') return { stato: 'assente' };
  if (riga.esito === 'SCADUTA' && riga.termine) return { stato: 'scaduta', quando: riga.termine };
  if (riga.esito !== 'VIVA') return { stato: 'chiusa' };
  return { stato: 'viva', segreto, nome: riga.nome, cognome: riga.cognome, nIncarichi: riga.n_incarichi, attore: attoreDi(riga) };
}

function attoreDi(riga: RigaSessione): Attore | null {
  if (!riga.incarico_id) return null;
  return {
    utenteId: riga.utente_id,
    nome: riga.nome,
    cognome: riga.cognome,
    incaricoId: riga.incarico_id,
    ruolo: riga.ruolo,
    lettore: lettoreDelRuolo(riga.ruolo),
    regioneId: riga.regione_id,
    regioneNome: riga.regione_nome,
    organizzazioneId: riga.organizzazione_id,
    organizzazioneNome: riga.organizzazione_nome,
    adesso: riga.adesso,
    orologioSpostato: riga.orologio_spostato,
    nIncarichi: riga.n_incarichi,
    contesto: riga.contesto,
    firma: riga.firma,
  };
}
