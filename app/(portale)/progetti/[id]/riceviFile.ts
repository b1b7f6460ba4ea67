import { chiManda, frase } from '@/app/(portale)/risposte';
import type { Attore } from '@/lib/auth/attore';
import { MASSIMO_BYTE } from '@/lib/documenti/tipi';
import { moduloPulito, textValues } from '@/lib/forms/textValues';

/** Il file più la cornice del modulo; lo stesso numero, per gli indirizzi che ricevono un file, sta in lib/auth/portone.ts. */
const MASSIMO_CORPO = MASSIMO_BYTE + 64 * 1024;

export type FileRicevuto = { attore: Attore; campi: Record<string, string>; nome: string | undefined; contenuto: Uint8Array<ArrayBuffer> };

/**
 * Chi manda un file, che cosa e con quali campi; oppure la risposta da dare subito (altra origine, sessione finita, troppo grande, illeggibile).
 * Una route e non una server action perché solo qui si accettano più di 4 MB. `pagina` è dove tornare dopo l'accesso.
 */
export async function riceviFile(request: Request, pagina: string): Promise<FileRicevuto | Response> {
  const attore = await chiManda(request, pagina);
  if (attore instanceof Response) return attore;
  if (Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > MASSIMO_CORPO)
    return frase(413, 'Il file supera i 10 MB: torna indietro, riducilo o dividilo e riprova.');
  const modulo = await request.formData().catch(() => null);
  if (!modulo) return illeggibile();
  const file = modulo.get('file');
  const caricato = file instanceof File ? file : null;
  return {
    attore,
    campi: textValues(moduloPulito(modulo)),
    nome: caricato?.name.slice(0, 400),
    contenuto: new Uint8Array((await caricato?.arrayBuffer()) ?? new ArrayBuffer(0)),
  };
}

export const illeggibile = (): Response => frase(400, 'La richiesta non si legge. Torna alla pagina da cui l’hai inviata e riprova.');

/** Un file si scarica, non si apre dentro il portale: con il tipo che i suoi byte hanno, e mai indovinato dal browser. */
export const scarica = (file: { tipo: string; contenuto: Uint8Array<ArrayBuffer> }, disposizione: string): Response =>
  new Response(file.contenuto, {
    headers: {
      'content-type': file.tipo,
      'content-disposition': disposizione,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
