import { expect, test } from 'vitest';
import { importDi, type Sorgente, sorgenti } from './support/sorgenti';

/**
 * Le stanze della casa: nome, file, stanze da cui può importare, stanze da cui può importare solo tipi (che alla compilazione spariscono).
 * Se stessa solo se è scritta. Vale la prima che riconosce il file.
 */
const STANZE: [stanza: string, file: RegExp, puo: string[], soloTipi?: string[]][] = [
  ['prove', /^tests\/|\.test\.tsx?$/, ['*']],
  [
    'vocabolario',
    /^lib\/(auth\/(attore|passwordDimostrativa)|forms\/formState|routes|env|navigazione)\.ts$|^lib\/errors\//,
    ['vocabolario'],
  ],
  ['client', /^lib\/db\/(client\.ts|generated\/)/, ['client', 'vocabolario']],
  // le due porte senza attore: le funzioni dell'accesso e il battito del database
  ['porta dell’accesso', /^lib\/db\/(accesso|salute)\.ts$/, ['client', 'database', 'vocabolario']],
  ['database', /^lib\/db\//, ['client', 'database', 'vocabolario']],
  ['ingresso', /^lib\/(auth|forms)\//, ['ingresso', 'porta dell’accesso', 'database', 'format', 'vocabolario']],
  ['format', /^lib\/format\//, ['format']],
  ['casi d’uso', /^lib\/[^/]+\/(commands\/|queries|letture)/, ['casi d’uso', 'database', 'regole', 'format', 'vocabolario']],
  ['regole', /^lib\/[^/]+\/[^/]+\.ts$/, ['regole', 'format', 'vocabolario'], ['casi d’uso']],
  ['componenti', /^components\//, ['componenti', 'regole', 'format', 'vocabolario'], ['casi d’uso']],
  [
    'app',
    /^(app\/|instrumentation(Node)?\.ts$)/,
    ['app', 'componenti', 'casi d’uso', 'regole', 'ingresso', 'porta dell’accesso', 'format', 'vocabolario'],
  ],
  [
    'terminale',
    /^(prisma|scripts)\//,
    ['terminale', 'casi d’uso', 'regole', 'ingresso', 'client', 'database', 'format', 'vocabolario', 'prove'],
  ],
  ['configurazione', /^[\w.]+\.(ts|mjs)$/, ['configurazione', 'terminale', 'prove']],
];

const stanzaDi = (file: string) => STANZE.find(([, riconosce]) => riconosce.test(file));

/** Gli import che passano per una porta che non c'è. */
const importVietati = (sorgente: Sorgente): string[] => {
  const [nome, , puo, soloTipi = []] = stanzaDi(sorgente.file) ?? ['nessuna stanza', /x/, []];
  return importDi(sorgente)
    .filter(({ verso }) => /\.(ts|tsx|mjs)$/.test(verso))
    .flatMap((importato) => {
      const stanza = stanzaDi(importato.verso)?.[0] ?? 'nessuna stanza';
      const lecito = puo.includes('*') || puo.includes(stanza) || (importato.soloTipi && soloTipi.includes(stanza));
      return lecito ? [] : [`${sorgente.file} (${nome}) importa ${importato.verso} (${stanza})`];
    });
};

const codice = /^(app|components|lib|prisma|scripts)\/|^[\w.]+\.(ts|mjs)$/;
const fuori = ['..', 'shared'].join('/');

/** Ciò che non deve comparire nel testo: dove si cerca, che cosa, perché. */
const VIETATI: [perche: string, dove: RegExp, cosa: RegExp][] = [
  [
    'una nota, un motivo o una risposta si controllano prima di salvarli: conTestiControllati',
    /^app\/.*\/actions\.ts$/,
    /formAction\(\s*(Diniego|Annullamento|Inammissibile|Preavviso|RichiestaIntegrazioni|VerificheScritte|Adempimento|VerificaPrescrizione|AttoPrescrizioni|RispostaPreavviso|ModuloApprovazione|DecisioneConNota|ModuloRilievi|RiaperturaInParte|ParteRinviata|Straordinaria|Proroga(Nuova|Da\w+)|Rinuncia(Nuova|Da\w+)|Revoca|Conclusione|SospensioneNuova|SospensioneInBlocco|Rimodulazione(DaDepositare|DaRestituire)|Modifica(DaAccogliere|DaRespingere)|ModuloScheda|ModuloConsolidamento|ModuloValutazione|ModuloDecisione|CommentoDaScrivere|DomandaIntegrata)\b/,
  ],
  ['le azioni del server stanno solo nei file actions.ts', /^(?!.*\/actions\.ts$)(app|components|lib)\//, /^\s*['"]use server['"]/m],
  [
    'una transazione si apre solo nelle porte del database: annidata, @prisma/client 7.10.0 la confonde con quella di un altro',
    /^(?!lib\/db\/)(app|components|lib|prisma|scripts)\//,
    /\$transaction\b/,
  ],
  ['mai una transazione dentro una transazione', codice, /\btx\.\$transaction\b/],
  ['un testo libero si guarda mentre si scrive: ogni area di testo ha il suo avviso', /\.tsx$/, /^(?![\s\S]*<AvvisoDati)[\s\S]*<textarea/],
  ['SQL composto a mano', codice, /\$(query|execute)RawUnsafe|Prisma\.raw\(/],
  // (regione_id, codice) è la chiave dei vocabolari: lì la Regione non è una cautela
  [
    'chi è l’inquilino lo decide il database, non una condizione nella query',
    /^lib\//,
    /where:\s*\{[^{}]*regioneId:\s*attore\.regioneId(?!,\s*codice\b)/,
  ],
  [
    'il presente è un argomento (attore.adesso)',
    /^(?!lib\/(auth|db|forms)\/)(components|lib)\/(?!.*\.test\.)/,
    /new Date\(\)|Date\.now\(\)/,
  ],
  ['lavori lasciati a metà', /./, new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b`)],
  ['la casa non legge nulla fuori da sé', /./, new RegExp(fuori.replace(/\./g, '\\.'))],
  [
    'il server web non conosce il proprietario né il login dei comandi da terminale',
    /^(app|components|lib)\//,
    /DATABASE_URL_SISTEMA|DATABASE_URL\b(?!_)/,
  ],
];

const testiVietati = ({ file, testo }: Sorgente): string[] =>
  VIETATI.filter(([, dove, cosa]) => dove.test(file) && cosa.test(testo)).map(([perche]) => `${file}: ${perche}`);

const tutti = sorgenti();

test('ogni file ha la sua stanza', () => {
  expect(tutti.length).toBeGreaterThan(150);
  expect(tutti.filter(({ file }) => !stanzaDi(file)).map(({ file }) => file)).toEqual([]);
});

test('ogni import passa per una porta che c’è', () => {
  expect(tutti.flatMap(importVietati)).toEqual([]);
});

test('ogni import del progetto porta a un file', () => {
  const persi = tutti.flatMap((sorgente) =>
    importDi(sorgente)
      .filter(({ verso }) => !/\.\w+$/.test(verso))
      .map(({ verso }) => `${sorgente.file}: ${verso}`),
  );
  expect(persi).toEqual([]);
});

test('nessun testo vietato', () => {
  expect(tutti.flatMap(testiVietati)).toEqual([]);
});

test.each([
  ['lib/attuazione/rules.ts', `import { queryAs } from '@/lib/db/scope';`],
  ['lib/progetti/queries.ts', `import { clientDi } from '../db/client';`],
  ['components/ui/Finto.tsx', `import { queryAs } from '@/lib/db/scope';`],
  ['components/attuazione/Finto.tsx', `import { elencaCoda } from '@/lib/attuazione/queries';`],
  ['app/(portale)/finto/page.tsx', `import {\n  queryAs,\n} from '@/lib/db/scope';`],
  ['app/(portale)/finto/page.tsx', `const { clientDi } = await import('@/lib/db/client');`],
  ['app/(portale)/finto/page.tsx', `import '@/prisma/migra';`],
  ['lib/format/euro.ts', `export { routes } from '@/lib/routes';`],
])('un import finto da %s è segnalato: %s', (file, testo) => {
  expect(importVietati({ file, testo })).toHaveLength(1);
});

test.each([
  ['lib/progetti/queries.ts', `'use server';\nexport const x = 1;`],
  ['lib/progetti/queries.ts', 'await tx.$transaction(async () => undefined);'],
  ['lib/db/scope.ts', 'await tx.$transaction(async () => undefined);'],
  ['lib/progetti/queries.ts', 'tx.$queryRawUnsafe(sql)'],
  ['lib/progetti/queries.ts', 'tx.progetto.findMany({ where: { stato, regioneId: attore.regioneId } })'],
  ['lib/progetti/rules.ts', 'const oggi = new Date();'],
  ['app/page.tsx', `// ${['TO', 'DO'].join('')}: finire`],
  ['prisma/importa/leggi.ts', `readFileSync('../${fuori}/x.json')`],
  ['app/page.tsx', 'process.env.DATABASE_URL'],
])('un testo vietato in %s è segnalato: %s', (file, testo) => {
  expect(testiVietati({ file, testo }).length).toBeGreaterThan(0);
});
