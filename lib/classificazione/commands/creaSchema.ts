import type { Attore } from '@/lib/auth/attore';
import { commandAs, type NuovoEvento, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { Categoria } from '@/lib/ricerca/righe';
import { type CodiceModello, modelloDi } from '../modelli';
import type { SchemaNuovo } from '../schema';
import type { Schema } from '../voci';
import { esigiRicerca, inFila } from './_parti';

type Nuovo = Omit<Schema, 'id' | 'versione'>;
type Fatto = { result: { schemaId: string }; evento: NuovoEvento };

/**
 * Adotta uno schema pronto, con il vocabolario della Regione. Se c'è già e le voci sono le stesse si rifiuta; altrimenti è una versione nuova.
 * @throws DomainError classificazione.soloRicerca, classificazione.schemaUguale, classificazione.vocabolarioVuoto
 */
export const adottaSchema = (attore: Attore, { modello }: { modello: CodiceModello }): Promise<{ schemaId: string }> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const categorie = await tx.categoriaIntervento.findMany({ orderBy: [{ ordine: 'asc' }, { codice: 'asc' }] });
    const nuovo = modelloDi(modello, categorie as Categoria[]);
    if (nuovo.voci.length === 0)
      throw new DomainError('classificazione.vocabolarioVuoto', 'Il vocabolario della Regione non ha categorie da classificare.');
    return inserisci(tx, attore, nuovo);
  });

/**
 * Scrive uno schema proprio. Con lo stesso titolo di uno scritto prima ne è la versione nuova: le codifiche già fatte restano con la loro.
 * @throws DomainError classificazione.soloRicerca, classificazione.schemaUguale
 */
export const creaSchema = (attore: Attore, { titolo, ...altro }: SchemaNuovo): Promise<{ schemaId: string }> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const omonimo = await tx.schemaClassificazione.findFirst({ where: { titolo }, select: { codice: true } });
    const propri = await tx.schemaClassificazione.findMany({ where: { codice: { startsWith: 'S_' } }, distinct: ['codice'] });
    return inserisci(tx, attore, { ...altro, titolo, codice: omonimo?.codice ?? `S_${propri.length + 1}` });
  });

async function inserisci(tx: Tx, { regioneId }: Attore, schema: Nuovo): Promise<Fatto> {
  await inFila(tx, `schemi ${regioneId}`);
  const { codice, voci, esclusivo } = schema;
  const ultima = await tx.schemaClassificazione.findFirst({ where: { codice }, orderBy: { versione: 'desc' } });
  if (ultima && ultima.esclusivo === esclusivo && stesse(ultima.voci, voci))
    throw new DomainError('classificazione.schemaUguale', 'Questo schema c’è già, con le stesse voci.');
  const versione = (ultima?.versione ?? 0) + 1;
  const { id } = await tx.schemaClassificazione.create({ data: { ...schema, regioneId, versione }, select: { id: true } });
  return {
    result: { schemaId: id },
    evento: {
      ...{ atto: 'classificazione.schemaScritto', oggetto: 'schema_classificazione', oggettoId: id },
      dopo: { codice, versione, voci: voci.map((voce) => voce.codice) },
    },
  };
}

// jsonb non conserva l'ordine delle chiavi: si confrontano i valori in un ordine detto qui
const stesse = (una: unknown, altra: Schema['voci']): boolean => forma(una as Schema['voci']) === forma(altra);
const forma = (voci: Schema['voci']): string =>
  JSON.stringify(voci.map(({ codice, etichetta, gruppo, definizione, categoria }) => [codice, etichetta, gruppo, definizione, categoria]));
