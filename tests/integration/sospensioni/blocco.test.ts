import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { disponiSospensione } from '@/lib/sospensioni/commands/disponiSospensione';
import { esigiQualcuno, riprendiInBlocco, sospendiInBlocco } from '@/lib/sospensioni/commands/inBlocco';
import { leggiSospensioniBando } from '@/lib/sospensioni/queries';
import { aperteDi } from '@/lib/sospensioni/rules';
import { attiDi, progettoDi, righeDi, unAvviato } from '@/tests/support/progettoAvviato';

test('tutti i progetti di un bando: un lotto solo, un evento ciascuno, chi non si può non ferma gli altri; poi la ripresa', async () => {
  const a = await unAvviato();
  const { regione } = a.progetto;
  const [b, gia, fuori, altrui] = [
    await unAvviato({ regione }),
    await unAvviato({ regione }),
    await unAvviato({ regione }),
    await unAvviato(),
  ];
  const { dirigente } = a.chi;
  const come = {
    motivo: 'EMERGENZA_SANITARIA',
    nota: null,
    atto: 'D.D. 3',
    dataAtto: a.oggi,
    dal: piuGiorni(a.oggi, -2),
    al: null,
  } as const;
  await disponiSospensione(dirigente, { ...come, progettoId: gia.id, azioneId: null });
  const lotto = randomUUID();
  const scelti = [a, b, gia, altrui].map(({ id }) => id);
  const esiti = await sospendiInBlocco(dirigente, lotto, scelti, { ...come, bandoId: regione.bandoId });
  expect(esiti.map(({ rifiuto }) => rifiuto)).toEqual([
    null,
    null,
    expect.stringMatching(/sovrappongono/),
    expect.stringMatching(/non esiste/),
  ]);
  for (const sospeso of [a, b]) {
    expect(await progettoDi(sospeso)).toMatchObject({ stato: 'SOSPESO' });
    expect((await righeDi('sospensione', sospeso))[0]).toMatchObject({ lotto });
    expect(await attiDi(sospeso)).toEqual(['progetto.sospeso']);
  }
  for (const intatto of [fuori, altrui]) expect(await attiDi(intatto)).toEqual([]);

  const bando = await leggiSospensioniBando(dirigente, regione.bandoId, lotto);
  expect(bando?.lotto).toMatchObject({ dal: come.dal, al: null, motivo: come.motivo });
  expect(bando?.progetti.map(({ id }) => id).sort()).toEqual([a, b, gia, fuori].map(({ id }) => id).sort());
  const aperte = aperteDi(bando?.progetti ?? [], [a.id, b.id, fuori.id]);
  expect(aperte).toHaveLength(2);
  const riprese = await riprendiInBlocco(dirigente, aperte, { bandoId: regione.bandoId, al: a.oggi, atto: 'D.D. 4' });
  expect(riprese.map(({ rifiuto }) => rifiuto)).toEqual([null, null]);
  expect((await Promise.all([a, b, gia].map(progettoDi))).map(({ stato }) => stato)).toEqual(['AVVIATO', 'AVVIATO', 'SOSPESO']);
});

test('se nessuno si può sospendere lo dice il modulo, con il motivo', async () => {
  const a = await unAvviato();
  const come = {
    bandoId: a.progetto.regione.bandoId,
    motivo: 'ALTRO',
    nota: null,
    atto: 'D.D.',
    dataAtto: a.oggi,
    dal: a.oggi,
    al: null,
  } as const;
  const esiti = await sospendiInBlocco(a.chi.istruttore, randomUUID(), [a.id], come);
  expect(() => esigiQualcuno(esiti)).toThrow(/Nessun progetto è cambiato\. Non puoi sospendere il progetto/);
  expect(await leggiSospensioniBando(a.chi.altraRegione, come.bandoId, null)).toBeNull();
});
