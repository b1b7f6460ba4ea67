import type { CausaDichiarata, SalvaAvanzamento, StatoAzione } from '@/lib/attuazione/schema';
import type { AzioneDelMondo } from './mondo';

/** Ciò che un ente dichiara su un'azione, senza le chiavi della relazione. */
export type Dichiarazione = Omit<SalvaAvanzamento, 'rapportoId' | 'azioneId' | 'rev'>;

export const VUOTA: Dichiarazione = {
  stato: null,
  percentuale: null,
  inizioEffettivo: null,
  fineStimata: null,
  fineEffettiva: null,
  contromisura: null,
  nota: null,
  quantita: [],
  cause: [],
};

export const causa = (codice: string, altro: Partial<CausaDichiarata> = {}): CausaDichiarata => ({
  codice,
  primaria: false,
  gravita: null,
  meseDal: null,
  meseAl: null,
  risolta: false,
  ...altro,
});

const FERMATA = causa('X01', { primaria: true, gravita: 3, meseDal: '2020-03' });

type Passo = { stato: Exclude<StatoAzione, 'ANNULLATA'>; percentuale: number; contromisura: string | null; nota: string };

/** Da come l'azione era alla rilevazione a come la si dichiara a fine giugno 2020: piccoli passi, dopo la fermata di primavera. */
const A_GIUGNO: Record<string, Passo> = {
  NON_RILEVATO: {
    stato: 'IN_PREPARAZIONE',
    percentuale: 10,
    contromisura: null,
    nota: 'Primi incontri di preparazione tenuti a distanza.',
  },
  NON_AVVIATA: {
    stato: 'NON_AVVIATA',
    percentuale: 0,
    contromisura: 'L’avvio è spostato a settembre, quando riaprono le sedi.',
    nota: 'Nessuna attività nel semestre.',
  },
  IN_PREPARAZIONE: {
    stato: 'IN_PREPARAZIONE',
    percentuale: 25,
    contromisura: null,
    nota: 'La preparazione prosegue a distanza con i partner.',
  },
  IN_CORSO: {
    stato: 'IN_CORSO',
    percentuale: 45,
    contromisura: null,
    nota: 'Le attività sono proseguite, in parte al telefono e in videoconferenza.',
  },
  PARZIALMENTE_REALIZZATA: {
    stato: 'PARZIALMENTE_REALIZZATA',
    percentuale: 65,
    contromisura: null,
    nota: 'Conclusa la prima parte; la seconda riprende dopo l’estate.',
  },
  COMPLETATA: { stato: 'COMPLETATA', percentuale: 100, contromisura: null, nota: 'L’azione è conclusa e il servizio è attivo.' },
  SOSPESA: {
    stato: 'SOSPESA',
    percentuale: 20,
    contromisura: 'Gli incontri riprendono da settembre in gruppi piccoli; intanto i contatti proseguono a distanza.',
    nota: 'Attività in presenza ferme da marzo.',
  },
};

/** Come la si dichiarava a dicembre 2019: prima della fermata, con meno strada fatta. */
const A_DICEMBRE: Record<string, Passo> = {
  NON_RILEVATO: { stato: 'NON_AVVIATA', percentuale: 0, contromisura: null, nota: 'Avvio previsto nel 2020.' },
  NON_AVVIATA: { stato: 'NON_AVVIATA', percentuale: 0, contromisura: null, nota: 'Avvio previsto nel 2020.' },
  IN_PREPARAZIONE: { stato: 'IN_PREPARAZIONE', percentuale: 5, contromisura: null, nota: 'Definiti obiettivi e gruppo di lavoro.' },
  IN_CORSO: { stato: 'IN_CORSO', percentuale: 15, contromisura: null, nota: 'Avviati i primi incontri.' },
  SOSPESA: {
    stato: 'IN_PREPARAZIONE',
    percentuale: 10,
    contromisura: null,
    nota: 'Calendario e sedi definiti, avvio previsto a inizio anno.',
  },
};

/** Un mese dopo l'inizio previsto. */
const unMeseDopo = (data: string): string => {
  const giorno = new Date(`${data}T00:00:00Z`);
  giorno.setUTCMonth(giorno.getUTCMonth() + 1);
  return giorno.toISOString().slice(0, 10);
};

/** La dichiarazione plausibile di fine giugno 2020, nata dallo stato rilevato. */
export function aGiugno(azione: AzioneDelMondo): Dichiarazione {
  const passo = A_GIUGNO[azione.rilevato ?? 'NON_RILEVATO'] as Passo;
  const ferma = passo.stato === 'SOSPESA' || passo.stato === 'NON_AVVIATA';
  const conclusa = passo.stato === 'COMPLETATA';
  const percentuale = conclusa || passo.percentuale === 0 ? passo.percentuale : passo.percentuale + ((azione.ordine * 5) % 15);
  return {
    ...VUOTA,
    ...passo,
    percentuale,
    inizioEffettivo: ['IN_CORSO', 'PARZIALMENTE_REALIZZATA', 'COMPLETATA', 'SOSPESA'].includes(passo.stato)
      ? unMeseDopo(azione.inizioPrevisto)
      : null,
    fineStimata: conclusa ? null : ferma ? '2020-12-31' : azione.finePrevista,
    fineEffettiva: conclusa ? '2020-02-28' : null,
    quantita: raggiunte(azione, percentuale),
    cause: ferma ? [FERMATA] : [],
  };
}

/** La dichiarazione plausibile di fine dicembre 2019. */
export function aDicembre(azione: AzioneDelMondo): Dichiarazione {
  const passo = A_DICEMBRE[azione.rilevato ?? 'NON_RILEVATO'] as Passo;
  return {
    ...VUOTA,
    ...passo,
    inizioEffettivo: passo.stato === 'IN_CORSO' ? unMeseDopo(azione.inizioPrevisto) : null,
    fineStimata: azione.finePrevista,
  };
}

/** Le quantità crescono con l'avanzamento e non scendono mai sotto ciò che era già rilevato. */
function raggiunte({ quantita }: AzioneDelMondo, percentuale: number): Dichiarazione['quantita'] {
  return quantita.map(({ id, previsto, realizzato }) => {
    const stimato = previsto === null ? null : Math.floor((previsto * percentuale) / 100);
    return { quantitaId: id, valore: realizzato === null ? stimato : Math.max(realizzato, stimato ?? 0) };
  });
}
