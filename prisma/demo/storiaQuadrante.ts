import { consegnaParte } from '@/lib/attuazione/commands/consegnaParte';
import { rinviaParte } from '@/lib/attuazione/commands/rinviaParte';
import { salvaSintesi } from '@/lib/attuazione/commands/salvaSintesi';
import { causa, type Dichiarazione, VUOTA } from './dichiarazioni';
import { PERIODI } from './fatti';
import { azioneDi, type Mondo } from './mondo';
import { DARIO, ELENA, LUCA, MARTA } from './persone';
import { apri, compila, rapportoDi, type Scena } from './scena';

const P01 = 'P01';
const { numero: GIUGNO } = PERIODI.primoSemestre2020;
const FERMATA = causa('X01', { primaria: true, gravita: 2, meseDal: '2020-03' });

const CENTRALE: Dichiarazione = {
  ...VUOTA,
  stato: 'IN_PREPARAZIONE',
  percentuale: 25,
  fineStimata: '2020-12-31',
  contromisura: 'I locali si assegnano con atto entro luglio; intanto il gruppo lavora a distanza.',
  nota: 'Gruppo di progettazione individuato, primo corso di europrogettazione programmato.',
  cause: [causa('A08', { primaria: true, gravita: 2, meseDal: '2019-12' })],
};
const CATALOGO: Dichiarazione = {
  ...VUOTA,
  stato: 'IN_PREPARAZIONE',
  percentuale: 30,
  fineStimata: '2020-11-15',
  contromisura: 'La raccolta delle schede passa a un modulo unico per tutti gli enti, da settembre.',
  nota: 'Il fornitore è incaricato; lo schema del portale è in prova con due enti.',
  cause: [
    causa('D02', { primaria: true, gravita: 2, meseDal: '2020-01' }),
    causa('A02', { gravita: 1, meseDal: '2019-11', meseAl: '2020-01', risolta: true }),
  ],
};
const percorsi = (mondo: Mondo): Dichiarazione => ({
  ...VUOTA,
  stato: 'IN_PREPARAZIONE',
  percentuale: 20,
  fineStimata: '2020-12-31',
  nota: 'Raccolte le disponibilità di sei imprese; i tirocini partono in autunno.',
  quantita: conValori(mondo, 'P01.A03', { 'P01.A03.Q1': 0 }),
});
// manca l'inizio effettivo: è il valore che il capofila deve ancora scrivere
const famiglie = (mondo: Mondo): Dichiarazione => ({
  ...VUOTA,
  stato: 'IN_CORSO',
  percentuale: 45,
  fineStimata: '2020-12-31',
  contromisura:
    'Da maggio gli incontri con le due famiglie si svolgono a distanza, uno ogni due settimane. Il terzo incontro formativo è stato recuperato il 18 giugno; il quarto è fissato per settembre.',
  nota: 'Selezione delle famiglie conclusa con i servizi sociali.',
  quantita: conValori(mondo, 'P01.A04', { 'P01.A04.Q1': 2, 'P01.A04.Q2': 1, 'P01.A04.Q3': 2, 'P01.A04.Q4': 1 }),
  cause: [FERMATA, causa('A02', { gravita: 1, meseDal: '2019-11', meseAl: '2020-01', risolta: true })],
});
const OSSERVATORIO: Dichiarazione = {
  ...VUOTA,
  stato: 'PARZIALMENTE_REALIZZATA',
  percentuale: 60,
  inizioEffettivo: '2019-09-16',
  fineStimata: '2020-11-15',
  contromisura: 'Gli sportelli aprono su appuntamento da settembre; l’osservatorio continua a raccogliere i dati.',
  nota: 'Osservatorio attivo in tre ambiti, procedura comune per l’emergenza abitativa condivisa.',
  cause: [FERMATA],
};

function conValori(mondo: Mondo, azione: string, valori: Record<string, number>): Dichiarazione['quantita'] {
  return azioneDi(mondo.progetto(P01), azione).quantita.map(({ id, codice }) => ({ quantitaId: id, valore: valori[codice] ?? null }));
}

/** Alessandria: la relazione di giugno in bozza, una parte consegnata, una rinviata, due da consegnare. */
export const STORIA_QUADRANTE: Scena[] = [
  { quando: '2020-07-01T09:00:00+02:00', chi: MARTA, fai: async (attore, palco) => void (await apri(attore, palco, P01, GIUGNO)) },
  { quando: '2020-07-02T11:15:00+02:00', chi: LUCA, fai: (attore, palco) => compila(attore, palco, P01, GIUGNO, 'P01.A02', CATALOGO) },
  {
    quando: '2020-07-03T10:05:00+02:00',
    chi: DARIO,
    fai: async (attore, palco) => {
      await compila(attore, palco, P01, GIUGNO, 'P01.A03', percorsi(palco.mondo));
      await consegnaParte(attore, { rapportoId: rapportoDi(palco, P01, GIUGNO), organizzazioneId: attore.organizzazioneId });
    },
  },
  {
    quando: '2020-07-06T16:30:00+02:00',
    chi: MARTA,
    fai: async (attore, palco) => {
      const nota = 'Manca il numero dei giovani già contattati: aggiungilo nella nota e consegna di nuovo.';
      await rinviaParte(attore, { rapportoId: rapportoDi(palco, P01, GIUGNO), organizzazioneId: palco.mondo.organizzazione('EG07'), nota });
    },
  },
  {
    quando: '2020-07-07T15:20:00+02:00',
    chi: ELENA,
    per: 'EG03',
    fai: async (attore, palco) => {
      await compila(attore, palco, P01, GIUGNO, 'P01.A05', OSSERVATORIO);
      await consegnaParte(attore, { rapportoId: rapportoDi(palco, P01, GIUGNO), organizzazioneId: attore.organizzazioneId });
    },
  },
  {
    quando: '2020-07-08T09:50:00+02:00',
    chi: MARTA,
    fai: async (attore, palco) => {
      await compila(attore, palco, P01, GIUGNO, 'P01.A01', CENTRALE);
      const sintesi =
        'Nel semestre la cabina di regia si è riunita a distanza. Osservatorio e sostegno alle famiglie sono proseguiti, il catalogo è in ritardo.';
      await salvaSintesi(attore, { rapportoId: rapportoDi(palco, P01, GIUGNO), rev: 0, sintesi });
    },
  },
  {
    quando: '2020-07-09T10:12:00+02:00',
    chi: MARTA,
    fai: (attore, palco) => compila(attore, palco, P01, GIUGNO, 'P01.A04', famiglie(palco.mondo)),
  },
];
