import { allegato, campiDelModulo, chiManda, frase, oRifiuto } from '@/app/(portale)/risposte';
import { DisegnoRete } from '@/components/rete/DisegnoRete';
import { inHtml } from '@/lib/html/inHtml';
import { esportaRete } from '@/lib/rete/commands/esportaRete';
import { nomeOndata } from '@/lib/rete/labels';
import { ReteChiesta } from '@/lib/rete/schema';
import { routes } from '@/lib/routes';

const NON_TROVATA = ['rete.ondataNonTrovata', 'rete.progettoNonTrovato'];

/** Scarica la rete di un'ondata. POST, perché lascia una riga nel registro. */
export async function POST(richiesta: Request): Promise<Response> {
  const attore = await chiManda(richiesta, routes.rete());
  if (attore instanceof Response) return attore;
  if (attore.lettore === 'app_ente') return frase(404, 'Questa rete non esiste o non puoi scaricarla.');
  const campi = ReteChiesta.safeParse(Object.fromEntries((await campiDelModulo(richiesta)) ?? []));
  if (!campi.success) return frase(400, 'Scegli un’ondata e un formato tra GraphML, nodi CSV, archi CSV, XLSX, disegno SVG e disegno PNG.');
  return oRifiuto(
    async () =>
      allegato(
        await esportaRete(attore, campi.data, ({ nodi, capofila, legami, titolo }, ondata) =>
          inHtml(
            <DisegnoRete
              nodi={nodi}
              capofila={capofila}
              legami={legami.filter((legame) => legame.ondata === ondata.id)}
              titolo={`${titolo}. ${nomeOndata(ondata)}`}
            />,
          ),
        ),
      ),
    (codice) => (NON_TROVATA.includes(codice) ? 404 : 400),
  );
}
