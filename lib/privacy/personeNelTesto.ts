/**
 * Che cosa in un brano potrebbe far riconoscere qualcuno, oltre ai dati che cerca `testoLibero`: nomi, cariche, età, indirizzi. Si cerca la forma: si
 * preferisce fermarsi una volta di troppo, e chi legge dice perché va bene. I frammenti servono a mostrarli nella pagina del testo, che li contiene già;
 * in tabelle, registri ed eventi vanno solo i generi.
 */

export const GENERI_SEGNALE = ['APPELLATIVO', 'NOME_COGNOME', 'NOME', 'CARICA', 'ETA', 'NASCITA', 'INDIRIZZO'] as const;
export type GenereSegnale = (typeof GENERI_SEGNALE)[number];
export type Segnale = { genere: GenereSegnale; frammento: string };

export const NOME_SEGNALE: Record<GenereSegnale, string> = {
  APPELLATIVO: 'un titolo con un nome',
  NOME_COGNOME: 'un nome e cognome',
  NOME: 'un nome di persona',
  CARICA: 'una carica che dice chi è',
  ETA: 'un’età',
  NASCITA: 'una data di nascita',
  INDIRIZZO: 'un indirizzo',
};

const MAIUSCOLA = "\\p{Lu}[\\p{L}\\p{M}]*(?:['’]\\p{Lu}?[\\p{L}\\p{M}]+)*";
/** La prima lettera anche maiuscola: in mezzo a una frase o in cima. */
const anche = (parola: string): string => `[${parola.charAt(0).toUpperCase()}${parola.charAt(0)}]${parola.slice(1)}`;
const una = (parole: readonly string[]): string => `(?:${parole.map(anche).join('|')})`;

const TITOLI = una([
  ...[
    'signora',
    'signor',
    'signore',
    'signorina',
    'sig\\.?ra',
    'sig\\.?na',
    'sig\\.?',
    'dottoressa',
    'dottor',
    'dottore',
    'dott\\.?ssa',
    'dott\\.?',
  ],
  ...[
    'professoressa',
    'professor',
    'professore',
    'prof\\.?ssa',
    'prof\\.?',
    'avvocat[oa]',
    'avv\\.?',
    'ingegner[ea]?',
    'ing\\.',
    'arch\\.',
    'geom\\.',
  ],
  ...[
    'rag\\.',
    'on\\.',
    'onorevole',
    'don',
    'suor',
    'padre',
    'madre',
    'monsignor',
    'mons\\.',
    'maestr[oa]',
    'collega',
    'amic[oa]',
    'zi[oa]',
  ],
]);
const CARICHE = una([
  ...[
    'sindac[oa]',
    'vicesindac[oa]',
    'assessor[ea]',
    'assessora',
    'president[ei]',
    'presidentessa',
    'direttor[ei]',
    'direttrice',
    'parroco',
  ],
  ...['segretari[oa] comunale', 'comandante', 'preside', 'dirigente'],
]);
const VIE = una(['via', 'viale', 'corso', 'piazza', 'piazzale', 'largo', 'vicolo', 'strada', 'borgata', 'frazione']);

/** Come cominciano «ventenne», «sedicenne», «settantaduenne»: «ottenne» e «mantenne» sono verbi. */
const ANNI = una([
  ...[
    'undic',
    'dodic',
    'tredic',
    'quattordic',
    'quindic',
    'sedic',
    'dic',
    'vent',
    'trent',
    'quarant',
    'cinquant',
    'sessant',
    'settant',
    'ottant',
    'novant',
  ],
]);

