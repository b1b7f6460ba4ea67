import { readdirSync } from 'node:fs';
import path from 'node:path';
import { routes } from '@/lib/routes';
import type { Caso, Lettore, Mondo } from './mondoHttp';
import { ATTESE_DOMANDE, LAVORO_DOMANDE, SCARICAMENTI } from './pagineDomande';
import {
  DI_A,
  DI_B,
  ENTI,
  INESISTENTE,
  perNessuno,
  perTutti,
  privata,
  pubblica,
  REGIONI,
  soloPost,
  storti,
  TUTTI,
  type Visita,
} from './visite';

const APP = path.resolve(import.meta.dirname, '../../app');

/** Ogni indirizzo che il portale serve, letto dai file: `/progetti/[id]`. Una pagina nuova vi compare da sola. */
export function indirizziDeiFile(): string[] {
  return readdirSync(APP, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /^(page|route)\.(tsx?|mjs|js)$/.test(name))
    .map(({ parentPath }) => path.relative(APP, parentPath).split(path.sep))
    .map((cartelle) => `/${cartelle.filter((nome) => nome && !nome.startsWith('(')).join('/')}`)
    .sort();
}

function progetti({ a, b, c }: Mondo): Visita[] {
  return [
    privata('di A', routes.progetto(a.casi.bozza.progetto.id), DI_A),
    privata('di B', routes.progetto(b.casi.bozza.progetto.id), DI_B),
    privata('di un’altra Regione', routes.progetto(c.casi.bozza.progetto.id), ['altraRegione']),
    privata('inesistente', routes.progetto(INESISTENTE), []),
    privata('una relazione al posto del progetto', routes.progetto(a.casi.bozza.rapportoId), []),
    ...storti(routes.progetto),
  ];
}

/** La Regione va alla verifica, qualunque cosa chieda: lì si vede se esiste. */
function relazioni({ a, b, c }: Mondo): Visita[] {
  const visita = (quale: string, progettoId: string, rapportoId: string, apre: readonly Lettore[]) => {
    const dove = routes.verifica(rapportoId);
    return privata(quale, routes.rapporto(progettoId, rapportoId), apre, { regione: dove, altraRegione: dove });
  };
  const di = (quale: string, { progetto, rapportoId }: Caso, apre: readonly Lettore[]) => visita(quale, progetto.id, rapportoId, apre);
  return [
    di('bozza di A', a.casi.bozza, ['capofila', 'partner']),
    di('presentata di A', a.casi.presentata, ['capofila', 'partner']),
    di('bozza di B', b.casi.bozza, ['altroEnte']),
    di('presentata di B', b.casi.presentata, ['altroEnte']),
    di('di un’altra Regione', c.casi.presentata, []),
    visita('di B nel progetto di A', a.casi.bozza.progetto.id, b.casi.bozza.rapportoId, []),
    visita('di A nel progetto di B', b.casi.bozza.progetto.id, a.casi.bozza.rapportoId, []),
    visita('di A in un altro progetto di A', a.casi.presentata.progetto.id, a.casi.bozza.rapportoId, []),
    visita('inesistente', a.casi.bozza.progetto.id, INESISTENTE, []),
    ...storti((id) => routes.rapporto(a.casi.bozza.progetto.id, id)),
    ...storti((id) => routes.rapporto(id, a.casi.bozza.rapportoId)),
  ];
}

function verifiche({ a, b, c }: Mondo): Visita[] {
  return [
    privata('presentata di A', routes.verifica(a.casi.presentata.rapportoId), ['regione']),
    privata('approvata di B', routes.verifica(b.casi.approvata.rapportoId), ['regione']),
    privata('bozza di A', routes.verifica(a.casi.bozza.rapportoId), []),
    privata('di un’altra Regione', routes.verifica(c.casi.presentata.rapportoId), ['altraRegione']),
    privata('inesistente', routes.verifica(INESISTENTE), []),
    ...storti(routes.verifica),
  ];
}

const inizio: Record<Exclude<Lettore, 'nessuno'>, string> = {
  capofila: routes.compiti(),
  partner: routes.compiti(),
  altroEnte: routes.compiti(),
  regione: routes.coda(),
  altraRegione: routes.coda(),
  ricerca: routes.tabelle(),
};

