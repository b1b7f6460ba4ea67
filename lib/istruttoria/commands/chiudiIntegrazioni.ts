import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { compiProgetto } from '@/lib/progetti/stati';
import { esigiIntegrazioneScaduta } from '../regole';
import { cambiaStatoProgetto, eventoDi, richiesteDi, trovaPratica } from './_pratica';

/**
 * Il termine è passato e l'ente tace: l'istruttore chiude la richiesta e l'istruttoria prosegue su ciò che è depositato. Ciò che l'ente aveva
 * cominciato a riscrivere resta suo, non depositato; le sezioni si richiudono (app.apri_sezioni). Che il termine sia passato lo controlla anche il
 * database (app.verifica_progetto).
 */
export const chiudiIntegrazioni = (attore: Attore, { progettoId }: { progettoId: string }): Promise<void> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, progettoId);
    const a = compiProgetto('chiudiIntegrazioni', pratica.stato, pratica.chi);
    const { richieste } = await richiesteDi(tx, pratica);
    esigiIntegrazioneScaduta(richieste, attore.adesso);
    await tx.integrazione.updateMany({
      where: { progettoId: pratica.id, fase: pratica.fase, genere: 'INTEGRAZIONE', stato: 'APERTA' },
      data: { stato: 'CHIUSA' },
    });
    await cambiaStatoProgetto(tx, pratica, a);
    return { result: undefined, evento: eventoDi('integrazione.scaduta', pratica, a) };
  });
