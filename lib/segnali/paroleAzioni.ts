import { etichettaAzione } from '@/lib/attuazione/labels';
import { giorniTra } from '@/lib/attuazione/rules';
import { dataBreve } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import { routes } from '@/lib/routes';
import type { DatiFatto, FattoDi } from './fatti';
import { tempoTrascorso } from './misure';
import { giorni, type Parole, passati } from './parole';
import { GIORNI_VICINO_ALLA_FINE, SOGLIE } from './soglie';

/** I segnali su una sola azione: può agire l'ente che ne risponde. */

type DelleAzioni =
  | 'AZIONE_OLTRE_FINE'
  | 'AZIONE_NON_COMINCIATA'
  | 'RITARDO_IN_CRESCITA'
  | 'AVANZAMENTO_LENTO'
  | 'NESSUN_PROGRESSO'
  | 'QUANTITA_LONTANE';

const chi = <C extends DelleAzioni>({ dati }: FattoDi<C>): string => `${dati.ente}, che risponde dell’azione`;
const href = <C extends DelleAzioni>({ progettoId, dati }: FattoDi<C>): string => routes.azione(progettoId, dati.azioneId);
/** «oggi», «tra 12 giorni». */
const passa = (quanti: number): string => (quanti === 0 ? 'oggi' : `tra ${giorni(quanti)}`);
const percento = (valore: number | null): string => (valore === null ? 'non rilevato' : `${valore}%`);

const lento = (f: DatiFatto['AVANZAMENTO_LENTO'], scarto: number) => {
  const tempo = tempoTrascorso({ inizio: f.inizioPrevisto, fine: f.finePrevista, al: f.periodoAl });
  return {
    titolo: `«${f.azione}» è al ${f.percentuale}% con il ${tempo}% del tempo trascorso`,
    spiegazione: `Al ${dataBreve(f.periodoAl)} erano passati ${giorni(Math.max(0, giorniTra(f.inizioPrevisto, f.periodoAl)))} dei ${giorni(giorniTra(f.inizioPrevisto, f.finePrevista))} previsti (${tempo}%), e l’avanzamento dichiarato era ${f.percentuale}%: mancano ${scarto} punti.`,
    dati: [
      { nome: 'Tempo trascorso', valore: `${tempo}%` },
      { nome: 'Avanzamento', valore: `${f.percentuale}%` },
      { nome: 'Azione prevista', valore: `${dataBreve(f.inizioPrevisto)} – ${dataBreve(f.finePrevista)}` },
    ],
  };
};

