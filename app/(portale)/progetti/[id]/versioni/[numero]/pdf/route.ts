import { notFound } from 'next/navigation';
import { requireLettore } from '@/lib/auth/requireAttore';
import { leggiDomandaScritta } from '@/lib/deposito/queriesDomanda';
import { isDomainError } from '@/lib/errors/domainError';
import { Uuid } from '@/lib/format/uuid';
import { rispostaPdf } from '@/lib/pdf/risposta';
import { faseDi, IN_SCRITTURA } from '@/lib/progetti/stati';
import { contenutoDi } from '@/lib/versioni/contenuto';
import { domandaPdf } from '@/lib/versioni/pdf';
import { leggiContorno } from '@/lib/versioni/queries';
import { numeroDi, versioniDellIndirizzo } from '../../versione';

/** La domanda intera in PDF: una versione com'era, oppure (numero 0) la bozza com'è adesso, con la filigrana. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string; numero: string }> }): Promise<Response> {
  const { id, numero } = await params;
  if (numero === '0') return bozza(id);
  const { progetto, versioni } = await versioniDellIndirizzo(id, [numeroDi(numero)]);
  const [versione] = versioni;
  if (!versione) notFound();
  const { contenuto, configurazione } = versione;
  const documento = domandaPdf(progetto, { contenuto, configurazione, istante: new Date(versione.creataIl), versione }, progetto.nomi);
  return rispostaPdf(documento, `Domanda ${progetto.codice} versione ${versione.numero}.pdf`);
}

/** Solo per gli enti che la scrivono, e solo mentre la scrivono: depositata, si stampa la versione. */
async function bozza(id: string): Promise<Response> {
  const attore = await requireLettore('app_ente');
  if (!Uuid.safeParse(id).success) notFound();
  const [domanda, contorno] = await Promise.all([leggiDomandaScritta(attore, id), leggiContorno(attore, id)]);
  const fase = domanda && IN_SCRITTURA.includes(domanda.stato) ? faseDi(domanda.stato) : null;
  if (!domanda || !contorno || !fase) notFound();
  try {
    const stampa = {
      contenuto: contenutoDi(domanda, fase),
      configurazione: domanda.configurazione,
      istante: attore.adesso,
      versione: null,
    };
    return await rispostaPdf(domandaPdf({ ...contorno, codice: domanda.codice }, stampa, contorno.nomi), `Bozza ${domanda.codice}.pdf`);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return new Response(error.message, {
      status: 409,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
  }
}
