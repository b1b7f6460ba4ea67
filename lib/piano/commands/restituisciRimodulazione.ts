import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { eventoDi } from '@/lib/istruttoria/commands/_pratica';
import { termineRichiesta } from '@/lib/istruttoria/regole';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import type { RimodulazioneDaRestituire } from '../schema';
import { esigiMomento, trovaRimodulazione } from './_rimodulazione';

/** La Regione restituisce la rimodulazione presentata: le sezioni nominate si riaprono all'ente, che corregge e ripresenta. */
export const restituisciRimodulazione = (attore: Attore, scritto: RimodulazioneDaRestituire): Promise<void> =>
  commandAs(attore, async (tx) => {
    const atto = await trovaRimodulazione(tx, attore, scritto.progettoId);
    const { pratica } = atto;
    if (pratica.chi.ruolo !== 'ISTRUTTORE' && pratica.chi.ruolo !== 'DIRIGENTE')
      throw new DomainError('progetto.ruoloMancante', `Non puoi. Serve il ruolo di ${nomeRuolo('ISTRUTTORE')} della Regione.`);
    esigiMomento('DEPOSITATA', atto);
    const entro = termineRichiesta(scritto.entro, attore.adesso, 1);
    // il database riapre le sezioni che la richiesta nomina (app.riapri_rimodulazione)
    await tx.integrazione.createMany({
      data: [
        {
          regioneId: attore.regioneId,
          progettoId: pratica.id,
          fase: 'RIMODULAZIONE',
          genere: 'INTEGRAZIONE',
          motivo: 'INCOMPLETO',
          sezioni: [...new Set(scritto.sezioni)],
          testo: scritto.testo,
          entro,
        },
      ],
    });
    const fatti = { sezioni: scritto.sezioni.length, entro: scritto.entro };
    return { result: undefined, evento: eventoDi('rimodulazione.restituita', pratica, null, fatti) };
  });
