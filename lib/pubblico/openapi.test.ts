import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { colonneDi, DATASET } from './dataset';
import { openApi, parametriDi } from './openapi';

const descrizione = openApi('https://cantiere.example.it') as {
  openapi: string;
  paths: Record<string, { get: { parameters: { name: string }[]; responses: Record<string, unknown> } }>;
  components: { schemas: Record<string, unknown> };
};

test('la descrizione è OpenAPI 3.1 valida', async () => {
  const esito = await new Validator().validate(structuredClone(descrizione));
  expect(esito.errors ?? null).toBeNull();
  expect(esito.valid).toBe(true);
  expect(descrizione.openapi).toBe('3.1.0');
});

test('una descrizione storta non passa: il controllo controlla', async () => {
  const { info: _, ...storta } = structuredClone(descrizione) as Record<string, unknown>;
  expect((await new Validator().validate(storta)).valid).toBe(false);
});

test('ogni insieme ha il suo indirizzo, con i suoi parametri e i suoi rifiuti', () => {
  for (const { nome } of Object.values(DATASET)) {
    const operazione = descrizione.paths[`/${nome}`]?.get;
    expect(operazione?.parameters.map(({ name }) => name)).toEqual(parametriDi(nome));
    expect(Object.keys(operazione?.responses ?? {})).toEqual(expect.arrayContaining(['200', '304', '400', '429']));
  }
});

test('ogni riferimento porta a uno schema che c’è', () => {
  const riferimenti = [...JSON.stringify(descrizione).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, nome]) => nome);
  expect(riferimenti.filter((nome) => !nome || !(nome in descrizione.components.schemas))).toEqual([]);
});

test('ogni colonna di ogni insieme dice che cosa vuol dire', () => {
  for (const dataset of Object.values(DATASET)) expect(colonneDi(dataset).filter(({ descrizione: testo }) => testo.length < 8)).toEqual([]);
});

test('nessuna colonna parla di persone', () => {
  const colonne = Object.values(DATASET).flatMap((dataset) => colonneDi(dataset).map(({ nome }) => nome));
  expect(colonne.filter((nome) => /persona|utente|email|cognome|referente|telefono|partecipant|nota/.test(nome))).toEqual([]);
});
