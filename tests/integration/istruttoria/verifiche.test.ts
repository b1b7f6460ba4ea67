import { expect, test } from 'vitest';
import { assegnaIstruttoria } from '@/lib/istruttoria/commands/assegnaIstruttoria';
import { dichiaraAmmissibile } from '@/lib/istruttoria/commands/dichiaraAmmissibile';
import { salvaVerifiche } from '@/lib/istruttoria/commands/salvaVerifiche';
import type { Verifiche } from '@/lib/istruttoria/verifiche';
import { type Esame, eventi, nonTrovata, progetto, rifiutato, righe, unEsame } from '@/tests/support/esame';
import { inGara } from '@/tests/support/inGara';

const TUTTE: Verifiche = { termine: { esito: 'SI', nota: '' }, firma: { esito: 'NA', nota: 'Presentata dal portale' } };
const salva = (esame: Esame, verifiche: Verifiche, rev = 0) =>
  salvaVerifiche(esame.chi.istruttore, { progettoId: esame.id, rev, verifiche });

test('un istruttore prende l’istruttoria e la cede a un collega; nell’evento non ci sono nomi', async () => {
  const esame = await unEsame();
  const { istruttore, collega, dirigente } = esame.chi;
  await assegnaIstruttoria(istruttore, { progettoId: esame.id, utenteId: istruttore.utenteId });
  expect(await righe('istruttoria', esame)).toMatchObject([{ assegnata_a: istruttore.utenteId, fase: 'IDEA', rev: 0 }]);
  await assegnaIstruttoria(dirigente, { progettoId: esame.id, utenteId: collega.utenteId });
  expect(await righe('istruttoria', esame)).toMatchObject([{ assegnata_a: collega.utenteId }]);
  expect((await eventi(esame)).map(({ atto, attore_id }) => [atto, attore_id])).toEqual([
    ['istruttoria.assegnata', istruttore.utenteId],
    ['istruttoria.assegnata', dirigente.utenteId],
  ]);
  const ancora = () => assegnaIstruttoria(istruttore, { progettoId: esame.id, utenteId: collega.utenteId });
  await rifiutato(esame, ancora, 'istruttoria.giaAssegnata', /già assegnata/);
});

test('l’istruttoria si assegna solo a un istruttore di questa Regione, e solo da chi ci lavora', async () => {
  const esame = await unEsame();
  const { istruttore, valutatore, referente, dirigente, altraRegione } = esame.chi;
  for (const persona of [dirigente, valutatore, referente, altraRegione])
    await rifiutato(
      esame,
      () => assegnaIstruttoria(istruttore, { progettoId: esame.id, utenteId: persona.utenteId }),
      'istruttoria.nonIstruttore',
      /non è un istruttore/,
    );
  const a = { progettoId: esame.id, utenteId: istruttore.utenteId };
  for (const persona of [valutatore, referente])
    await rifiutato(esame, () => assegnaIstruttoria(persona, a), 'istruttoria.ruoloMancante', /istruttore o dirigente/);
  await nonTrovata(esame, (attore) => assegnaIstruttoria(attore, a));
  const decisa = await unEsame({ stato: 'IDEA_APPROVATA' });
  await rifiutato(
    decisa,
    () => assegnaIstruttoria(decisa.chi.istruttore, { progettoId: decisa.id, utenteId: decisa.chi.istruttore.utenteId }),
    'istruttoria.nonAperta',
    /non è in istruttoria/,
  );
});

test('le verifiche si salvano anche a metà; chi parte da una copia superata non sovrascrive', async () => {
  const esame = await unEsame();
  expect(await salva(esame, { termine: { esito: 'SI', nota: '' } })).toEqual({ rev: 1 });
  expect(await salva(esame, TUTTE, 1)).toEqual({ rev: 2 });
  await rifiutato(esame, () => salva(esame, { firma: { esito: 'NO', nota: '' } }, 1), 'istruttoria.conflitto', /mentre le compilavi/);
  await rifiutato(esame, () => salva(esame, { firma: { esito: 'NO', nota: '' } }, 0), 'istruttoria.conflitto', /mentre le compilavi/);
  expect(await righe('istruttoria', esame)).toMatchObject([{ verifiche: TUTTE, rev: 2 }]);
  expect((await eventi(esame)).map(({ atto, dopo }) => [atto, dopo])).toEqual([
    ['istruttoria.verificata', { stato: 'IDEA_PRESENTATA', fase: 'IDEA', risposte: 1, rev: 1 }],
    ['istruttoria.verificata', { stato: 'IDEA_PRESENTATA', fase: 'IDEA', risposte: 2, rev: 2 }],
  ]);
});

