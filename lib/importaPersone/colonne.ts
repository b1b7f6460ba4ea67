import {
  CITTADINANZE,
  CONDIZIONI,
  CONDIZIONI_ABITATIVE,
  MOTIVI_USCITA,
  opzioniDi,
  RISPOSTE,
  SENZA_CODICE,
  SESSI,
  TITOLI,
} from '@/lib/persone/vocabolari';

/** Le colonne del foglio «Persone»: nomi stabili, gli stessi nel modello, nell'importazione e nel file delle righe rifiutate. */

export type Genere = 'testo' | 'data' | 'numero' | 'elenco';
export type Colonna = {
  chiave: string;
  /** Il campo di PersonaScritta, o della frequenza, che riempie. */
  campo: string;
  titolo: string;
  genere: Genere;
  /** Senza questa colonna il file non si importa. */
  dovuta?: boolean;
  /** I codici ammessi, con le parole: chi scrive può usare gli uni o le altre. Le azioni dipendono dal progetto. */
  voci?: readonly { valore: string; etichetta: string }[];
  aiuto: string;
};

export const FOGLIO = 'Persone';
/** Nel file delle righe rifiutate: chi lo corregge può importarlo così com'è. */
export const CHE_COSA_NON_VA = 'che_cosa_non_va';
const SI_NO = [
  { valore: 'SI', etichetta: 'Sì' },
  { valore: 'NO', etichetta: 'No' },
];

const testo = (chiave: string, campo: string, titolo: string, aiuto: string, dovuta = false): Colonna => ({
  chiave,
  campo,
  titolo,
  genere: 'testo',
  aiuto,
  dovuta,
});
const data = (chiave: string, campo: string, titolo: string, aiuto: string, dovuta = false): Colonna => ({
  chiave,
  campo,
  titolo,
  genere: 'data',
  aiuto,
  dovuta,
});
const elenco = (chiave: string, campo: string, titolo: string, voci: Colonna['voci'], aiuto: string): Colonna => ({
  chiave,
  campo,
  titolo,
  genere: 'elenco',
  voci,
  aiuto,
});
const numero = (chiave: string, campo: string, titolo: string, aiuto: string): Colonna => ({
  chiave,
  campo,
  titolo,
  genere: 'numero',
  aiuto,
});

const RISPOSTA = opzioniDi(RISPOSTE);
const NON_DICHIARA = 'Se la persona non vuole dirlo: NON_DICHIARA.';

