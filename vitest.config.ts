import { createRequire } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = {
  '@': import.meta.dirname,
  // outside Next the marker of server code would refuse to load
  'server-only': path.join(path.dirname(createRequire(import.meta.url).resolve('server-only')), 'empty.js'),
};
const LENTI = 'tests/{integration,e2e}/**';

export default defineConfig({
  resolve: { alias },
  test: {
    allowOnly: false,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        // una macchina carica non è un difetto: le prove con molti casi vogliono qualche secondo
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: ['**/node_modules/**', '.next/**', LENTI], testTimeout: 60_000 },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/support/globalSetup.ts',
          setupFiles: 'tests/support/ambienteDiProva.ts',
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
