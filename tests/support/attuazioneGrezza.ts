import type { Attore, Ruolo } from '@/lib/auth/attore';
import { type Regione, unaRegione, unEnte, unUtente } from './builders';
import { type Progetto, unProgetto } from './buildersProgetto';
import { sqlCome } from './sqlGrezzo';
import { superutente } from './superutente';

/** Un progetto avviato di due enti, con assegnati 1.000,00 €, e chi vi potrebbe (o non vi potrebbe) agire con SQL a mano. */
export type Persone = Record<'capofila' | 'operatore' | 'partner' | 'istruttore' | 'dirigente' | 'ricercatore' | 'altrove', Attore>;

export async function unaScenaAttuazione(): Promise<{ progetto: Progetto; regione: Regione; chi: Persone }> {
  const regione = await unaRegione();
  const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
  const progetto = await unProgetto({ capofila, partner: [partner] });
  await superutente.query('update progetto set importo_assegnato_cents = 100000 where id = $1', [progetto.id]);
  const persona = async (ruolo: Ruolo, organizzazioneId?: string) => (await unUtente({ regione, ruolo, organizzazioneId })).attore();
  const chi = {
    capofila: await capofila.attore(),
    partner: await partner.attore(),
    operatore: await persona('OPERATORE', capofila.id),
    istruttore: await persona('ISTRUTTORE'),
    dirigente: await persona('DIRIGENTE'),
    ricercatore: await persona('RICERCATORE'),
    altrove: await (await unUtente({ regione: await unaRegione(), ruolo: 'DIRIGENTE' })).attore(),
  };
  return { progetto, regione, chi };
}

/** Cambia a mano le colonne di una riga. */
export const scrivi = (persona: Attore, tabella: string, id: string, che: string) =>
  sqlCome(persona, `update ${tabella} set ${che} where id = $1`, [id]);