test('una revisione inventata su una lista mai salvata è un conflitto, non una riga nuova', async () => {
  const esame = await unEsame();
  await rifiutato(esame, () => salva(esame, TUTTE, 7), 'istruttoria.conflitto', /mentre le compilavi/);
});

test('due istruttori salvano insieme la prima volta: uno vince, l’altro lo sa', async () => {
  const esame = await unEsame();
  const corsa = (chi: 'istruttore' | 'collega') => () => salvaVerifiche(esame.chi[chi], { progettoId: esame.id, rev: 0, verifiche: TUTTE });
  expect(await inGara({ tabella: 'progetto', id: esame.id }, corsa('istruttore'), corsa('collega'))).toEqual([
    'fulfilled',
    'istruttoria.conflitto',
  ]);
  expect(await eventi(esame)).toHaveLength(1);
});

test('le verifiche le compila un istruttore, sulle voci del bando, mentre la domanda è in istruttoria', async () => {
  const esame = await unEsame();
  for (const persona of ['dirigente', 'valutatore', 'referente', 'partner'] as const)
    await rifiutato(
      esame,
      () => salvaVerifiche(esame.chi[persona], { progettoId: esame.id, rev: 0, verifiche: TUTTE }),
      'istruttoria.ruoloMancante',
      /Serve il ruolo di istruttore/,
    );
  await rifiutato(esame, () => salva(esame, { inventata: { esito: 'SI', nota: '' } }), 'istruttoria.verificaEstranea', /quelle del bando/);
  await nonTrovata(esame, (attore) => salvaVerifiche(attore, { progettoId: esame.id, rev: 0, verifiche: TUTTE }));
  const decisa = await unEsame({ stato: 'IDEA_AMMISSIBILE' });
  await rifiutato(decisa, () => salva(decisa, TUTTE), 'istruttoria.chiusa', /solo mentre la domanda è in istruttoria/);
});

test.for([
  ['IDEA_PRESENTATA', 'IDEA_AMMISSIBILE', 'IDEA'],
  ['PROGETTO_PRESENTATO', 'AMMISSIBILE', 'PROGETTO'],
] as const)('da %s a %s quando tutte le verifiche hanno risposta e nessuna è «no»', async ([stato, poi, fase]) => {
  const esame = await unEsame({ stato });
  const dichiara = () => dichiaraAmmissibile(esame.chi.istruttore, { progettoId: esame.id });
  await rifiutato(esame, dichiara, 'istruttoria.verificheIncomplete', /Mancano le risposte a 2 verifiche/);
  await salva(esame, { termine: { esito: 'SI', nota: '' }, firma: { esito: null, nota: 'da vedere' } });
  await rifiutato(esame, dichiara, 'istruttoria.verificheIncomplete', /Manca la risposta a una verifica/);
  await salva(esame, { ...TUTTE, firma: { esito: 'NO', nota: '' } }, 1);
  await rifiutato(esame, dichiara, 'istruttoria.verificheNegative', /Una verifica dice no: «La domanda è firmata»/);
  await salva(esame, TUTTE, 2);
  await dichiara();
  expect(await progetto(esame)).toMatchObject({ stato: poi });
  expect(await righe('decisione', esame)).toMatchObject([{ esito: 'AMMISSIBILE', fase, decisa_da: esame.chi.istruttore.utenteId }]);
  const [istruttoria] = await righe('istruttoria', esame);
  expect(istruttoria?.chiusa_il).toEqual((await righe('decisione', esame))[0]?.decisa_il);
  expect((await eventi(esame)).filter(({ atto }) => atto === 'progetto.ammesso')).toMatchObject([
    { dopo: { stato: poi, fase }, riservato: false },
  ]);
});

test('solo un istruttore dichiara ammissibile; due insieme lo fanno una volta sola', async () => {
  const esame = await unEsame();
  await salva(esame, TUTTE);
  for (const persona of ['dirigente', 'valutatore', 'referente', 'partner'] as const)
    await rifiutato(
      esame,
      () => dichiaraAmmissibile(esame.chi[persona], { progettoId: esame.id }),
      'progetto.ruoloMancante',
      /Serve il ruolo di istruttore della Regione/,
    );
  await nonTrovata(esame, (attore) => dichiaraAmmissibile(attore, { progettoId: esame.id }));
  const corsa = (chi: 'istruttore' | 'collega') => () => dichiaraAmmissibile(esame.chi[chi], { progettoId: esame.id });
  expect(await inGara({ tabella: 'progetto', id: esame.id }, corsa('istruttore'), corsa('collega'))).toEqual([
    'fulfilled',
    'progetto.attoNonAmmesso',
  ]);
  expect(await righe('decisione', esame)).toHaveLength(1);
});
