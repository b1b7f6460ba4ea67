import { TIPI_CAMPO } from './configurazione';
import { NOME_PRECOMPILATO, NOME_TIPO_CAMPO, NOME_VISIBILITA } from './nomi';

/** Gli elenchi che un amministratore compone: che cosa si chiede di ogni voce. Una pagina sola li disegna e un'azione sola li scrive. */
export const ELENCHI = ['sezioni', 'campi', 'documenti', 'ammissibilita', 'griglia', 'categorieCosto', 'principi'] as const;
export type NomeElenco = (typeof ELENCHI)[number];

export type Controllo = {
  nome: string;
  etichetta: string;
  tipo: 'testo' | 'area' | 'cifra' | 'spunta' | 'scelta';
  opzioni?: { valore: string; etichetta: string }[];
  aiuto?: string;
  facoltativo?: true;
};
export type Elenco = {
  titolo: string;
  /** «documento»: come si chiama una voce, e con quale articolo. */
  voce: string;
  nuova: string;
  vuoto: string;
  identita: 'chiave' | 'codice';
  controlli: Controllo[];
};

const visibilita = (prima: { valore: string; etichetta: string }[] = []): Controllo => ({
  nome: 'visibilita',
  etichetta: 'Si compila',
  tipo: 'scelta',
  opzioni: [...prima, ...Object.entries(NOME_VISIBILITA).map(([valore, etichetta]) => ({ valore, etichetta }))],
});
const VALE: Controllo = { ...visibilita(), etichetta: 'Vale' };
const testo = (nome: string, etichetta: string, altro: Partial<Controllo> = {}): Controllo => ({
  nome,
  etichetta,
  tipo: 'testo',
  ...altro,
});
const AIUTO: Controllo = { nome: 'aiuto', etichetta: 'Aiuto per chi compila', tipo: 'area', facoltativo: true };
const OBBLIGATORIO: Controllo = { nome: 'obbligatorio', etichetta: 'Obbligatorio', tipo: 'spunta' };

export const ELENCO: Record<NomeElenco, Elenco> = {
  sezioni: {
    titolo: 'Sezioni e campi',
    voce: 'la sezione',
    nuova: 'Nuova sezione',
    vuoto: 'Il bando non ha ancora sezioni.',
    identita: 'chiave',
    controlli: [
      testo('titolo', 'Titolo'),
      testo('parte', 'Parte del modulo', { facoltativo: true, aiuto: 'Per esempio A o B.' }),
      testo('codice', 'Codice', { facoltativo: true, aiuto: 'Per esempio 2: con la parte B diventa «Sezione B.2».' }),
      AIUTO,
      visibilita(),
    ],
  },
  campi: {
    titolo: 'Campi',
    voce: 'il campo',
    nuova: 'Nuovo campo',
    vuoto: 'La sezione non ha campi.',
    identita: 'chiave',
    controlli: [
      testo('etichetta', 'Nome'),
      {
        nome: 'tipo',
        etichetta: 'Tipo',
        tipo: 'scelta',
        opzioni: TIPI_CAMPO.map((valore) => ({ valore, etichetta: NOME_TIPO_CAMPO[valore] })),
      },
      OBBLIGATORIO,
      AIUTO,
      visibilita([{ valore: '', etichetta: 'come la sezione' }]),
      {
        nome: 'minimo',
        etichetta: 'Minimo',
        tipo: 'cifra',
        facoltativo: true,
        aiuto: 'Voci o righe, per elenchi, tabelle e scelte multiple.',
      },
      { nome: 'massimo', etichetta: 'Massimo', tipo: 'cifra', facoltativo: true, aiuto: 'Caratteri per i testi, voci per gli elenchi.' },
      {
        nome: 'opzioni',
        etichetta: 'Opzioni',
        tipo: 'area',
        facoltativo: true,
        aiuto: 'Solo per le scelte: una per riga. Il codice prima di «=» è fisso: «ats = Associazione temporanea di scopo».',
      },
      {
        nome: 'colonne',
        etichetta: 'Colonne',
        tipo: 'area',
        facoltativo: true,
        aiuto:
          'Solo per le tabelle: una per riga, «chiave = Nome | tipo | caratteri». Il tipo è testo, numero, importo, data o scelta; per una scelta, al posto dei caratteri scrivi le opzioni divise da «;».',
      },
      {
        nome: 'precompilato',
        etichetta: 'Chi lo riempie',
        tipo: 'scelta',
        aiuto: 'Solo per le organizzazioni: il portale può scriverle da sé, e restano sempre quelle dell’aggregazione.',
        opzioni: [
          { valore: '', etichetta: 'chi compila la domanda' },
          ...Object.entries(NOME_PRECOMPILATO).map(([valore, nome]) => ({ valore, etichetta: `il portale, ${nome}` })),
        ],
      },
      testo('quandoCampo', 'Si mostra solo se il campo', { facoltativo: true, aiuto: 'La chiave di un altro campo di questa sezione.' }),
      testo('quandoValore', 'ha il valore', { facoltativo: true }),
    ],
  },
  documenti: {
    titolo: 'Documenti da allegare',
    voce: 'il documento',
    nuova: 'Nuovo documento',
    vuoto: 'Il bando non chiede documenti.',
    identita: 'chiave',
    controlli: [testo('titolo', 'Titolo'), AIUTO, OBBLIGATORIO, { ...VALE, etichetta: 'Si chiede' }],
  },
  ammissibilita: {
    titolo: 'Verifiche di ammissibilità',
    voce: 'la verifica',
    nuova: 'Nuova verifica',
    vuoto: 'Il bando non prevede verifiche.',
    identita: 'chiave',
    controlli: [testo('testo', 'Che cosa si verifica'), VALE],
  },
  griglia: {
    titolo: 'Griglia di valutazione',
    voce: 'il criterio',
    nuova: 'Nuovo criterio',
    vuoto: 'La griglia non ha criteri.',
    identita: 'chiave',
    controlli: [
      testo('titolo', 'Criterio'),
      AIUTO,
      VALE,
      { nome: 'massimo', etichetta: 'Punti al massimo', tipo: 'cifra' },
      { nome: 'soglia', etichetta: 'Punti sotto cui la proposta non passa', tipo: 'cifra', aiuto: '0 se non c’è una soglia.' },
      { nome: 'peso', etichetta: 'Peso', tipo: 'cifra', aiuto: 'Il punteggio si moltiplica per questo numero. Di solito 1.' },
    ],
  },
  categorieCosto: {
    titolo: 'Categorie di costo',
    voce: 'la categoria',
    nuova: 'Nuova categoria',
    vuoto: 'Il bando non ha categorie di costo.',
    identita: 'codice',
    controlli: [testo('etichetta', 'Nome')],
  },
  principi: {
    titolo: 'Principi dell’atto di indirizzo',
    voce: 'il principio',
    nuova: 'Nuovo principio',
    vuoto: 'Il bando non ha principi.',
    identita: 'codice',
    controlli: [testo('nome', 'Nome'), { nome: 'significato', etichetta: 'Significato', tipo: 'area', facoltativo: true }],
  },
};
