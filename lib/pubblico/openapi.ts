import { z } from 'zod';
import { routes } from '@/lib/routes';
import { DATASET, type Dataset, NomeDataset } from './dataset';
import { LICENZA } from './licenza';
import { DomandaApi } from './schema';

/** Un rifiuto, secondo RFC 9457 (application/problem+json), come chiedono le linee guida di interoperabilità. */
const Problema = z.object({
  type: z.string().meta({ description: 'Sempre about:blank: il significato e nello stato HTTP' }),
  title: z.string().meta({ description: 'Il rifiuto in breve' }),
  status: z.int().meta({ description: 'Lo stato HTTP' }),
  detail: z.string().meta({ description: 'Che cosa fare, in italiano' }),
});

/** Una pagina di righe. `successiva` è il valore di `dopo` per continuare; nullo alla fine. */
export const paginaDi = ({ riga }: Dataset) =>
  z.object({ righe: z.array(riga), successiva: z.string().nullable(), aggiornato: z.iso.date(), licenza: z.string() });

/** Un progetto con le parti che lo riguardano. */
export const ProgettoIntero = z.object({
  progetto: DATASET.progetti.riga,
  importo: DATASET.importi.riga,
  enti: z.array(DATASET.enti.riga),
  azioni: z.array(DATASET.azioni.riga),
  stati: z.array(DATASET.stati.riga),
});

const schema = (tipo: z.ZodType) => {
  const { $schema: _, ...resto } = z.toJSONSchema(tipo, { io: 'output' });
  return resto;
};

/** I soli parametri di un insieme: `progetto` filtra le righe di chi ha più righe per progetto. */
export const parametriDi = (nome: NomeDataset): (keyof typeof DomandaApi.shape)[] =>
  nome === 'ambiti' ? ['dopo', 'limite'] : ['dopo', 'limite', 'progetto'];

const parametro = (nome: keyof typeof DomandaApi.shape) => {
  const { description, ...forma } = z.toJSONSchema(DomandaApi.shape[nome], { io: 'input' }) as Record<string, unknown>;
  const { $schema: _, ...resto } = forma;
  // un numero scritto in un indirizzo arriva come testo: la sua forma si dice a parte
  const tipo = nome === 'limite' ? { type: 'integer', minimum: 1, maximum: 200, default: 100 } : resto;
  return { name: nome, in: 'query', required: false, description, schema: tipo };
};

const rifiuto = (descrizione: string) => ({
  description: descrizione,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problema' } } },
});

const RIFIUTI = {
  '400': rifiuto('Un parametro non va bene'),
  '429': rifiuto('Troppe richieste: riprova dopo i secondi di Retry-After'),
};

const risposta = (nome: string) => ({
  description: 'Riuscita',
  headers: { ETag: { description: 'Impronta della risposta, per If-None-Match', schema: { type: 'string' } } },
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${nome}` } } },
});

const operazione = (dataset: Dataset) => ({
  get: {
    operationId: `elenca-${dataset.nome}`,
    tags: [dataset.titolo],
    summary: dataset.titolo,
    description: dataset.descrizione,
    parameters: parametriDi(dataset.nome).map(parametro),
    responses: { '200': risposta(`pagina-${dataset.nome}`), '304': { description: 'Non è cambiato nulla' }, ...RIFIUTI },
  },
});

/**
 * La descrizione OpenAPI 3.1 dell'interfaccia, generata dagli stessi schemi che danno forma alle righe.
 * @param base l'indirizzo del portale, senza barra finale
 */
export function openApi(base: string): Record<string, unknown> {
  const insiemi = Object.values(DATASET);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cantiere, interfaccia dei dati aperti',
      version: '1.0.0',
      description: 'Progetti di welfare approvati, in sola lettura e senza chiavi. Nessun dato personale.',
      license: { name: LICENZA.nome, url: LICENZA.indirizzo },
      contact: { name: 'Assistenza', url: `${base}/assistenza` },
    },
    servers: [{ url: `${base}${routes.api()}` }],
    tags: insiemi.map(({ titolo, descrizione }) => ({ name: titolo, description: descrizione })),
    paths: {
      ...Object.fromEntries(insiemi.map((dataset) => [`/${dataset.nome}`, operazione(dataset)])),
      '/progetti/{codice}': {
        get: {
          operationId: 'leggi-progetto',
          tags: [DATASET.progetti.titolo],
          summary: 'Un progetto con enti, azioni, importo e stati',
          parameters: [{ name: 'codice', in: 'path', required: true, description: 'Codice del progetto', schema: { type: 'string' } }],
          responses: {
            '200': risposta('progetto-intero'),
            '304': { description: 'Non è cambiato nulla' },
            '404': rifiuto('Il progetto non esiste o non è approvato'),
            ...RIFIUTI,
          },
        },
      },
    },
    components: {
      schemas: {
        Problema: schema(Problema),
        'progetto-intero': schema(ProgettoIntero),
        ...Object.fromEntries(NomeDataset.options.map((nome) => [`pagina-${nome}`, schema(paginaDi(DATASET[nome]))])),
      },
    },
  };
}
