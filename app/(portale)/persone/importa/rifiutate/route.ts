import { allegato, chiManda, frase } from '@/app/(portale)/risposte';
import { TIPI } from '@/lib/documenti/tipi';
import { isDomainError } from '@/lib/errors/domainError';
import { moduloPulito, textValues } from '@/lib/forms/textValues';
import { righeRifiutate } from '@/lib/importaPersone/commands/controllaFile';
import { MASSIMO_BYTE } from '@/lib/importaPersone/leggi';
import { cartellaPersone } from '@/lib/importaPersone/modello';
import { progettiDaRiempire } from '@/lib/importaPersone/queries';
import { ModuloImporta } from '@/lib/importaPersone/schema';
import { routes } from '@/lib/routes';
import { fileDi } from '../file';

/** Restituisce a chi le ha mandate le righe che non si possono importare, con una colonna che dice perché. Il file non si conserva. */
export async function POST(richiesta: Request): Promise<Response> {
  const attore = await chiManda(richiesta, routes.importaPersone());
  if (attore instanceof Response) return attore;
  if (attore.lettore !== 'app_ente') return frase(404, 'Questa pagina non esiste o non puoi vederla.');
  if (Number(richiesta.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > MASSIMO_BYTE + 64 * 1024)
    return frase(413, 'Il file supera i 20 MB: torna indietro, dividilo in più file e riprova.');
  const modulo = await richiesta.formData().catch(() => null);
  const campi = modulo && ModuloImporta.safeParse(textValues(moduloPulito(modulo)));
  if (!modulo || !campi?.success) return frase(400, 'La richiesta non si legge. Torna alla pagina dell’importazione e riprova.');
  try {
    const { progettoId } = campi.data;
    const rifiutate = await righeRifiutate(attore, { progettoId, contenuto: (await fileDi(modulo)).contenuto });
    if (rifiutate.length === 0) return frase(400, 'In questo file non c’è nessuna riga da correggere. Torna indietro.');
    const azioni = (await progettiDaRiempire(attore)).find(({ id }) => id === progettoId)?.azioni ?? [];
    return allegato({
      nome: 'righe-da-correggere.xlsx',
      tipo: TIPI.XLSX.mime,
      contenuto: await cartellaPersone(azioni, attore.adesso, rifiutate),
    });
  } catch (errore) {
    if (!isDomainError(errore)) throw errore;
    return frase(400, `${errore.message} Torna indietro e riprova.`);
  }
}
