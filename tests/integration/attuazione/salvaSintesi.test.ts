import { expect, test } from 'vitest';
import { salvaSintesi } from '@/lib/attuazione/commands/salvaSintesi';
import { eventi, firmatoDa, type Persona, type Pratica, rifiutato, una, unaPratica } from '@/tests/support/pratica';

const salva = ({ chi, rapportoId }: Pratica, persona: Persona, rev = 0, sintesi: string | null = 'Un semestre difficile per Anna') =>
  salvaSintesi(chi[persona], { rapportoId, rev, sintesi });
const scritta = ({ rapportoId }: Pratica) => una('select sintesi, rev from rapporto_progetto where id = $1', [rapportoId]);

test('il capofila scrive la sintesi; nell’evento ne resta solo la lunghezza', async () => {
  const pratica = await unaPratica();
  expect(await salva(pratica, 'operatore')).toEqual({ rev: 1 });
  expect(await scritta(pratica)).toEqual({ sintesi: 'Un semestre difficile per Anna', rev: 1 });
  expect(await eventi(pratica)).toMatchObject([
    { atto: 'rapporto.sintesiSalvata', ...firmatoDa(pratica.chi.operatore), dopo: { caratteri: 30 }, riservato: true },
  ]);
  expect(JSON.stringify(await eventi(pratica))).not.toContain('Anna');
  expect(await salva(pratica, 'referente', 1, null)).toEqual({ rev: 2 });
  expect(await scritta(pratica)).toEqual({ sintesi: null, rev: 2 });
});

test('una sintesi superata è un conflitto e quella del server resta', async () => {
  const pratica = await unaPratica();
  await salva(pratica, 'operatore');
  await rifiutato(pratica, () => salva(pratica, 'referente', 0, 'La mia versione'), 'rapporto.conflitto', /Il tuo testo resta qui/);
  expect(await scritta(pratica)).toMatchObject({ sintesi: 'Un semestre difficile per Anna' });
});

test('il partner non la scrive, chi non partecipa non la trova', async () => {
  const pratica = await unaPratica();
  await rifiutato(pratica, () => salva(pratica, 'partner'), 'rapporto.soloCapofila', /la scrive l’ente capofila/);
  for (const persona of ['estraneo', 'istruttore', 'altraRegione'] as const)
    await rifiutato(pratica, () => salva(pratica, persona), 'rapporto.nonTrovato', /non esiste o non puoi vederla/);
});

test.for(['PRESENTATO', 'IN_VERIFICA', 'APPROVATO', 'APPROVATO_CON_RILIEVI', 'RESPINTO'] as const)(
  'a relazione %s non si cambia più',
  async (stato) => {
    const pratica = await unaPratica({ stato });
    await rifiutato(pratica, () => salva(pratica, 'referente'), 'rapporto.chiuso', /non si può più cambiare/);
  },
);
