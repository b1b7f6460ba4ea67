import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { FiltriSegnali } from '@/lib/segnali/filtri';
import { elencaSegnali, leggiSegnaliDelProgetto } from '@/lib/segnali/queries';
import { CODICI } from '@/lib/segnali/soglie';
import { unEnte, unUtente } from '@/tests/support/builders';
import { type Progetto, unProgetto, unRapporto } from '@/tests/support/buildersProgetto';
import { inserisci, superutente } from '@/tests/support/superutente';

/**
 * Le regole dei segnali sono scritte due volte: per l'elenco di tutti i progetti le applica il database (queriesFatti*), per un progetto solo il portale
 * (situazione). Qui si mescola la situazione di un progetto e le due devono dire le stesse cose, con le stesse parole.
 */

const giorno = fc.integer({ min: -400, max: 400 });
const forse = <T>(valore: fc.Arbitrary<T>) => fc.option(valore, { nil: null });
const STATI = ['NON_AVVIATA', 'IN_PREPARAZIONE', 'IN_CORSO', 'PARZIALMENTE_REALIZZATA', 'COMPLETATA', 'SOSPESA', 'ANNULLATA'] as const;

const UNA_AZIONE = fc.record({
  inizio: forse(giorno),
  fine: forse(fc.integer({ min: -130, max: 130 })),
  annullata: fc.nat(4).map((n) => n === 0),
  stato: forse(fc.constantFrom(...STATI)),
  percentuale: forse(fc.integer({ min: 0, max: 100 })),
  al: giorno,
  stimata: forse(giorno),
  prima: forse(giorno),
  ferma: fc.nat(4),
  raggiunto: fc.nat(120),
  causa: forse(fc.constantFrom('ENTE', 'REGIONE')),
  mese: forse(fc.integer({ min: -500, max: 0 })),
});
const unoPerAzione = <T extends { azione: number | null }>(uno: fc.Arbitrary<T>) =>
  fc.uniqueArray(uno, { maxLength: 3, selector: ({ azione }) => azione });
const STATI_CHIARIMENTO = fc.constantFrom('APERTO', 'RISPOSTO', 'CHIUSO');
const MONDO = fc.record({
  azioni: fc.tuple(UNA_AZIONE, UNA_AZIONE, UNA_AZIONE),
  presentato: fc.integer({ min: 0, max: 200 }),
  finePrevista: forse(fc.integer({ min: -100, max: 100 })),
  relazioni: fc.tuple(
    ...[1, 2, 3].map(() =>
      fc.record({
        scadenza: giorno,
        dovuto: fc.boolean(),
        presentata: fc.option(fc.integer({ min: -400, max: 0 }), { nil: null, freq: 1 }),
      }),
    ),
  ),
  chiarimenti: unoPerAzione(
    fc.record({ azione: fc.nat(2), stato: STATI_CHIARIMENTO, entro: giorno, risposto: fc.integer({ min: -60, max: 0 }) }),
  ),
  sospensioni: unoPerAzione(fc.record({ azione: forse(fc.nat(2)), dal: giorno, dura: forse(fc.nat(200)) })),
  attese: fc.record({ modifica: forse(fc.nat(90)), proroga: forse(fc.nat(90)), rinuncia: forse(fc.nat(90)) }),
});
type Mondo = typeof MONDO extends fc.Arbitrary<infer M> ? M : never;

