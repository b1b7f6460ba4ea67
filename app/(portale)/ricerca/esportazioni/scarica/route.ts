import { allegato, campiDelModulo, chiManda, frase, oRifiuto } from '@/app/(portale)/risposte';
import { env } from '@/lib/env';
import { esportaArchivio, esportaTabellaIntera } from '@/lib/esportazione/commands/esporta';
import { flussoWeb } from '@/lib/esportazione/flussoWeb';
import { EsportazioneChiesta } from '@/lib/esportazione/schema';
import { leggiFiltri } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';

/** Scarica i dati. POST, perché lascia una riga nel registro e una GET si può anticipare o far seguire a qualcuno. */
export async function POST(richiesta: Request): Promise<Response> {
  const attore = await chiManda(richiesta, routes.esportazioni());
  if (attore instanceof Response) return attore;
  if (attore.lettore !== 'app_ricerca') return frase(404, 'Questi dati non esistono o non puoi vederli.');
  const campi = await campiDelModulo(richiesta);
  const chiesta = EsportazioneChiesta.safeParse({
    tabella: campi?.get('tabella') ?? undefined,
    formati: [...new Set(campi?.getAll('formato'))],
  });
  if (!campi || !chiesta.success) return frase(400, 'Scegli almeno un formato tra quelli della pagina.');
  const { filtri, errori } = leggiFiltri({ data: campi.get('data') ?? undefined }, attore.adesso);
  if (errori.data) return frase(400, errori.data);
  const { tabella, formati } = chiesta.data;
  return oRifiuto(
    async () => {
      const { flusso, ...file } = tabella
        ? await esportaTabellaIntera(attore, { data: filtri.data, tabella, formato: formati[0] })
        : await esportaArchivio(attore, { data: filtri.data, formati }, `${env().NEXTAUTH_URL}${routes.esportazioni()}`);
      return allegato({ ...file, contenuto: flussoWeb(flusso) });
    },
    (codice) => (codice === 'esportazione.troppe' ? 503 : codice === 'ricerca.tabellaNonTrovata' ? 404 : 400),
  );
}
