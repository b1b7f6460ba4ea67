import { basePubblica, rispostaJson } from '@/app/(pubblico)/risposte';
import { openApi } from '@/lib/pubblico/openapi';

export const dynamic = 'force-dynamic';

/** La descrizione OpenAPI 3.1 dell'interfaccia. */
export const GET = (richiesta: Request): Response => rispostaJson(richiesta, openApi(basePubblica()));
