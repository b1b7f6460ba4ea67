import type { Cella } from '@/lib/format/csv';
import { INTESTAZIONI, righeDi } from '@/lib/indicatori/foglio';
import { CAPOFILA, type Colonna, type Foglio, PROGETTO, siNo, tonda } from './foglio';
import type { DatiRisorse } from './righe';
import { partecipantiPubblicati, spesaDeiProgetti } from './risorse';

/** Un importo: i centesimi interi, per sommare senza errori, e gli euro, per leggere. */
const colonneEuro = (nome: string, etichetta: string): Colonna[] => [
  [nome, `${etichetta}, centesimi`],
  [`${nome}_eur`, `${etichetta}, euro`],
];
const inEuro = (cents: bigint | null): Cella[] => (cents === null ? [null, null] : [Number(cents), Number(cents) / 100]);

const foglioSpesa = (dati: DatiRisorse): Foglio => ({
  tabella: 'spesa',
  colonne: [
    PROGETTO,
    CAPOFILA,
    ...colonneEuro('importo_richiesto', 'contributo richiesto; NA se il portale non lo ha'),
    ...colonneEuro('importo_assegnato', 'contributo assegnato, in vigore oggi'),
    ['quota_assegnata', 'assegnato su richiesto'],
    ...colonneEuro('piano_contributo', 'piano dei costi approvato, contributo; NA se il piano non c’è'),
    ...colonneEuro('piano_cofinanziamento', 'piano dei costi approvato, cofinanziamento'),
    ...colonneEuro('piano_natura', 'piano dei costi approvato, apporti in natura'),
    ...colonneEuro('piano_costo', 'costo intero del piano'),
    ['importi_dimostrativi', '1 se gli importi sono inventati per la dimostrazione'],
  ],
  righe: spesaDeiProgetti(dati).righe.map((riga) => [
    riga.progetto,
    riga.capofila,
    ...inEuro(riga.richiesto),
    ...inEuro(riga.assegnato),
    tonda(riga.quota),
    ...[riga.contributo, riga.cofinanziamento, riga.natura, riga.costo].flatMap(inEuro),
    siNo(riga.dimostrativo),
  ]),
});

const foglioPartecipanti = ({ pubblicata }: DatiRisorse): Foglio => ({
  tabella: 'partecipanti',
  colonne: [
    PROGETTO,
    CAPOFILA,
    ['pubblicata_il', 'giorno in cui la tabella del programma è stata pubblicata'],
    ['persone_completi', 'persone con i dati completi; NA se soppresso'],
    ['persone_tutti', 'tutte le persone, anche con dati che mancano; NA se soppresso'],
    ['motivo', 'soppresso se almeno uno dei due numeri non si dice'],
  ],
  righe: (pubblicata?.progetti ?? []).map(({ codice, territorio, completi, tutti }) => [
    ...[codice, territorio, pubblicata?.il ?? null, completi, tutti, completi === null || tutti === null ? 'soppresso' : null],
  ]),
});

const SIGNIFICATI: Record<(typeof INTESTAZIONI)[number], string> = {
  progetto_id: 'sempre programma: i progetti stanno nella pagina degli indicatori',
  vista: 'sempre tutto',
  indicatore: 'codice dell’indicatore comune',
  nome: 'dizione dell’indicatore',
  sesso: 'f, m, x, non_indicato, tutti',
  solo_completi: '1 se si contano solo le persone con i dati completi',
  persone: 'numero di persone; NA se soppresso',
  motivo: 'soppresso se il numero non si dice',
};

const foglioCaratteristiche = ({ pubblicata }: DatiRisorse): Foglio => ({
  tabella: 'caratteristiche',
  colonne: INTESTAZIONI.map((nome): Colonna => [nome, SIGNIFICATI[nome]]),
  righe: pubblicata ? righeDi(null, '', partecipantiPubblicati(pubblicata).indicatori) : [],
});

/** I fogli delle risorse e dei partecipanti. Senza una tabella pubblicata entro la data, quelli dei partecipanti hanno solo le intestazioni. */
export const fogliRisorse = (dati: DatiRisorse): Foglio[] => [foglioSpesa(dati), foglioPartecipanti(dati), foglioCaratteristiche(dati)];
