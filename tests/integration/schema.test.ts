import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, expect, test } from 'vitest';
import { PrismaClient } from '@/lib/db/generated/client';
import { unChiarimento, unRapporto } from '@/tests/support/buildersProgetto';
import { databaseDiProva } from '@/tests/support/database';
import { leggiSchema } from '@/tests/support/schemaPrisma';
import { superutente } from '@/tests/support/superutente';

const schema = leggiSchema();
const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: (await databaseDiProva()).superutente }) });
afterAll(() => client.$disconnect());

test('ogni colonna dello schema Prisma esiste nel database con lo stesso tipo, e viceversa', async () => {
  const { rows } = await superutente.query(`
    select c.relname || '.' || a.attname as nome, format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull and format_type(a.atttypid, a.atttypmod) !~ '\\[\\]$' then ' not null' else '' end as tipo
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'`);
  expect(schema.modelli.length).toBeGreaterThan(30);
  expect(Object.fromEntries(rows.map(({ nome, tipo }) => [nome, tipo]))).toEqual(schema.colonne);
});

test('ogni enumerazione ha nel database gli stessi valori nello stesso ordine', async () => {
  const { rows } = await superutente.query(`
    select t.typname as nome, array_agg(e.enumlabel::text order by e.enumsortorder) as valori from pg_type t join pg_enum e on e.enumtypid = t.oid group by 1`);
  expect(Object.fromEntries(rows.map(({ nome, valori }) => [nome, valori]))).toEqual(schema.enumerazioni);
});

test('il client generato legge ogni colonna di ogni modello', async () => {
  const rapporto = await unRapporto({ stato: 'CHIARIMENTI' });
  const [avanzamento] = rapporto.avanzamenti;
  if (!avanzamento) throw new Error('Serve un avanzamento.');
  await unChiarimento(rapporto, avanzamento);
  const lettori = client as unknown as Record<string, { findMany: (opzioni: { take: number }) => Promise<object[]> }>;
  for (const modello of schema.modelli) {
    const nome = modello.charAt(0).toLowerCase() + modello.slice(1);
    const righe = await lettori[nome]?.findMany({ take: 3 });
    expect(righe, modello).toBeInstanceOf(Array);
  }
});
