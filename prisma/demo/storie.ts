import { chiediChiarimento } from '@/lib/attuazione/commands/chiediChiarimento';
import { prendiInCarico } from '@/lib/attuazione/commands/prendiInCarico';
import { apriProroga } from '@/lib/proroghe/commands/apriProroga';
import { presentaProroga } from '@/lib/proroghe/commands/presentaProroga';
import { aDicembre, aGiugno, causa, type Dichiarazione } from './dichiarazioni';
import { PERIODI } from './fatti';
import { type AzioneDelMondo, azioneDi } from './mondo';
import { PARTECIPANTI } from './partecipanti';
import { ANNA, ELENA, FABIO, GIULIA, LAURA, MARCO, PAOLO, type PersonaDimostrativa, PIETRO, SARA, SILVIA } from './persone';
import { rapportoDi, relazionePresentata, type Scena } from './scena';
import { STORIA_QUADRANTE } from './storiaQuadrante';
import { STUDI } from './studi';

const { numero: DICEMBRE } = PERIODI.secondoSemestre2019;
const { numero: GIUGNO } = PERIODI.primoSemestre2020;

const presaInCarico = (quando: string, chi: PersonaDimostrativa, progetto: string, numero: number): Scena => ({
  quando,
  chi,
  fai: (attore, palco) => prendiInCarico(attore, { rapportoId: rapportoDi(palco, progetto, numero) }),
});

const chiarimento = (quando: string, progetto: string, numero: number, azione: string, domanda: string): Scena => ({
  quando,
  chi: PAOLO,
  fai: async (attore, palco) => {
    const { id: azioneId } = azioneDi(palco.mondo.progetto(progetto), azione);
    await chiediChiarimento(attore, { rapportoId: rapportoDi(palco, progetto, numero), azioneId, domanda });
  },
});

/** Mondovì: la domiciliarità è ferma e la nuova fine supera quella del progetto. */
function aMondovi(azione: AzioneDelMondo): Dichiarazione {
  if (azione.codice !== 'P05.A02')
    return { ...aGiugno(azione), quantita: azione.quantita.map(({ id }) => ({ quantitaId: id, valore: 2 })) };
  return {
    ...aGiugno(azione),
    percentuale: 40,
    fineStimata: '2021-03-31',
    contromisura:
      'Il confronto con i sindaci è avviato e prosegue a distanza: 11 comuni su 62 hanno già risposto. L’animazione riparte quando riaprono i centri; nel frattempo i volontari consegnano i farmaci a domicilio in 6 comuni.',
    cause: [causa('X01', { primaria: true, gravita: 3, meseDal: '2020-03' })],
  };
}

const MONDOVI: Scena[] = [
  ...relazionePresentata({
    ...{
      progetto: 'P05',
      numero: GIUGNO,
      chi: ANNA,
      apre: '2020-07-01T08:40:00+02:00',
      presenta: '2020-07-01T11:40:00+02:00',
      dichiara: aMondovi,
    },
    sintesi:
      'Gli sportelli socio-sanitari lavorano in modo unificato. La domiciliarità nei piccoli comuni è ferma da marzo e riprenderà con l’autunno.',
  }),
  presaInCarico('2020-07-02T09:30:00+02:00', PAOLO, 'P05', GIUGNO),
  chiarimento(
    '2020-07-07T09:12:00+02:00',
    'P05',
    GIUGNO,
    'P05.A02',
    'La nuova fine supera il 31 dicembre 2020, data di conclusione del progetto. Chiederete una proroga o ridurrete l’azione?',
  ),
  {
    quando: '2020-07-08T10:05:00+02:00',
    chi: ANNA,
    fai: async (attore, { mondo }) => {
      const { id: progettoId } = mondo.progetto('P05');
      const motivo =
        'L’animazione di comunità è ferma da marzo per l’emergenza sanitaria e riprende con la riapertura dei centri: servono tre mesi in più per completarla negli ultimi comuni.';
      const { prorogaId } = await apriProroga(attore, { progettoId, azioneId: null, mesi: 3, data: null, motivo });
      await presentaProroga(attore, { progettoId, prorogaId });
    },
  },
];

