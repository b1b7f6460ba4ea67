import { leggiSessione } from '@/lib/auth/leggiSessione';
import { isDomainError } from '@/lib/errors/domainError';
import { eStessaOrigine } from '@/lib/forms/stessaOrigine';
import { moduloPulito, textValues } from '@/lib/forms/textValues';
import { righeRifiutate } from '@/lib/importaPersone/commands/controllaFile';
import { MASSIMO_BYTE } from '@/lib/importaPersone/leggi';
import { cartellaPersone } from '@/lib/importaPersone/modello';
import { progettiDaRiempire } from '@/lib/importaPersone/queries';
import { ModuloImporta } from '@/lib/importaPersone/schema';
import { routes } from '@/lib/routes';
import { fileDi } from '../file';

const frase = (stato: number, testo: string): Response =>
  new Response(testo, { status: stato, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
const vaiA = (indirizzo: string): Response =>
  new Response(null, { status: 303, headers: { location: indirizzo, 'cache-control': 'no-store' } });

/** Restituisce a chi le ha mandate le righe che non si possono importare, con una colonna che dice perche. Il file non si conserva. */
export async function POST(richiesta: Request): Promise<Response> {
  if (!eStessaOrigine(richiesta.headers))
    return frase(403, 'La richiesta non è partita da una pagina del portale. Apri la pagina e riprova.');
  const sessione = await leggiSessione();
  if (sessione.stato !== 'viva') return vaiA(routes.accesso({ torna: routes.importaPersone() }));
  const { attore } = sessione;
  if (!attore) return vaiA(routes.profili());
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
    return allegato(await cartellaPersone(azioni, attore.adesso, rifiutate), 'righe-da-correggere.xlsx');
  } catch (errore) {
    if (!isDomainError(errore)) throw errore;
    return frase(400, `${errore.message} Torna indietro e riprova.`);
  }
}

const allegato = (contenuto: Uint8Array<ArrayBuffer>, nome: string): Response =>
  new Response(contenuto, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${nome}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
