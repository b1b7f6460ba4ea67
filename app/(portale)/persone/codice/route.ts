import type { DettoDalCodice } from '@/components/persone/useCodice';
import { leggiSessione } from '@/lib/auth/leggiSessione';
import { normaleCodice } from '@/lib/codiceFiscale/codiceFiscale';
import { giornoDi } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { eStessaOrigine } from '@/lib/forms/stessaOrigine';
import { moduloPulito, textValues } from '@/lib/forms/textValues';
import { codiceScritto } from '@/lib/persone/codiceScritto';
import { giaDellEnte } from '@/lib/persone/queries';

const MASSIMO_BYTE = 50_000;

/** Che cosa dice un codice fiscale mentre lo si scrive, e se è già di una persona dell'ente. POST: un codice non va mai in un indirizzo. */
export async function POST(request: Request): Promise<Response> {
  if (!eStessaOrigine(request.headers)) return new Response(null, { status: 403 });
  const sessione = await leggiSessione();
  if (sessione.stato !== 'viva' || !sessione.attore) return new Response(null, { status: 401 });
  const { attore } = sessione;
  if (attore.lettore !== 'app_ente') return new Response(null, { status: 404 });
  if (Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > MASSIMO_BYTE) return new Response(null, { status: 413 });
  const modulo = await request.formData().catch(() => null);
  if (!modulo) return new Response(null, { status: 400 });
  const scritti = textValues(moduloPulito(modulo));
  const { riempi, frasi } = codiceScritto(scritti, giornoDi(attore.adesso));
  const progetto = Uuid.safeParse(scritti.progettoId);
  const valido = Object.keys(riempi).length > 0;
  const scheda = valido && progetto.success ? await giaDellEnte(attore, progetto.data, normaleCodice(scritti.codice ?? '')) : null;
  const detto: DettoDalCodice = { riempi, frasi: scheda ? [...frasi, 'Questa persona è già tra quelle del tuo ente.'] : frasi, scheda };
  return Response.json(detto, { headers: { 'Cache-Control': 'no-store' } });
}