const PRIMA = '(?<![\\p{L}\\p{N}])';
const DOPO = '(?![\\p{L}\\p{N}])';
const forma = (corpo: string): RegExp => new RegExp(`${PRIMA}${corpo}${DOPO}`, 'gu');
const FORME: readonly (readonly [GenereSegnale, RegExp])[] = [
  ['APPELLATIVO', forma(`${TITOLI}[ \\u00a0]+${MAIUSCOLA}(?: ${MAIUSCOLA}){0,2}`)],
  ['CARICA', forma(`${CARICHE} (?:di |del |dello |della |dell['’]|d['’])(?:\\p{L}+ )?${MAIUSCOLA}`)],
  ['ETA', forma('(?:[Dd]i|[Hh]a|[Aa]veva|[Cc]ompiuto) [1-9]\\d anni')],
  ['ETA', forma(`${ANNI}\\p{L}*enne`)],
  ['NASCITA', forma("[Nn]at[oa] (?:il |l['’])\\d{1,2}[^.;\\n]{0,20}")],
  ['INDIRIZZO', forma(`${VIE} (?:(?:del|della|dei|degli|delle|di) )?${MAIUSCOLA}(?: ${MAIUSCOLA}){0,3},? (?:n\\.? ?)?\\d{1,4}`)],
];

