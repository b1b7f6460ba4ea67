import { TESTO_MASSIMO } from '@/lib/cessazioni/schema';
import { dataBreve } from '@/lib/format/data';
import { euro } from '@/lib/format/euro';
import type { GruppoCampi } from '../istruttoria/campiEsame';

/** I campi di rinuncia, revoca e conclusione, descritti dal server. `oggi` AAAA-MM-GG, importi in centesimi scritti come testo. */

const atto = (oggi: string): GruppoCampi => ({
  legenda: 'Atto',
  campi: [
    { tipo: 'testo', nome: 'atto', etichetta: 'Numero dell’atto', aiuto: 'Per esempio: D.D. 998/A15000' },
    { tipo: 'data', nome: 'dataAtto', etichetta: 'Data dell’atto', valore: dataBreve(oggi) },
  ],
});

const recupero = (assegnatoCents: string | null): GruppoCampi => ({
  legenda: 'Recupero',
  campi: [
    {
      ...{ tipo: 'importo', nome: 'recupero', etichetta: 'Quanto si recupera', facoltativo: true },
      aiuto: assegnatoCents ? `Al massimo il contributo assegnato, ${euro(BigInt(assegnatoCents))}.` : 'Lascia vuoto se non è ancora noto.',
    },
    {
      ...{ tipo: 'area', nome: 'pianoRecupero', etichetta: 'Piano di recupero', massimo: TESTO_MASSIMO, righe: 3 },
      aiuto: 'Come e quando si restituisce ciò che non spetta, o perché non c’è nulla da restituire.',
    },
  ],
});

export const campiConferma = (oggi: string, assegnatoCents: string | null): GruppoCampi[] => [atto(oggi), recupero(assegnatoCents)];

export const campiRevoca = (oggi: string, assegnatoCents: string | null): GruppoCampi[] => [
  {
    campi: [
      {
        tipo: 'area',
        nome: 'motivazione',
        etichetta: 'Perché si revoca',
        massimo: TESTO_MASSIMO,
        aiuto: 'La leggono gli enti del progetto.',
      },
    ],
  },
  atto(oggi),
  recupero(assegnatoCents),
];

/** `fine`: la fine in vigore; se non è ancora arrivata si propone oggi, e serve la ragione. */
export const campiConclusione = (oggi: string, fine: string | null): GruppoCampi[] => [
  {
    campi: [
      { tipo: 'data', nome: 'data', etichetta: 'Giorno in cui il progetto si è concluso', valore: dataBreve(giornoProposto(oggi, fine)) },
      {
        ...{ tipo: 'area', nome: 'motivazione', etichetta: 'Motivazione', facoltativo: true, massimo: TESTO_MASSIMO, righe: 3 },
        aiuto: 'Serve se il progetto si conclude prima della fine in vigore.',
      },
    ],
  },
  atto(oggi),
];

export const giornoProposto = (oggi: string, fine: string | null): string => (fine !== null && fine < oggi ? fine : oggi);
