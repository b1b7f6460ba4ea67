import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { type Congelata, congelaVersione } from '@/lib/versioni/commands/_congela';
import type { DomandaDaPresentare } from '../schema';
import { apriDomanda, cambiaStato, esigiCompleta, esigiRiletta, eventoDiStato, faseAperta, statoCheSegue } from './_atto';

/**
 * Il referente del capofila presenta l'idea o il progetto definitivo: versione congelata, protocollo, sezioni chiuse, un evento. Niente si presenta
 * se manca qualcosa, se un testo sembra contenere dati di una persona e nessuno lo conferma, o se l'orologio del server dice che il termine è passato (app.verifica_progetto).
 */
export const presentaDomanda = (attore: Attore, { progettoId, confermaDati }: DomandaDaPresentare): Promise<Congelata> =>
  commandAs(attore, async (tx) => {
    const aperta = await apriDomanda(tx, attore, progettoId);
    const { domanda } = aperta;
    const a = statoCheSegue('presenta', aperta);
    const fase = faseAperta(domanda);
    esigiCompleta(domanda, fase);
    esigiRiletta(domanda, fase, confermaDati);
    const result = await congelaVersione(tx, attore, { progettoId, fase, genere: 'PRESENTATA' });
    await cambiaStato(tx, domanda, a);
    const { numero, sha256, protocollo } = result;
    return { result, evento: eventoDiStato('progetto.presentato', domanda, a, { fase, versione: numero, sha256, protocollo }) };
  });
