import { DataFactory, type Quad, Writer } from 'n3';
import { routes } from '@/lib/routes';
import { DATASET, type Dataset, FORMATI_DATASET } from './dataset';
import { LICENZA } from './licenza';

const { namedNode, literal, quad } = DataFactory;

/** Il catalogo dei dati aperti secondo DCAT-AP_IT 2.1 (AgID): una sola descrizione, scritta in Turtle e in JSON-LD. */

const VOCABOLARI = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatapit: 'http://dati.gov.it/onto/dcatapit#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const AUTORITA = 'http://publications.europa.eu/resource/authority';

export type DatiCatalogo = {
  /** L'indirizzo del portale, senza barra finale. */
  base: string;
  regione: { nome: string; codice: string };
  /** Il giorno dell'ultimo fatto pubblico, AAAA-MM-GG. */
  aggiornato: string;
};

type Nome = `${keyof typeof VOCABOLARI}:${string}`;
type Valore = { risorsa: string } | { testo: string } | { parola: string } | { giorno: string };

function intero(nome: Nome): string {
  const [prefisso = 'dct', resto] = nome.split(':') as [keyof typeof VOCABOLARI, string];
  return VOCABOLARI[prefisso] + resto;
}

/** Una risorsa: i suoi tipi e le sue proprietà. */
function risorsa(soggetto: string, tipi: Nome[], proprieta: [Nome, Valore][]): Quad[] {
  const s = namedNode(soggetto);
  return [
    ...tipi.map((tipo) => quad(s, namedNode(RDF_TYPE), namedNode(intero(tipo)))),
    ...proprieta.map(([nome, valore]) => quad(s, namedNode(intero(nome)), oggetto(valore))),
  ];
}

function oggetto(valore: Valore) {
  if ('risorsa' in valore) return namedNode(valore.risorsa);
  if ('testo' in valore) return literal(valore.testo, 'it');
  return 'giorno' in valore ? literal(valore.giorno, namedNode(`${VOCABOLARI.xsd}date`)) : literal(valore.parola);
}

const indirizzi = (base: string, { nome }: Dataset) => ({
  insieme: `${base}${routes.datiAperti()}#${nome}`,
  distribuzione: (formato: string) => `${base}${routes.datiAperti()}#${nome}-${formato}`,
});

/** Il titolare e chi pubblica: la Regione. */
const titolareDi = (base: string): string => `${base}/#titolare`;

function insiemeDi(dataset: Dataset, { base, aggiornato }: DatiCatalogo): Quad[] {
  const dove = indirizzi(base, dataset);
  const titolare = { risorsa: titolareDi(base) };
  return [
    ...risorsa(
      dove.insieme,
      ['dcatapit:Dataset', 'dcat:Dataset'],
      [
        ['dct:identifier', { parola: `cantiere:${dataset.nome}` }],
        ['dct:title', { testo: dataset.titolo }],
        ['dct:description', { testo: dataset.descrizione }],
        ['dct:modified', { giorno: aggiornato }],
        ['dct:rightsHolder', titolare],
        ['dct:publisher', titolare],
        ['dct:accrualPeriodicity', { risorsa: `${AUTORITA}/frequency/CONT` }],
        ['dct:language', { risorsa: `${AUTORITA}/language/ITA` }],
        ['dcat:theme', { risorsa: `${AUTORITA}/data-theme/SOCI` }],
        ['dcat:landingPage', { risorsa: `${base}${routes.datiAperti()}` }],
        ...dataset.parole.map((parola): [Nome, Valore] => ['dcat:keyword', { testo: parola }]),
        ...FORMATI_DATASET.map((formato): [Nome, Valore] => ['dcat:distribution', { risorsa: dove.distribuzione(formato) }]),
      ],
    ),
    ...FORMATI_DATASET.flatMap((formato) =>
      risorsa(
        dove.distribuzione(formato),
        ['dcatapit:Distribution', 'dcat:Distribution'],
        [
          ['dct:title', { testo: `${dataset.titolo} (${formato.toUpperCase()})` }],
          ['dct:description', { testo: dataset.descrizione }],
          ['dct:format', { risorsa: `${AUTORITA}/file-type/${formato.toUpperCase()}` }],
          ['dct:license', { risorsa: LICENZA.indirizzo }],
          ['dct:modified', { giorno: aggiornato }],
          ['dcat:accessURL', { risorsa: `${base}${routes.datiAperti()}` }],
          ['dcat:downloadURL', { risorsa: `${base}${routes.scaricaDatoAperto(`${dataset.nome}.${formato}`)}` }],
        ],
      ),
    ),
  ];
}

