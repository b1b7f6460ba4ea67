import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compiProgetto } from '@/lib/progetti/stati';
import { giorniPerRispondere, preavvisoVigente, termineRichiesta } from '../regole';
import type { Preavviso } from '../schema';
import { configurazioneDi, eventoDi, richiesteDi, trovaPratica } from './_pratica';

/** Il preavviso di rigetto: i motivi per cui la domanda non può essere accolta, e il tempo per rispondere. Lo stato non cambia. */
export const inviaPreavviso = (attore: Attore, scritto: Preavviso): Promise<{ richiestaId: string }> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, scritto.progettoId);
    compiProgetto('dichiaraInammissibile', pratica.stato, pratica.chi); // si preavvisa solo ciò che si potrebbe poi dichiarare
    const { giorniPreavviso } = await configurazioneDi(tx, pratica);
    const entro = termineRichiesta(scritto.entro, attore.adesso, giorniPerRispondere(giorniPreavviso));
    const { richieste, depositataIl } = await richiesteDi(tx, pratica);
    if (preavvisoVigente(richieste, depositataIl))
      throw new DomainError('preavviso.giaInviato', 'Il preavviso di rigetto è già stato inviato. Ricarica la pagina.');
    const dove = { progettoId: pratica.id, fase: pratica.fase, genere: 'PREAVVISO' };
    await tx.integrazione.updateMany({ where: { ...dove, stato: { not: 'CHIUSA' } }, data: { stato: 'CHIUSA' } }); // superato da un nuovo deposito
    const id = crypto.randomUUID();
    const motivo = [...new Set(scritto.motivi)].join(',');
    await tx.integrazione.createMany({
      data: [{ ...dove, id, regioneId: attore.regioneId, motivo, sezioni: [], testo: scritto.testo, entro }],
    });
    return { result: { richiestaId: id }, evento: eventoDi('preavviso.inviato', pratica, null, { motivi: motivo, entro: scritto.entro }) };
  });