/** Chi comincia così non è una persona: enti, luoghi, istituti, e le parole con cui comincia una frase. */
const NON_PERSONE = new Set(
  (
    'a ad al alla alle agli ai anche abbiamo ancora avevamo che chi ci come con da dal dalla dalle dai dagli del della delle degli ' +
    'dei di dopo e ed era erano gli i il in invece io la le lo loro lui lei ma mentre nel nella nelle negli nei noi non o oggi ' +
    'ogni per però perché poi più prima qui quando quello quella questo questa se senza si siamo sono solo su sul sulla sulle tra ' +
    'fra tutti tutte tutto un una uno verso secondo durante grazie alcuni alcune agenzia ambito ambiti amministrazione asl aso ' +
    'associazione azienda banco bando biblioteca cabina casa case centro centri città cisl cgil uil compagnia comune comuni ' +
    'comunità consorzio consulta cooperativa croce direzione distretto emporio ente enti europa europea europeo fondazione fondo ' +
    'forum giunta governo gruppo inps istituto italia legge liceo ministero ospedale parrocchia patto piano piemonte piemontese ' +
    'politecnico prefettura procura programma progetto provincia questura reddito regione regolamento rete ricerca scuola scuole ' +
    'servizi servizio settore sociale sociali società sportello stato tavolo terzo tribunale ufficio unione università ' +
    'volontariato welfare alba alessandria alessandrino asti astigiano biella biellese borgo borgomanero canavese casale castel ' +
    'castello chieri chivasso cuneese cuneo cusio langhe ligure lago mondovì monferrato monte novara novarese novi orientale ' +
    'ossola pinerolo po roero saluzzo san santa santo savigliano susa torinese torino tortona val valle valli verbania verbano ' +
    'vercellese vercelli villa vco covid pasqua natale gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre ' +
    'novembre dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica estate primavera autunno inverno'
  ).split(' '),
);
/** I nomi più comuni in Italia, e di chi vi è arrivato; senza quelli che sono anche un luogo o una parola comune (Alba, Rosa, Grazia, Luce). */
const NOMI = new Set(
  (
    'Adele Adriana Adriano Agnese Ahmed Alberto Alessandra Alessandro Alessia Alessio Alfredo Alice Ali Amina Amedeo Andrea Angela Angelo Anna Annalisa Antonella ' +
    'Antonia Antonietta Antonio Arianna Armando Aurora Barbara Beatrice Benedetta Bianca Bruna Bruno Camilla Carla Carlo Carmela Carmelo Caterina Cecilia Cesare ' +
    'Chiara Cinzia Claudia Claudio Clara Concetta Cristian Cristina Daniela Daniele Dario Davide Debora Deborah Diego Domenico Donatella Edoardo Elena Eleonora Elisa ' +
    'Elisabetta Emanuela Emanuele Emma Enrica Enrico Enza Enzo Erica Ermanno Ernesto Eugenio Eva Fabiana Fabio Fabrizio Fatima Federica Federico Ferdinando Filippo ' +
    'Flavia Flavio Franca Francesca Francesco Franco Gabriele Gabriella Gaetano Gemma Gennaro Giacomo Gian Gianluca Gianni Ginevra Gino Giorgia Giorgio Giovanna ' +
    'Giovanni Giulia Giuliana Giuliano Giulio Giuseppe Giuseppina Giusy Greta Guido Hassan Igor Ilaria Irene Isabella Ivan Ivana Jessica Karim Katia Laura Leonardo Lidia ' +
    'Liliana Lorenza Lorenzo Loredana Luca Lucia Luciana Luciano Lucio Ludovica Luigi Luigia Luisa Maddalena Manuela Marcella Marcello Marco Margherita Maria ' +
    'Mariangela Marianna Mario Marina Marisa Marta Martina Massimo Matilde Matteo Mattia Maura Maurizio Mauro Michela Michele Miriam Mirella Mohamed Monica Mustafa ' +
    'Nadia Nicola Nicole Nicoletta Noemi Olga Orietta Osvaldo Ottavio Paola Paolo Pasquale Patrizia Piera Piero Pierluigi Pietro Pina Raffaele Raffaella Renata Renato ' +
    'Riccardo Rita Roberta Roberto Rocco Romina Rosalia Rosanna Rosaria Rosario Ruggero Sabrina Salvatore Samuele Sandra Sandro Sara Sergio Serena Silvana Silvano ' +
    'Silvia Silvio Simona Simone Sofia Sonia Stefania Stefano Susanna Tamara Teresa Tiziana Tiziano Tommaso Umberto Ugo Valentina Valeria Valerio Vanessa Veronica ' +
    'Vincenzo Vincenza Virginia Vittoria Vittorio Viviana Youssef Zaira'
  ).split(' '),
);
/** Prima di questi un nome è di un luogo o di un istituto: «via Giovanni», «ospedale Santa Croce». */
const LUOGO_PRIMA =
  /(?:^|[^\p{L}])(?:san|santa|santo|sant|via|corso|piazza|ospedale|istituto|scuola|fondazione|casa|villa|cooperativa|associazione)['’ ]\s*$/iu;
const GRUPPI = new RegExp(`${PRIMA}${MAIUSCOLA}(?: ${MAIUSCOLA})*${DOPO}`, 'gu');

const ePersona = (parola: string): boolean => NOMI.has(parola);
const eTuttaMaiuscola = (parola: string): boolean => parola.length > 1 && parola === parola.toUpperCase();
/** Un ente, un luogo o una sigla: con una di queste parole il gruppo non è un nome e cognome. */
const eAltro = (parola: string): boolean => NON_PERSONE.has(parola.toLowerCase()) || eTuttaMaiuscola(parola);

function nomi(testo: string): Segnale[] {
  return [...testo.matchAll(GRUPPI)].flatMap(({ 0: gruppo, index }): Segnale[] => {
    if (LUOGO_PRIMA.test(testo.slice(Math.max(0, index - 20), index))) return [];
    const parole = gruppo.split(' ');
    // «Con Maria Rossi»: la parola con cui comincia la frase non è del nome
    while (parole.length > 0 && NON_PERSONE.has((parole[0] ?? '').toLowerCase()) && !/^(?:san|santa|santo)$/i.test(parole[0] ?? ''))
      parole.shift();
    if (parole.length > 1 && !parole.some(eAltro)) return [{ genere: 'NOME_COGNOME', frammento: parole.join(' ') }];
    const [primo = ''] = parole;
    return ePersona(primo) ? [{ genere: 'NOME', frammento: primo }] : [];
  });
}

/** Ciò che nel testo potrebbe far riconoscere qualcuno, ogni frammento una volta, nell'ordine dei generi. */
export function segnaliPersone(testo: string): Segnale[] {
  const trovati = [
    ...FORME.flatMap(([genere, espressione]) => [...testo.matchAll(espressione)].map(([frammento]): Segnale => ({ genere, frammento }))),
    ...nomi(testo),
  ];
  const unici = new Map(trovati.map((segnale) => [`${segnale.genere} ${segnale.frammento}`, segnale]));
  return GENERI_SEGNALE.flatMap((genere) => [...unici.values()].filter((segnale) => segnale.genere === genere));
}

/** I generi trovati, ciascuno una volta: ciò che si conserva accanto al testo. */
export const generiDeiSegnali = (testo: string): GenereSegnale[] => [...new Set(segnaliPersone(testo).map(({ genere }) => genere))];
