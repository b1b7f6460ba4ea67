import { afterAll, expect, test } from 'vitest';
import { compitiDi } from '@/lib/attuazione/compiti';
import { leggiDoveri } from '@/lib/attuazione/queriesCompiti';
import { generaPeriodi } from '@/lib/calendario/periodi';
import { regolaDa } from '@/lib/calendario/regola';
import { avviaProgetto } from '@/lib/convenzione/commands/avviaProgetto';
import { salvaConvenzione } from '@/lib/convenzione/commands/salvaConvenzione';
import { leggiConvenzione } from '@/lib/convenzione/queries';
import { annullaDecisione } from '@/lib/decisioni/commands/annullaDecisione';
import { giornoDi } from '@/lib/format/data';
import { elencaIstruttorie, FiltriIstruttorie } from '@/lib/istruttoria/queriesIstruttorie';
import { convenzione, periodiDi, tra, unApprovato, unCup, unoDaAvviare } from '@/tests/support/avvio';
import { unProgetto } from '@/tests/support/buildersProgetto';
import { inGara } from '@/tests/support/inGara';
import { attiDelProgetto, type Ridotto, rifiutatoPiano, statoDelProgetto, unProgettoRidotto } from '@/tests/support/rimodulazione';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

afterAll(chiudiSqlGrezzo);

const avvio = ({ progetto, chi }: Ridotto, cambio: Partial<Parameters<typeof avviaProgetto>[1]> = {}) => ({
  progettoId: progetto.id,
  atto: 'DD 5/2020',
  dataAtto: tra(chi.istruttore, -1),
  inizio: tra(chi.istruttore, 0),
  fine: tra(chi.istruttore, 540),
  ...cambio,
});
const cose = async ({ chi }: Ridotto) => {
  const { referente } = chi;
  const { vicini } = compitiDi(await leggiDoveri(referente), {
    ...{ oggi: giornoDi(referente.adesso), adesso: referente.adesso },
    ...{ organizzazioneId: referente.organizzazioneId, ruolo: referente.ruolo },
  });
  return vicini.map(({ titolo }) => titolo);
};
const inCoda = async ({ chi, progetto }: Ridotto) =>
  (await elencaIstruttorie(chi.istruttore, FiltriIstruttorie.parse({}))).righe.find(({ id }) => id === progetto.id)?.tocca;

test('dall’approvazione all’avvio: il capofila completa, la Regione avvia, i periodi nascono dalla regola del bando, con un evento solo', async () => {
  const ridotto = await unApprovato();
  const { chi, progetto } = ridotto;
  expect(await cose(ridotto)).toEqual(['Completa i dati per la convenzione']);
  expect(await inCoda(ridotto)).toBe('ENTE');

  await salvaConvenzione(chi.operatore, convenzione(progetto.id, { cup: null, sede: null }));
  const aMeta = await leggiConvenzione(chi.istruttore, progetto.id);
  expect(aMeta?.mancano).toEqual(['CUP', 'sede']);
  const dati = convenzione(progetto.id, { rev: 1 });
  await salvaConvenzione(chi.referente, dati);
  expect(await cose(ridotto)).toEqual([]);
  expect(await inCoda(ridotto)).toBe('ISTRUTTORE');

  const scritto = avvio(ridotto);
  await avviaProgetto(chi.istruttore, scritto);
  expect(await statoDelProgetto(ridotto)).toBe('AVVIATO');
  const attesi = generaPeriodi({ dal: scritto.inizio, al: scritto.fine, regola: regolaDa(null) });
  expect(await periodiDi(ridotto)).toEqual(attesi.map((p) => ({ ...p, tipo: 'ORDINARIO', dovuto: true })));
  const { rows } = await superutente.query(
    `select p.cup, p.data_avvio::text a, p.data_fine_prevista::text f, c.atto, c.data_atto::text d, c.avviata_il is not null as avviata
     from progetto p join convenzione c on c.progetto_id = p.id where p.id = $1`,
    [progetto.id],
  );
  expect(rows).toEqual([{ cup: dati.cup, a: scritto.inizio, f: scritto.fine, atto: 'DD 5/2020', d: scritto.dataAtto, avviata: true }]);
  expect(await attiDelProgetto(ridotto)).toEqual(['convenzione.salvata', 'convenzione.salvata', 'progetto.avviato']);
  const { rows: eventi } = await superutente.query(`select dopo from evento where progetto_id = $1 and atto = 'progetto.avviato'`, [
    progetto.id,
  ]);
  expect(JSON.stringify(eventi)).not.toMatch(/IT60|sociale@|Consorzio/);
});