/** Due situazioni in cui, insieme, compare ogni tipo di segnale: il caso da solo ne troverebbe alcuni di rado. */
const LENTA: Mondo['azioni'][number] = {
  ...{ inizio: -100, fine: 10, annullata: false, stato: 'IN_CORSO', percentuale: 0, al: 0 },
  ...{ stimata: 200, prima: 100, ferma: 3, raggiunto: 0, causa: 'ENTE', mese: -300 },
};
const SCADUTA = { scadenza: -40, dovuto: true, presentata: null };
const IN_RITARDO: Mondo = {
  azioni: [{ ...LENTA, stato: 'NON_AVVIATA' }, { ...LENTA, fine: -10 }, LENTA],
  presentato: 200,
  finePrevista: 10,
  relazioni: [SCADUTA, SCADUTA, SCADUTA],
  chiarimenti: [
    { azione: 0, stato: 'APERTO', entro: -10, risposto: 0 },
    { azione: 1, stato: 'RISPOSTO', entro: -10, risposto: -60 },
  ],
  sospensioni: [],
  attese: { modifica: 90, proroga: 90, rinuncia: 90 },
};
const PER_LA_REGIONE: Mondo = {
  ...IN_RITARDO,
  azioni: [{ ...LENTA, causa: 'REGIONE' }, LENTA, LENTA],
  sospensioni: [{ azione: 2, dal: -200, dura: null }],
};

const scrivi = (testo: string, valori: unknown[] = []) => superutente.query(testo, valori);
const data = (parametro: string) => `(app.oggi() + ${parametro}::int)`;

/** Riscrive la situazione del progetto da capo. */
async function riscrivi({ id, regione, azioni, capofila }: Progetto, mondo: Mondo, rapportoId: string): Promise<void> {
  const chiavi = { regione_id: regione.id, progetto_id: id };
  for (const tabella of ['sospensione', 'chiarimento', 'richiesta_modifica', 'proroga', 'cessazione'])
    await scrivi(`delete from ${tabella} where progetto_id = $1`, [id]);
  await scrivi(`update progetto set data_fine_prevista = ${data('$2')} where id = $1`, [id, mondo.finePrevista]);
  await scrivi(`update rapporto_progetto set presentato_il = app.adesso() - $2::int * interval '1 day' where id = $1`, [
    rapportoId,
    mondo.presentato,
  ]);
  for (const [n, a] of mondo.azioni.entries()) {
    const azione = azioni[n]?.id;
    await scrivi(`update azione set inizio_previsto = ${data('$2')}, fine_prevista = ${data('$3')} where id = $1`, [
      azione,
      a.inizio,
      a.fine === null ? null : Math.max(a.fine, a.inizio ?? a.fine), // un’azione non finisce prima di cominciare
    ]);
    await scrivi(
      `update situazione_azione set stato = $2, percentuale = $3, periodo_al = ${data('$4')}, fine_stimata = ${data('$5')},
        fine_stimata_prima = ${data('$6')}, senza_progressi = $7 where azione_id = $1`,
      [azione, a.stato, a.percentuale, a.al, a.stimata, a.prima, a.ferma],
    );
    await scrivi('update quantita_realizzata r set valore = $2 from quantita q where q.id = r.quantita_id and q.azione_id = $1', [
      azione,
      a.raggiunto,
    ]);
    // le cause che oggi pesano le riconta il database da quelle dichiarate
    await scrivi(
      `update avanzamento_causa c set causa = coalesce($2, causa), mese_dal = ${data('$3')}, risolta = $2::text is null
        from avanzamento v where v.id = c.avanzamento_id and v.rapporto_id = $4 and v.azione_id = $1`,
      [azione, a.causa, a.mese, rapportoId],
    );
  }
  for (const [n, { scadenza, dovuto, presentata }] of mondo.relazioni.entries())
    await scrivi(
      `update periodo set scadenza = ${data('$2')}, dovuto = $3, presentato_il = app.adesso() + $4::int * interval '1 day' where progetto_id = $1 and numero = $5`,
      [id, scadenza, dovuto, presentata, n + 1],
    );
  for (const { azione, stato, entro, risposto } of mondo.chiarimenti)
    await scrivi(
      `insert into chiarimento (id, regione_id, progetto_id, rapporto_id, azione_id, stato, domanda, entro, risposto_il)
        values (gen_random_uuid(), $1, $2, $3, $4, $5, 'Perché?', ${data('$6')}, app.adesso() + $7::int * interval '1 day')`,
      [regione.id, id, rapportoId, azioni[azione]?.id, stato, entro, risposto],
    );
  for (const { azione, dal, dura } of mondo.sospensioni)
    await scrivi(
      `insert into sospensione (id, regione_id, progetto_id, azione_id, motivo, dal, al, atto, data_atto)
        values (gen_random_uuid(), $1, $2, $3, 'ALTRO', ${data('$4')}, ${data('$4')} + $5::int, 'D.D. 1', app.oggi())`,
      [regione.id, id, azione === null ? null : azioni[azione]?.id, dal, dura],
    );
  const fa = async (giorni: number) =>
    (await scrivi(`select app.adesso() - $1::int * interval '1 day' as quando`, [giorni])).rows[0].quando;
  const { modifica, proroga, rinuncia } = mondo.attese;
  const aperta = { ...chiavi, stato: 'PRESENTATA', numero: 1, organizzazione_id: capofila.id };
  if (modifica !== null)
    await inserisci(superutente, 'richiesta_modifica', {
      ...{ ...aperta, dominio: 'altro', base_sha256: 'a'.repeat(64), presentata_il: await fa(modifica) },
    });
  if (proroga !== null)
    await inserisci(superutente, 'proroga', {
      ...{ ...aperta, fine_attuale: '2021-03-31', fine_chiesta: '2021-06-30', presentata_il: await fa(proroga) },
    });
  if (rinuncia !== null)
    await inserisci(superutente, 'cessazione', {
      ...{
        ...chiavi,
        genere: 'RINUNCIA',
        stato: 'CHIESTA',
        motivazione: 'Motivi.',
        organizzazione_id: capofila.id,
        chiesta_il: await fa(rinuncia),
      },
    });
}

