import type { Riga } from '../superutente';
import type { Lettore } from './lettori';
import { come, type Dati, daCapofila, diProgettoInBozza, ente, type Regola, type Regole, ricerca, suaRegione } from './regole';
import { deiSuoiEnti, entiERegione, guida, haRuolo, inStato, istruisce, presentata, proprio } from './regoleDomande';

/** L'attuazione: chi vede e chi scrive convenzione, prove, modifiche, proroghe, sospensioni, cessazioni e ciò che i cruscotti leggono. */

const inCorso = (riga: Riga, d: Dati) => inStato(riga, d, 'AVVIATO', 'SOSPESO');
const chiede: Regola = (chi, riga, d) => guida(chi, riga, d) && proprio(chi, riga) && inCorso(riga, d);
const dispone: Regola = (chi, riga, d) => presentata(chi, riga, d) && haRuolo(chi, 'DIRIGENTE');
const dellaRicerca: Regola = (chi, riga, d) => ricerca(chi) && suaRegione(chi, riga, d) && !diProgettoInBozza(riga, d);
/** La Regione vede una richiesta da quando è presentata, e da allora la esamina. */
const arrivata: Regola = (chi, riga, d) => presentata(chi, riga, d) && riga.presentata_il !== null;
const scrittaOEsaminata: Regola = (chi, riga, d) =>
  ente(chi) ? guida(chi, riga, d) : istruisce(chi, riga, d) && riga.presentata_il !== null;

/** Ciò a cui si allega una prova è ancora di chi lo scrive: un avanzamento in bozza o riaperto, una richiesta in bozza, una rinuncia da decidere. */
function aperto(chi: Lettore, riga: Riga, d: Dati): boolean {
  const di = (tabella: string) => d[tabella]?.find((x) => x.id === riga.oggetto_id && x.progetto_id === riga.progetto_id);
  if (riga.oggetto === 'MODIFICA') return di('richiesta_modifica')?.stato === 'BOZZA';
  if (riga.oggetto === 'PROROGA') return di('proroga')?.stato === 'BOZZA';
  if (riga.oggetto === 'CESSAZIONE') return di('cessazione')?.stato === 'CHIESTA';
  const avanzamento = di('avanzamento');
  if (!avanzamento || (avanzamento.diffusione !== 'BOZZA' && avanzamento.riaperto !== true)) return false;
  return avanzamento.organizzazione_id === riga.organizzazione_id || daCapofila(chi, riga, d);
}

const sua: Regola = (chi, riga, d) => chi.login === 'app_regione' && suaRegione(chi, riga, d) && riga.utente_id === chi.utente;

export const DELL_ATTUAZIONE: Record<string, Regole> = {
  'public.convenzione': come({
    leggere: entiERegione,
    inserire: (chi, riga, d) => guida(chi, riga, d) && inStato(riga, d, 'APPROVATO'),
    aggiornare: (chi, riga, d) => (ente(chi) ? guida(chi, riga, d) && inStato(riga, d, 'APPROVATO') : istruisce(chi, riga, d)),
  }),
  'public.rilievo': come({
    leggere: entiERegione,
    inserire: istruisce,
    aggiornare: (chi, riga, d) => riga.stato !== 'CHIUSO' && (guida(chi, riga, d) || istruisce(chi, riga, d)),
  }),
  'public.evidenza': come({
    leggere: (chi, riga, d) =>
      deiSuoiEnti(chi, riga, d) || (presentata(chi, riga, d) && (riga.presentata === true || riga.oggetto === 'CESSAZIONE')),
    inserire: (chi, riga, d) => deiSuoiEnti(chi, riga, d) && proprio(chi, riga) && aperto(chi, riga, d),
    cancellare: (chi, riga, d) =>
      deiSuoiEnti(chi, riga, d) && riga.presentata === false && (proprio(chi, riga) || daCapofila(chi, riga, d)),
  }),
  'public.richiesta_modifica': come({
    leggere: (chi, riga, d) => deiSuoiEnti(chi, riga, d) || arrivata(chi, riga, d),
    inserire: chiede,
    aggiornare: scrittaOEsaminata,
  }),
  'public.proroga': come({
    leggere: (chi, riga, d) =>
      deiSuoiEnti(chi, riga, d) ||
      arrivata(chi, riga, d) ||
      (dellaRicerca(chi, riga, d) && ['ACCOLTA', 'ACCOLTA_IN_PARTE'].includes(String(riga.stato))),
    // la Regione corregge una proroga che ha già deciso, firmando
    inserire: (chi, riga, d) =>
      ente(chi)
        ? chiede(chi, riga, d)
        : dispone(chi, riga, d) &&
          riga.corregge_id !== null &&
          riga.stato === 'ACCOLTA' &&
          riga.decisa_da === chi.utente &&
          proprio(chi, riga),
    aggiornare: scrittaOEsaminata,
  }),
  'public.sospensione': come({
    leggere: (chi, riga, d) => entiERegione(chi, riga, d) || dellaRicerca(chi, riga, d),
    inserire: dispone,
    aggiornare: dispone,
  }),
  'public.cessazione': come({
    leggere: entiERegione,
    inserire: (chi, riga, d) =>
      ente(chi)
        ? chiede(chi, riga, d) && riga.genere === 'RINUNCIA' && riga.stato === 'CHIESTA' && haRuolo(chi, 'REFERENTE')
        : dispone(chi, riga, d) && riga.genere !== 'RINUNCIA' && riga.stato === 'DISPOSTA' && proprio(chi, riga),
    aggiornare: (chi, riga, d) => (ente(chi) ? guida(chi, riga, d) && riga.stato === 'CHIESTA' : istruisce(chi, riga, d)),
  }),
  'public.situazione_azione': come({ leggere: entiERegione }),
  'public.situazione_mese': come({ leggere: entiERegione }),
  'public.situazione_progetto': come({ leggere: entiERegione }),
  'public.causa_aperta': come({ leggere: entiERegione }),
  'public.vista_salvata': come({ leggere: sua, inserire: sua, aggiornare: sua, cancellare: sua }),
  'public.promemoria': come({ leggere: entiERegione }),
};