test('si avvia solo con tutti i dati, e il rifiuto nomina ciascuno di quelli che mancano', async () => {
  const ridotto = await unApprovato();
  const { chi, progetto } = ridotto;
  await rifiutatoPiano(ridotto, () => avviaProgetto(chi.istruttore, avvio(ridotto)), 'avvio.nonPronto', /CUP, IBAN, intestatario.*sede/);
  await salvaConvenzione(chi.referente, convenzione(progetto.id, { iban: null, telefono: null }));
  await rifiutatoPiano(ridotto, () => avviaProgetto(chi.istruttore, avvio(ridotto)), 'avvio.nonPronto', /: IBAN e telefono dell’ufficio\./);
});

test('concesso meno del piano: prima la rimodulazione iniziale', async () => {
  const ridotto = await unProgettoRidotto();
  await salvaConvenzione(ridotto.chi.referente, convenzione(ridotto.progetto.id));
  await rifiutatoPiano(ridotto, () => avviaProgetto(ridotto.chi.istruttore, avvio(ridotto)), 'avvio.nonPronto', /rimodulazione iniziale/);
});

test('un CUP è di un progetto solo', async () => {
  const ridotto = await unApprovato();
  const { chi, progetto } = ridotto;
  const cup = unCup();
  const altro = await unProgetto({ regione: progetto.regione });
  await superutente.query('update progetto set cup = $2 where id = $1', [altro.id, cup]);
  await salvaConvenzione(chi.referente, convenzione(progetto.id, { cup }));
  await rifiutatoPiano(ridotto, () => avviaProgetto(chi.istruttore, avvio(ridotto)), 'avvio.nonPronto', /Il CUP è già del progetto/);
});

test('le date storte si rifiutano una per una, sul loro campo', async () => {
  const ridotto = await unoDaAvviare();
  const { chi, progetto } = ridotto;
  const oggi = tra(chi.istruttore, 0);
  await superutente.query('update progetto set data_approvazione = $2 where id = $1', [progetto.id, tra(chi.istruttore, -30)]);
  const casi: [Partial<ReturnType<typeof avvio>>, string][] = [
    [{ dataAtto: tra(chi.istruttore, 1) }, 'avvio.attoNelFuturo'],
    [{ dataAtto: tra(chi.istruttore, -31) }, 'avvio.attoPrimaDellApprovazione'],
    [{ inizio: tra(chi.istruttore, -31) }, 'avvio.primaDellApprovazione'],
    [{ inizio: tra(chi.istruttore, 400), fine: tra(chi.istruttore, 800) }, 'avvio.troppoAvanti'],
    [{ fine: oggi }, 'avvio.finePrimaDellInizio'],
    [{ fine: tra(chi.istruttore, -5) }, 'avvio.finePrimaDellInizio'],
    [{ fine: tra(chi.istruttore, 5000) }, 'avvio.troppoLungo'],
  ];
  for (const [cambio, codice] of casi)
    await rifiutatoPiano(ridotto, () => avviaProgetto(chi.istruttore, avvio(ridotto, cambio)), codice, /./);
});

test('avvia solo l’istruttore di quella Regione: gli altri sono rifiutati e non resta nulla', async () => {
  const ridotto = await unoDaAvviare();
  const { chi } = ridotto;
  await rifiutatoPiano(ridotto, () => avviaProgetto(chi.dirigente, avvio(ridotto)), 'progetto.ruoloMancante', /istruttore/);
  await rifiutatoPiano(ridotto, () => avviaProgetto(chi.referente, avvio(ridotto)), 'progetto.ruoloMancante', /istruttore/);
  for (const attore of [chi.altraRegione, chi.estraneo])
    await rifiutatoPiano(ridotto, () => avviaProgetto(attore, avvio(ridotto)), 'progetto.nonTrovato', /./);
});

test('due istruttori avviano insieme: uno vince, i periodi nascono una volta, con un evento', async () => {
  const ridotto = await unoDaAvviare();
  const { chi, progetto } = ridotto;
  const esiti = await inGara(
    { tabella: 'progetto', id: progetto.id },
    () => avviaProgetto(chi.istruttore, avvio(ridotto)),
    () => avviaProgetto(chi.istruttore, avvio(ridotto, { fine: tra(chi.istruttore, 300) })),
  );
  expect(esiti.sort()).toEqual(['fulfilled', 'progetto.attoNonAmmesso']);
  expect((await attiDelProgetto(ridotto)).filter((atto) => atto === 'progetto.avviato')).toHaveLength(1);
  const numeri = (await periodiDi(ridotto)).map(({ numero }) => numero);
  expect(numeri).toEqual(numeri.map((_, i) => i + 1));
});

