import { esci } from '@/lib/auth/biscotti';
import { ALTRA_ORIGINE, eStessaOrigine } from '@/lib/forms/stessaOrigine';
import { routes } from '@/lib/routes';
import { frase, vaiA } from '../risposte';

/**
 * «Esci»: vale anche se la sessione è già finita. Un modulo semplice e non un'azione di Next: la pagina che segue si carica da capo, e nel browser non resta
 * nulla di ciò che si leggeva.
 */
export async function POST(richiesta: Request): Promise<Response> {
  if (!eStessaOrigine(richiesta.headers)) return frase(403, ALTRA_ORIGINE);
  await esci();
  return vaiA(routes.accesso({ avviso: 'uscita' }));
}