/** Chi è già entrato non ha bisogno di entrare. */
const accesso = (): Visita[] => [
  {
    quale: 'unica',
    percorso: routes.accesso(),
    attese: { nessuno: '200', ...Object.fromEntries(Object.entries(inizio).map(([chi, dove]) => [chi, `→ ${dove}`])) } as Visita['attese'],
  },
];

const { regione, altraRegione, ricerca } = inizio;

/** Che cosa deve rispondere ogni indirizzo del portale. Uno che manca qui fa fallire la prova: chi aggiunge una pagina dice chi la apre. */
export const ATTESE: Record<string, (mondo: Mondo) => Visita[]> = {
  '/': () => pubblica(routes.home()),
  '/accessibilita': () => pubblica('/accessibilita'),
  '/accessibilita/feedback': () => pubblica('/accessibilita/feedback'),
  '/assistenza': () => pubblica('/assistenza'),
  '/come-funziona': () => pubblica('/come-funziona'),
  '/glossario': () => pubblica('/glossario'),
  '/mappa-del-sito': () => pubblica('/mappa-del-sito'),
  '/media-policy': () => pubblica('/media-policy'),
  '/note-legali': () => pubblica('/note-legali'),
  '/privacy': () => pubblica('/privacy'),
  '/api/salute': () => pubblica('/api/salute'),
  '/api/auth/[...nextauth]': () => pubblica('/api/auth/session'),
  '/progetti-approvati': () => pubblica(routes.progettiApprovati()),
  '/progetti-approvati/[codice]': ({ a }) => [
    ...pubblica(routes.progettoApprovato('P01')),
    // approvato, ma di una Regione che non è quella del sito; e nessuno
    ...[a.casi.bozza.progetto.id, 'nessuno-mai'].map((codice) => perNessuno(codice, routes.progettoApprovato(codice))),
  ],
  '/servizi': () => pubblica(routes.servizi()),
  '/dati-aperti': () => pubblica(routes.datiAperti()),
  '/dati-aperti/interfaccia': () => pubblica(routes.interfaccia()),
  '/dati-aperti/scarica/[file]': () => [
    ...['azioni.csv', 'enti.json', 'catalogo.ttl', 'catalogo.jsonld'].flatMap((file) => pubblica(routes.scaricaDatoAperto(file))),
    ...['persone.csv', 'progetti', 'progetti.csv.exe'].map((file) => perNessuno(file, routes.scaricaDatoAperto(file))),
  ],
  '/api/v1/[insieme]': () => [
    ...['progetti', 'enti', 'azioni'].flatMap((nome) => pubblica(routes.apiInsieme(nome))),
    perNessuno('di persone', routes.apiInsieme('partecipanti')),
  ],
  '/api/v1/progetti/[codice]': ({ a }) => [
    ...pubblica(routes.apiProgetto('P01')),
    perNessuno('di un’altra Regione', routes.apiProgetto(a.casi.bozza.progetto.id)),
  ],
  '/api/v1/openapi.json': () => pubblica(routes.openApi()),
  '/novita.xml': () => pubblica(routes.novita()),
  '/sitemap.xml': () => pubblica('/sitemap.xml'),
  '/robots.txt': () => pubblica('/robots.txt'),
  '/accesso': accesso,
  '/compiti': () => [privata('unica', routes.compiti(), ENTI, { regione, altraRegione, ricerca })],
  '/persone': () => [privata('unica', routes.persone(), ENTI)],
  '/persone/nuova': () => [
    privata('unica', routes.nuovaPersona(), ENTI),
    privata('progetto inesistente', routes.nuovaPersona({ progetto: INESISTENTE }), []),
  ],
  '/persone/importa': () => [privata('unica', routes.importaPersone(), ENTI)],
  '/persone/importa/rifiutate': () => soloPost(routes.righeRifiutate()),
  '/persone/modello': () => [
    privata('senza progetto', routes.modelloPersone(), ENTI),
    privata('di un progetto inesistente', routes.modelloPersone({ progetto: INESISTENTE }), []),
  ],
  '/persone/nuclei': () => [privata('unica', routes.nuclei(), ENTI)],
  '/persone/[id]': () => [privata('inesistente', routes.persona(INESISTENTE), []), ...storti(routes.persona)],
  '/persone/accessi': () => [privata('unica', routes.accessiIdentita(), ENTI)],
  '/controlli': () => [privata('unica', routes.controlli(), REGIONI)],
  '/controlli/[id]': () => [privata('inesistente', routes.controllo(INESISTENTE), []), ...storti(routes.controllo)],
  '/sovrapposizioni': () => [privata('unica', routes.sovrapposizioni(), [...REGIONI, 'ricerca'])],
  '/ricerca/persone': () => [privata('unica', routes.ricercaPersone(), ['ricerca'])],
  '/ricerca/persone/scarica': () => soloPost(routes.scaricaRighePersone()),
  '/ricerca/esportazioni': () => [privata('unica', routes.esportazioni(), ['ricerca'])],
  '/ricerca/esportazioni/scarica': () => soloPost(routes.scaricaDati()),
  '/ricerca/istantanee': () => [privata('unica', routes.istantanee(), ['ricerca'])],
  '/ricerca/istantanee/[numero]': () => [privata('inesistente', routes.istantanea(99_999), []), ...storti(routes.istantanea)],
  '/ricerca/istantanee/[numero]/scarica': () => soloPost(routes.scaricaIstantanea(1)),
  '/ricerca/istantanee/[numero]/confronto/[altro]': () => [
    privata('inesistenti', routes.confrontoIstantanee(99_998, 99_999), []),
    ...storti((numero) => routes.confrontoIstantanee(numero, 1)),
  ],
  '/persone/diritti': () => [
    privata('unica', routes.dirittiPersone(), ENTI),
    privata('persona inesistente', routes.dirittiPersone({ persona: INESISTENTE }), []),
  ],
  '/persone/diritti/[id]': () => [
    privata('inesistente', routes.richiestaInteressato(INESISTENTE), []),
    ...storti(routes.richiestaInteressato),
  ],
  '/persone/diritti/[id]/dati': () => soloPost(routes.datiInteressato(INESISTENTE)),
  '/conservazione': () => [privata('unica', routes.conservazione(), REGIONI)],
  '/persone/codice': () => soloPost(routes.leggiCodice()),
  '/profili': () => [{ ...privata('unica', routes.profili(), TUTTI), attese: { ...perTutti('200'), nessuno: `→ ${routes.accesso()}` } }],
  '/esci': () => soloPost(routes.esci()),
  '/sessioni': () => [privata('unica', routes.sessioni(), TUTTI)],
  '/progetti': () => [privata('unica', routes.progetti(), TUTTI)],
  '/progetti/[id]': progetti,
  '/progetti/[id]/relazioni/[rapportoId]': relazioni,
  '/progetti/[id]/relazioni/[rapportoId]/salva': ({ a }) =>
    soloPost(routes.salvaAvanzamento(a.casi.bozza.progetto.id, a.casi.bozza.rapportoId)),
  '/cruscotto': () => [privata('unica', routes.cruscotto(), REGIONI)],
  '/cruscotto/elenco': () => [
    privata('progetti', routes.cruscottoElenco(), REGIONI),
    privata('azioni', routes.cruscottoElenco({ vista: 'azioni', ritardo: '1', ordine: 'ritardo', verso: 'desc' }), REGIONI),
  ],
  '/cruscotto/esporta': () => soloPost(routes.cruscottoEsporta()),
  '/coda': () => [privata('unica', routes.coda(), REGIONI)],
  '/coda/[rapportoId]': verifiche,
  '/ricerca/tabelle': () => [privata('unica', routes.tabelle(), [...REGIONI, 'ricerca'])],
  '/ricerca/analisi': () => [
    privata('unica', routes.analisi(), ['ricerca']),
    privata('con una domanda', routes.analisi({ tabella: 'progetto', righe: 'stato', colonne: 'provincia' }), ['ricerca']),
    privata('con una domanda sbagliata', routes.analisi({ tabella: 'persona', righe: 'nome' }), ['ricerca']),
  ],
  '/ricerca/analisi/scarica': () => soloPost(routes.scaricaAnalisi()),
  '/ricerca/attuazione': () => [privata('unica', routes.attuazione(), [...REGIONI, 'ricerca'])],
  '/ricerca/risorse': () => [
    privata('unica', routes.risorse(), [...REGIONI, 'ricerca']),
    privata('bando inesistente', routes.risorse({ bando: 'inventato' }), []),
  ],
  '/ricerca/classificazione': () => [privata('unica', routes.classificazione(), [...REGIONI, 'ricerca'])],
  '/ricerca/classificazione/[tornataId]': () => [privata('inesistente', routes.tornata(INESISTENTE), []), ...storti(routes.tornata)],
  '/ricerca/classificazione/[tornataId]/scarica': () => soloPost(routes.scaricaTornata(INESISTENTE)),
  '/ricerca/attuazione/cause': () => [privata('unica', routes.causeFasi(), [...REGIONI, 'ricerca'])],
  '/ricerca/interviste': () => [
    privata('unica', routes.interviste(), [...REGIONI, 'ricerca']),
    // a un indirizzo con un carattere nullo non si torna
    privata(
      'ricerca con filtri inventati',
      `${routes.interviste()}?q=%00&progetto=x&codice=%27&fase=y&passo=z&dopo=1&da=x`,
      [...REGIONI, 'ricerca'],
      { nessuno: routes.accesso() },
    ),
  ],
  '/ricerca/interviste/[intervistaId]': () => [privata('inesistente', routes.intervista(INESISTENTE), []), ...storti(routes.intervista)],
  '/ricerca/interviste/estratti/[estrattoId]': () => [privata('inesistente', routes.estratto(INESISTENTE), []), ...storti(routes.estratto)],
  '/ricerca/rete': () => [
    privata('unica', routes.rete(), [...REGIONI, 'ricerca']),
    privata('ondata inesistente', routes.rete({ ondata: INESISTENTE }), []),
  ],
  '/ricerca/rete/scarica': () => soloPost(routes.scaricaRete()),
  '/ricerca/scarica/[tabella]': () => soloPost(routes.scaricaTabella('1.1')),
  ...ATTESE_DOMANDE,
};

