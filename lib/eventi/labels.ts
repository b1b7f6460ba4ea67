import { lettoreDelRuolo, type Ruolo } from '@/lib/auth/attore';
import { nomePeriodo } from '@/lib/format/data';
import { nomeRuolo } from '@/lib/organizzazioni/labels';

/** Un atto del registro come si racconta in una pagina: chi (ente e ruolo, mai la persona) e che cosa. */
export type FraseEvento = { soggetto: string; ruolo: string | null; predicato: string; ufficiale: boolean };

type Fatto = { periodo: { dal: string; al: string } | null; enteParte: string | null; azione: string | null; ente: string | null };
type Racconto = { predicato: (fatto: Fatto) => string; ufficiale?: true };

const laRelazione = ({ periodo }: Fatto): string => (periodo ? `la relazione ${nomePeriodo(periodo)}` : 'la relazione');
const dellaRelazione = ({ periodo }: Fatto): string => (periodo ? `della relazione ${nomePeriodo(periodo)}` : 'della relazione');
const sullAzione = ({ azione }: Fatto): string => (azione ? ` sull’azione ${azione}` : '');
/** «la sua parte», oppure «la parte di …» se l'ha consegnata un altro ente. */
const laParte = (fatto: Fatto): string =>
  fatto.enteParte && fatto.enteParte !== fatto.ente ? `la parte di ${fatto.enteParte}` : 'la sua parte';

/** Che cosa dice ogni atto. Gli atti ufficiali, che cambiano la posizione della pratica verso la Regione, hanno il punto pieno. */
const RACCONTI: Record<string, Racconto> = {
  'rapporto.aperto': { predicato: (f) => `ha aperto ${laRelazione(f)}` },
  'parte.consegnata': { predicato: (f) => `ha consegnato ${laParte(f)} ${dellaRelazione(f)}` },
  'parte.rinviata': { predicato: (f) => `ha rinviato ${laParte(f)} ${dellaRelazione(f)}` },
  'rapporto.presentato': { predicato: (f) => `ha presentato ${laRelazione(f)}`, ufficiale: true },
  'rapporto.presoInCarico': { predicato: (f) => `ha preso in carico ${laRelazione(f)}` },
  'rapporto.chiarimentoChiesto': { predicato: (f) => `ha chiesto un chiarimento${sullAzione(f)} ${dellaRelazione(f)}`, ufficiale: true },
  'chiarimento.risposto': { predicato: (f) => `ha risposto al chiarimento${sullAzione(f)} ${dellaRelazione(f)}`, ufficiale: true },
  'chiarimento.chiuso': { predicato: (f) => `ha chiuso un chiarimento ${dellaRelazione(f)}` },
  'rapporto.ripresentato': { predicato: (f) => `ha ripresentato ${laRelazione(f)}`, ufficiale: true },
  'rapporto.approvato': { predicato: (f) => `ha approvato ${laRelazione(f)}`, ufficiale: true },
  'rapporto.approvatoConRilievi': { predicato: (f) => `ha approvato con rilievi ${laRelazione(f)}`, ufficiale: true },
  'rapporto.respinto': { predicato: (f) => `ha respinto ${laRelazione(f)}`, ufficiale: true },
  'rapporto.riaperto': { predicato: (f) => `ha riaperto ${laRelazione(f)}`, ufficiale: true },
};

/** Gli atti che la storia di un progetto sa raccontare. */
export const ATTI_RACCONTATI = Object.keys(RACCONTI);

/** La frase di un evento. Un atto che non conosciamo resta nella storia con il suo codice: nasconderlo sarebbe peggio. */
export function fraseEvento(evento: Fatto & { atto: string; ruolo: Ruolo | null }): FraseEvento {
  const racconto = RACCONTI[evento.atto];
  const { ruolo, ente } = evento;
  return {
    soggetto: ruolo && lettoreDelRuolo(ruolo) === 'app_regione' ? 'La Regione' : (ente ?? 'Il portale'),
    ruolo: ruolo && nomeRuolo(ruolo),
    predicato: racconto ? racconto.predicato(evento) : `ha compiuto l’atto ${evento.atto}`,
    ufficiale: racconto?.ufficiale ?? false,
  };
}
