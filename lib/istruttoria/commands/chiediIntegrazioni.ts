import type { Attore } from '@/lib/auth/attore';
import { sezioniDi } from '@/lib/bandi/configurazione';
import { commandAs } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { compiProgetto } from '@/lib/progetti/stati';
import { termineRichiesta } from '../regole';
import type { RichiestaIntegrazioni } from '../schema';
import { cambiaStatoProgetto, configurazioneDi, eventoDi, trovaPratica } from './_pratica';

/** Soccorso istruttorio: la domanda torna all'ente, che può riscrivere le sole sezioni nominate entro il termine. */
export const chiediIntegrazioni = (attore: Attore, chiesto: RichiestaIntegrazioni): Promise<{ richiestaId: string }> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, chiesto.progettoId);
    const a = compiProgetto('chiediIntegrazioni', pratica.stato, pratica.chi);
    const note = new Set(sezioniDi(await configurazioneDi(tx, pratica), pratica.fase).map(({ chiave }) => chiave));
    const sezioni = [...new Set(chiesto.sezioni)];
    if (sezioni.some((chiave) => !note.has(chiave)))
      throw new DomainError('integrazione.sezioneEstranea', 'Una sezione non fa parte di questa domanda. Ricarica la pagina.', 'sezioni');
    const entro = termineRichiesta(chiesto.entro, attore.adesso, 1);
    const id = crypto.randomUUID();
    // Le richieste già risposte sono superate da questa: ne resta aperta una sola.
    await tx.integrazione.updateMany({
      where: { progettoId: pratica.id, fase: pratica.fase, genere: 'INTEGRAZIONE', stato: { not: 'CHIUSA' } },
      data: { stato: 'CHIUSA' },
    });
    // Prima la richiesta, poi lo stato: app.apri_sezioni riapre le sezioni che la richiesta nomina.
    const { motivo, testo } = chiesto;
    const dati = {
      id,
      regioneId: attore.regioneId,
      progettoId: pratica.id,
      fase: pratica.fase,
      genere: 'INTEGRAZIONE',
      motivo,
      sezioni,
      testo,
      entro,
    };
    await tx.integrazione.createMany({ data: [dati] });
    await cambiaStatoProgetto(tx, pratica, a);
    return {
      result: { richiestaId: id },
      evento: eventoDi('integrazione.chiesta', pratica, a, { motivo, sezioni: sezioni.length, entro: chiesto.entro }),
    };
  });