test('avvio e annullamento della decisione nello stesso istante: uno solo passa, e i periodi ci sono solo se il progetto è avviato', async () => {
  const ridotto = await unoDaAvviare();
  const { chi, progetto } = ridotto;
  const esiti = await inGara(
    { tabella: 'progetto', id: progetto.id },
    () => annullaDecisione(chi.dirigente, { progettoId: progetto.id, motivazione: 'Errore nel calcolo del contributo' }),
    () => avviaProgetto(chi.istruttore, avvio(ridotto)),
  );
  expect(esiti).toEqual(['fulfilled', 'progetto.attoNonAmmesso']);
  expect(await statoDelProgetto(ridotto)).toBe('AMMISSIBILE');
  expect(await periodiDi(ridotto)).toEqual([]);
});

test('il guasto a metà non lascia nulla: un periodo che non si può scrivere ferma anche lo stato e l’atto', async () => {
  const ridotto = await unoDaAvviare();
  const { chi, progetto } = ridotto;
  // un periodo già scritto, con lo stesso numero: la chiave unica ferma l'inserimento
  await superutente.query(
    `insert into periodo (regione_id, progetto_id, numero, tipo, dal, al, scadenza) values ($1, $2, 1, 'RILEVAZIONE', '2010-01-01', '2010-01-31', '2010-02-28')`,
    [progetto.regione.id, progetto.id],
  );
  await expect(avviaProgetto(chi.istruttore, avvio(ridotto))).rejects.toThrow();
  expect(await statoDelProgetto(ridotto)).toBe('APPROVATO');
  expect(await periodiDi(ridotto)).toHaveLength(1);
  const { rows } = await superutente.query('select atto from convenzione where progetto_id = $1', [progetto.id]);
  expect(rows).toEqual([{ atto: null }]);
});

test('i dati li scrive il capofila, una revisione alla volta, e solo tra approvazione e avvio', async () => {
  const ridotto = await unoDaAvviare();
  const { chi, progetto } = ridotto;
  const vecchia = () => salvaConvenzione(chi.referente, convenzione(progetto.id, { rev: 0 }));
  await rifiutatoPiano(ridotto, vecchia, 'convenzione.cambiata', /Ricarica/);
  await rifiutatoPiano(
    ridotto,
    () => salvaConvenzione(chi.partner, convenzione(progetto.id, { rev: 1 })),
    'convenzione.soloCapofila',
    /capofila/,
  );
  await rifiutatoPiano(
    ridotto,
    () => salvaConvenzione(chi.istruttore, convenzione(progetto.id, { rev: 1 })),
    'convenzione.soloCapofila',
    /./,
  );
  await rifiutatoPiano(ridotto, () => salvaConvenzione(chi.estraneo, convenzione(progetto.id, { rev: 1 })), 'progetto.nonTrovato', /./);
  const esiti = await inGara(
    { tabella: 'progetto', id: progetto.id },
    () => salvaConvenzione(chi.referente, convenzione(progetto.id, { rev: 1, sede: 'Via A' })),
    () => salvaConvenzione(chi.operatore, convenzione(progetto.id, { rev: 1, sede: 'Via B' })),
  );
  expect(esiti.sort()).toEqual(['convenzione.cambiata', 'fulfilled']);
  await avviaProgetto(chi.istruttore, avvio(ridotto));
  const dopo = () => salvaConvenzione(chi.referente, convenzione(progetto.id, { rev: 2 }));
  await rifiutatoPiano(ridotto, dopo, 'convenzione.chiusa', /modifica/);
  // e il database non li lascia scrivere nemmeno passando accanto al comando
  const grezza = await sqlCome(chi.referente, `update convenzione set iban = null where progetto_id = $1`, [progetto.id]);
  expect(grezza).toMatchObject({ n: 0 });
});

test('il conto lo vedono capofila e Regione; il partner vede il resto; gli altri niente', async () => {
  const { chi, progetto } = await unoDaAvviare();
  for (const attore of [chi.referente, chi.dirigente])
    expect((await leggiConvenzione(attore, progetto.id))?.convenzione.iban).toBe('IT60X0542811101000000123456');
  expect((await leggiConvenzione(chi.partner, progetto.id))?.convenzione).toMatchObject({
    iban: null,
    intestatario: null,
    sede: 'Via Roma 1, Biella',
  });
  expect(await leggiConvenzione(chi.estraneo, progetto.id)).toBeNull();
  expect(await leggiConvenzione(chi.altraRegione, progetto.id)).toBeNull();
});
