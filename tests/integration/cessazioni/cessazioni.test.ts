import { expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { annullaRinuncia } from '@/lib/cessazioni/commands/annullaRinuncia';
import { chiediRinuncia } from '@/lib/cessazioni/commands/chiediRinuncia';
import { concludiProgetto } from '@/lib/cessazioni/commands/concludiProgetto';
import { confermaRinuncia } from '@/lib/cessazioni/commands/confermaRinuncia';
import { respingiRinuncia } from '@/lib/cessazioni/commands/respingiRinuncia';
import { revocaProgetto } from '@/lib/cessazioni/commands/revocaProgetto';
import { riapriProgetto } from '@/lib/cessazioni/commands/riapriProgetto';
import { disponiSospensione } from '@/lib/sospensioni/commands/disponiSospensione';
import { apre, inEsame, presenta } from '@/tests/integration/proroghe/_mondo';
import { inGara } from '@/tests/support/inGara';
import {
  type Avviato,
  attiDi,
  nessunoLoTrova,
  nullaCambia,
  progettoDi,
  righeDi,
  ultimoEvento,
  unAvviato,
  unaRelazione,
  unPeriodoTra,
} from '@/tests/support/progettoAvviato';
import { inserisci, superutente } from '@/tests/support/superutente';

const MOTIVAZIONE = 'Il partner principale ha chiuso e non riusciamo a sostituirlo.';
const atto = (a: Avviato) => ({ progettoId: a.id, atto: 'D.D. 50', dataAtto: a.oggi });
const rinuncia = async (a: Avviato, chi = a.chi.referente) =>
  (await chiediRinuncia(chi, { progettoId: a.id, motivazione: MOTIVAZIONE })).cessazioneId;
const conferma = (a: Avviato, cessazioneId: string, recupero: bigint | null = 400_000n, chi = a.chi.dirigente) =>
  confermaRinuncia(chi, { ...atto(a), cessazioneId, pianoRecupero: 'In due rate entro l’anno.', recupero });
const revoca = (a: Avviato, recupero: bigint | null = 1_000_000n, chi = a.chi.dirigente) =>
  revocaProgetto(chi, { ...atto(a), motivazione: 'Nessuna attività realizzata.', pianoRecupero: 'In un’unica soluzione.', recupero });
const conclude = (a: Avviato, giorni: number, motivazione: string | null = null, chi = a.chi.dirigente) =>
  concludiProgetto(chi, { ...atto(a), data: piuGiorni(a.oggi, giorni), motivazione });

test('la rinuncia: la chiede il referente del capofila, la conferma il dirigente con l’atto e il recupero', async () => {
  const a = await unAvviato();
  for (const persona of ['operatore', 'partner', 'dirigente'] as const)
    await nullaCambia(a, () => rinuncia(a, a.chi[persona]), 'cessazione.ruoloMancante', /Referente.*capofila/i);
  await nessunoLoTrova(a, (attore) => rinuncia(a, attore));
  const id = await rinuncia(a);
  await nullaCambia(a, () => rinuncia(a), 'cessazione.giaChiesta');
  expect(await progettoDi(a)).toMatchObject({ stato: 'AVVIATO' });
  await nullaCambia(a, () => conferma(a, id, 1n, a.chi.istruttore), 'progetto.ruoloMancante', /Dirigente/i);
  await nullaCambia(a, () => conferma(a, id, 1_000_001n), 'cessazione.recuperoOltre', /10\.000,00/);
  await conferma(a, id);
  expect(await progettoDi(a)).toMatchObject({ stato: 'RITIRATO' });
  expect((await righeDi('cessazione', a))[0]).toMatchObject({ stato: 'DISPOSTA', atto: 'D.D. 50', recupero_cents: 400_000 });
  expect(await attiDi(a)).toEqual(['rinuncia.chiesta', 'rinuncia.confermata']);
  expect(await ultimoEvento(a)).toMatchObject({ prima: { progetto: 'AVVIATO' }, dopo: { progetto: 'RITIRATO', recuperoCents: '400000' } });
  expect(JSON.stringify(await righeDi('evento', a))).not.toMatch(/partner principale|due rate/);
});

test('ritirata o non accolta, il progetto continua e se ne può chiedere un’altra', async () => {
  const a = await unAvviato();
  const prima = await progettoDi(a);
  const ritirata = await rinuncia(a);
  await annullaRinuncia(a.chi.referente, { progettoId: a.id, cessazioneId: ritirata });
  await nullaCambia(a, () => conferma(a, ritirata), 'cessazione.cambiata');
  const negata = await rinuncia(a);
  await respingiRinuncia(a.chi.dirigente, { progettoId: a.id, cessazioneId: negata, nota: 'Si trova un altro partner.' });
  expect(await progettoDi(a)).toEqual(prima);
  await apre(a);
  await rinuncia(a);
});

test('chi ritira e chi conferma insieme: uno solo', async () => {
  const a = await unAvviato();
  const id = await rinuncia(a);
  const ritira = () => annullaRinuncia(a.chi.referente, { progettoId: a.id, cessazioneId: id });
  expect(await inGara({ tabella: 'progetto', id: a.id }, ritira, () => conferma(a, id))).toEqual(['fulfilled', 'cessazione.cambiata']);
  expect(await progettoDi(a)).toMatchObject({ stato: 'AVVIATO' });
});

test('la revoca chiude ciò che era in attesa: rinuncia, proroga, modifica e sospensione, ciascuna con il suo evento', async () => {
  const a = await unAvviato();
  await inEsame(a);
  const azioneId = a.progetto.azioni[0]?.id;
  await superutente.query('update azione set fine_prevista = $2 where id = $1', [azioneId, piuGiorni(a.oggi, 30)]);
  await presenta(a, await apre(a, { azioneId, mesi: 1 }));
  await inserisci(superutente, 'richiesta_modifica', {
    ...{ regione_id: a.progetto.regione.id, progetto_id: a.id, numero: 1, dominio: 'sede', stato: 'PRESENTATA', base_sha256: 'x' },
    ...{ organizzazione_id: a.progetto.capofila.id, presentata_il: a.oggi, regime: 'APPROVAZIONE', competente: 'ISTRUTTORE' },
  });
  await rinuncia(a);
  await disponiSospensione(a.chi.dirigente, {
    ...{ ...atto(a), azioneId: null, motivo: 'CONTENZIOSO', nota: null, dal: piuGiorni(a.oggi, -5), al: null },
  });
  const prima = (await attiDi(a)).length;
  await nullaCambia(a, () => revoca(a, 1_000_001n), 'cessazione.recuperoOltre');
  await nullaCambia(a, () => revoca(a, 0n, a.chi.istruttore), 'progetto.ruoloMancante');
  await revoca(a);
  expect(await progettoDi(a)).toMatchObject({ stato: 'REVOCATO' });
  expect((await attiDi(a)).slice(prima)).toEqual([
    ...['rinuncia.respinta', 'proroga.respinta', 'proroga.respinta', 'modifica.respinta', 'progetto.revocato'],
  ]);
  expect((await righeDi('proroga', a)).map(({ stato }) => stato)).toEqual(['RESPINTA', 'RESPINTA']);
  expect((await righeDi('richiesta_modifica', a)).map(({ stato }) => stato)).toEqual(['RESPINTA']);
  expect((await righeDi('sospensione', a)).map(({ al }) => al)).toEqual([a.oggi]);
  await nullaCambia(a, () => revoca(a), 'progetto.attoNonAmmesso');
  await nullaCambia(a, () => apre(a), 'proroga.statoNonAmmesso');
});

test('si conclude solo quando nulla lo impedisce, e l’elenco di ciò che manca è nella risposta', async () => {
  const a = await unAvviato({ finisceTra: -1 });
  const primo = await unPeriodoTra(a, 1, -200, -100, -70);
  const secondo = await unPeriodoTra(a, 2, -99, -1, 30);
  await unaRelazione(a, primo.id, 'APPROVATO');
  const decisione = await inserisci(superutente, 'prescrizione', {
    ...{ regione_id: a.progetto.regione.id, progetto_id: a.id, testo: 'Allegare il protocollo.', entro: a.oggi, stato: 'PRESENTATA' },
    organizzazione_id: a.progetto.capofila.id,
  });
  await nullaCambia(a, () => conclude(a, -1), 'cessazione.bloccata', /La relazione .* non è approvata\. Una prescrizione non è verificata/);
  await superutente.query(`update prescrizione set stato = 'VERIFICATA' where id = $1`, [decisione.id]);
  await unaRelazione(a, secondo.id, 'APPROVATO_CON_RILIEVI');
  await nullaCambia(a, () => conclude(a, -1, null, a.chi.istruttore), 'progetto.ruoloMancante');
  await conclude(a, -1);
  expect(await progettoDi(a)).toMatchObject({ stato: 'CONCLUSO', data_fine_effettiva: a.fine });
  await nullaCambia(a, () => riapriProgetto(a.chi.istruttore, { progettoId: a.id }), 'progetto.ruoloMancante');
  await riapriProgetto(a.chi.dirigente, { progettoId: a.id });
  expect(await progettoDi(a)).toMatchObject({ stato: 'AVVIATO', data_fine_effettiva: null });
  expect(await attiDi(a)).toEqual(['progetto.concluso', 'progetto.riaperto']);
  await conclude(a, -1);
});

test('conclusione anticipata: con la ragione, e con le relazioni fino a quel giorno', async () => {
  const a = await unAvviato({ finisceTra: 60 });
  const primo = await unPeriodoTra(a, 1, -100, -10, 20);
  await unPeriodoTra(a, 2, -9, 60, 90);
  await unaRelazione(a, primo.id, 'APPROVATO');
  await nullaCambia(a, () => conclude(a, -10), 'cessazione.anticipoSenzaMotivo', /scrivi perché/);
  await nullaCambia(a, () => conclude(a, 0, 'Attività finite prima.'), 'cessazione.bloccata');
  await nullaCambia(a, () => conclude(a, 1, 'Attività finite prima.'), 'cessazione.dataFine');
  await conclude(a, -10, 'Attività finite prima.');
  expect(await progettoDi(a)).toMatchObject({ stato: 'CONCLUSO', data_fine_effettiva: piuGiorni(a.oggi, -10), data_fine_prevista: a.fine });
});

test('due dirigenti, uno conclude e l’altro revoca: uno solo, un solo evento', async () => {
  const a = await unAvviato({ finisceTra: -1 });
  const esiti = await inGara(
    { tabella: 'progetto', id: a.id },
    () => conclude(a, -1),
    () => revoca(a, null, a.chi.collega),
  );
  expect(esiti).toEqual(['fulfilled', 'progetto.attoNonAmmesso']);
  expect(await attiDi(a)).toEqual(['progetto.concluso']);
});