/** Una pagina per ogni indirizzo che un lettore apre, e quelle in cui lavora. Le pubbliche le percorre chi non è entrato. */
export const pagineDi = (lettore: Lettore, mondo: Mondo): string[] => [
  ...Object.entries(ATTESE)
    .filter(([indirizzo]) => !indirizzo.startsWith('/api/') && !SCARICAMENTI.includes(indirizzo))
    .map(([, visite]) => visite(mondo).find(({ attese }) => attese[lettore] === '200'))
    .filter((visita) => visita !== undefined)
    .filter(({ attese }) => (attese.nessuno === '200') === (lettore === 'nessuno'))
    .map(({ percorso }) => percorso),
  ...(LAVORO[lettore]?.(mondo) ?? []),
  ...(LAVORO_DOMANDE[lettore]?.(mondo) ?? []),
];

const azioneAperta = ({ progetto, rapportoId }: Caso): string =>
  routes.rapporto(progetto.id, rapportoId, { azione: progetto.azioni[1]?.id });

/** Le pagine con un modulo aperto, un avviso, un elenco filtrato o nulla da mostrare. */
const LAVORO: Partial<Record<Lettore, (mondo: Mondo) => string[]>> = {
  nessuno: () => [
    routes.accesso({ avviso: 'uscita' }),
    '/non-esiste',
    routes.progettiApprovati({ q: 'nessuno così' }),
    routes.progettiApprovati({ categoria: 'informazione', stato: 'AVVIATO' }),
  ],
  capofila: ({ a: { casi } }) => [
    routes.progetto(casi.daAprire.progetto.id),
    ...[casi.bozza, casi.chiarimenti, casi.respinta].map(azioneAperta),
    routes.progetti({ q: 'nessuno così' }),
    routes.progetto(INESISTENTE),
  ],
  partner: ({ a }) => [azioneAperta(a.casi.bozza)],
  regione: ({ a: { casi } }) => [
    ...[casi.inVerifica, casi.risposta].map(({ rapportoId }) => routes.verifica(rapportoId, { tutti: '1' })),
    routes.coda({ q: 'nessuno così' }),
  ],
  ricerca: () => [
    routes.attuazione({ data: '31/02/2020' }),
    routes.analisi({ tabella: 'attivita_stato', righe: 'rilevazione', colonne: 'stato', f1: 'stato', v1: 'in_corso,completata' }),
    routes.analisi({ tabella: 'progetto', righe: 'nome', f1: 'popolazione', v1: 'tanti', data: '31/02/2020' }),
  ],
};
