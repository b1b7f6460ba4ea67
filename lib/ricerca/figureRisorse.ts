import { dataLunga } from '@/lib/format/data';
import { euro, numero } from '@/lib/format/euro';
import { NOME_INDICATORE } from '@/lib/indicatori/codici';
import { type Figura, type FiguraABarre, figuraABarre, frasi } from './figura';
import { conta, quotaScritta } from './labels';
import type { DatiRisorse, PubblicataAlla } from './righe';
import { type Partecipanti, partecipantiPubblicati, type Spesa, spesaDeiProgetti } from './risorse';

/** Le figure delle risorse e dei partecipanti. */

/** Un importo manca, o la spesa non c'è: si dice sempre, perché un grafico dell'assegnato non sembri la spesa. */
const SPESA_NON_RACCOLTA =
  'Il portale non raccoglie ancora la rendicontazione: importi dichiarati, ammessi ed erogati mancano, e il tasso di spesa non si può calcolare.';

export const figuraSpesa = ({ righe, conAssegnato, assegnato, quota, dimostrativi }: Spesa): FiguraABarre => {
  const noti = righe.flatMap((riga) => (riga.assegnato === null ? [] : [{ ...riga, assegnato: riga.assegnato }]));
  return figuraABarre(
    'spesa',
    noti
      .sort((a, b) => (a.assegnato === b.assegnato ? a.progetto.localeCompare(b.progetto) : a.assegnato < b.assegnato ? 1 : -1))
      .map((riga) => ({
        ...{ chiave: riga.progetto, etichetta: riga.capofila, valore: Number(riga.assegnato / 100n) },
        scritto: euro(riga.assegnato),
      })),
    {
      nota: `Euro. L’importo assegnato è noto per ${conAssegnato} su ${conta(righe.length, 'progetto', 'progetti')}: ${euro(assegnato)} in tutto${
        quota === null ? '' : `, ${quotaScritta(quota)} di quanto chiesto`
      }.`,
      avvertenza: frasi(
        'Gli importi sono quelli in vigore oggi per i progetti approvati entro la data.',
        SPESA_NON_RACCOLTA,
        dimostrativi > 0 && `Di ${conta(dimostrativi, 'progetto', 'progetti')} gli importi sono inventati per la dimostrazione.`,
      ),
      scala: Math.max(1, ...noti.map((riga) => Number(riga.assegnato / 100n))),
    },
  );
};

const quanti = (valore: number | null): string => (valore === null ? 'soppresso' : numero(valore));

const DA_DOVE = ({ il, trimestre }: PubblicataAlla): string =>
  `Tabella del programma pubblicata il ${dataLunga(il)} (${trimestre.slice(-1)}º trimestre ${trimestre.slice(0, 4)}).`;
const SOPPRESSO = '«Soppresso»: le persone sono poche, o il numero permetterebbe di ricavarne altri. Non vuol dire zero.';

export const figuraPartecipanti = (pubblicata: PubblicataAlla, { righe, completi, soppressi }: Partecipanti): FiguraABarre =>
  figuraABarre(
    'partecipanti',
    [...righe]
      .sort((a, b) => (b.completi ?? -1) - (a.completi ?? -1) || a.codice.localeCompare(b.codice))
      .map((riga) => ({ chiave: riga.codice, etichetta: riga.territorio, valore: riga.completi ?? 0, scritto: quanti(riga.completi) })),
    {
      nota: `Persone con i dati completi, ognuna una volta in ogni progetto: ${quanti(completi)} nel programma. ${DA_DOVE(pubblicata)}`,
      avvertenza: frasi(soppressi > 0 && SOPPRESSO, 'Solo i progetti che hanno già pubblicato una tabella.'),
    },
  );

export const figuraCaratteristiche = (pubblicata: PubblicataAlla, { indicatori }: Partecipanti): FiguraABarre =>
  figuraABarre(
    'caratteristiche',
    indicatori
      .filter(({ universo }) => universo === 'completi')
      .map(({ codice, valori }) => ({
        ...{ chiave: codice, codice: codice === 'TOTALE' ? undefined : codice, etichetta: NOME_INDICATORE[codice] },
        ...{ valore: valori.T ?? 0, scritto: quanti(valori.T) },
      })),
    {
      nota: `Persone con i dati completi, tutte insieme. ${DA_DOVE(pubblicata)}`,
      avvertenza: `Una persona può avere più caratteristiche: le barre non si sommano. ${SOPPRESSO}`,
    },
  );

export function figureRisorse(dati: DatiRisorse): Figura[] {
  const spesa = figuraSpesa(spesaDeiProgetti(dati));
  if (!dati.pubblicata) return [spesa];
  const partecipanti = partecipantiPubblicati(dati.pubblicata);
  return [spesa, figuraPartecipanti(dati.pubblicata, partecipanti), figuraCaratteristiche(dati.pubblicata, partecipanti)];
}
