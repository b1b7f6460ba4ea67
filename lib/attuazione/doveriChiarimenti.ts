import { dataLunga, giornoDi, nomePeriodo } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { type Caso, capofilaDi, nellaRelazione, nelProgetto, referente, relazione } from './frasiDoveri';
import type { ChiarimentoAperto, Compito } from './tipiCompiti';

/** I compiti di una relazione che la Regione ha rimandato: chiarimenti a cui rispondere, o tutta da rivedere dopo un rigetto. */

/** Un compito per chiarimento: il capofila risponde, chi ha l'azione la corregge. */
export function chiarimenti(caso: Caso): Compito[] {
  const { progetto, periodo, rapporto } = caso;
  const chiesto = ({ chiestoIl }: ChiarimentoAperto) => `chiesto il ${dataLunga(giornoDi(new Date(chiestoIl)))}`;
  const comune = (c: ChiarimentoAperto) => ({
    perche: c.domanda,
    href: routes.rapporto(progetto.id, rapporto.id, { azione: c.azioneId }),
    entro: c.entro,
  });
  if (progetto.capofila)
    return rapporto.chiarimenti.map((c) => ({
      ...comune(c),
      id: `${c.id}:rispondi`,
      titolo: `Rispondi al chiarimento su «${c.azione}»`,
      provenienza: `${nelProgetto(caso)}, relazione ${nomePeriodo(periodo)}, ${chiesto(c)}. La verifica è sospesa finché non rispondi.${referente(caso, 'La risposta la invia il referente.')}`,
      azione: 'Rispondi',
    }));
  return rapporto.chiarimenti
    .filter(({ mia }) => mia)
    .map((c) => ({
      ...comune(c),
      id: `${c.id}:correggi`,
      titolo: `Correggi l’azione «${c.azione}»`,
      provenienza: `${nelProgetto(caso)}, relazione ${nomePeriodo(periodo)}, ${chiesto(c)}. Alla Regione risponde ${capofilaDi(caso)}.`,
      azione: 'Correggi',
    }));
}

/** La Regione ha riaperto per intero una relazione respinta: si corregge tutta e la ripresenta il capofila. */
export function riaperta(caso: Caso): Compito[] {
  const { progetto, periodo, rapporto } = caso;
  if (!progetto.capofila && progetto.azioniMie === 0) return [];
  const motivo = rapporto.notaDecisione ? `La Regione l’ha riaperta: «${rapporto.notaDecisione}»` : 'La Regione l’ha riaperta.';
  const comune = { perche: motivo, href: nellaRelazione(caso), entro: null };
  return progetto.capofila
    ? [
        {
          ...comune,
          id: `${periodo.id}:ripresenta`,
          titolo: `Correggi e ripresenta ${relazione(caso)}`,
          provenienza: `${nelProgetto(caso)}.${referente(caso, 'La ripresenta il referente.')}`,
          azione: 'Correggi',
        },
      ]
    : [
        {
          ...comune,
          id: `${periodo.id}:correggi`,
          titolo: `Correggi le tue azioni nella relazione ${nomePeriodo(periodo)}`,
          provenienza: `${nelProgetto(caso)}. La ripresenta ${capofilaDi(caso)}`,
          azione: 'Correggi',
        },
      ];
}
