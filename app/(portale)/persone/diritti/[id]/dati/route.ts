import { z } from 'zod';
import { chiManda, frase, oRifiuto } from '@/app/(portale)/risposte';
import { comeAllegato } from '@/lib/documenti/nome';
import { Uuid } from '@/lib/format/uuid';
import { rispostaPdf } from '@/lib/pdf/risposta';
import { leggiDatiInteressato } from '@/lib/privacy/commands/leggiDatiInteressato';
import { documentoInteressato, jsonInteressato } from '@/lib/privacy/datiInteressato';
import { routes } from '@/lib/routes';

const MASSIMO = 4096;
const NOME = 'I tuoi dati';

/** I dati di chi ha chiesto l’accesso. POST, perché lascia una riga nel registro e una GET si può anticipare o far seguire a qualcuno. */
export async function POST(richiesta: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const attore = await chiManda(richiesta, routes.dirittiPersone());
  if (attore instanceof Response) return attore;
  const id = Uuid.safeParse((await params).id);
  if (attore.lettore !== 'app_ente' || !id.success) return frase(404, 'Questa richiesta non esiste o non è del tuo ente.');
  const formato = await formatoDi(richiesta);
  if (!formato) return frase(400, 'Scegli un formato tra PDF e JSON.');
  return oRifiuto(
    async () => {
      const dati = await leggiDatiInteressato(attore, { richiestaId: id.data });
      return formato === 'pdf' ? rispostaPdf(documentoInteressato(dati), `${NOME}.pdf`) : inJson(jsonInteressato(dati));
    },
    (codice) => (codice === 'interessato.nonTrovata' ? 404 : 400),
  );
}

async function formatoDi(richiesta: Request): Promise<'pdf' | 'json' | null> {
  if (Number(richiesta.headers.get('content-length') ?? 0) > MASSIMO) return null;
  const campi = await richiesta.formData().catch(() => null);
  return z
    .enum(['pdf', 'json'])
    .nullable()
    .catch(null)
    .parse(campi?.get('formato') ?? null);
}

const inJson = (testo: string): Response =>
  new Response(testo, {
    headers: {
      ...{ 'content-type': 'application/json; charset=utf-8', 'content-disposition': comeAllegato(`${NOME}.json`) },
      ...{ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' },
    },
  });
