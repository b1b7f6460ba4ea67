import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { concordano } from '../kappa';
import type { Decisione } from '../schema';
import { decidi } from './_decidi';
import { esigiProgetto, esigiRicerca, esigiVoci, inFila, trovaSchema, trovaTornata } from './_parti';

const nonSvelata = () =>
  new DomainError('classificazione.nonSvelata', 'Si decide quando tutti e due i codificatori hanno chiuso il loro foglio.');

/**
 * La classificazione di un progetto dopo le due codifiche, con il motivo. Vale al posto di quella di prima, che resta nella storia.
 * @throws DomainError classificazione.soloRicerca, classificazione.nonSvelata, classificazione.voci, classificazione.superata (qualcuno ha deciso prima)
 */
export const decidiClassificazione = (attore: Attore, { tornataId, progettoId, voci, motivo, vista }: Decisione): Promise<void> =>
  commandAs(attore, async (tx) => {
    esigiRicerca(attore);
    const tornata = await trovaTornata(tx, tornataId);
    if (!tornata.svelataIl) throw nonSvelata();
    await esigiProgetto(tx, progettoId, tornata.bandoId);
    const schema = await trovaSchema(tx, tornata.schemaId);
    esigiVoci(schema, voci);
    await inFila(tx, `decisioni ${schema.id}`);
    const prima = await tx.classificazioneDecisa.findFirst({
      where: { progettoId, schemaId: schema.id, sostituitaIl: null },
      select: { id: true },
    });
    if ((prima?.id ?? '') !== vista)
      throw new DomainError('classificazione.superata', 'Intanto un’altra persona ha deciso. Ricarica la pagina e controlla.');
    const evento = await decidi(tx, { attore, tornata, schema, progettoId, scelte: voci, motivo });
    return { result: undefined, evento };
  });

/**
 * Decide insieme tutti i progetti su cui i due codificatori concordano e che non hanno ancora una decisione.
 * @throws DomainError classificazione.soloRicerca, classificazione.nonSvelata, classificazione.nessunConcorde
 */
export const confermaConcordi = (attore: Attore, { tornataId }: { tornataId: string }): Promise<{ quanti: number }> =>
  commandAs(
    attore,
    async (tx) => {
      esigiRicerca(attore);
      const tornata = await trovaTornata(tx, tornataId);
      if (!tornata.svelataIl) throw nonSvelata();
      const schema = await trovaSchema(tx, tornata.schemaId);
      await inFila(tx, `decisioni ${schema.id}`);
      const coppie = await tx.$queryRaw<{ progetto: string; primo: string[]; secondo: string[] }[]>`
        select a.progetto_id::text as progetto, a.voci as primo, b.voci as secondo from foglio_codifica f join codifica a on a.foglio_id = f.id
        join foglio_codifica g on g.tornata_id = f.tornata_id and g.posizione = 2 join codifica b on b.foglio_id = g.id and b.progetto_id = a.progetto_id
        where f.tornata_id = ${tornataId}::uuid and f.posizione = 1 and not exists (
          select from classificazione_decisa d where d.progetto_id = a.progetto_id and d.tornata_id = f.tornata_id and d.sostituita_il is null)
        order by a.progetto_id`;
      const concordi = coppie.filter(concordano);
      if (concordi.length === 0) throw new DomainError('classificazione.nessunConcorde', 'Non restano progetti concordi da confermare.');
      const eventi = [];
      for (const { progetto, primo } of concordi)
        eventi.push(
          await decidi(tx, { attore, tornata, schema, progettoId: progetto, scelte: primo, motivo: 'Le due codifiche concordano.' }),
        );
      return { result: { quanti: concordi.length }, evento: eventi };
    },
    120_000,
  );
