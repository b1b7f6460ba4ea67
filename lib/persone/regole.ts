import { discordanze, leggiCodiceFiscale } from '@/lib/codiceFiscale/codiceFiscale';
import { dataBreve } from '@/lib/format/data';
import { anniCompiuti } from '@/lib/indicatori/regole';
import type { Scheda } from './scheda';
import { iscedDi } from './vocabolari';

/** Le regole delle persone: pure, senza orologio e senza database. Date AAAA-MM-GG. */

export type Problema = { campo: string; messaggio: string };

/** L'età da conservare: anni compiuti al primo ingresso; null se la nascita non è dichiarata. */
export const etaAllIngresso = (nascita: string | null, ingresso: string): number | null =>
  nascita ? anniCompiuti(nascita, ingresso) : null;

type Entrata = Pick<
  Scheda,
  'ingresso' | 'informativaIl' | 'titoloStudio' | 'condizione' | 'mesiDisoccupazione' | 'senzaDimora' | 'condizioneAbitativa'
>;
type Persona = Pick<Scheda, 'codice' | 'senzaCodice' | 'cognome' | 'nome' | 'sesso' | 'dataNascita' | 'comuneNascita'>;
type Uscita = Pick<Scheda, 'uscita' | 'motivoUscita' | 'azioni'>;

const vere = (prove: [falsa: boolean, campo: string, messaggio: string][]): Problema[] =>
  prove.flatMap(([vera, campo, messaggio]) => (vera ? [{ campo, messaggio }] : []));

/** Ciò che non può essere, campo per campo: si rifiuta. */
export const contraddizioni = (p: Entrata & Persona & Uscita): Problema[] => [
  ...contraddizioniCodice(p),
  ...contraddizioniEntrata(p, p.dataNascita),
  ...contraddizioniUscita(p, p.ingresso),
  ...contraddizioniFrequenze(p.azioni, p.ingresso, p.uscita),
];

/** Un codice, o la ragione per cui non c'è. */
export function contraddizioniCodice({ codice, senzaCodice }: Pick<Persona, 'codice' | 'senzaCodice'>): Problema[] {
  const sanitario = codice && /^(STP|ENI)\d/.test(codice) ? codice.slice(0, 3) : null;
  return vere([
    [
      !codice && senzaCodice !== 'NESSUNO',
      'codice',
      'Scrivi il codice fiscale, STP o ENI. Se la persona non ne ha, scegli «Nessun codice».',
    ],
    [!!codice && senzaCodice === 'NESSUNO', 'senzaCodice', 'C’è un codice: togli «Nessun codice», oppure cancella il codice.'],
    [
      !!codice && !!senzaCodice && senzaCodice !== 'NESSUNO' && senzaCodice !== sanitario,
      'senzaCodice',
      'Il codice scritto non è di questo tipo: correggi il codice o la scelta.',
    ],
  ]);
}

/** Le caratteristiche all'ingresso contro la nascita. */
export function contraddizioniEntrata(p: Entrata, nascita: string | null): Problema[] {
  const { ingresso } = p;
  const eta = etaAllIngresso(nascita, ingresso);
  const isced = iscedDi(p.titoloStudio);
  return vere([
    [!!nascita && nascita > ingresso, 'dataNascita', `La persona sarebbe nata dopo l’ingresso (${dataBreve(ingresso)}).`],
    [eta !== null && eta > 120, 'dataNascita', `All’ingresso la persona avrebbe ${eta} anni: ricontrolla la data di nascita.`],
    [
      eta !== null && eta >= 0 && eta < 18 && isced !== null && isced >= 5,
      'titoloStudio',
      `All’ingresso la persona ha ${eta} anni: non può avere già questo titolo.`,
    ],
    [
      p.mesiDisoccupazione !== null && p.condizione !== 'DISOCCUPATO',
      'mesiDisoccupazione',
      'I mesi di disoccupazione si scrivono solo per chi è disoccupato.',
    ],
  ]);
}

/** L'uscita contro l'ingresso. */
export const contraddizioniUscita = ({ uscita, motivoUscita }: Pick<Uscita, 'uscita' | 'motivoUscita'>, ingresso: string): Problema[] =>
  vere([
    [!!uscita && uscita < ingresso, 'uscita', `L’uscita non può venire prima dell’ingresso (${dataBreve(ingresso)}).`],
    [!!uscita && !motivoUscita, 'motivoUscita', 'Scegli il motivo dell’uscita.'],
    [!uscita && !!motivoUscita, 'uscita', 'C’è un motivo di uscita: scrivi anche la data.'],
  ]);

