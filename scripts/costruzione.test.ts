import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { improntaSorgenti } from './costruzione';

let radice: string;
const scrivi = (file: string, testo: string) => {
  mkdirSync(path.dirname(path.join(radice, file)), { recursive: true });
  writeFileSync(path.join(radice, file), testo);
};
beforeEach(() => {
  radice = mkdtempSync(path.join(tmpdir(), 'cantiere-unit-'));
  scrivi('app/page.tsx', 'a');
  scrivi('package.json', '{}');
});
afterEach(() => rmSync(radice, { recursive: true }));

test.for([
  'app/page.tsx',
  'app/nuova/page.tsx',
  'lib/x/rules.ts',
  'public/logo.svg',
  'next.config.ts',
  'package-lock.json',
  'prisma/schema.prisma',
])('cambiare %s fa ricostruire', (file) => {
  const prima = improntaSorgenti(radice);
  scrivi(file, 'diverso');
  expect(improntaSorgenti(radice)).not.toBe(prima);
});

test.for(['lib/x/rules.test.ts', 'lib/db/generated/client.ts', 'README.md', 'scripts/start.ts', 'tests/a.test.ts'])(
  'cambiare %s no',
  (file) => {
    const prima = improntaSorgenti(radice);
    scrivi(file, 'diverso');
    expect(improntaSorgenti(radice)).toBe(prima);
  },
);

test('togliere o rinominare un file fa ricostruire', () => {
  const prima = improntaSorgenti(radice);
  rmSync(path.join(radice, 'app/page.tsx'));
  scrivi('app/pagina.tsx', 'a');
  expect(improntaSorgenti(radice)).not.toBe(prima);
});
