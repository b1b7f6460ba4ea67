import { expect, test } from 'vitest';
import { commandAs, type NuovoEvento, queryAs, type Tx } from '@/lib/db/scope';
import { fotografia, type Pratica, rifiutato, unaPratica } from '@/tests/support/pratica';

/** La porta del database: un atto e il suo evento si confermano insieme, o non resta nulla. */

const evento = ({ rapportoId, progetto }: Pratica): NuovoEvento => ({
  atto: 'rapporto.prova',
  oggetto: 'rapporto_progetto',
  oggettoId: rapportoId,
  progettoId: progetto.id,
});
const scrivi = (tx: Tx, { rapportoId }: Pratica) =>
  tx.rapportoProgetto.updateMany({ where: { id: rapportoId }, data: { sintesi: 'Scritta' } });

const fallisce = async (pratica: Pratica, atto: () => Promise<unknown>, errore: Error | RegExp) => {
  const prima = await fotografia(pratica);
  await expect(atto()).rejects.toThrow(errore);
  expect(await fotografia(pratica)).toEqual(prima);
};

test('un guasto a metà dell’atto non lascia né dati né evento', async () => {
  const pratica = await unaPratica();
  const guasto = new Error('La corrente se n’è andata');
  const atto = () =>
    commandAs(pratica.chi.referente, async (tx) => {
      expect((await scrivi(tx, pratica)).count).toBe(1);
      throw guasto;
    });
  await fallisce(pratica, atto, guasto);
});

test('un evento che il registro rifiuta annulla anche l’atto', async () => {
  const [pratica, altra] = [await unaPratica(), await unaPratica()];
  const atto = () =>
    commandAs(pratica.chi.referente, async (tx) => ({
      result: await scrivi(tx, pratica),
      evento: { ...evento(pratica), progettoId: altra.progetto.id },
    }));
  await rifiutato(pratica, atto, 'accesso.scritturaNonConsentita', /con il profilo attivo/);
});

test('un atto senza evento non si conferma', async () => {
  const pratica = await unaPratica();
  await fallisce(
    pratica,
    () => commandAs(pratica.chi.referente, async (tx) => ({ result: await scrivi(tx, pratica), evento: [] })),
    new Error('Un atto senza evento non si conferma.'),
  );
});

test('da una lettura non passa nessuna scrittura', async () => {
  const pratica = await unaPratica();
  await fallisce(pratica, () => queryAs(pratica.chi.referente, (tx) => scrivi(tx, pratica)), /read-only transaction/);
});

test('una firma ritoccata o di un altro login non apre la porta', async () => {
  const pratica = await unaPratica();
  const { referente, dirigente } = pratica.chi;
  const falsi = [
    { ...referente, firma: 'f'.repeat(64) },
    { ...referente, contesto: referente.contesto.replace('REFERENTE', 'OPERATORE') },
    { ...referente, contesto: dirigente.contesto, firma: dirigente.firma, utenteId: dirigente.utenteId },
    { ...referente, utenteId: dirigente.utenteId },
  ];
  for (const falso of falsi)
    await rifiutato(
      pratica,
      () => commandAs(falso, async (tx) => ({ result: await scrivi(tx, pratica), evento: evento(pratica) })),
      'accesso.contestoNonValido',
      /accedi di nuovo/,
    );
});

test('una transizione vietata dal database torna come frase, non come guasto', async () => {
  const pratica = await unaPratica();
  const atto = () =>
    commandAs(pratica.chi.referente, async (tx) => ({
      result: await tx.rapportoProgetto.updateMany({ where: { id: pratica.rapportoId }, data: { stato: 'APPROVATO' } }),
      evento: evento(pratica),
    }));
  await rifiutato(pratica, atto, 'stato.transizioneNonAmmessa', /Ricarica la pagina/);
});
