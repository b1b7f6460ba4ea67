import type { PartecipazioneLetta } from '@/lib/persone/letture';
import { MOTIVI_USCITA, opzioniDi } from '@/lib/persone/vocabolari';
import type { CampoEsame, GruppoCampi } from '../istruttoria/campiEsame';
import { campiAzioni, data, testo } from './campi';

/** I campi dei moduli di una scheda: azioni, uscita, rientro, esiti. */

/** Le azioni già seguite e le altre, con date e ore. */
export function campiFrequenze({ frequenze, progetto }: PartecipazioneLetta): GruppoCampi[] {
  const tutte = [...frequenze, ...progetto.azioni.filter(({ id }) => !frequenze.some((f) => f.id === id))];
  const caselle = campiAzioni(
    tutte,
    frequenze.map(({ id }) => id),
  );
  return [
    caselle,
    ...tutte.map(({ id, codice, titolo }): GruppoCampi => {
      const sua = frequenze.find((f) => f.id === id);
      return {
        legenda: `${codice}, ${titolo}`,
        campi: [
          data(`dal.${id}`, 'Dal', sua?.dal, { facoltativo: true }),
          data(`al.${id}`, 'Al', sua?.al, { facoltativo: true }),
          testo(`ore.${id}`, 'Ore', {
            valore: sua?.ore === null || sua?.ore === undefined ? undefined : String(sua.ore).replace('.', ','),
            facoltativo: true,
          }),
        ],
      };
    }),
  ];
}

/** L'uscita: nuova, o quella registrata da correggere. */
export const campiUscita = ({ uscita, motivoUscita }: Pick<PartecipazioneLetta, 'uscita' | 'motivoUscita'>): GruppoCampi[] => [
  {
    campi: [
      data('uscita', 'Data di uscita', uscita, uscita ? { aiuto: 'Cancella la data e il motivo se la persona non è uscita.' } : {}),
      {
        tipo: 'scelta',
        nome: 'motivoUscita',
        etichetta: 'Motivo',
        vuota: 'Scegli il motivo',
        opzioni: opzioniDi(MOTIVI_USCITA),
        valore: motivoUscita ?? undefined,
      },
    ],
  },
];
export const CAMPI_RIENTRO: GruppoCampi[] = [{ campi: [data('rientro', 'Data del rientro', null)] }];

const caselleEsito = (nome: string, etichetta: string, spuntata: boolean | undefined): CampoEsame => ({
  ...{
    tipo: 'risposta',
    nome,
    etichetta,
    opzioni: [
      { valore: 'SI', etichetta: 'Sì' },
      { valore: 'NO', etichetta: 'No' },
    ],
  },
  valore: spuntata === undefined ? 'NO' : spuntata ? 'SI' : 'NO',
});
export const campiQuattroSettimane = ({ esito4Settimane: e, dataEsito4Settimane }: PartecipazioneLetta): GruppoCampi[] => [
  {
    campi: [
      data('data', 'Rilevato il', dataEsito4Settimane),
      caselleEsito('cercaLavoro', 'Cerca lavoro', e?.cercaLavoro),
      caselleEsito('istruzione', 'Studia o segue una formazione', e?.istruzione),
      caselleEsito('qualifica', 'Ha ottenuto una qualifica', e?.qualifica),
      caselleEsito('lavoro', 'Lavora, anche in proprio', e?.lavoro),
    ],
  },
];
export const campiSeiMesi = ({ esito6Mesi: e, dataEsito6Mesi }: PartecipazioneLetta): GruppoCampi[] => [
  {
    campi: [
      data('data', 'Rilevato il', dataEsito6Mesi),
      caselleEsito('lavoro', 'Lavora, anche in proprio', e?.lavoro),
      {
        ...caselleEsito('migliorato', 'La sua situazione di lavoro è migliorata', e?.migliorato),
        aiuto: 'Lavoro più stabile, a tempo pieno o di livello superiore. Il solo aumento di stipendio non conta.',
      },
    ],
  },
];
