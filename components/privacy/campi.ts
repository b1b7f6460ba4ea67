import { GENERI_DIRITTO, type GenereDiritto } from '@/lib/privacy/diritti';
import { MASSIMO_ESITO } from '@/lib/privacy/schema';
import type { GruppoCampi } from '../istruttoria/campiEsame';

/** I campi dei moduli sulle richieste degli interessati. */

export const campiRichiesta = (oggi: string): GruppoCampi[] => [
  {
    campi: [
      {
        tipo: 'scelta',
        nome: 'genere',
        etichetta: 'Che cosa chiede',
        vuota: 'Scegli un diritto',
        opzioni: Object.entries(GENERI_DIRITTO).map(([valore, { nome, articolo }]) => ({ valore, etichetta: `${nome} (${articolo})` })),
      },
      {
        tipo: 'data',
        nome: 'ricevutaIl',
        etichetta: 'Ricevuta il',
        aiuto: 'Da questo giorno decorre il mese per rispondere.',
        valore: oggi,
      },
    ],
  },
];

const SUGGERIMENTI: Record<GenereDiritto, string> = {
  ACCESSO: 'Per esempio: consegnata a mano la copia dei dati, il 12/05/2020.',
  RETTIFICA: 'Per esempio: corretto il titolo di studio.',
  CANCELLAZIONE: 'Per esempio: i controlli sono in corso, la legge impone di conservare i dati fino al 30/06/2022.',
  LIMITAZIONE: 'Per esempio: nessuno usa i dati finché la verifica non è finita.',
  OPPOSIZIONE: 'Per esempio: i dati servono a un obbligo di legge, e l’opposizione non si può accogliere.',
};

export const campiChiusura = (genere: GenereDiritto): GruppoCampi[] => [
  {
    campi: [
      {
        tipo: 'risposta',
        nome: 'stato',
        etichetta: 'Com’è andata',
        opzioni: [
          { valore: 'EVASA', etichetta: 'Accolta' },
          { valore: 'RESPINTA', etichetta: 'Non accolta' },
        ],
      },
      {
        tipo: 'area',
        nome: 'esito',
        etichetta: 'Che cosa avete risposto',
        aiuto: `Senza nomi né dati di salute. ${SUGGERIMENTI[genere]}`,
        massimo: MASSIMO_ESITO,
      },
    ],
  },
];
