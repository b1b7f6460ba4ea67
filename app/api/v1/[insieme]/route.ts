import { frena, problema, rispostaJson } from '@/app/(pubblico)/risposte';
import { NomeDataset } from '@/lib/pubblico/dataset';
import { LICENZA } from '@/lib/pubblico/licenza';
import { parametriDi } from '@/lib/pubblico/openapi';
import { leggiDati } from '@/lib/pubblico/queriesDati';
import { leggiSito } from '@/lib/pubblico/queriesNovita';
import { DomandaApi, LIMITE_MASSIMO } from '@/lib/pubblico/schema';

export const dynamic = 'force-dynamic';

/** Una pagina di un insieme di dati. Un parametro sconosciuto o storto è un errore: un programma non si accorge di un filtro ignorato. */
export async function GET(richiesta: Request, { params }: { params: Promise<{ insieme: string }> }): Promise<Response> {
  const troppe = frena(richiesta);
  if (troppe) return troppe;
  const nome = NomeDataset.safeParse((await params).insieme);
  if (!nome.success) return problema(404, `Gli insiemi di dati sono: ${NomeDataset.options.join(', ')}.`);
  const domanda = Object.fromEntries(new URL(richiesta.url).searchParams);
  const ammessi = parametriDi(nome.data);
  const letta = DomandaApi.safeParse(domanda);
  if (!letta.success || Object.keys(domanda).some((chiave) => !ammessi.some((ammesso) => ammesso === chiave)))
    return problema(400, `I parametri di questo insieme sono: ${ammessi.join(', ')}. «limite» va da 1 a ${LIMITE_MASSIMO}.`);
  const { dopo, progetto, limite } = letta.data;
  const [pagina, { aggiornato }] = await Promise.all([leggiDati(nome.data, { dopo, progetto, quante: limite }), leggiSito()]);
  return rispostaJson(richiesta, { ...pagina, aggiornato, licenza: LICENZA.indirizzo });
}
