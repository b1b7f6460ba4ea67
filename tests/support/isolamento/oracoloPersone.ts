import type { Riga } from '../superutente';
import { come, ente, type Regola, type Regole, regione, ricerca, suaRegione } from './regole';
import { deiSuoiEnti, haRuolo, proprio } from './regoleDomande';

/** Le persone: le legge e le scrive l'ente che le ha in carico, e nessun altro, nemmeno il capofila o chi è nello stesso progetto. */

/** Gli atti su una persona che non riguardano un progetto: li scrive il suo ente. */
export const ATTI_SENZA_PROGETTO: readonly string[] = [
  'persone.unite',
  'partecipante.modificato',
  'nucleo.aperto',
  'nucleo.tolto',
  'persona.anonimizzata',
  'interessato.richiesta',
  'interessato.prorogata',
  'interessato.chiusa',
  'interessato.limitazioneTolta',
];

const mia: Regola = (chi, riga) => ente(chi) && proprio(chi, riga);
const nuova: Regola = (chi, riga, d) => mia(chi, riga, d) && suaRegione(chi, riga, d);
const miaNelProgetto: Regola = (chi, riga, d) => mia(chi, riga, d) && deiSuoiEnti(chi, riga, d);
/** Numeri senza persone: gli enti del progetto, la Regione, la ricerca. */
const conteggi: Regola = (chi, riga, d) => deiSuoiEnti(chi, riga, d) || ((regione(chi) || ricerca(chi)) && suaRegione(chi, riga, d));
/** La tabella di un progetto protetta da un suo ente e solo sua; la Regione non legge le righe della ricerca. */
const rilasciata: Regola = (chi, riga, d) =>
  suaRegione(chi, riga, d) && riga.tabella !== 'INDICATORI_ENTE' && (ricerca(chi) || (regione(chi) && riga.tabella !== 'RIGHE_RICERCA'));

const sua: Regola = (chi, riga, d) => ricerca(chi) && suaRegione(chi, riga, d);

export const DELLE_PERSONE: Record<string, Regole> = {
  'public.nucleo': come({ leggere: mia, inserire: nuova, cancellare: mia }),
  'public.persona': come({
    leggere: mia,
    inserire: (chi, riga, d) => nuova(chi, riga, d) && riga.creata_da === chi.utente,
    aggiornare: mia,
  }),
  'public.identita': come({ leggere: mia, inserire: nuova, aggiornare: mia, cancellare: mia }),
  'public.persona_cerca': come({ leggere: mia, inserire: mia, cancellare: mia }),
  // chi lascia il progetto tiene le persone che aveva in carico e ne scrive gli esiti, ma non ne aggiunge
  'public.partecipante': come({
    leggere: mia,
    inserire: (chi, riga, d) => nuova(chi, riga, d) && deiSuoiEnti(chi, riga, d),
    aggiornare: mia,
    cancellare: mia,
  }),
  'public.frequenza': come({
    leggere: mia,
    inserire: (chi, riga, d) =>
      miaNelProgetto(chi, riga, d) && (d.partecipante?.some((p) => p.id === riga.partecipante_id && proprio(chi, p)) ?? false),
    aggiornare: mia,
    cancellare: mia,
  }),
  // conti non ancora protetti dalla soglia: escono solo dalle funzioni
  'public.conto_partecipanti': come({}),
  'public.conteggio_anonimo': come({ leggere: conteggi, inserire: miaNelProgetto, cancellare: miaNelProgetto }),
  // i valori fissati non li legge nessun login: li scrive app.fissa_indicatori
  'public.indicatore_fissato': come({}),
  'public.rilascio': come({
    leggere: (chi, riga, d) =>
      rilasciata(chi, riga, d) || (ente(chi) && riga.tabella === 'INDICATORI_ENTE' && (riga.parametri as Riga).ente === chi.organizzazione),
    // gli indicatori di un progetto li pubblica solo accesso.pubblica_indicatori
    inserire: (chi, riga, d) => rilasciata(chi, riga, d) && riga.tabella !== 'INDICATORI' && riga.rilasciato_da === chi.utente,
  }),
  // solo chi fa ricerca, e solo quelle della sua Regione
  'public.istantanea': come({ leggere: sua, inserire: (chi, riga, d) => sua(chi, riga, d) && riga.creata_da === chi.utente }),
  'public.istantanea_pezzo': come({ leggere: sua, inserire: sua }),
  // i file si scrivono nella transazione che congela la loro istantanea: di una già congelata, mai
  'public.istantanea_file': come({ leggere: sua }),
  'public.accesso_identita': come({
    leggere: (chi, riga, d) => mia(chi, riga, d) || (regione(chi) && suaRegione(chi, riga, d) && riga.scopo === 'CONTROLLO'),
  }),
  'public.accesso_motivato': come({
    leggere: (chi, riga, d) => mia(chi, riga, d) || (regione(chi) && suaRegione(chi, riga, d)),
    inserire: (chi, riga, d) =>
      regione(chi) && suaRegione(chi, riga, d) && riga.chiesto_da === chi.utente && haRuolo(chi, 'ISTRUTTORE', 'CONTROLLORE', 'DIRIGENTE'),
    // chi autorizza è un'altra persona, e autorizza una volta sola
    aggiornare: (chi, riga, d) =>
      regione(chi) &&
      suaRegione(chi, riga, d) &&
      riga.autorizzato_da === null &&
      riga.chiesto_da !== chi.utente &&
      haRuolo(chi, 'DIRIGENTE'),
  }),
  'public.richiesta_interessato': come({ leggere: mia, inserire: nuova, aggiornare: mia }),
  'public.verifica_sovrapposizione': come({ leggere: mia }),
};