export const PAROLE_AZIONI: { [C in DelleAzioni]: Parole<C> } = {
  AZIONE_OLTRE_FINE: {
    nome: 'Azione oltre la fine prevista',
    regola: 'Compare dal giorno dopo la fine prevista, finché l’azione non risulta conclusa.',
    racconta: (f, { misura }) => ({
      titolo: `«${f.azione}» doveva finire ${giorni(misura)} fa`,
      spiegazione: `La fine prevista in vigore è il ${dataBreve(f.finePrevista)}: ${passati(misura)}. Nell’ultima relazione (al ${dataBreve(f.periodoAl)}) l’azione non risulta conclusa${f.fineStimata ? ` e si stima che finisca il ${dataBreve(f.fineStimata)}` : ''}.`,
      dati: [
        { nome: 'Fine prevista', valore: dataBreve(f.finePrevista) },
        { nome: 'Fine stimata', valore: f.fineStimata ? dataBreve(f.fineStimata) : 'non rilevata' },
        { nome: 'Avanzamento', valore: percento(f.percentuale) },
      ],
    }),
    chi,
    href,
  },
  AZIONE_NON_COMINCIATA: {
    nome: 'Azione non cominciata',
    regola: `Compare quando sono passati più di ${giorni(SOGLIE.AZIONE_NON_COMINCIATA.soglia)} dall’inizio previsto.`,
    racconta: (f, { misura }) => ({
      titolo: `«${f.azione}» doveva cominciare ${giorni(misura)} fa`,
      spiegazione: `L’inizio previsto era il ${dataBreve(f.inizioPrevisto)}: ${passati(misura)}. Nell’ultima relazione (al ${dataBreve(f.periodoAl)}) l’azione risulta «${etichettaAzione(f.stato)}».`,
      dati: [
        { nome: 'Inizio previsto', valore: dataBreve(f.inizioPrevisto) },
        { nome: 'Stato dichiarato', valore: etichettaAzione(f.stato) },
      ],
    }),
    chi,
    href,
  },
  RITARDO_IN_CRESCITA: {
    nome: 'Ritardo in crescita',
    regola: `Compare quando, tra le ultime due relazioni, la fine stimata si sposta avanti di più di ${giorni(SOGLIE.RITARDO_IN_CRESCITA.soglia)} e supera quella prevista.`,
    racconta: (f, { misura }) => ({
      titolo: `Il ritardo di «${f.azione}» è cresciuto di ${giorni(misura)}`,
      spiegazione: `Nella relazione di prima la fine era stimata al ${dataBreve(f.fineStimataPrima)}, nell’ultima al ${dataBreve(f.fineStimata)}: ${giorni(misura)} in più. La fine prevista è il ${dataBreve(f.finePrevista)}.`,
      dati: [
        { nome: 'Fine stimata prima', valore: dataBreve(f.fineStimataPrima) },
        { nome: 'Fine stimata ora', valore: dataBreve(f.fineStimata) },
        { nome: 'Fine prevista', valore: dataBreve(f.finePrevista) },
      ],
    }),
    chi,
    href,
  },
  AVANZAMENTO_LENTO: {
    nome: 'Avanzamento lento',
    regola: `Compare quando il tempo trascorso (giorni passati diviso giorni previsti, alla fine dell’ultimo periodo) supera l’avanzamento dichiarato di più di ${SOGLIE.AVANZAMENTO_LENTO.soglia} punti.`,
    racconta: (f, { misura }) => lento(f, misura),
    chi,
    href,
  },
  NESSUN_PROGRESSO: {
    nome: 'Nessun progresso',
    regola: `Compare quando più di ${SOGLIE.NESSUN_PROGRESSO.soglia + 1} relazioni di fila ripetono lo stesso stato e la stessa percentuale.`,
    racconta: (f) => ({
      titolo: `«${f.azione}» è ferma da ${f.senzaProgressi + 1} relazioni`,
      spiegazione: `Le ultime ${f.senzaProgressi + 1} relazioni, fino al ${dataBreve(f.periodoAl)}, dichiarano lo stesso stato e lo stesso avanzamento (${percento(f.percentuale)}).`,
      dati: [
        { nome: 'Relazioni uguali di fila', valore: String(f.senzaProgressi + 1) },
        { nome: 'Avanzamento', valore: percento(f.percentuale) },
      ],
    }),
    chi,
    href,
  },
  QUANTITA_LONTANE: {
    nome: 'Quantità lontane dal previsto',
    regola: `Compare quando mancano al più ${giorni(GIORNI_VICINO_ALLA_FINE)} alla fine prevista e della quantità manca più del ${SOGLIE.QUANTITA_LONTANE.soglia}%.`,
    racconta: (f, { misura, oggi }) => ({
      titolo: `«${f.azione}»: ${numero(f.raggiunto)} su ${numero(f.previsto)} ${f.unita}`,
      spiegazione: `L’azione finisce il ${dataBreve(f.finePrevista)} (${passa(giorniTra(oggi, f.finePrevista))}) e le quantità raggiunte sono ${numero(f.raggiunto)} su ${numero(f.previsto)} ${f.unita}: manca il ${misura}%.`,
      dati: [
        { nome: 'Previsto', valore: `${numero(f.previsto)} ${f.unita}` },
        { nome: 'Raggiunto', valore: `${numero(f.raggiunto)} ${f.unita}` },
        { nome: 'Fine prevista', valore: dataBreve(f.finePrevista) },
      ],
    }),
    chi,
    href,
  },
};
