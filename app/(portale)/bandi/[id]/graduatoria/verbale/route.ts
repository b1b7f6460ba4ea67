import { leggiSessione } from '@/lib/auth/leggiSessione';
import { Uuid } from '@/lib/format/uuid';
import { documentoPdf } from '@/lib/pdf/documento';
import { routes } from '@/lib/routes';
import { leggiGraduatoria } from '@/lib/valutazione/queriesGraduatoria';
import { FaseValutata } from '@/lib/valutazione/schema';
import { verbale } from '@/lib/valutazione/verbale';

const frase = (stato: number, testo: string): Response =>
  new Response(testo, { status: stato, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });

/** Il verbale della commissione in PDF, per chi lavora in Regione. */
export async function GET(richiesta: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const sessione = await leggiSessione();
  const attore = sessione.stato === 'viva' ? sessione.attore : null;
  if (!attore)
    return new Response(null, {
      status: 303,
      headers: { location: sessione.stato === 'viva' ? routes.profili() : routes.accesso(), 'cache-control': 'no-store' },
    });
  const id = Uuid.safeParse((await params).id);
  const fase = FaseValutata.safeParse(new URL(richiesta.url).searchParams.get('fase'));
  const dati = attore.lettore === 'app_regione' && id.success && fase.success ? await leggiGraduatoria(attore, id.data, fase.data) : null;
  if (!dati) return frase(404, 'Questo verbale non esiste o non puoi vederlo.');
  const nome = `verbale-${dati.bando.codice.replaceAll(/[^\w-]/g, '_')}-${dati.fase.toLowerCase()}.pdf`;
  return new Response(await documentoPdf(verbale(dati, attore.adesso)), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${nome}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