/** Tutte le triple del catalogo, con gli insiemi, le distribuzioni, il titolare e la licenza. */
export function triple(dati: DatiCatalogo): Quad[] {
  const { base, regione, aggiornato } = dati;
  const insiemi = Object.values(DATASET);
  return [
    ...risorsa(
      `${base}${routes.datiAperti()}`,
      ['dcatapit:Catalog', 'dcat:Catalog'],
      [
        ['dct:title', { testo: `Cantiere: i dati aperti dei progetti di welfare (${regione.nome})` }],
        ['dct:description', { testo: 'Progetti approvati, ambiti, organizzazioni, azioni, contributi e stati. Nessun dato personale.' }],
        ['dct:publisher', { risorsa: titolareDi(base) }],
        ['dct:modified', { giorno: aggiornato }],
        ['dct:language', { risorsa: `${AUTORITA}/language/ITA` }],
        ['dcat:themeTaxonomy', { risorsa: `${AUTORITA}/data-theme` }],
        ['foaf:homepage', { risorsa: `${base}${routes.datiAperti()}` }],
        ...insiemi.map((dataset): [Nome, Valore] => ['dcat:dataset', { risorsa: indirizzi(base, dataset).insieme }]),
      ],
    ),
    ...risorsa(
      titolareDi(base),
      ['dcatapit:Agent', 'foaf:Agent'],
      [
        ['foaf:name', { testo: regione.nome }],
        ['dct:identifier', { parola: regione.codice }],
      ],
    ),
    ...risorsa(
      LICENZA.indirizzo,
      ['dcatapit:LicenseDocument', 'dct:LicenseDocument'],
      [
        ['foaf:name', { testo: 'Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)' }],
        ['dct:type', { risorsa: 'http://purl.org/adms/licencetype/Attribution' }],
        ['owl:versionInfo', { parola: '4.0' }],
        ['dct:identifier', { risorsa: LICENZA.indirizzo }],
      ],
    ),
    ...insiemi.flatMap((dataset) => insiemeDi(dataset, dati)),
  ];
}

/** Il catalogo in Turtle. */
export const inTurtle = (dati: DatiCatalogo): Promise<string> =>
  new Promise((risolvi, rifiuta) => {
    const penna = new Writer({ prefixes: VOCABOLARI });
    penna.addQuads(triple(dati));
    penna.end((errore, testo: string) => (errore ? rifiuta(errore) : risolvi(testo)));
  });

type Nodo = { '@id': string; '@type': string[]; [proprieta: string]: unknown };

/** Lo stesso catalogo in JSON-LD (forma espansa, un nodo per risorsa). */
export function inJsonLd(dati: DatiCatalogo): { '@graph': Nodo[] } {
  const nodi = new Map<string, Nodo>();
  for (const { subject, predicate, object } of triple(dati)) {
    const nodo = nodi.get(subject.value) ?? { '@id': subject.value, '@type': [] };
    nodi.set(subject.value, nodo);
    if (predicate.value === RDF_TYPE) nodo['@type'].push(object.value);
    else nodo[predicate.value] = [...((nodo[predicate.value] as unknown[] | undefined) ?? []), inNodo(object)];
  }
  return { '@graph': [...nodi.values()] };
}

function inNodo(termine: Quad['object']): Record<string, string> {
  if (termine.termType !== 'Literal') return { '@id': termine.value };
  if (termine.language) return { '@value': termine.value, '@language': termine.language };
  const tipo = termine.datatype.value;
  return tipo === `${VOCABOLARI.xsd}string` ? { '@value': termine.value } : { '@value': termine.value, '@type': tipo };
}
