import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { eventoDi } from '@/lib/istruttoria/commands/_pratica';
import { esigiConferma } from '@/lib/privacy/confermaDati';
import { type Congelata, congelaVersione } from '@/lib/versioni/commands/_congela';
import { ostacoli, pianoScritto } from '../rimodulazione';
import type { RimodulazioneDaDepositare } from '../schema';
import { azioniDaRileggere } from '../testi';
import { esigiMomento, esigiReferente, trovaRimodulazione } from './_rimodulazione';

/**
 * Il capofila presenta il piano ridotto: una versione congelata che la Regione legge. Le sezioni si chiudono da sé.
 * Errori: rimodulazione.incompleta se manca qualcosa, non torna o supera il concesso; privacy.datiPersonali se un'azione sembra contenerne e nessuno conferma.
 */
export const depositaRimodulazione = (
  attore: Attore,
  { progettoId, risposta, confermaDati }: RimodulazioneDaDepositare,
): Promise<Congelata> =>
  commandAs(attore, async (tx) => {
    const atto = await trovaRimodulazione(tx, attore, progettoId);
    esigiReferente(atto);
    esigiMomento('IN_SCRITTURA', atto);
    const scritto = pianoScritto(atto.rimodulazione);
    const [primo, ...altri] = ostacoli(atto.rimodulazione, atto.approvato, scritto);
    if (primo)
      throw new DomainError(
        'rimodulazione.incompleta',
        `Non è stata presentata. ${primo}${altri.length > 0 ? ` E altre ${altri.length} cose da correggere.` : ''}`,
      );
    esigiConferma(azioniDaRileggere(scritto.azioni), confermaDati);
    const richiesta = atto.rimodulazione.richieste.some(({ stato }) => stato === 'APERTA');
    const genere = richiesta ? 'INTEGRATA' : 'PRESENTATA';
    const versione = await congelaVersione(tx, attore, { progettoId, fase: 'RIMODULAZIONE', genere });
    await tx.integrazione.updateMany({
      where: { progettoId, fase: 'RIMODULAZIONE', stato: 'APERTA' },
      data: { stato: 'RISPOSTA', risposta, rispostaIl: attore.adesso },
    });
    const { numero, protocollo } = versione;
    return { result: versione, evento: eventoDi('rimodulazione.presentata', atto.pratica, null, { versione: numero, protocollo }) };
  });
