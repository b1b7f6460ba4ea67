import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { SalvaAvanzamento } from '@/lib/attuazione/schema';
import { compilata, type Persona, type Pratica, rifiutato, una, unaPersonaLimitata, unaPratica } from '@/tests/support/pratica';
import { superutente } from '@/tests/support/superutente';

const salva = (pratica: Pratica, persona: Persona, cambio: Partial<SalvaAvanzamento> = {}, azione = pratica.azioneDelPartner) =>
  salvaAvanzamento(pratica.chi[persona], compilata(pratica, azione, cambio));

test('ciò che si contraddice si rifiuta già al salvataggio, dicendo il campo', async () => {
  const pratica = await unaPratica();
  const casi: [Partial<SalvaAvanzamento>, string, RegExp][] = [
    [{ inizioEffettivo: '2199-01-01' }, 'inizioEffettivo', /nel futuro/],
    [{ stato: 'COMPLETATA', percentuale: 100, fineEffettiva: '2199-01-01' }, 'fineEffettiva', /nel futuro/],
    [
      { inizioEffettivo: null, fineEffettiva: '2020-01-01', stato: 'COMPLETATA', percentuale: 100 },
      'inizioEffettivo',
      /scrivi anche l’inizio/,
    ],
    [{ fineEffettiva: '2019-12-01', stato: 'COMPLETATA', percentuale: 100 }, 'fineEffettiva', /prima dell’inizio/],
    [{ fineStimata: '2019-12-01' }, 'fineStimata', /prima dell’inizio/],
    [{ stato: 'NON_AVVIATA', percentuale: 0 }, 'inizioEffettivo', /non avviata/],
    [{ stato: 'NON_AVVIATA', inizioEffettivo: null }, 'percentuale', /deve essere 0/],
    [{ stato: 'COMPLETATA', percentuale: 99 }, 'percentuale', /Realizzata in parte/],
    [{ fineEffettiva: '2020-01-01' }, 'fineEffettiva', /lo stato deve essere «Conclusa»/],
  ];
  for (const [cambio, campo, frase] of casi) {
    await rifiutato(pratica, () => salva(pratica, 'partner', cambio), `avanzamento.${campo}`, frase);
    await expect(salva(pratica, 'partner', cambio)).rejects.toMatchObject({ campo });
  }
});

test('le cause: nota, una volta sola, una sola principale, mesi in ordine', async () => {
  const pratica = await unaPratica();
  const causa = { codice: 'CAUSA', primaria: true, gravita: null, meseDal: null, meseAl: null, risolta: false };
  await superutente.query(`insert into causa_ritardo values ($1, 'ALTRA', 'G', 'Altra', '{}')`, [pratica.progetto.regione.id]);
  const casi: [SalvaAvanzamento['cause'], RegExp][] = [
    [[{ ...causa, codice: 'MAI' }], /non è nell’elenco/],
    [[causa, { ...causa, primaria: false }], /indicata due volte/],
    [[causa, { ...causa, codice: 'ALTRA' }], /una sola causa principale/],
    [[{ ...causa, meseDal: '2020-06', meseAl: '2020-05' }], /CAUSA finisce prima di cominciare/],
  ];
  for (const [cause, frase] of casi) await rifiutato(pratica, () => salva(pratica, 'partner', { cause }), 'avanzamento.cause', frase);
  await expect(salva(pratica, 'partner', { cause: [{ ...causa, codice: 'MAI' }] })).rejects.toMatchObject({ campo: 'cause' });
});

test('la quantità di un’altra azione, o inventata, non si scrive', async () => {
  const pratica = await unaPratica();
  for (const quantitaId of [pratica.azione.quantitaId, randomUUID()])
    await rifiutato(
      pratica,
      () => salva(pratica, 'partner', { quantita: [{ quantitaId, valore: 1 }] }),
      'quantita.nonTrovata',
      /non appartiene a questa azione/,
    );
});

test('la stessa quantità inviata due volte si rifiuta con una frase', async () => {
  const pratica = await unaPratica();
  const doppia = { quantitaId: pratica.azioneDelPartner.quantitaId, valore: 1 };
  await rifiutato(pratica, () => salva(pratica, 'partner', { quantita: [doppia, doppia] }), 'quantita.doppia', /due volte/);
});

test('un’azione di un altro progetto, o inventata, non si trova', async () => {
  const [pratica, altra] = [await unaPratica(), await unaPratica()];
  for (const azioneId of [altra.azione.id, randomUUID()])
    await rifiutato(pratica, () => salva(pratica, 'referente', { azioneId }), 'azione.nonTrovata', /non fa parte del progetto/);
});

test('il partner non scrive sull’azione di un altro ente', async () => {
  const pratica = await unaPratica();
  await rifiutato(pratica, () => salva(pratica, 'partner', {}, pratica.azione), 'avanzamento.altroEnte', /solo sulle azioni del tuo ente/);
});

test('chi non partecipa e la Regione non trovano la relazione', async () => {
  const pratica = await unaPratica();
  for (const persona of ['estraneo', 'istruttore', 'altraRegione'] as const)
    await rifiutato(pratica, () => salva(pratica, persona), 'rapporto.nonTrovato', /non esiste o non puoi vederla/);
});

test('chi ha l’incarico per un solo progetto non ne trova un altro dello stesso ente', async () => {
  const pratica = await unaPratica();
  const limitato = await unaPersonaLimitata(pratica);
  await rifiutato(pratica, () => salvaAvanzamento(limitato, compilata(pratica, pratica.azione)), 'rapporto.nonTrovato', /non esiste/);
});

test('una revisione superata è un conflitto: il testo del server resta intatto', async () => {
  const pratica = await unaPratica();
  await salva(pratica, 'partner', { nota: 'Il testo salvato' });
  for (const rev of [0, 1, 3])
    await rifiutato(
      pratica,
      () => salva(pratica, 'referente', { rev, nota: 'Il testo di chi era rimasto indietro' }),
      'avanzamento.conflitto',
      /Il tuo testo resta qui/,
    );
  const { nota, rev } = await una('select nota, rev from avanzamento where rapporto_id = $1 and azione_id = $2', [
    pratica.rapportoId,
    pratica.azioneDelPartner.id,
  ]);
  expect([nota, rev]).toEqual(['Il testo salvato', 2]);
});

test('una riga che non esiste ancora con una revisione maggiore di zero è un conflitto', async () => {
  const pratica = await unaPratica();
  for (const tabella of ['avanzamento_causa', 'quantita_realizzata', 'avanzamento'])
    await superutente.query(`delete from ${tabella} where progetto_id = $1`, [pratica.progetto.id]);
  await rifiutato(pratica, () => salva(pratica, 'partner'), 'avanzamento.conflitto', /mentre scrivevi/);
});

test('ciò che lo schema rifiuta non arriva al comando: 101%, un megabyte, quantità negativa, uuid rotto', async () => {
  const pratica = await unaPratica();
  const buono = compilata(pratica, pratica.azione);
  expect(SalvaAvanzamento.parse(buono)).toEqual(buono);
  const casi = [
    { percentuale: 101 },
    { nota: 'x'.repeat(1_000_000) },
    { quantita: [{ quantitaId: pratica.azione.quantitaId, valore: -1 }] },
    { azioneId: 'x' },
  ];
  for (const cambio of casi) expect(SalvaAvanzamento.safeParse({ ...buono, ...cambio }).success).toBe(false);
});
