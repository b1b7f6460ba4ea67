import { allegato, campiDelModulo, chiManda, frase, oRifiuto } from '@/app/(portale)/risposte';
import type { Attore } from '@/lib/auth/attore';
import { segretoDelCookie, sessioneDi } from '@/lib/auth/leggiSessione';
import { improntaDi } from '@/lib/auth/segreti';
import { leggiRigaSessione } from '@/lib/db/accesso';
import { flussoWeb } from '@/lib/esportazione/flussoWeb';
import { scaricaIstantanea } from '@/lib/istantanee/commands/scarica';
import { NumeroIstantanea, ScaricamentoChiesto } from '@/lib/istantanee/schema';
import { routes } from '@/lib/routes';

type Contesto = { params: Promise<{ numero: string }> };
const NON_TROVATA = 'Questa istantanea non esiste o non puoi vederla.';

/** Scarica un'istantanea o un suo file, anche da un certo byte in poi. POST, perché lascia una riga nel registro. */
export async function POST(richiesta: Request, { params }: Contesto): Promise<Response> {
  const attore = await chiManda(richiesta, routes.istantanee());
  if (attore instanceof Response) return attore;
  const numero = NumeroIstantanea.safeParse((await params).numero);
  if (attore.lettore !== 'app_ricerca' || !numero.success) return frase(404, NON_TROVATA);
  const campi = ScaricamentoChiesto.safeParse(Object.fromEntries((await campiDelModulo(richiesta)) ?? []));
  if (!campi.success) return frase(400, 'La richiesta non è completa. Apri la pagina dell’istantanea e riprova.');
  const segreto = await segretoDelCookie();
  return oRifiuto(
    async () => {
      const { flusso, byte, impronta, nome } = await scaricaIstantanea(attore, { numero: numero.data, ...campi.data }, () =>
        ancora(segreto),
      );
      const risposta = allegato({
        nome,
        tipo: 'application/octet-stream',
        contenuto: flussoWeb(flusso),
      });
      risposta.headers.set('x-byte-totali', String(byte));
      risposta.headers.set('etag', `"${impronta}"`);
      return risposta;
    },
    (codice) => (codice === 'istantanea.nonTrovata' ? 404 : 400),
  );
}

/** Chi sta scaricando, riletto adesso. @throws Error se nel frattempo la sessione è finita: lo scaricamento si ferma */
async function ancora(segreto: string | null): Promise<Attore> {
  const sessione = segreto ? sessioneDi(segreto, await leggiRigaSessione(improntaDi(segreto))) : null;
  if (sessione?.stato !== 'viva' || sessione.attore?.lettore !== 'app_ricerca')
    throw new Error('La sessione è finita durante uno scaricamento.');
  return sessione.attore;
}
