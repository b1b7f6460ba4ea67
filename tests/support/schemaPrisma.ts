import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Ogni colonna che lo schema promette: `tabella.colonna` → tipo PostgreSQL e obbligo. E i valori di ogni enumerazione, nell'ordine. */
export type SchemaPrisma = { modelli: string[]; colonne: Record<string, string>; enumerazioni: Record<string, string[]> };

const TIPI: Record<string, string> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Float: 'double precision',
  Boolean: 'boolean',
  DateTime: 'timestamp(3) without time zone',
  Json: 'jsonb',
  Bytes: 'bytea',
};
const NATIVI: Record<string, string> = { Uuid: 'uuid', Date: 'date', SmallInt: 'smallint' };

/** Legge prisma/schema.prisma senza il motore di Prisma. @throws Error su un tipo che non conosce */
export function leggiSchema(file = path.resolve('prisma/schema.prisma')): SchemaPrisma {
  const blocchi = [...readFileSync(file, 'utf8').matchAll(/^(model|enum) (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, specie, nome, corpo]) => ({
    specie,
    nome: nome ?? '',
    tabella: /@@map\("(\w+)"\)/.exec(corpo ?? '')?.[1] ?? nome ?? '',
    righe: (corpo ?? '')
      .split('\n')
      .map((riga) => riga.trim())
      .filter((riga) => riga && !riga.startsWith('//') && !riga.startsWith('@@')),
  }));
  const modelli = blocchi.filter(({ specie }) => specie === 'model');
  const enumerazioni = blocchi.filter(({ specie }) => specie === 'enum');
  const nomiEnum = new Map(enumerazioni.map(({ nome, tabella }) => [nome, tabella]));
  const nomiModelli = new Set(modelli.map(({ nome }) => nome));
  const colonne = modelli.flatMap(({ tabella, righe }) => righe.flatMap((riga) => colonna(riga, tabella, nomiModelli, nomiEnum)));
  return {
    modelli: modelli.map(({ nome }) => nome),
    colonne: Object.fromEntries(colonne),
    enumerazioni: Object.fromEntries(enumerazioni.map(({ tabella, righe }) => [tabella, righe.map((riga) => riga.split(' ')[0] ?? '')])),
  };
}

function colonna(riga: string, tabella: string, modelli: Set<string>, enumerazioni: Map<string, string>): [string, string][] {
  const [, nome, tipo, segno = ''] = /^(\w+)\s+(\w+)(\?|\[\])?/.exec(riga) ?? [];
  if (!nome || !tipo) throw new Error(`Riga dello schema non capita: ${riga}`);
  if (modelli.has(tipo)) return [];
  const [, nativo, misura] = /@db\.(\w+)(?:\(([\d, ]+)\))?/.exec(riga) ?? [];
  const sql = nativo ? tipoNativo(nativo, misura) : (TIPI[tipo] ?? enumerazioni.get(tipo));
  if (!sql) throw new Error(`Tipo dello schema non capito: ${riga}`);
  const obbligo = segno === '' ? ' not null' : '';
  return [[`${tabella}.${/@map\("(\w+)"\)/.exec(riga)?.[1] ?? nome}`, `${sql}${segno === '[]' ? '[]' : ''}${obbligo}`]];
}

const tipoNativo = (nome: string, misura = ''): string | undefined =>
  nome === 'Timestamptz'
    ? `timestamp(${misura}) with time zone`
    : nome === 'Decimal'
      ? `numeric(${misura.replace(' ', '')})`
      : NATIVI[nome];