/** Tutto l'elenco, pagina per pagina. */
async function elenco(attore: Attore) {
  const letti = [];
  let dopo: string | undefined;
  do {
    const pagina = await elencaSegnali(attore, FiltriSegnali.parse({ dopo }));
    letti.push(...pagina.segnali);
    dopo = pagina.dopo ?? undefined;
  } while (dopo);
  return letti;
}

test('qualunque sia la situazione, i segnali di un progetto sono quelli che l’elenco dice di lui', async () => {
  const capofila = await unEnte();
  const progetto = await unProgetto({
    capofila,
    partner: [await unEnte({ regione: capofila.regione }), await unEnte({ regione: capofila.regione })],
  });
  const { regione } = progetto;
  for (const [codice, dipende] of [
    ['ENTE', false],
    ['REGIONE', true],
  ] as const)
    await inserisci(superutente, 'causa_ritardo', {
      ...{ regione_id: regione.id, codice, gruppo: 'G', etichetta: `Causa ${codice}`, interviste: [], dipende_regione: dipende },
    });
  const presentato = await unRapporto({ progetto, stato: 'PRESENTATO' });
  for (const numero of [2, 3]) await unRapporto({ progetto, numero, parti: ['APERTO', 'APERTO', 'RINVIATO'] });
  await scrivi('update periodo set dal = dal - 2000, al = al - 2000 where progetto_id = $1', [progetto.id]); // una scadenza segue la fine del periodo
  const lettori = [await (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore(), await capofila.attore()];
  const visti = new Set<string>();
  await fc.assert(
    fc.asyncProperty(MONDO, async (mondo) => {
      await riscrivi(progetto, mondo, presentato.id);
      for (const attore of lettori) {
        const attesi = await elenco(attore);
        expect((await leggiSegnaliDelProgetto(attore, progetto.id))?.segnali).toEqual(attesi);
        for (const { codice } of attesi) visti.add(codice);
      }
    }),
    { numRuns: 60, examples: [[IN_RITARDO], [PER_LA_REGIONE]] },
  );
  expect([...visti].sort()).toEqual([...CODICI].sort());
});
