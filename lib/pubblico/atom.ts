import { routes } from '@/lib/routes';
import type { Novita } from './letture';

const PROTETTI: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

// I caratteri che XML 1.0 non ammette, neppure scritti come entità; le metà di una coppia spaiate si perdono per prime.
const FUORI_DA_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Un testo dentro un documento XML. */
export const inXml = (testo: string): string => testo.replace(FUORI_DA_XML, '').replace(/[&<>"']/g, (c) => PROTETTI[c] ?? c);

const ETICHETTE: Record<Novita['tipo'], string> = {
  bando: 'Bando pubblicato',
  avviso: 'Avviso per partner',
  decisione: 'Progetto approvato',
};

function doveDi({ tipo, riferimento }: Novita): string {
  if (tipo === 'bando') return `${routes.bandiAperti()}#bando-${riferimento}`;
  return tipo === 'avviso' ? routes.avviso(riferimento) : routes.progettoApprovato(riferimento);
}

const voce = (base: string, novita: Novita): string => `  <entry>
    <id>${inXml(`${base}/novita.xml#${novita.id}`)}</id>
    <title>${inXml(`${ETICHETTE[novita.tipo]}: ${novita.titolo}`)}</title>
    <link href="${inXml(base + doveDi(novita))}"/>
    <updated>${istante(novita.quando)}</updated>
    <category term="${novita.tipo}" label="${ETICHETTE[novita.tipo]}"/>
    <summary>${inXml([novita.chi, novita.atto].filter(Boolean).join(', '))}</summary>
  </entry>
`;

const istante = (quando: string): string => new Date(quando).toISOString();

/**
 * Le novità come feed Atom (RFC 4287), dalla più recente.
 * @param adesso l'istante del feed quando non c'è nessuna novità, ISO
 */
export const feedAtom = (base: string, regione: string, novita: Novita[], adesso: string): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="it">
  <id>${inXml(`${base}/novita.xml`)}</id>
  <title>Cantiere: bandi, avvisi e progetti approvati</title>
  <subtitle>I progetti di welfare dei territori</subtitle>
  <link rel="self" type="application/atom+xml" href="${inXml(`${base}/novita.xml`)}"/>
  <link rel="alternate" type="text/html" href="${inXml(`${base}/`)}"/>
  <updated>${istante(novita[0]?.quando ?? adesso)}</updated>
  <author><name>${inXml(regione)}</name></author>
  <rights>CC BY 4.0</rights>
${novita.map((n) => voce(base, n)).join('')}</feed>
`;

/** La mappa del sito per i motori di ricerca. `percorsi` cominciano con la barra. */
export const mappaXml = (base: string, percorsi: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${percorsi
    .map((percorso) => `  <url><loc>${inXml(base + percorso)}</loc></url>\n`)
    .join('')}</urlset>\n`;
