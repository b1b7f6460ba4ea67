import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { cambiaStatoProgetto, eventoDi, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { compiProgetto } from '@/lib/progetti/stati';
import { esigiPrescrizioniScritte, type StatoPrescrizione } from '../regole';

/** Il referente del capofila presenta le prescrizioni: di ciascuna è scritto come è stata adempiuta. Da qui non si riscrivono. */
export const presentaPrescrizioni = (attore: Attore, { progettoId }: { progettoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, progettoId);
    const a = compiProgetto('presentaPrescrizioni', pratica.stato, pratica.chi);
    const prescrizioni = await tx.prescrizione.findMany({ where: { progettoId }, select: { stato: true, evidenza: true } });
    esigiPrescrizioniScritte(prescrizioni.map(({ stato, evidenza }) => ({ stato: stato as StatoPrescrizione, evidenza })));
    const presentate = await tx.$executeRaw`
      update prescrizione set stato = 'PRESENTATA', presentata_il = app.adesso() where progetto_id = ${progettoId}::uuid and stato = 'APERTA'`;
    await cambiaStatoProgetto(tx, pratica, a);
    return { result: undefined, evento: eventoDi('prescrizioni.presentate', pratica, a, { prescrizioni: presentate }) };
  });
