import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { CARTELLA } from '../ambiente';
import { lancia, RADICE } from '../processi';

/**
 * Una pagina dinamica di Next che legge le stesse righe da PostgreSQL, con pg e sotto row level security, e le scrive con React: nient'altro.
 * È il pavimento contro cui si misura il portale, nello stesso giro.
 */
export const CARTELLA_NUDA = path.join(CARTELLA, 'bench-nuda');

/** Le tabelle di una pagina: intestazioni e celle già scritte. */
export type Foglio = { titolo: string; righe: string[][] };

const LETTURA = `import pg from 'pg';
const deposito = globalThis;
deposito.gruppo ??= new pg.Pool({ connectionString: process.env.URL_NUDA, max: 6 });
export async function leggi(pagina) {
  const db = await deposito.gruppo.connect();
  try {
    await db.query('begin read only');
    await db.query({ name: 'contesto', text: "select set_config('nuda.chi', $1, true)", values: ['prova'] });
    const { rows } = await db.query({ name: 'righe', text: 'select titolo, celle from nuda where pagina = $1 order by n', values: [pagina] });
    await db.query('commit');
    return rows;
  } finally {
    db.release();
  }
}
`;

// il testo di un altro programma: il suo import non è nostro
const IMPORTA_LETTURA = ['import', "{ leggi } from '../leggi';"].join(' ');
const PAGINA = (nome: string) => `import { connection } from 'next/server';
${IMPORTA_LETTURA}
export default async function Pagina() {
  await connection();
  const righe = await leggi('${nome}');
  const fogli = new Map();
  for (const r of righe) fogli.set(r.titolo, (fogli.get(r.titolo) ?? []).concat(r));
  return <main><h1>Pavimento</h1>{[...fogli].map(([titolo, righe]) => <section key={titolo}><h2>{titolo}</h2><table><tbody>{righe.map((r, i) =>
    <tr key={i}>{r.celle.map((c, j) => j === 0 ? <th key={j} scope="row"><a href="#">{c}</a></th> : <td key={j}>{c}</td>)}</tr>)}</tbody></table></section>)}</main>;
}
`;

/** Scrive le righe in una tabella del database di misura, protetta come le altre. La pagina nuda le legge con il login della Regione. */
export async function scriviRighe(superutente: string, pagine: Record<string, Foglio[]>): Promise<void> {
  const db = new pg.Client({ connectionString: superutente });
  await db.connect();
  try {
    await db.query(`drop table if exists nuda;
      create table nuda (pagina text, n int, chi text not null default 'prova', titolo text, celle text[], primary key (pagina, n));
      alter table nuda enable row level security;
      alter table nuda force row level security;
      create policy lettura on nuda for select to app_regione using (chi = (select current_setting('nuda.chi', true)));
      grant select on nuda to app_regione`);
    for (const [pagina, fogli] of Object.entries(pagine)) {
      const righe = fogli.flatMap(({ titolo, righe }) => righe.map((celle) => ({ titolo, celle })));
      await db.query(
        `insert into nuda (pagina, n, titolo, celle)
          select $1, n, r ->> 'titolo', array(select jsonb_array_elements_text(r -> 'celle')) from jsonb_array_elements($2::jsonb) with ordinality as x(r, n)`,
        [pagina, JSON.stringify(righe)],
      );
    }
    await db.query('analyze nuda');
  } finally {
    await db.end();
  }
}

/** Scrive e costruisce l'applicazione nuda. @throws Error se la costruzione non riesce */
export async function costruisciNuda(pagine: string[]): Promise<void> {
  rmSync(CARTELLA_NUDA, { recursive: true, force: true });
  const scrivi = (nome: string, testo: string) => {
    const file = path.join(CARTELLA_NUDA, nome);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, testo);
  };
  scrivi(
    'next.config.mjs',
    `export default { compress: false, poweredByHeader: false, serverExternalPackages: ['pg'], turbopack: { root: ${JSON.stringify(RADICE)} } };\n`,
  );
  // senza la sua, Next troverebbe quella del portale, che vuole un database
  scrivi('instrumentation.js', 'export function register() {}\n');
  scrivi('app/layout.jsx', `export default function Radice({ children }) {\n  return <html lang="it"><body>{children}</body></html>;\n}\n`);
  scrivi('app/api/salute/route.js', `export const GET = () => Response.json({ stato: 'ok' });\n`);
  scrivi('app/leggi.js', LETTURA);
  for (const nome of pagine) scrivi(`app/${nome}/page.jsx`, PAGINA(nome));
  const { codice, uscita } = await lancia('node_modules/next/dist/bin/next', ['build', CARTELLA_NUDA], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (codice !== 0) throw new Error(`La pagina nuda non si costruisce:\n${uscita}`);
}
