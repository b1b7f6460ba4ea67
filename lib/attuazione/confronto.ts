import { dataBreve, meseBreve } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import { esitoContromisura, etichettaAzione } from './labels';
import type { AzioneDelRapporto, CausaInElenco, Dichiarazione, QuantitaDellAzione } from './queries';
import { giorniTra } from './rules';

/** Prima e ora di un'azione, campo per campo, con la differenza in parole: la stessa lettura per la Regione e per gli enti. */
export type VoceConfronto = { id: string; campo: string; prima: string; ora: string; delta: string | null; cambiata: boolean };

const ASSENTE = 'non indicato';
const segno = (n: number): string => (n > 0 ? `+${numero(n)}` : n < 0 ? `−${numero(-n)}` : '=');
const giorni = (n: number): string => (n === 1 ? '1 giorno' : `${n} giorni`);

const data = (iso: string | null | undefined): string => (iso ? dataBreve(iso) : ASSENTE);

function voce(id: string, campo: string, prima: string, ora: string, delta: string | null = null): VoceConfronto {
  return { id, campo, prima, ora, delta, cambiata: prima !== ora };
}

/** Quanto la fine si scosta dal piano: "31 giorni prima del previsto, 30/03/2020". */
function dalPiano(fine: string | null | undefined, prevista: string | null): string | null {
  if (!fine || !prevista || fine === prevista) return null;
  const scarto = giorniTra(prevista, fine);
  return `${giorni(Math.abs(scarto))} ${scarto > 0 ? 'dopo' : 'prima'} del previsto, ${dataBreve(prevista)}`;
}

function spostata(prima: string | null | undefined, ora: string | null | undefined, fineProgetto: string | null): string | null {
  const parti = [
    prima && ora && prima !== ora ? `${segno(giorniTra(prima, ora))} giorni` : null,
    ora && fineProgetto && ora > fineProgetto ? 'oltre la fine del progetto' : null,
  ].filter(Boolean);
  return parti.length ? parti.join(', ') : null;
}

/** Le cause dichiarate, in una frase: «B2 Personale, principale (da mar 2020)»; «nessuna». `nomi`: l'etichetta di ogni codice. */
export const causeInParole = (d: Dichiarazione | null, nomi: Map<string, string>): string =>
  d && d.cause.length > 0
    ? d.cause
        .map((c) => {
          const tempo = [c.meseDal && `da ${meseBreve(c.meseDal)}`, c.meseAl && `a ${meseBreve(c.meseAl)}`, c.risolta && 'risolta']
            .filter(Boolean)
            .join(' ');
          return `${c.codice} ${nomi.get(c.codice) ?? ''}${c.primaria ? ', principale' : ''}${tempo ? ` (${tempo})` : ''}`;
        })
        .join('; ')
    : 'nessuna';

