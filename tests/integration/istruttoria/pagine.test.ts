import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiudiIntegrazioni } from '@/lib/istruttoria/commands/chiudiIntegrazioni';
import { type Esame, unEsame } from '@/tests/support/esame';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Le pagine dell'esame disegnate davvero, sul database vero: qui si decide solo chi le apre. */
const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));

type Pagina = (props: never) => Promise<ReactElement>;
const pagine = {
  istruttoria: () => import('@/app/(portale)/istruttorie/[id]/page'),
  lettere: () => import('@/app/(portale)/progetti/[id]/lettere/page'),
};

async function apre(attore: Attore, pagina: keyof typeof pagine, { id }: Esame): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await pagine[pagina]();
  const props = { params: Promise.resolve({ id }), searchParams: Promise.resolve({}) } as never;
  return renderToStaticMarkup(await (Pagina as Pagina)(props)).replaceAll('&#x27;', '’');
}

/** Una domanda a cui la Regione ha chiesto integrazioni, da inviare entro quel momento. */
async function daIntegrare(entro: string): Promise<Esame> {
  const esame = await unEsame();
  await inserisci(superutente, 'integrazione', {
    ...{ regione_id: esame.domanda.bando.regione.id, progetto_id: esame.id, fase: 'IDEA', genere: 'INTEGRAZIONE' },
    ...{ motivo: 'INCOMPLETO', sezioni: ['bisogni'], testo: 'Spiega meglio.', entro },
  });
  await superutente.query(`update progetto set stato = 'IDEA_DA_INTEGRARE' where id = $1`, [esame.id]);
  return esame;
}

test('finché l’ente può integrare si dice fino a quando si aspetta; passato il termine l’istruttore può proseguire', async () => {
  const inAttesa = await daIntegrare('2100-01-01T10:00:00Z');
  const aspetta = await apre(inAttesa.chi.istruttore, 'istruttoria', inAttesa);
  expect(aspetta).toContain('L’ente può inviare le integrazioni fino al 01/01/2100');
  expect(aspetta).not.toContain('Prosegui senza integrazioni');

  const scaduta = await daIntegrare('2019-01-01T10:00:00Z');
  const prosegue = await apre(scaduta.chi.istruttore, 'istruttoria', scaduta);
  for (const visto of ['Termine passato', 'l’ente non ha risposto', 'Proseguire senza le integrazioni?', 'Prosegui senza integrazioni'])
    expect(prosegue).toContain(visto);
  const altri = await apre(scaduta.chi.dirigente, 'istruttoria', scaduta);
  expect(altri).toContain('Serve il ruolo di istruttore della Regione.');
  expect(altri).not.toContain('Proseguire senza le integrazioni?');
});

test('l’ente legge che la richiesta è stata chiusa senza la sua risposta', async () => {
  const esame = await daIntegrare('2019-01-01T10:00:00Z');
  await chiudiIntegrazioni(esame.chi.istruttore, { progettoId: esame.id });
  for (const persona of ['referente', 'partner'] as const)
    expect(await apre(esame.chi[persona], 'lettere', esame)).toContain('Chiusa senza risposta');
});
