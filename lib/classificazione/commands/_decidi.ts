import type { Attore } from '@/lib/auth/attore';
import type { NuovoEvento, Tx } from '@/lib/db/scope';
import { giornoDi } from '@/lib/format/data';
import { inOrdine, type Schema } from '../voci';
import type { Tornata } from './_parti';

type Deciso = {
  attore: Attore;
  tornata: Tornata;
  schema: Pick<Schema, 'id' | 'voci'>;
  progettoId: string;
  scelte: readonly string[];
  motivo: string;
};

/** Mette in vigore una classificazione al posto della precedente e, se lo schema è quello delle tabelle, aggiorna le categorie. @returns l'evento */
export async function decidi(tx: Tx, { attore, tornata, schema, progettoId, scelte, motivo }: Deciso): Promise<NuovoEvento> {
  const voci = inOrdine(schema, scelte);
  const { regioneId, utenteId } = attore;
  await tx.$executeRaw`update classificazione_decisa set sostituita_il = app.adesso()
    where progetto_id = ${progettoId}::uuid and schema_id = ${schema.id}::uuid and sostituita_il is null`;
  const data = { regioneId, progettoId, schemaId: schema.id, tornataId: tornata.id, voci, motivo, decisaDa: utenteId };
  const { id } = await tx.classificazioneDecisa.create({ data, select: { id: true } });
  await aggiornaTabelle(tx, { attore, tornata, schema, progettoId, voci });
  return {
    ...{ atto: 'classificazione.decisa', oggetto: 'classificazione_decisa', oggettoId: id, progettoId },
    dopo: { tornata: tornata.id, voci },
  };
}

type Aggiornate = Pick<Deciso, 'attore' | 'tornata' | 'schema' | 'progettoId'> & { voci: string[] };

/** Cambia solo le categorie il cui segno è diverso da quello in vigore: la storia delle altre non si spezza. */
async function aggiornaTabelle(tx: Tx, { attore, tornata, schema, progettoId, voci }: Aggiornate): Promise<void> {
  const decise = schema.voci.flatMap(({ codice, categoria }) => (categoria ? [{ categoria, presente: voci.includes(codice) }] : []));
  if (decise.length === 0) return;
  const inVigore = await tx.classificazioneProgetto.findMany({
    where: { progettoId, sostituitaIl: null },
    select: { categoria: true, presente: true },
  });
  const cambiate = decise.filter(({ categoria, presente }) => !inVigore.some((c) => c.categoria === categoria && c.presente === presente));
  const giorno = new Date(`${giornoDi(attore.adesso)}T00:00:00Z`);
  await tx.classificazioneProgetto.updateMany({
    where: { progettoId, sostituitaIl: null, categoria: { in: cambiate.map(({ categoria }) => categoria) } },
    data: { sostituitaIl: giorno },
  });
  const fonte = `Doppia codifica, tornata ${tornata.numero}`;
  await tx.classificazioneProgetto.createMany({
    data: cambiate.map((c) => ({ ...c, regioneId: attore.regioneId, progettoId, fonte, attribuitaIl: giorno })),
  });
}