/** Le voci di un'azione, nell'ordine del modulo. I testi lunghi (come rimediate, note) si confrontano a parte, parola per parola. */
export function confronta(azione: AzioneDelRapporto, cause: CausaInElenco[], fineProgetto: string | null): VoceConfronto[] {
  const { ora, prima } = azione;
  const nomi = new Map(cause.map((c) => [c.codice, c.etichetta]));
  const percento = (d: Dichiarazione | null) => (d?.percentuale === null || d?.percentuale === undefined ? ASSENTE : `${d.percentuale}%`);
  const punti = ora?.percentuale != null && prima?.percentuale != null ? `${segno(ora.percentuale - prima.percentuale)} punti` : null;
  const scende = punti && inCalo(azione) ? `${punti}, in calo` : punti;
  const quantita = azione.quantita.map((q) => {
    const valore = (n: number | null) => (n === null ? ASSENTE : numero(n));
    const previsto =
      q.previsto === null ? null : `previsto ${numero(q.previsto)}${q.previstoMax === null ? '' : `–${numero(q.previstoMax)}`}`;
    const scarto = q.ora !== null && q.prima !== null && q.ora !== q.prima ? segno(q.ora - q.prima) : null;
    const avviso = [oltreIlPrevisto(q) && 'più del previsto', diminuita(q) && 'in calo'].filter(Boolean);
    return voce(
      `q-${q.id}`,
      nomeQuantita(q),
      valore(q.prima),
      valore(q.ora),
      [scarto, previsto, ...avviso].filter(Boolean).join(', ') || null,
    );
  });
  return [
    voce(
      'stato',
      'Stato',
      prima ? etichettaAzione(prima.stato) : 'nessuna relazione',
      ora ? etichettaAzione(ora.stato) : 'non ancora compilata',
    ),
    voce('percentuale', 'Avanzamento', percento(prima), percento(ora), punti === '= punti' ? null : scende),
    voce('inizioEffettivo', 'Inizio effettivo', data(prima?.inizioEffettivo), data(ora?.inizioEffettivo)),
    voce(
      'fineStimata',
      'Fine stimata',
      data(prima?.fineStimata),
      data(ora?.fineStimata),
      spostata(prima?.fineStimata, ora?.fineStimata, fineProgetto),
    ),
    voce(
      'fineEffettiva',
      'Fine effettiva',
      data(prima?.fineEffettiva),
      data(ora?.fineEffettiva),
      dalPiano(ora?.fineEffettiva, azione.finePrevista),
    ),
    ...quantita,
    voce('cause', 'Cause di ritardo', causeInParole(prima, nomi), causeInParole(ora, nomi)),
    ...(prima?.contromisura || ora?.contromisuraEsito
      ? [
          voce(
            'contromisuraEsito',
            'Esito della contromisura di prima',
            esitoContromisura(prima?.contromisuraEsito),
            esitoContromisura(ora?.contromisuraEsito),
          ),
        ]
      : []),
  ];
}

const inCalo = ({ ora, prima }: Pick<AzioneDelRapporto, 'ora' | 'prima'>): boolean =>
  ora?.percentuale != null && prima?.percentuale != null && ora.percentuale < prima.percentuale;
const oltreIlPrevisto = (q: QuantitaDellAzione): boolean => q.ora !== null && q.previsto !== null && q.ora > (q.previstoMax ?? q.previsto);
const diminuita = (q: QuantitaDellAzione): boolean => q.ora !== null && q.prima !== null && q.ora < q.prima;

/** Se l'azione è cambiata dal periodo prima, in un valore o in un testo; null se non si può dire (nessuna delle due, o una sola). */
export function cambiata(azione: AzioneDelRapporto): boolean | null {
  const { ora, prima } = azione;
  if (!ora || !prima) return null;
  return ora.contromisura !== prima.contromisura || ora.nota !== prima.nota || confronta(azione, [], null).some((v) => v.cambiata);
}

/** Ciò che si ammette ma si segnala, in parole, all'ente e alla Regione: avanzamento o totali che scendono, quantità oltre il piano. */
export function segnalazioni(azione: Pick<AzioneDelRapporto, 'ora' | 'prima' | 'quantita'>): string[] {
  const { ora, prima } = azione;
  const scende = inCalo(azione) ? [`L’avanzamento scende dal ${prima?.percentuale}% al ${ora?.percentuale}%.`] : [];
  const quantita = azione.quantita.flatMap((q) => [
    ...(oltreIlPrevisto(q)
      ? [`${nomeQuantita(q)}: ${numero(q.ora ?? 0)}, più del previsto (${numero(q.previstoMax ?? q.previsto ?? 0)}).`]
      : []),
    ...(diminuita(q)
      ? [`${nomeQuantita(q)}: il totale dall’inizio del progetto scende da ${numero(q.prima ?? 0)} a ${numero(q.ora ?? 0)}.`]
      : []),
  ]);
  return [...scende, ...quantita];
}

/** "Famiglie, percorso P.I.P.P.I.": il nome di una quantità in una tabella. */
export const nomeQuantita = ({ unita, riferimento }: { unita: string; riferimento: string | null }): string =>
  `${unita.charAt(0).toUpperCase()}${unita.slice(1)}${riferimento ? `, ${riferimento}` : ''}`;
