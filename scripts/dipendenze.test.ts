import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

type Blocco = { packages: Record<string, { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }> };

const { packages } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../package-lock.json'), 'utf8')) as Blocco;

/** Where Node would look for `nome` from the package at `da`, nearest first. */
function cartelle(da: string, nome: string): string[] {
  const sopra = da.lastIndexOf('/node_modules/');
  const qui = `${da ? `${da}/` : ''}node_modules/${nome}`;
  return da === '' ? [qui] : [qui, ...cartelle(sopra < 0 ? '' : da.slice(0, sopra), nome)];
}

// A registry that lacks the packages of other systems makes `npm install` leave them out, and then `npm ci` refuses the lock everywhere.
test('package-lock.json nomina i pacchetti facoltativi di tutti i sistemi', () => {
  const voluti = Object.entries(packages).flatMap(([da, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((nome) => ({ da, nome })),
  );
  expect(voluti.length).toBeGreaterThan(50);
  expect(voluti.filter(({ da, nome }) => !cartelle(da, nome).some((cartella) => packages[cartella]?.version))).toEqual([]);
});

test('package-lock.json non nomina registri', () => {
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([]);
});