export const COLONNE: readonly Colonna[] = [
  testo(
    'codice',
    'codice',
    'Codice fiscale',
    'Codice fiscale, STP o ENI. Se la persona non ne ha, lascialo vuoto e scrivi NESSUNO in senza_codice.',
    true,
  ),
  elenco('senza_codice', 'senzaCodice', 'Perché non c’è', opzioniDi(SENZA_CODICE), 'Solo per chi non ha il codice fiscale.'),
  testo('cognome', 'cognome', 'Cognome', 'Sempre.', true),
  testo('nome', 'nome', 'Nome', 'Sempre.', true),
  elenco('sesso', 'sesso', 'Sesso', opzioniDi(SESSI), 'Serve per trasmettere gli indicatori.'),
  data('data_nascita', 'dataNascita', 'Data di nascita', 'Serve per trasmettere gli indicatori.'),
  testo(
    'comune_nascita',
    'comuneNascita',
    'Comune di nascita',
    'Nome o codice ISTAT. Si confronta con il codice fiscale e non si conserva.',
  ),
  testo('telefono', 'telefono', 'Telefono', 'Facoltativo.'),
  testo('email', 'email', 'E-mail', 'Facoltativa.'),
  testo('indirizzo', 'indirizzo', 'Indirizzo', 'Facoltativo.'),
  testo('nucleo', 'nucleo', 'Nucleo familiare', 'Un codice scelto dall’ente, senza nomi: uguale per chi è della stessa famiglia.'),
  data('ingresso', 'ingresso', 'Ingresso nel progetto', 'Sempre. La prima data resta; una data dopo l’uscita è un rientro.', true),
  data(
    'informativa_il',
    'informativaIl',
    'Informativa consegnata il',
    'Sempre: l’informativa sulla privacy si consegna prima di registrare i dati.',
    true,
  ),
  testo(
    'comune_residenza',
    'comuneResidenza',
    'Comune di residenza',
    'Nome, con la sigla della provincia se serve, o codice ISTAT di sei cifre.',
  ),
  elenco('senza_dimora', 'senzaDimora', 'Senza fissa dimora', SI_NO, 'Vuoto vale no.'),
  elenco(
    'cittadinanza',
    'cittadinanza',
    'Cittadinanza',
    opzioniDi(Object.fromEntries(CITTADINANZE)),
    'Codice di due lettere o nome italiano del Paese.',
  ),
  elenco('origine_straniera', 'origineStraniera', 'Origine straniera', RISPOSTA, `Entrambi i genitori nati all’estero. ${NON_DICHIARA}`),
  elenco(
    'titolo_studio',
    'titoloStudio',
    'Titolo di studio',
    opzioniDi(TITOLI),
    'Il più alto che ha. Serve per trasmettere gli indicatori.',
  ),
  elenco(
    'condizione',
    'condizione',
    'Condizione occupazionale',
    opzioniDi(CONDIZIONI),
    'All’ingresso. Serve per trasmettere gli indicatori.',
  ),
  numero('mesi_disoccupazione', 'mesiDisoccupazione', 'Mesi di disoccupazione', 'Interi, solo per chi è disoccupato.'),
  elenco('disabilita', 'disabilita', 'Disabilità', RISPOSTA, NON_DICHIARA),
  elenco('minoranza', 'minoranza', 'Minoranza', RISPOSTA, NON_DICHIARA),
  elenco('altro_svantaggio', 'altroSvantaggio', 'Altro svantaggio', RISPOSTA, NON_DICHIARA),
  elenco('condizione_abitativa', 'condizioneAbitativa', 'Condizione abitativa', opzioniDi(CONDIZIONI_ABITATIVE), 'All’ingresso.'),
  elenco('rurale', 'rurale', 'Viene da una zona rurale', SI_NO, 'Vuoto: non si sa.'),
  testo('gruppo_vulnerabile', 'gruppoVulnerabile', 'Gruppo vulnerabile', 'Il codice del monitoraggio nazionale, se il bando lo chiede.'),
  elenco(
    'azione',
    'azione',
    'Azione',
    undefined,
    'Il codice dell’azione del progetto. Una riga per ogni azione a cui la persona partecipa.',
  ),
  data('azione_dal', 'dal', 'Partecipa all’azione dal', 'Vuoto: dall’ingresso.'),
  data('azione_al', 'al', 'Partecipa all’azione fino al', 'Vuoto: partecipa ancora.'),
  numero('ore', 'ore', 'Ore', 'Ore frequentate, come 12 o 12,5.'),
  data('uscita', 'uscita', 'Uscita dal progetto', 'Se è già uscita.'),
  elenco('motivo_uscita', 'motivoUscita', 'Motivo dell’uscita', opzioniDi(MOTIVI_USCITA), 'Insieme all’uscita.'),
  elenco(
    'confermo',
    'confermo',
    'I dati sono giusti',
    SI_NO,
    'SI per confermare una riga con dati insoliti (per esempio un codice fiscale che non torna con la data di nascita).',
  ),
];

const AZIONE = COLONNE.findIndex(({ chiave }) => chiave === 'azione');
export const DOVUTE: readonly string[] = [...COLONNE.filter(({ dovuta }) => dovuta), COLONNE[AZIONE]].flatMap(
  (colonna) => colonna?.chiave ?? [],
);

/** La colonna di un problema: zod e le regole parlano di campi (`dal.<azione>`, `azioni`). */
export function colonnaDelCampo(percorso: readonly PropertyKey[]): string {
  const nomi = percorso.map((parte) => String(parte).split('.')[0] ?? '');
  const ultimo = nomi.at(-1) ?? '';
  const trovata = COLONNE.find(({ campo }) => campo === ultimo) ?? COLONNE.find(({ campo }) => campo === nomi[0]);
  return trovata?.chiave ?? 'azione';
}
