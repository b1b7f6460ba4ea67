import { basePubblica, rispostaPubblica } from '@/app/(pubblico)/risposte';

export const dynamic = 'force-dynamic';

/** Ai motori di ricerca si offre tutto ciò che è pubblico; gli indirizzi con un segreto dentro no. */
const NON_ENTRARE = ['/accesso', '/invito/', '/avvisi/conferma/', '/api/auth/'];

export const GET = (richiesta: Request): Response =>
  rispostaPubblica(
    richiesta,
    `User-agent: *\n${NON_ENTRARE.map((percorso) => `Disallow: ${percorso}\n`).join('')}\nSitemap: ${basePubblica()}/sitemap.xml\n`,
    'text/plain; charset=utf-8',
  );
