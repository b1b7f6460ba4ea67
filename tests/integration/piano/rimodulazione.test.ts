import { expect, test } from 'vitest';
import { contributoTotale } from '@/lib/piano/bilancio';
import { applicaTaglio } from '@/lib/piano/commands/applicaTaglio';
import { approvaRimodulazione } from '@/lib/piano/commands/approvaRimodulazione';
import { apriRimodulazione } from '@/lib/piano/commands/apriRimodulazione';
import { depositaRimodulazione } from '@/lib/piano/commands/depositaRimodulazione';
import { restituisciRimodulazione } from '@/lib/piano/commands/restituisciRimodulazione';
import { leggiRimodulazione } from '@/lib/piano/queriesRimodulazione';
import { momentoDi, pianoScritto } from '@/lib/piano/rimodulazione';
import { SCELTA_VUOTA } from '@/lib/piano/tagli';
import { attiDelProgetto, type Ridotto, statoDelProgetto, unProgettoRidotto } from '@/tests/support/rimodulazione';
import { superutente } from '@/tests/support/superutente';

const taglioDi = (ridotto: Ridotto, metodo: 'PROPORZIONALE' | 'PRIORITA', rev = 1) => ({
  progettoId: ridotto.progetto.id,
  metodo,
  scelta: SCELTA_VUOTA,
  revAzioni: rev,
  revBudget: rev,
});
const sezioni = async ({ progetto }: Ridotto) =>
  (
    await superutente.query(
      `select chiave, rev, aperta from sezione_progetto where progetto_id = $1 and fase = 'RIMODULAZIONE' order by chiave`,
      [progetto.id],
    )
  ).rows;
const vociVigenti = async ({ progetto }: Ridotto) =>
  (
    await superutente.query(
      `select a.codice, v.categoria, v.contributo_cents::text c, v.cofinanziamento_cents::text f, v.natura_cents::text n
       from voce_budget v join azione a on a.id = v.azione_id where v.progetto_id = $1 order by a.ordine, v.categoria`,
      [progetto.id],
    )
  ).rows;

test('il giro intero: si apre, si riduce, si presenta, torna indietro, si ripresenta, si approva: il piano in vigore è quello nuovo', async () => {
  const ridotto = await unProgettoRidotto();
  const { chi, progetto } = ridotto;
  const scelto = { progettoId: progetto.id };

  await apriRimodulazione(chi.referente, scelto);
  expect(await statoDelProgetto(ridotto)).toBe('RIMODULAZIONE_INIZIALE');
  expect(await sezioni(ridotto)).toEqual([
    { chiave: 'azioni', rev: 1, aperta: true },
    { chiave: 'quadro_economico', rev: 1, aperta: true },
  ]);
  const aperta = await leggiRimodulazione(chi.partner, progetto.id);
  expect(aperta && pianoScritto(aperta)).toEqual({ azioni: ridotto.azioni, voci: ridotto.voci });

  await applicaTaglio(chi.referente, taglioDi(ridotto, 'PRIORITA'));
  const ridotta = await leggiRimodulazione(chi.referente, progetto.id);
  const piano = ridotta && pianoScritto(ridotta);
  expect(contributoTotale(piano?.voci ?? [])).toBe(120_000n);
  expect(piano?.azioni.map(({ codice }) => codice)).toEqual(['P1', 'P3']);

  const prima = await depositaRimodulazione(chi.referente, { ...scelto, risposta: null });
  expect(prima).toMatchObject({ numero: 3 });
  expect((await sezioni(ridotto)).every(({ aperta: a }) => a === false)).toBe(true);
  const perLaRegione = await leggiRimodulazione(chi.dirigente, progetto.id);
  expect(perLaRegione && momentoDi(perLaRegione)).toBe('DEPOSITATA');
  expect(perLaRegione?.sezioni).toEqual({});
  expect(perLaRegione?.ultima?.piano).toEqual(piano);

  await restituisciRimodulazione(chi.istruttore, {
    ...scelto,
    testo: 'Spiegate i beni rimasti',
    sezioni: ['quadro_economico'],
    entro: '2099-01-31',
  });
  expect(await sezioni(ridotto)).toEqual([
    { chiave: 'azioni', rev: 2, aperta: false },
    { chiave: 'quadro_economico', rev: 2, aperta: true },
  ]);
  await depositaRimodulazione(chi.referente, { ...scelto, risposta: 'Servono alla sede' });
  const { numero } = await approvaRimodulazione(chi.dirigente, { ...scelto, atto: 'DD 99/2019', dataAtto: '2019-03-15' });
  expect(numero).toBe(5);

  expect(await statoDelProgetto(ridotto)).toBe('APPROVATO');
  expect(await vociVigenti(ridotto)).toEqual([
    { codice: 'P1', categoria: 'personale', c: '100000', f: '0', n: '0' },
    { codice: 'P3', categoria: 'beni', c: '15000', f: '5000', n: '100' },
    { codice: 'P3', categoria: 'personale', c: '5000', f: '0', n: '0' },
  ]);
  const { rows } = await superutente.query(
    `select esito, fase, richiesto_cents::text r, concesso_cents::text c, concesso_per_categoria p from decisione where progetto_id = $1 and fase = 'RIMODULAZIONE'`,
    [progetto.id],
  );
  expect(rows).toEqual([
    { esito: 'APPROVATO', fase: 'RIMODULAZIONE', r: '120000', c: '120000', p: { personale: '105000', beni: '15000' } },
  ]);
  expect(await attiDelProgetto(ridotto)).toEqual([
    'rimodulazione.aperta',
    'sezione.salvata',
    'rimodulazione.presentata',
    'rimodulazione.restituita',
    'rimodulazione.presentata',
    'rimodulazione.approvata',
  ]);
  const fine = await leggiRimodulazione(chi.referente, progetto.id);
  expect(fine && momentoDi(fine)).toBe('APPROVATA');
  expect(fine?.richieste).toMatchObject([{ stato: 'CHIUSA', sezioni: ['quadro_economico'] }]);
});

