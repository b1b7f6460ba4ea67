import { dataBreve, meseEAnno, nomePeriodo } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { capofilaDi, conta, giorni, type Parole, passati } from './parole';
import { GIORNI_VICINO_ALLA_FINE, SOGLIE } from './soglie';

/** I segnali sul progetto intero, o su ciò che gli enti devono alla Regione. */

type DelProgetto =
  | 'RELAZIONE_SCADUTA'
  | 'CHIARIMENTO_SENZA_RISPOSTA'
  | 'PARTE_MAI_CONSEGNATA'
  | 'CAUSA_RIPETUTA'
  | 'CAUSA_DI_LUNGA_DATA'
  | 'FINE_VICINA';

export const PAROLE_PROGETTO: { [C in DelProgetto]: Parole<C> } = {
  RELAZIONE_SCADUTA: {
    nome: 'Relazione scaduta',
    regola: 'Compare dal giorno dopo la scadenza, se la relazione è dovuta e non è presentata.',
    racconta: (f, { misura }) => ({
      titolo:
        f.quante === 1
          ? `Relazione ${nomePeriodo(f)} scaduta da ${giorni(misura)}`
          : `${f.quante} relazioni scadute, la prima da ${giorni(misura)}`,
      spiegazione: `La relazione ${nomePeriodo(f)} andava presentata entro il ${dataBreve(f.scadenza)}: ${passati(misura)}.${f.quante > 1 ? ` In tutto ne mancano ${f.quante}.` : ''}`,
      dati: [
        { nome: 'Scadenza', valore: dataBreve(f.scadenza) },
        { nome: 'Relazioni scadute', valore: String(f.quante) },
      ],
    }),
    chi: capofilaDi,
    href: ({ progettoId }) => routes.calendario(progettoId),
  },
  CHIARIMENTO_SENZA_RISPOSTA: {
    nome: 'Chiarimento senza risposta',
    regola: 'Compare dal giorno dopo il termine dato dalla Regione per rispondere.',
    racconta: (f, { misura }) => ({
      titolo: `Un chiarimento aspetta risposta da ${giorni(misura)} oltre il termine`,
      spiegazione: `Sull’azione «${f.azione}» la Regione ha chiesto un chiarimento entro il ${dataBreve(f.entro)}: ${passati(misura)} dal termine.`,
      dati: [
        { nome: 'Termine', valore: dataBreve(f.entro) },
        { nome: 'Azione', valore: f.azione },
      ],
    }),
    chi: capofilaDi,
    href: ({ progettoId, dati }, lettore) =>
      lettore === 'app_regione' ? routes.verifica(dati.rapportoId) : routes.rapporto(progettoId, dati.rapportoId),
  },
  PARTE_MAI_CONSEGNATA: {
    nome: 'Parte di un ente mai consegnata',
    regola: `Compare quando più di ${conta(SOGLIE.PARTE_MAI_CONSEGNATA.soglia, 'relazione scaduta aspetta', 'relazioni scadute aspettano')} la parte dello stesso ente. Lo vedono solo gli enti del progetto.`,
    racconta: (f) => ({
      titolo: `${f.ente} non ha consegnato la sua parte di ${f.periodi} relazioni`,
      spiegazione: `${f.periodi} relazioni scadute, la prima il ${dataBreve(f.scadenza)}, aspettano la parte di ${f.ente}.`,
      dati: [
        { nome: 'Relazioni in attesa', valore: String(f.periodi) },
        { nome: 'Prima scadenza', valore: dataBreve(f.scadenza) },
      ],
    }),
    chi: ({ dati }) => dati.ente,
    href: ({ progettoId }) => routes.calendario(progettoId),
  },
  CAUSA_RIPETUTA: {
    nome: 'La stessa causa in più azioni',
    regola: `Compare quando più di ${SOGLIE.CAUSA_RIPETUTA.soglia} azioni indicano la stessa causa non risolta.`,
    racconta: (f) => ({
      titolo: `${f.etichetta}: in ${f.azioni} azioni`,
      spiegazione: `Nell’ultima relazione ${f.azioni} azioni indicano la stessa causa non risolta, «${f.etichetta}» (${f.causa}).`,
      dati: [
        { nome: 'Causa', valore: `${f.causa}, ${f.etichetta}` },
        { nome: 'Azioni che la indicano', valore: String(f.azioni) },
      ],
    }),
    chi: capofilaDi,
    href: ({ progettoId }) => routes.azioni(progettoId),
  },
  CAUSA_DI_LUNGA_DATA: {
    nome: 'Causa che si ripete da tempo',
    regola: `Compare quando una causa non risolta pesa da più di ${giorni(SOGLIE.CAUSA_DI_LUNGA_DATA.soglia)}.`,
    racconta: (f, { misura }) => ({
      titolo: `${f.etichetta}: non risolta da ${meseEAnno(f.meseDal)}`,
      spiegazione: `La causa «${f.etichetta}» (${f.causa}) pesa da ${meseEAnno(f.meseDal)}: ${passati(misura)}. L’ultima relazione la indica ancora per ${conta(f.azioni, 'azione', 'azioni')}.`,
      dati: [
        { nome: 'Causa', valore: `${f.causa}, ${f.etichetta}` },
        { nome: 'Da', valore: meseEAnno(f.meseDal) },
        { nome: 'Azioni che la indicano', valore: String(f.azioni) },
      ],
    }),
    chi: capofilaDi,
    href: ({ progettoId }) => routes.azioni(progettoId),
  },
  FINE_VICINA: {
    nome: 'Fine vicina con molte azioni aperte',
    regola: `Compare quando mancano al più ${giorni(GIORNI_VICINO_ALLA_FINE)} alla fine del progetto e più del ${SOGLIE.FINE_VICINA.soglia}% delle azioni non è concluso.`,
    racconta: (f, { oggi }) => ({
      titolo: `${f.aperte} azioni aperte su ${f.totali} e il progetto ${f.fine < oggi ? 'doveva finire' : 'finisce'} il ${dataBreve(f.fine)}`,
      spiegazione: `La fine del progetto ${f.fine < oggi ? 'era' : 'è'} il ${dataBreve(f.fine)}. Non sono concluse ${f.aperte} azioni su ${f.totali} (${Math.floor((100 * f.aperte) / f.totali)}%).`,
      dati: [
        { nome: 'Fine del progetto', valore: dataBreve(f.fine) },
        { nome: 'Azioni aperte', valore: `${f.aperte} su ${f.totali}` },
      ],
    }),
    chi: (fatto) => `${capofilaDi(fatto)}, che può chiedere una proroga`,
    href: ({ progettoId }) => routes.proroghe(progettoId),
  },
};
