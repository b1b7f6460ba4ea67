import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CARTELLA } from '../ambiente';
import { lancia, RADICE } from '../processi';

/** Una pagina dinamica di Next con le stesse righe e nient'altro: il pavimento contro cui si misura il portale, nello stesso giro. */
export const CARTELLA_NUDA = path.join(CARTELLA, 'bench-nuda');

/** Le tabelle di una pagina: intestazioni e celle gia scritte. */
export type Foglio = { titolo: string; righe: string[][] };

const PAGINA = (nome: string) => `import { connection } from 'next/server';
import fogli from './${nome}.json';
export default async function Pagina() {
  await connection();
  return <main><h1>Pavimento</h1>{fogli.map((f) => <section key={f.titolo}><h2>{f.titolo}</h2><table><tbody>{f.righe.map((r, i) =>
    <tr key={i}>{r.map((c, j) => j === 0 ? <th key={j} scope="row"><a href="#">{c}</a></th> : <td key={j}>{c}</td>)}</tr>)}</tbody></table></section>)}</main>;
}
`;

/** Scrive e costruisce l'applicazione nuda. @throws Error se la costruzione non riesce */
export async function costruisciNuda(pagine: Record<string, Foglio[]>): Promise<void> {
  rmSync(CARTELLA_NUDA, { recursive: true, force: true });
  const scrivi = (nome: string, testo: string) => {
    const file = path.join(CARTELLA_NUDA, nome);
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
  scrivi('app/api/salute/route.js', `export const GET = () => Response.json({ stato: 'ok' });\n`);
  for (const [nome, fogli] of Object.entries(pagine)) {
    scrivi(`app/${nome}/page.jsx`, PAGINA(nome));
    scrivi(`app/${nome}/${nome}.json`, JSON.stringify(fogli));
  }
  const { codice, uscita } = await lancia('node_modules/next/dist/bin/next', ['build', CARTELLA_NUDA], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (codice !== 0) throw new Error(`La pagina nuda non si costruisce:\n${uscita}`);
}