/** Le azioni contro la partecipazione: ciascuna una volta sola, dentro le sue date. */
export function contraddizioniFrequenze(azioni: Uscita['azioni'], ingresso: string, uscita: string | null): Problema[] {
  const doppia = new Set(azioni.map(({ azioneId }) => azioneId)).size < azioni.length;
  return vere([
    [doppia, 'azioni', 'La stessa azione compare due volte.'],
    ...azioni.flatMap(({ azioneId, dal, al }): [boolean, string, string][] => [
      [!!dal && dal < ingresso, `dal.${azioneId}`, `La partecipazione all’azione comincia prima dell’ingresso (${dataBreve(ingresso)}).`],
      [!!al && al < (dal ?? ingresso), `al.${azioneId}`, 'La partecipazione all’azione finisce prima di cominciare.'],
      [
        !!uscita && (al ?? dal ?? ingresso) > uscita,
        `al.${azioneId}`,
        `La partecipazione all’azione va oltre l’uscita (${dataBreve(uscita ?? '')}).`,
      ],
    ]),
  ]);
}

/** Le date del progetto: null = non ancora fissate. */
export type DateProgetto = { avvio: string | null; fine: string | null };

/** Ciò che solo chi sa che giorno è oggi e quando si svolge il progetto può rifiutare. */
export function fuoriTempo(
  p: { ingresso: string; uscita?: string | null; informativaIl?: string },
  progetto: DateProgetto,
  oggi: string,
): Problema[] {
  const { ingresso, uscita, informativaIl } = p;
  return vere([
    [
      !!progetto.avvio && ingresso < progetto.avvio,
      'ingresso',
      `L’ingresso viene prima dell’avvio del progetto (${dataBreve(progetto.avvio ?? '')}).`,
    ],
    [
      !!progetto.fine && ingresso > progetto.fine,
      'ingresso',
      `L’ingresso viene dopo la fine del progetto (${dataBreve(progetto.fine ?? '')}).`,
    ],
    [ingresso > oggi, 'ingresso', 'L’ingresso non può essere nel futuro.'],
    [!!uscita && uscita > oggi, 'uscita', 'L’uscita non può essere nel futuro.'],
    [!!informativaIl && informativaIl > oggi, 'informativaIl', 'L’informativa non può essere stata consegnata nel futuro.'],
  ]);
}

/** L'età a cui di norma si ha un titolo, per livello ISCED. */
const ETA_TITOLO = [0, 9, 12, 16, 17, 20, 20, 22, 24];

/** Ciò che è strano ma può essere vero: si chiede conferma. `oggi` decide il secolo del codice fiscale. */
export function avvisi(p: Entrata & Persona, oggi: string): Problema[] {
  const eta = etaAllIngresso(p.dataNascita, p.ingresso);
  const isced = iscedDi(p.titoloStudio);
  return [
    ...avvisiCodice(p, oggi),
    ...vere([
      [p.informativaIl > p.ingresso, 'informativaIl', 'L’informativa risulta consegnata dopo l’ingresso.'],
      [eta !== null && eta > 105, 'dataNascita', `All’ingresso la persona ha ${eta} anni.`],
      [
        eta !== null && eta >= 0 && isced !== null && isced < 5 && eta < (ETA_TITOLO[isced] ?? 0),
        'titoloStudio',
        `All’ingresso la persona ha ${eta} anni: è presto per questo titolo di studio.`,
      ],
      [eta !== null && eta < 15 && !!p.condizione?.startsWith('OCCUPATO'), 'condizione', `La persona ha ${eta} anni e risulta occupata.`],
      [eta !== null && eta < 15 && p.condizione === 'DISOCCUPATO', 'condizione', `La persona ha ${eta} anni e risulta disoccupata.`],
      [
        eta !== null && p.mesiDisoccupazione !== null && p.mesiDisoccupazione > Math.max(0, eta - 14) * 12,
        'mesiDisoccupazione',
        'I mesi di disoccupazione sono più di quelli da quando la persona può lavorare.',
      ],
      [
        p.senzaDimora && p.condizioneAbitativa === 'NESSUNA',
        'condizioneAbitativa',
        'La persona è senza fissa dimora ma senza disagio abitativo.',
      ],
    ]),
  ];
}

/** Dove il codice fiscale e i dati scritti non dicono lo stesso. */
export function avvisiCodice(p: Persona, oggi: string): Problema[] {
  const letto = p.codice ? leggiCodiceFiscale(p.codice, oggi) : null;
  return letto?.ok ? discordanze(letto, p) : [];
}

/** Ciò che manca perché il record si possa trasmettere (Reg. 2021/1057, art. 17 par. 5). */
export function mancaPerTrasmettere(p: {
  sesso: string | null;
  dataNascita: string | null;
  titoloStudio: string | null;
  condizione: string | null;
}): string[] {
  return vere([
    [p.sesso === null, 'sesso', 'sesso'],
    [p.dataNascita === null, 'dataNascita', 'data di nascita'],
    [p.titoloStudio === null, 'titoloStudio', 'titolo di studio'],
    [p.condizione === null, 'condizione', 'condizione occupazionale'],
  ]).map(({ messaggio }) => messaggio);
}
