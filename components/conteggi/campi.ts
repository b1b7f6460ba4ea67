import type { AzioneContata } from '@/lib/conteggi/queries';
import { GENERI, MASSIMO_NOTA } from '@/lib/conteggi/schema';
import { dataBreve } from '@/lib/format/data';
import type { GruppoCampi } from '../istruttoria/campiEsame';

/** Il modulo di un conteggio. @param oggi AAAA-MM-GG */
export const campiConteggio = (azioni: readonly AzioneContata[], oggi: string): GruppoCampi[] => [
  {
    campi: [
      {
        ...{ tipo: 'scelta', nome: 'azioneId', etichetta: 'Azione', vuota: 'Scegli l’azione' },
        opzioni: azioni
          .filter(({ annullata }) => !annullata)
          .map(({ id, codice, titolo }) => ({ valore: id, etichetta: `${codice}, ${titolo}` })),
      },
      {
        ...{ tipo: 'scelta', nome: 'genere', etichetta: 'Che attività era', vuota: 'Scegli l’attività' },
        opzioni: Object.entries(GENERI).map(([valore, etichetta]) => ({ valore, etichetta })),
      },
      { tipo: 'data', nome: 'giorno', etichetta: 'Giorno', aiuto: `Per esempio ${dataBreve(oggi)}.` },
      { tipo: 'testo', nome: 'presenze', etichetta: 'Presenze', larghezza: 'numero' },
      { tipo: 'testo', nome: 'donne', etichetta: 'Di cui donne', larghezza: 'numero', facoltativo: true, aiuto: 'Vuoto: non contate.' },
      {
        tipo: 'testo',
        nome: 'minori',
        etichetta: 'Di cui minori di 18 anni',
        larghezza: 'numero',
        facoltativo: true,
        aiuto: 'Vuoto: non contati.',
      },
      {
        ...{ tipo: 'area', nome: 'nota', etichetta: 'Nota', massimo: MASSIMO_NOTA, righe: 2, facoltativo: true },
        aiuto: 'Per distinguere due attività dello stesso giorno. Niente nomi di persone.',
      },
    ],
  },
];