const VERCELLI: Scena[] = [
  ...relazionePresentata({
    ...{
      progetto: 'P22',
      numero: DICEMBRE,
      chi: FABIO,
      apre: '2020-06-11T09:20:00+02:00',
      presenta: '2020-06-12T12:05:00+02:00',
      dichiara: aDicembre,
    },
    sintesi:
      'Aperti gli sportelli informativi dei quattro enti gestori. Le altre azioni attendono la conferma del finanziamento disponibile.',
  }),
  presaInCarico('2020-06-15T10:00:00+02:00', PAOLO, 'P22', DICEMBRE),
  chiarimento(
    '2020-06-17T11:30:00+02:00',
    'P22',
    DICEMBRE,
    'P22.A05',
    'I laboratori erano pronti a dicembre ma il finanziamento disponibile è ridotto: quanti laboratori confermate e con quale calendario?',
  ),
];

const BIELLA: Scena[] = [
  ...relazionePresentata({
    ...{
      progetto: 'P02',
      numero: DICEMBRE,
      chi: ELENA,
      per: 'EG11',
      apre: '2020-06-24T14:10:00+02:00',
      presenta: '2020-06-26T16:05:00+02:00',
      dichiara: aDicembre,
    },
    sintesi: 'Avviati il tavolo famiglia e minori e la raccolta delle donazioni. Le consulenze e la formazione cominciano nel 2020.',
  }),
  presaInCarico('2020-06-29T09:15:00+02:00', PAOLO, 'P02', DICEMBRE),
];

/** Torino: la verifica della Regione ha superato i giorni previsti. */
const TORINO: Scena[] = [
  ...relazionePresentata({
    ...{
      progetto: 'P11',
      numero: DICEMBRE,
      chi: MARCO,
      apre: '2020-06-08T10:30:00+02:00',
      presenta: '2020-06-10T15:45:00+02:00',
      dichiara: aDicembre,
    },
    sintesi: 'Avviati i tavoli di coprogettazione e la rete dei servizi per la casa. Le altre azioni sono in preparazione.',
  }),
  presaInCarico('2020-06-12T09:00:00+02:00', SILVIA, 'P11', DICEMBRE),
];

const presentata = (progetto: string, chi: PersonaDimostrativa, apre: string, presenta: string, sintesi: string): Scena[] =>
  relazionePresentata({ progetto, numero: GIUGNO, chi, apre, presenta, sintesi, dichiara: aGiugno });

const DA_PRENDERE_IN_CARICO: Scena[] = [
  ...presentata(
    'P13',
    SARA,
    '2020-07-02T15:00:00+02:00',
    '2020-07-03T17:30:00+02:00',
    'L’ufficio progettazione e l’accoglienza sono proseguiti. La piattaforma è pronta e si presenta ai cittadini in autunno.',
  ),
  ...presentata(
    'P21',
    LAURA,
    '2020-07-03T09:30:00+02:00',
    '2020-07-06T12:10:00+02:00',
    'Definiti i criteri di scelta per i servizi domiciliari. La formazione è ferma da marzo.',
  ),
  ...presentata(
    'P08',
    GIULIA,
    '2020-07-06T10:20:00+02:00',
    '2020-07-07T17:05:00+02:00',
    'I centri famiglia hanno lavorato in videoconferenza. Gli sportelli nei nidi partono con il nuovo anno educativo.',
  ),
  ...presentata(
    'P18',
    PIETRO,
    '2020-07-07T11:00:00+02:00',
    '2020-07-08T09:40:00+02:00',
    'Il lavoro tra scuola, famiglie e servizi è proseguito a distanza. Restano da trovare gli spazi per la genitorialità.',
  ),
];

/** Tutte le scene, dalla più vecchia: gli eventi devono nascere nell’ordine in cui sono accaduti. */
export const STORIE: Scena[] = [
  ...STORIA_QUADRANTE,
  ...MONDOVI,
  ...VERCELLI,
  ...BIELLA,
  ...TORINO,
  ...DA_PRENDERE_IN_CARICO,
  ...PARTECIPANTI,
  ...STUDI,
].sort((a, b) => (a.quando < b.quando ? -1 : 1));
