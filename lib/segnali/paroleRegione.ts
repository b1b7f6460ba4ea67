import type { Lettore } from '@/lib/auth/attore';
import { dataBreve, nomePeriodo } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import type { DatiFatto } from './fatti';
import { conta, giorni, type Parole, passati, type Racconto } from './parole';
import { type CODICI_REGIONE, SOGLIE } from './soglie';

/** I segnali che solo la Regione può spegnere. */

const REGIONE = 'La Regione';

/** La relazione dove ciascuno la legge: la Regione in verifica, gli enti nella loro pagina. */
const relazione = ({ progettoId, dati: { rapportoId } }: { progettoId: string; dati: { rapportoId: string } }, lettore: Lettore): string =>
  lettore === 'app_regione' ? routes.verifica(rapportoId) : routes.rapporto(progettoId, rapportoId);

/** Una richiesta presentata e non decisa. */
const inAttesa = (cosa: string, presentata: string, attesa: number): Racconto => ({
  titolo: `${cosa} senza decisione da ${giorni(attesa)}`,
  spiegazione: `${cosa} è stata presentata il ${dataBreve(presentata)}: ${passati(attesa)} e la Regione non ha ancora deciso.`,
  dati: [
    { nome: 'Presentata il', valore: dataBreve(presentata) },
    { nome: 'Attesa', valore: giorni(attesa) },
  ],
});
const regolaAttesa = (soglia: number): string => `Compare quando la Regione non decide per più di ${giorni(soglia)}.`;

const causaRegione = ({ causa, etichetta, azioni }: DatiFatto['CAUSA_REGIONE']): Racconto => ({
  titolo: `${etichetta}: ferma ${conta(azioni, 'azione', 'azioni')}`,
  spiegazione: `Nell’ultima relazione ${conta(azioni, 'azione indica', 'azioni indicano')} la causa «${etichetta}» (${causa}), non ancora risolta. L’elenco delle cause dice che rimuoverla spetta alla Regione.`,
  dati: [
    { nome: 'Causa', valore: `${causa}, ${etichetta}` },
    { nome: 'Azioni che la indicano', valore: String(azioni) },
  ],
});

export const PAROLE_REGIONE: { [C in (typeof CODICI_REGIONE)[number]]: Parole<C> } = {
  VERIFICA_OLTRE_TERMINE: {
    nome: 'Relazione non verificata in tempo',
    regola: 'Compare dal giorno dopo il termine che il bando dà alla Regione; i giorni in cui risponde l’ente non contano.',
    racconta: (f, { misura }) => ({
      titolo: `Relazione ${nomePeriodo(f)} da verificare: termine superato da ${giorni(misura)}`,
      spiegazione: `La relazione è arrivata il ${dataBreve(f.presentata)} e andava decisa entro il ${dataBreve(f.termine)}: ${passati(misura)} dal termine. ${f.presa ? 'È in verifica, ma non è decisa.' : 'Nessuno l’ha ancora presa in carico.'}`,
      dati: [
        { nome: 'Presentata il', valore: dataBreve(f.presentata) },
        { nome: 'Termine', valore: dataBreve(f.termine) },
      ],
    }),
    chi: () => REGIONE,
    href: relazione,
  },
  RISPOSTA_NON_ESAMINATA: {
    nome: 'Risposta a un chiarimento non esaminata',
    regola: `Compare quando la Regione non chiude una risposta per più di ${giorni(SOGLIE.RISPOSTA_NON_ESAMINATA.soglia)}.`,
    racconta: (f, { misura }) => ({
      titolo: `Una risposta aspetta la Regione da ${giorni(misura)}`,
      spiegazione: `Sull’azione «${f.azione}» l’ente ha risposto il ${dataBreve(f.risposto)}: ${passati(misura)} e la Regione non ha chiuso il chiarimento.`,
      dati: [
        { nome: 'Risposta del', valore: dataBreve(f.risposto) },
        { nome: 'Azione', valore: f.azione },
      ],
    }),
    chi: () => REGIONE,
    href: relazione,
  },
  MODIFICA_IN_ATTESA: {
    nome: 'Modifica in attesa di decisione',
    regola: regolaAttesa(SOGLIE.MODIFICA_IN_ATTESA.soglia),
    racconta: (f, { misura }) => inAttesa(`La richiesta di modifica n. ${f.numero}`, f.presentata, misura),
    chi: () => REGIONE,
    href: ({ progettoId, dati }) => routes.modifica(progettoId, dati.richiestaId),
  },
  PROROGA_IN_ATTESA: {
    nome: 'Proroga in attesa di decisione',
    regola: regolaAttesa(SOGLIE.PROROGA_IN_ATTESA.soglia),
    racconta: (f, { misura }) => inAttesa(`La richiesta di proroga n. ${f.numero}`, f.presentata, misura),
    chi: () => REGIONE,
    href: ({ progettoId, dati }) => routes.proroga(progettoId, dati.prorogaId),
  },
  RINUNCIA_IN_ATTESA: {
    nome: 'Rinuncia in attesa di decisione',
    regola: regolaAttesa(SOGLIE.RINUNCIA_IN_ATTESA.soglia),
    racconta: (f, { misura }) => inAttesa('La rinuncia al progetto', f.chiesta, misura),
    chi: () => REGIONE,
    href: ({ progettoId }) => routes.cessazione(progettoId),
  },
  CAUSA_REGIONE: {
    nome: 'Causa di ritardo che dipende dalla Regione',
    regola: 'Compare appena un’azione indica una causa non risolta che spetta alla Regione rimuovere.',
    racconta: causaRegione,
    chi: () => REGIONE,
    href: ({ progettoId }) => routes.azioni(progettoId),
  },
  SOSPENSIONE_LUNGA: {
    nome: 'Sospensione lunga',
    regola: `Compare quando una sospensione dura più di ${giorni(SOGLIE.SOSPENSIONE_LUNGA.soglia)} senza ripresa.`,
    racconta: (f, { misura }) => ({
      titolo: `${f.azione ? `L’azione «${f.azione}» è sospesa` : 'Il progetto è sospeso'} da ${giorni(misura)}`,
      spiegazione: `La sospensione è cominciata il ${dataBreve(f.dal)}: ${passati(misura)} e la ripresa non è stata disposta.`,
      dati: [{ nome: 'Sospensione dal', valore: dataBreve(f.dal) }],
    }),
    chi: () => `${REGIONE}, che dispone la ripresa; può chiederla l’ente capofila`,
    href: ({ progettoId }) => routes.sospensioni(progettoId),
  },
};