test('il piano in vigore è quello della versione approvata: azioni, destinatari, quantità e voci, con le stesse somme', async () => {
  const ridotto = await unProgettoRidotto();
  const { chi, progetto } = ridotto;
  await apriRimodulazione(chi.referente, { progettoId: progetto.id });
  await applicaTaglio(chi.referente, taglioDi(ridotto, 'PROPORZIONALE'));
  await depositaRimodulazione(chi.referente, { progettoId: progetto.id, risposta: null });
  await approvaRimodulazione(chi.dirigente, { progettoId: progetto.id, atto: 'DD 1', dataAtto: '2019-03-15' });
  const { rows } = await superutente.query(
    `select w.contenuto -> 'piano' as piano,
       (select json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo, 'ente', a.organizzazione_id, 'categoria', a.categoria_ente,
          'inizio', a.inizio_previsto, 'fine', a.fine_prevista,
          'quantita', (select json_agg(json_build_object('unita', q.unita, 'previsto', q.previsto::int)) from quantita q where q.azione_id = a.id),
          'gruppi', (select json_agg(d.gruppo) from azione_destinatari d where d.azione_id = a.id)) order by a.ordine) from azione a where a.progetto_id = w.progetto_id) as azioni,
       (select sum(v.contributo_cents)::text from voce_budget v where v.progetto_id = w.progetto_id) as contributo,
       (select sum(v.contributo_cents + v.cofinanziamento_cents + v.natura_cents)::text from voce_budget v where v.progetto_id = w.progetto_id) as costo,
       (select importo_assegnato_cents::text from progetto p where p.id = w.progetto_id) as assegnato
     from versione_progetto w where w.progetto_id = $1 order by w.numero desc limit 1`,
    [progetto.id],
  );
  const [{ piano, azioni, contributo, costo, assegnato }] = rows as [Record<string, never> & { piano: Ridotto }];
  expect(azioni).toEqual(
    piano.azioni.map((a) => ({
      id: a.id,
      codice: a.codice,
      titolo: a.titolo,
      ente: a.organizzazioneId,
      categoria: a.categoria,
      inizio: a.inizio,
      fine: a.fine,
      quantita: a.destinatari.map((d) => ({ unita: d.unita, previsto: d.quantita })),
      gruppi: a.destinatari.map((d) => d.gruppo),
    })),
  );
  expect([contributo, assegnato, costo]).toEqual(['120000', '120000', '125100']);
});
