import { dataBreve } from '@/lib/format/data';
import type { ProrogaLetta, ProrogheDelProgetto } from '@/lib/proroghe/queries';
import { conLaFine } from '@/lib/proroghe/rules';
import { LIMITI_PROROGA } from '@/lib/proroghe/schema';
import { campiAtto } from '../istruttoria/campiAtto';
import type { CampoEsame, GruppoCampi } from '../istruttoria/campiEsame';

/** I campi dei moduli delle proroghe, descritti dal server. */

/** Quanto e perché: gli stessi quando si apre e quando si riscrive. */
export const campiRichiesta = (proroga?: ProrogaLetta): GruppoCampi[] => [
  {
    legenda: 'Di quanto',
    campi: [
      {
        ...{
          tipo: 'testo',
          larghezza: 'numero',
          nome: 'mesi',
          etichetta: 'Di quanti mesi',
          facoltativo: true,
          valore: proroga?.mesi ? String(proroga.mesi) : '',
        },
        aiuto: 'Si contano dalla fine in vigore: se il giorno non esiste vale l’ultimo del mese.',
      },
      {
        ...{ tipo: 'data', nome: 'data', etichetta: 'Oppure fino al giorno', facoltativo: true },
        ...{
          valore: proroga && proroga.mesi === null ? dataBreve(proroga.fineChiesta) : '',
          aiuto: 'gg/mm/aaaa. Scrivi i mesi o il giorno, non entrambi.',
        },
      },
    ],
  },
  {
    campi: [
      {
        ...{ tipo: 'area', nome: 'motivo', etichetta: 'Perché serve', massimo: LIMITI_PROROGA.motivo, valore: proroga?.motivo ?? '' },
        aiuto: 'Che cosa è successo e che cosa resta da fare. Serve per presentare la richiesta.',
      },
    ],
  },
];

/** Su che cosa: il progetto o una sua azione. */
export const campoAzione = ({ azioni }: ProrogheDelProgetto): GruppoCampi => ({
  campi: [
    {
      ...{ tipo: 'scelta', nome: 'azioneId', etichetta: 'Che cosa si proroga', valore: '' },
      opzioni: [
        { valore: '', etichetta: 'Il progetto intero' },
        ...azioni.map(({ id, codice, titolo, fine }) => ({
          valore: id,
          etichetta: `Azione ${codice}, ${titolo}${fine ? ` (finisce il ${dataBreve(fine)})` : ''}`,
        })),
      ],
    },
  ],
});

/** Le azioni che finiscono con il progetto: si sceglie se spostarle con lui. */
function campoAzioni({ azioni, fine }: ProrogheDelProgetto, { azioneId }: ProrogaLetta): CampoEsame[] {
  const insieme = azioneId === null ? conLaFine(azioni, fine) : [];
  if (insieme.length === 0) return [];
  return [
    {
      ...{ tipo: 'caselle', nome: 'azioni', etichetta: 'Azioni che finiscono con il progetto' },
      aiuto: 'Quelle spuntate si spostano alla nuova fine, con una nuova versione del piano. Le altre restano com’erano.',
      opzioni: insieme.map(({ id, codice, titolo }) => ({ valore: id, etichetta: `${codice}, ${titolo}` })),
      spuntate: insieme.map(({ id }) => id),
    },
  ];
}

export const campiConcessione = (progetto: ProrogheDelProgetto, proroga: ProrogaLetta, adesso: Date): GruppoCampi[] => [
  {
    campi: [
      {
        ...{ tipo: 'data', nome: 'fine', etichetta: 'Fine concessa', valore: dataBreve(proroga.fineChiesta) },
        aiuto: 'Puoi concedere un giorno diverso da quello chiesto, più vicino o più lontano.',
      },
      {
        ...{ tipo: 'area', nome: 'nota', etichetta: 'Nota', facoltativo: true, massimo: LIMITI_PROROGA.nota, righe: 3 },
        aiuto: 'Se il giorno è diverso da quello chiesto scrivi perché. La legge l’ente.',
      },
      ...campoAzioni(progetto, proroga),
    ],
  },
  campiAtto(adesso),
];

export const campiDiniego = (adesso: Date): GruppoCampi[] => [
  { campi: [{ tipo: 'area', nome: 'nota', etichetta: 'Perché non si concede', massimo: LIMITI_PROROGA.nota, aiuto: 'La legge l’ente.' }] },
  campiAtto(adesso),
];

export const campiCorrezione = (progetto: ProrogheDelProgetto, proroga: ProrogaLetta, adesso: Date): GruppoCampi[] => [
  {
    campi: [
      { tipo: 'data', nome: 'fine', etichetta: 'Fine corretta', valore: proroga.fineConcessa ? dataBreve(proroga.fineConcessa) : '' },
      { tipo: 'area', nome: 'nota', etichetta: 'Che cosa era sbagliato', massimo: LIMITI_PROROGA.nota, righe: 3 },
      ...campoAzioni(progetto, proroga),
    ],
  },
  campiAtto(adesso),
];
