import { readFileSync } from 'node:fs';
import path from 'node:path';
import jsonld from 'jsonld';
import { Parser, type Quad, Store } from 'n3';
import Validator from 'rdf-validate-shacl';
import { expect, test } from 'vitest';
import { inJsonLd, inTurtle, triple } from './catalogo';
import { DATASET } from './dataset';

const DATI = {
  base: 'https://cantiere.example.it',
  regione: { nome: 'Regione «Prova»\n"con" 🌄 e \\', codice: 'r_prova' },
  aggiornato: '2020-07-09',
};
const FORME = readFileSync(path.resolve(import.meta.dirname, '../../tests/fixtures/dcat-ap_it.shacl.ttl'), 'utf8');
const DCT = 'http://purl.org/dc/terms/';

const scritta = ({ subject, predicate, object }: Quad) =>
  [subject.value, predicate.value, object.value, object.termType === 'Literal' ? object.language || object.datatype.value : ''].join(' | ');
const ordinate = (quads: Quad[]) => quads.map(scritta).sort();

async function difetti(quads: Quad[]): Promise<string[]> {
  const esito = await new Validator(new Store(new Parser().parse(FORME))).validate(new Store(quads));
  return esito.results.map(({ focusNode, path: dove }) => `${focusNode?.value} ${JSON.stringify(dove)}`);
}

test('il Turtle riletto da un lettore RDF dice le stesse triple, virgolette e a capo compresi', async () => {
  const lette = new Parser().parse(await inTurtle(DATI));
  expect(ordinate(lette)).toEqual(ordinate(triple(DATI)));
});

test('il JSON-LD riletto dice le stesse triple del Turtle', async () => {
  const nquads = await jsonld.toRDF(inJsonLd(DATI) as never, { format: 'application/n-quads' });
  const lette = new Parser({ format: 'N-Quads' }).parse(String(nquads));
  expect(ordinate(lette)).toEqual(ordinate(triple(DATI)));
});

test('le proprietà obbligatorie di DCAT-AP_IT ci sono tutte', async () => {
  expect(await difetti(triple(DATI))).toEqual([]);
});

test.each(['title', 'rightsHolder', 'accrualPeriodicity', 'license', 'format', 'modified'])(
  'senza %s il catalogo non passa',
  async (nome) => {
    expect(await difetti(triple(DATI).filter(({ predicate }) => predicate.value !== DCT + nome))).not.toEqual([]);
  },
);

test('ogni insieme ha i suoi file, e ogni indirizzo è del portale', () => {
  const scarichi = triple(DATI)
    .filter(({ predicate }) => predicate.value.endsWith('downloadURL'))
    .map(({ object }) => object.value);
  expect(scarichi.sort()).toEqual(
    Object.keys(DATASET)
      .flatMap((nome) => ['csv', 'json'].map((formato) => `${DATI.base}/dati-aperti/scarica/${nome}.${formato}`))
      .sort(),
  );
});
