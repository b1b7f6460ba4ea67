import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { approvaConRilievi } from '@/lib/attuazione/commands/approvaConRilievi';
import { approvaRapporto } from '@/lib/attuazione/commands/approvaRapporto';
import { prendiInCarico } from '@/lib/attuazione/commands/prendiInCarico';
import { respingiRapporto } from '@/lib/attuazione/commands/respingiRapporto';
import type { Attore } from '@/lib/auth/attore';
import { eventi, firmatoDa, istanteUltimo, type Pratica, rifiutato, una, unaPratica } from '@/tests/support/pratica';
import { inserisci, superutente } from '@/tests/support/superutente';

const NOTA = 'Coerente con il piano di zona';
const decisioni = {
  approva: [
    (attore: Attore, rapportoId: string) => approvaRapporto(attore, { rapportoId }),
    'APPROVATO',
    'rapporto.approvato',
    null,
    'approvare la relazione',
  ],
  approvaConRilievi: [
    (attore: Attore, rapportoId: string) => approvaConRilievi(attore, { rapportoId, nota: NOTA }),
    'APPROVATO_CON_RILIEVI',
    'rapporto.approvatoConRilievi',
    NOTA,
    'approvare la relazione con rilievi',
  ],
  respingi: [
    (attore: Attore, rapportoId: string) => respingiRapporto(attore, { rapportoId, nota: NOTA }),
    'RESPINTO',
    'rapporto.respinto',
    NOTA,
    'respingere la relazione',
  ],
} as const;
type Decisione = keyof typeof decisioni;
const DECISIONI = Object.keys(decisioni) as Decisione[];

const rapporto = ({ rapportoId }: Pratica) =>
  una('select stato, assegnato_a, preso_in_carico_il, deciso_il, nota_decisione from rapporto_progetto where id = $1', [rapportoId]);

test('un istruttore prende in carico la relazione presentata', async () => {
  const pratica = await unaPratica({ stato: 'PRESENTATO' });
  const { istruttore } = pratica.chi;
  await prendiInCarico(istruttore, pratica);
  expect(await rapporto(pratica)).toMatchObject({
    stato: 'IN_VERIFICA',
    assegnato_a: istruttore.utenteId,
    preso_in_carico_il: await istanteUltimo(pratica),
  });
  expect(await eventi(pratica)).toEqual([
    {
      atto: 'rapporto.presoInCarico',
      oggetto: 'rapporto_progetto',
      oggetto_id: pratica.rapportoId,
      ...firmatoDa(istruttore),
      prima: { stato: 'PRESENTATO' },
      dopo: { stato: 'IN_VERIFICA' },
      riservato: false,
    },
  ]);
  await rifiutato(pratica, () => prendiInCarico(pratica.chi.collega, pratica), 'rapporto.attoNonAmmesso', /nello stato attuale/);
});

test.for(DECISIONI)('la Regione decide: %s', async (atto) => {
  const [decidi, stato, evento, nota] = decisioni[atto];
  const pratica = await unaPratica({ stato: 'IN_VERIFICA' });
  const { dirigente } = pratica.chi;
  await decidi(dirigente, pratica.rapportoId);
  expect(await rapporto(pratica)).toMatchObject({ stato, deciso_il: await istanteUltimo(pratica), nota_decisione: nota });
  expect(await eventi(pratica)).toMatchObject([
    { atto: evento, ...firmatoDa(dirigente), prima: { stato: 'IN_VERIFICA' }, dopo: { stato }, riservato: false },
  ]);
  expect(JSON.stringify(await eventi(pratica))).not.toContain(NOTA);
});

test.for(DECISIONI)('%s: chi non può legge quale ruolo serve; chi non vede non trova', async (atto) => {
  const [decidi, , , , verbo] = decisioni[atto];
  const pratica = await unaPratica({ stato: 'IN_VERIFICA' });
  const serve = new RegExp(`^Non puoi ${verbo}\\. Serve il ruolo di istruttore o dirigente\\.$`);
  for (const persona of ['referente', 'operatore', 'partner', 'valutatore'] as const)
    await rifiutato(pratica, () => decidi(pratica.chi[persona], pratica.rapportoId), 'rapporto.ruoloMancante', serve);
  for (const persona of ['estraneo', 'altraRegione'] as const)
    await rifiutato(
      pratica,
      () => decidi(pratica.chi[persona], pratica.rapportoId),
      'rapporto.nonTrovato',
      /non esiste o non puoi vederla/,
    );
  await rifiutato(pratica, () => decidi(pratica.chi.istruttore, randomUUID()), 'rapporto.nonTrovato', /non esiste/);
});

test.for(['PRESENTATO', 'CHIARIMENTI', 'APPROVATO', 'APPROVATO_CON_RILIEVI', 'RESPINTO'] as const)(
  'su una relazione %s non si decide',
  async (stato) => {
    const pratica = await unaPratica({ stato });
    for (const atto of DECISIONI)
      await rifiutato(
        pratica,
        () => decisioni[atto][0](pratica.chi.dirigente, pratica.rapportoId),
        'rapporto.attoNonAmmesso',
        /nello stato attuale\. Ricarica la pagina/,
      );
  },
);

test.for(['APERTO', 'RISPOSTO'] as const)('con un chiarimento %s non si decide', async (stato) => {
  const pratica = await unaPratica({ stato: 'IN_VERIFICA' });
  const chiavi = { regione_id: pratica.progetto.regione.id, progetto_id: pratica.progetto.id, rapporto_id: pratica.rapportoId };
  await inserisci(superutente, 'chiarimento', { ...chiavi, azione_id: pratica.azione.id, stato, domanda: 'Perché?', entro: '2020-08-31' });
  for (const atto of DECISIONI)
    await rifiutato(
      pratica,
      () => decisioni[atto][0](pratica.chi.istruttore, pratica.rapportoId),
      'rapporto.chiarimentiPendenti',
      /Prima di decidere chiudi i chiarimenti/,
    );
});
