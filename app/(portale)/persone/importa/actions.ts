'use server';
import { unstable_rethrow } from 'next/navigation';
import { requireLettore } from '@/lib/auth/requireAttore';
import { isDomainError } from '@/lib/errors/domainError';
import { stessaOrigine } from '@/lib/forms/stessaOrigine';
import { moduloPulito, textValues } from '@/lib/forms/textValues';
import { controllaFile } from '@/lib/importaPersone/commands/controllaFile';
import { importaPersone } from '@/lib/importaPersone/commands/importaPersone';
import type { StatoImporta } from '@/lib/importaPersone/rapporto';
import { ModuloImporta } from '@/lib/importaPersone/schema';
import { fileDi } from './file';

/**
 * Controlla un foglio di persone, o importa quello appena controllato. Non passa da formAction perché l'esito è un rapporto nella stessa pagina, non un
 * altro indirizzo: il file non si conserva da nessuna parte, e lo rimanda il browser.
 */
export async function importaAction(_precedente: StatoImporta, inviato: FormData): Promise<StatoImporta> {
  const campi = textValues(moduloPulito(inviato));
  const progettoId = campi.progettoId ?? '';
  try {
    await stessaOrigine();
    const attore = await requireLettore('app_ente');
    const letti = ModuloImporta.safeParse(campi);
    if (!letti.success) return { status: 'refused', progettoId, message: letti.error.issues[0]?.message ?? '' };
    const { nome: nomeFile, contenuto } = await fileDi(inviato);
    const file = { progettoId, contenuto };
    if (letti.data.passo === 'controlla')
      return { status: 'controllato', progettoId, nomeFile, controllo: await controllaFile(attore, file) };
    return { status: 'importato', progettoId, nomeFile, fatte: await importaPersone(attore, { ...file, ...letti.data }) };
  } catch (errore) {
    unstable_rethrow(errore); // redirect e notFound si lanciano: li prende Next
    if (!isDomainError(errore)) throw errore;
    return { status: 'refused', progettoId, message: errore.message };
  }
}
