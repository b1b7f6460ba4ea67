import { dataEOra } from '@/lib/format/data';
import type { EsitoCandidatura } from './schema';

/** I messaggi a chi si candida. Testo semplice; nell'oggetto nessun dato di persone. */
export type Lettera = { oggetto: string; testo: string };

/** Un titolo scritto da persone, dentro una riga: senza a capo e non troppo lungo. */
const inRiga = (testo: string, massimo = 120): string => {
  const riga = testo.replaceAll(/\s+/g, ' ').trim();
  return riga.length > massimo ? `${riga.slice(0, massimo - 1).trimEnd()}…` : riga;
};

const FIRMA = (ente: string) => `${inRiga(ente)}\n\nMessaggio spedito dal portale Cantiere: non rispondere a questo indirizzo.`;

export type Avviso = { titolo: string; ente: string };

export const letteraConferma = (avviso: Avviso & { chiude: Date | null }, collegamento: string): Lettera => ({
  oggetto: `Conferma la candidatura: ${inRiga(avviso.titolo)}`,
  testo: [
    `Hai compilato una candidatura per l’avviso «${inRiga(avviso.titolo)}» di ${inRiga(avviso.ente)}.`,
    `Per inviarla apri questo collegamento entro 48 ore${avviso.chiude ? ` e comunque entro il ${dataEOra(avviso.chiude)}` : ''}, e premi «Conferma la candidatura»:`,
    collegamento,
    'Finché non la confermi nessuno la vede. Se non sei stato tu, non fare nulla.',
    FIRMA(avviso.ente),
  ].join('\n\n'),
});

const ESITI: Record<EsitoCandidatura, { oggetto: string; frase: string }> = {
  AMMESSA: { oggetto: 'Candidatura ammessa', frase: 'è ammessa alla valutazione. Ti scriveremo quando sarà valutata.' },
  ESCLUSA: { oggetto: 'Candidatura esclusa', frase: 'è esclusa dalla valutazione.' },
  SELEZIONATA: { oggetto: 'Candidatura selezionata', frase: 'è selezionata. Riceverai un invito ad aprire il tuo accesso al portale.' },
  RISERVA: { oggetto: 'Candidatura in riserva', frase: 'è in riserva: ti scriveremo se si libera un posto.' },
  NON_SELEZIONATA: { oggetto: 'Candidatura non selezionata', frase: 'non è selezionata.' },
};

export const letteraEsito = (avviso: Avviso, esito: EsitoCandidatura, motivo: string): Lettera => ({
  oggetto: `${ESITI[esito].oggetto}: ${inRiga(avviso.titolo)}`,
  testo: [
    `La tua candidatura all’avviso «${inRiga(avviso.titolo)}» di ${inRiga(avviso.ente)} ${ESITI[esito].frase}`,
    ...(motivo ? [`Motivo: ${motivo}`] : []),
    FIRMA(avviso.ente),
  ].join('\n\n'),
});

export const letteraInvito = (avviso: Avviso & { progetto: string }, collegamento: string): Lettera => ({
  oggetto: `Invito a partecipare: ${inRiga(avviso.progetto)}`,
  testo: [
    `La tua organizzazione è partner del progetto «${inRiga(avviso.progetto)}» di ${inRiga(avviso.ente)}.`,
    'Per entrare nel portale apri questo collegamento entro 30 giorni:',
    collegamento,
    'Il collegamento si usa una volta sola. Non inoltrarlo: chi lo apre entra a nome della tua organizzazione.',
    FIRMA(avviso.ente),
  ].join('\n\n'),
});
