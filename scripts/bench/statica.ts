import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CARTELLA } from '../ambiente';
import { lancia, RADICE } from '../processi';
import type { Foglio } from './nuda';

/** Una pagina di Next scritta tutta alla costruzione, con le stesse righe: niente proxy, niente intestazioni, niente database. */
export const CARTELLA_STATICA = path.join(CARTELLA, 'bench-statica');

const PAGINA = (fogli: Foglio[]) => `const FOGLI = ${JSON.stringify(fogli)};
export const dynamic = 'force-static';
export default function Pagina() {
  return <main><h1>Pavimento</h1>{FOGLI.map(({ titolo, righe }) => <section key={titolo}><h2>{titolo}</h2><table><tbody>{righe.map((celle, i) =>
    <tr key={i}>{celle.map((c, j) => j === 0 ? <th key={j} scope="row"><a href="#">{c}</a></th> : <td key={j}>{c}</td>)}</tr>)}</tbody></table></section>)}</main>;
}
`;

/** Scrive e costruisce l'applicazione statica, una pagina per voce. @throws Error se la costruzione non riesce */
export async function costruisciStatica(pagine: Record<string, Foglio[]>): Promise<void> {
  rmSync(CARTELLA_STATICA, { recursive: true, force: true });
  const scrivi = (nome: string, testo: string) => {
    const file = path.join(CARTELLA_STATICA, nome);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, testo);
  };
  scrivi(
    'next.config.mjs',
    `export default { compress: false, poweredByHeader: false, turbopack: { root: ${JSON.stringify(RADICE)} } };\n`,
  );
  // senza la sua, Next troverebbe quella del portale, che vuole un database
  scrivi('instrumentation.js', 'export function register() {}\n');
  scrivi('app/layout.jsx', `export default function Radice({ children }) {\n  return <html lang="it"><body>{children}</body></html>;\n}\n`);
  for (const [nome, fogli] of Object.entries(pagine)) scrivi(`app/${nome}/page.jsx`, PAGINA(fogli));
  const { codice, uscita } = await lancia('node_modules/next/dist/bin/next', ['build', CARTELLA_STATICA], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (codice !== 0) throw new Error(`La pagina statica non si costruisce:\n${uscita}`);
}
