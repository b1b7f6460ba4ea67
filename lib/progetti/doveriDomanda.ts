import type { Compito, DomandaDovuta } from '@/lib/attuazione/tipiCompiti';
import { PRESCRIZIONI_IN_SCRITTURA } from '@/lib/decisioni/regole';
import { giornoDi, oraDi } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import type { StatoProgetto } from './schema';

type Progetto = { id: string; titolo: string; stato: StatoProgetto; capofila: boolean; domanda: DomandaDovuta };

const alle = (istante: string): string => `${oraDi(new Date(istante))}`;

/** Le cose da fare per una domanda, nell'ordine in cui si fanno. Pure frasi: niente orologio, niente database. */
export function doveriDomanda(progetto: Progetto): Compito[] {
  const { id, titolo, capofila, domanda } = progetto;
  const comune = { provenienza: `Progetto ${titolo}` };
  const compiti: Compito[] = [];
  if (domanda.daConfermare)
    compiti.push({
      ...comune,
      id: `${id}:conferma`,
      titolo: 'Conferma che partecipi all’aggregazione',
      perche: 'Il capofila ha aggiunto il tuo ente tra i partner: senza la conferma la domanda non si può presentare.',
      href: routes.partner(id),
      azione: 'Conferma',
      entro: null,
    });
  compiti.push(...richieste(progetto), ...scrittura(progetto));
  if (capofila && progetto.stato === 'IDEA_APPROVATA')
    compiti.push({
      ...comune,
      id: `${id}:avviso`,
      titolo: 'Scrivi e pubblica l’avviso per i partner',
      perche: 'L’idea è approvata: ora si cercano i partner del progetto definitivo.',
      href: routes.avvisoProgetto(id),
      azione: 'Scrivi l’avviso',
      entro: null,
    });
  if (capofila && progetto.stato === 'PARTNERSHIP_APERTA' && domanda.candidatureDaDecidere > 0)
    compiti.push({
      ...comune,
      id: `${id}:candidature`,
      titolo: domanda.candidatureDaDecidere === 1 ? 'Valuta una candidatura' : `Valuta ${domanda.candidatureDaDecidere} candidature`,
      perche: 'Prima di cominciare il progetto definitivo ogni candidatura va decisa.',
      href: routes.avvisoProgetto(id),
      azione: 'Valuta',
      entro: null,
    });
  if (domanda.prescrizioniMie && PRESCRIZIONI_IN_SCRITTURA.includes(progetto.stato))
    compiti.push({
      ...comune,
      id: `${id}:prescrizioni`,
      titolo:
        domanda.prescrizioniMie.quante === 1 ? 'Adempi a una prescrizione' : `Adempi a ${domanda.prescrizioniMie.quante} prescrizioni`,
      perche:
        progetto.stato === 'APPROVATO_CON_PRESCRIZIONI'
          ? 'Il progetto è approvato con prescrizioni: scrivi come le hai rispettate.'
          : 'L’idea è approvata con prescrizioni: il progetto definitivo si presenta quando è scritto come le rispetta.',
      href: routes.prescrizioni(id),
      azione: 'Rispondi',
      entro: domanda.prescrizioniMie.entro,
    });
  if (capofila && domanda.daRimodulare && (progetto.stato === 'APPROVATO' || progetto.stato === 'RIMODULAZIONE_INIZIALE'))
    compiti.push({
      ...comune,
      id: `${id}:rimodula`,
      titolo: 'Rimodula il piano sull’importo concesso',
      perche: 'La Regione ha concesso meno di quanto richiesto: decidi che cosa ridurre.',
      href: routes.rimodulazioneIniziale(id),
      azione: 'Rimodula',
      entro: null,
    });
  if (capofila && domanda.daConvenzionare && !domanda.daRimodulare && progetto.stato === 'APPROVATO')
    compiti.push({
      ...comune,
      id: `${id}:convenzione`,
      titolo: 'Completa i dati per la convenzione',
      perche: 'Il progetto è approvato: senza CUP, conto e recapiti la Regione non lo può avviare.',
      href: routes.convenzione(id),
      azione: 'Completa',
      entro: null,
    });
  return compiti;
}

function richieste({ id, titolo, capofila, domanda }: Progetto): Compito[] {
  return domanda.richieste.map(({ id: richiesta, genere, entro, sezioni }) => ({
    id: `${id}:${richiesta}`,
    titolo: genere === 'INTEGRAZIONE' ? 'Integra la domanda' : 'Rispondi al preavviso di rigetto',
    perche:
      genere === 'INTEGRAZIONE'
        ? `La Regione ha riaperto ${sezioni === 1 ? 'una sezione' : `${sezioni} sezioni`}.${capofila ? '' : ' Le integrazioni le invia il capofila.'}`
        : 'La Regione intende respingere la domanda: puoi rispondere fino alla scadenza.',
    provenienza: `Progetto ${titolo}`,
    href: genere === 'INTEGRAZIONE' ? routes.deposito(id) : routes.lettere(id),
    azione: genere === 'INTEGRAZIONE' ? 'Integra' : 'Rispondi',
    entro: giornoDi(new Date(entro)),
  }));
}

function scrittura({ id, titolo, stato, capofila, domanda }: Progetto): Compito[] {
  if (stato !== 'IDEA_BOZZA' && stato !== 'PROGETTO_BOZZA') return [];
  const chiude = stato === 'IDEA_BOZZA' ? domanda.chiudeIdea : domanda.chiudeProgetto;
  const cosa = stato === 'IDEA_BOZZA' ? 'l’idea' : 'il progetto definitivo';
  return [
    {
      id: `${id}:scrivi`,
      titolo: capofila ? `Completa e presenta ${cosa}` : `Completa la tua parte: ${cosa}`,
      perche: `È una bozza, non è presentata.${chiude ? ` Si presenta entro le ${alle(chiude)} del giorno della scadenza.` : ''}${capofila ? '' : ' La presenta il capofila.'}`,
      provenienza: `Progetto ${titolo}`,
      href: routes.sezione(id, 'inizio'),
      azione: 'Continua',
      entro: chiude && giornoDi(new Date(chiude)),
    },
  ];
}
