import type { Attore } from '@/lib/auth/attore';
import { apriProgetto } from '@/lib/avvisi/commands/apriProgetto';
import { pubblicaAvviso } from '@/lib/avvisi/commands/pubblicaAvviso';
import { concludiProgetto } from '@/lib/cessazioni/commands/concludiProgetto';
import { confermaRinuncia } from '@/lib/cessazioni/commands/confermaRinuncia';
import { revocaProgetto } from '@/lib/cessazioni/commands/revocaProgetto';
import { riapriProgetto } from '@/lib/cessazioni/commands/riapriProgetto';
import { avviaProgetto } from '@/lib/convenzione/commands/avviaProgetto';
import { annullaDecisione } from '@/lib/decisioni/commands/annullaDecisione';
import { approvaDomanda } from '@/lib/decisioni/commands/approvaDomanda';
import { nonApprovaDomanda } from '@/lib/decisioni/commands/nonApprovaDomanda';
import { presentaPrescrizioni } from '@/lib/decisioni/commands/presentaPrescrizioni';
import { rinviaPrescrizioni } from '@/lib/decisioni/commands/rinviaPrescrizioni';
import { integraDomanda } from '@/lib/deposito/commands/integraDomanda';
import { presentaDomanda } from '@/lib/deposito/commands/presentaDomanda';
import { ritiraDomanda } from '@/lib/deposito/commands/ritiraDomanda';
import { ritiraPresentazione } from '@/lib/deposito/commands/ritiraPresentazione';
import { chiediIntegrazioni } from '@/lib/istruttoria/commands/chiediIntegrazioni';
import { chiudiIntegrazioni } from '@/lib/istruttoria/commands/chiudiIntegrazioni';
import { dichiaraAmmissibile } from '@/lib/istruttoria/commands/dichiaraAmmissibile';
import { dichiaraInammissibile } from '@/lib/istruttoria/commands/dichiaraInammissibile';
import { apriRimodulazione } from '@/lib/piano/commands/apriRimodulazione';
import type { AttoProgetto } from '@/lib/progetti/stati';
import { disponiSospensione } from '@/lib/sospensioni/commands/disponiSospensione';
import { riprendi } from '@/lib/sospensioni/commands/riprendi';

/** Il comando che compie ciascun atto della tabella degli stati, con dati ben formati: ciò che lo ferma è lo stato, o chi chiede. */

const NESSUNO = '00000000-0000-4000-8000-000000000000';
const TESTO = 'Una motivazione abbastanza lunga.';
const ATTO = { atto: 'D.D. 1', dataAtto: '2020-07-01' };
const RECUPERO = { pianoRecupero: TESTO, recupero: 0n };

export type Progetto = { progettoId: string; organizzazioneId: string };

export const COMANDI: Record<AttoProgetto, (attore: Attore, p: Progetto) => Promise<unknown>> = {
  presenta: (chi, { progettoId }) => presentaDomanda(chi, { progettoId }),
  ritiraPresentazione: (chi, { progettoId }) => ritiraPresentazione(chi, { progettoId }),
  chiediIntegrazioni: (chi, { progettoId }) =>
    chiediIntegrazioni(chi, { progettoId, motivo: 'INCOMPLETO', sezioni: ['contesto'], testo: TESTO, entro: '2100-01-01' }),
  integra: (chi, { progettoId }) => integraDomanda(chi, { progettoId, risposta: TESTO }),
  chiudiIntegrazioni: (chi, { progettoId }) => chiudiIntegrazioni(chi, { progettoId }),
  dichiaraAmmissibile: (chi, { progettoId }) => dichiaraAmmissibile(chi, { progettoId }),
  dichiaraInammissibile: (chi, { progettoId }) => dichiaraInammissibile(chi, { progettoId, motivi: ['ALTRO'], motivazione: TESTO }),
  approva: (chi, { progettoId }) => approvaDomanda(chi, { progettoId, ...ATTO, motivazione: null, concesso: {}, prescrizioni: [] }),
  approvaConPrescrizioni: (chi, { progettoId, organizzazioneId }) =>
    approvaDomanda(chi, {
      ...{ progettoId, ...ATTO, motivazione: null, concesso: {} },
      prescrizioni: [{ testo: TESTO, organizzazioneId, entro: '2100-01-01' }],
    }),
  nonApprova: (chi, { progettoId }) => nonApprovaDomanda(chi, { progettoId, ...ATTO, motivi: ['ALTRO'], motivazione: TESTO }),
  pubblicaAvviso: (chi, { progettoId }) => pubblicaAvviso(chi, { progettoId, rev: 1 }),
  apriProgetto: (chi, { progettoId }) => apriProgetto(chi, { progettoId }),
  presentaPrescrizioni: (chi, { progettoId }) => presentaPrescrizioni(chi, { progettoId }),
  rinviaPrescrizioni: (chi, { progettoId }) => rinviaPrescrizioni(chi, { progettoId }),
  apriRimodulazione: (chi, { progettoId }) => apriRimodulazione(chi, { progettoId }),
  avvia: (chi, { progettoId }) => avviaProgetto(chi, { progettoId, ...ATTO, inizio: '2020-07-01', fine: '2022-07-01' }),
  sospendi: (chi, { progettoId }) =>
    disponiSospensione(chi, {
      progettoId,
      azioneId: null,
      motivo: 'EMERGENZA_SANITARIA',
      nota: null,
      dal: '2020-07-01',
      al: null,
      ...ATTO,
    }),
  riprendi: (chi, { progettoId }) => riprendi(chi, { progettoId, sospensioneId: NESSUNO, vista: null, al: '2020-07-02', atto: 'D.D. 2' }),
  concludi: (chi, { progettoId }) => concludiProgetto(chi, { progettoId, ...ATTO, data: '2020-07-01', motivazione: null }),
  riapri: (chi, { progettoId }) => riapriProgetto(chi, { progettoId }),
  revoca: (chi, { progettoId }) => revocaProgetto(chi, { progettoId, ...ATTO, motivazione: TESTO, ...RECUPERO }),
  confermaRinuncia: (chi, { progettoId }) => confermaRinuncia(chi, { progettoId, cessazioneId: NESSUNO, ...ATTO, ...RECUPERO }),
  annullaDecisione: (chi, { progettoId }) => annullaDecisione(chi, { progettoId, motivazione: TESTO }),
  ritira: (chi, { progettoId }) => ritiraDomanda(chi, { progettoId }),
};
