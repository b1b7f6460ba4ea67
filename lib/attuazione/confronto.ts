import { dataBreve, meseBreve } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import { etichettaAzione } from './labels';
import type { AzioneDelRapporto, CausaInElenco, Dichiarazione } from './queries';
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

const causeInParole = (d: Dichiarazione | null, nomi: Map<string, string>): string =>
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
  const quantita = azione.quantita.map((q) => {
    const valore = (n: number | null) => (n === null ? ASSENTE : numero(n));
    const previsto =
      q.previsto === null ? null : `previsto ${numero(q.previsto)}${q.previstoMax === null ? '' : `–${numero(q.previstoMax)}`}`;
    const scarto = q.ora !== null && q.prima !== null && q.ora !== q.prima ? segno(q.ora - q.prima) : null;
    const oltre = q.ora !== null && q.previsto !== null && q.ora > (q.previstoMax ?? q.previsto) ? 'più del previsto' : null;
    return voce(`q-${q.id}`, nomeQuantita(q), valore(q.prima), valore(q.ora), [scarto, previsto, oltre].filter(Boolean).join(', ') || null);
  });
  return [
    voce(
      'stato',
      'Stato',
      prima ? etichettaAzione(prima.stato) : 'nessuna relazione',
      ora ? etichettaAzione(ora.stato) : 'non ancora compilata',
    ),
    voce('percentuale', 'Avanzamento', percento(prima), percento(ora), punti === '= punti' ? null : punti),
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
  ];
}

/** "Famiglie, percorso P.I.P.P.I.": il nome di una quantita in una tabella. */
export const nomeQuantita = ({ unita, riferimento }: { unita: string; riferimento: string | null }): string =>
  `${unita.charAt(0).toUpperCase()}${unita.slice(1)}${riferimento ? `, ${riferimento}` : ''}`;
