import { afterAll, expect, test } from 'vitest';
import { approvaRapporto } from '@/lib/attuazione/commands/approvaRapporto';
import { chiediChiarimento } from '@/lib/attuazione/commands/chiediChiarimento';
import { consegnaParte } from '@/lib/attuazione/commands/consegnaParte';
import { prendiInCarico } from '@/lib/attuazione/commands/prendiInCarico';
import { presentaRapporto } from '@/lib/attuazione/commands/presentaRapporto';
import { respingiRapporto } from '@/lib/attuazione/commands/respingiRapporto';
import { queryAs } from '@/lib/db/scope';
import { type Persona, type Pratica, unaPratica } from '@/tests/support/pratica';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';

afterAll(chiudiSqlGrezzo);

/** Quante righe della relazione legge una persona: [relazioni, parti, avanzamenti, quantità, cause, versioni]. */
const vede = ({ chi, rapportoId, progetto: { id: progettoId } }: Pratica, persona: Persona) =>
  queryAs(chi[persona], async (tx) => {
    const righe = [await tx.rapportoProgetto.count({ where: { id: rapportoId } }), await tx.rapportoEnte.count({ where: { rapportoId } })];
    righe.push(await tx.avanzamento.count({ where: { rapportoId } }), await tx.quantitaRealizzata.count({ where: { progettoId } }));
    righe.push(await tx.avanzamentoCausa.count({ where: { progettoId } }));
    return righe;
  });
const TUTTO = [1, 2, 2, 2, 2];
const NULLA = [0, 0, 0, 0, 0];
const presenta = async ({ chi, rapportoId, enteDelPartner }: Pratica) => {
  await consegnaParte(chi.partner, { rapportoId, organizzazioneId: enteDelPartner.id });
  await presentaRapporto(chi.referente, { rapportoId });
};

test('gli enti leggono sempre, la Regione da presentata, la ricerca da approvata; chi non partecipa mai', async () => {
  const pratica = await unaPratica();
  const { chi } = pratica;
  const leggono = async () => ({
    partner: await vede(pratica, 'partner'),
    istruttore: await vede(pratica, 'istruttore'),
    ricercatore: await vede(pratica, 'ricercatore'),
  });
  expect(await leggono()).toEqual({ partner: TUTTO, istruttore: NULLA, ricercatore: NULLA });
  await presenta(pratica);
  expect(await leggono()).toEqual({ partner: TUTTO, istruttore: TUTTO, ricercatore: NULLA });
  await prendiInCarico(chi.istruttore, pratica);
  await chiediChiarimento(chi.istruttore, { rapportoId: pratica.rapportoId, azioneId: pratica.azione.id, domanda: 'Perché è in ritardo?' });
  expect(await leggono()).toEqual({ partner: TUTTO, istruttore: TUTTO, ricercatore: NULLA });
  for (const persona of ['estraneo', 'altraRegione'] as const) expect(await vede(pratica, persona), persona).toEqual(NULLA);
});

test('la ricerca legge dopo l’approvazione, e mai ciò che è respinto', async () => {
  const [approvata, respinta] = [await unaPratica(), await unaPratica()];
  for (const pratica of [approvata, respinta]) {
    await presenta(pratica);
    await prendiInCarico(pratica.chi.istruttore, pratica);
    expect(await vede(pratica, 'ricercatore')).toEqual(NULLA);
  }
  await approvaRapporto(approvata.chi.istruttore, approvata);
  await respingiRapporto(respinta.chi.istruttore, { rapportoId: respinta.rapportoId, nota: 'Le quantità non tornano' });
  expect(await vede(approvata, 'ricercatore')).toEqual(TUTTO);
  expect(await vede(respinta, 'ricercatore')).toEqual(NULLA);
});

test.for(['partner', 'referente'] as const)('presentata la relazione, %s non scrive più nulla nemmeno con SQL grezzo', async (persona) => {
  const pratica = await unaPratica();
  const sql = (testo: string, valori: unknown[] = [pratica.rapportoId]) => sqlCome(pratica.chi[persona], testo, valori);
  const azione = persona === 'partner' ? pratica.azioneDelPartner : pratica.azione;
  const aggiornamento = `update avanzamento set nota = 'x' where rapporto_id = $1 and azione_id = '${azione.id}'`;
  expect(await sql(aggiornamento)).toMatchObject({ n: 1 }); // in bozza sì: la prova che segue non è verde per caso
  await presenta(pratica);
  for (const istruzione of [
    aggiornamento,
    `update quantita_realizzata q set valore = 1 from avanzamento a where q.avanzamento_id = a.id and a.rapporto_id = $1`,
    `delete from quantita_realizzata q using avanzamento a where q.avanzamento_id = a.id and a.rapporto_id = $1`,
    `delete from avanzamento_causa c using avanzamento a where c.avanzamento_id = a.id and a.rapporto_id = $1`,
    `update rapporto_progetto set sintesi = 'x' where id = $1`,
    `update rapporto_progetto set stato = 'APPROVATO' where id = $1`,
    `update rapporto_ente set nota_rinvio = 'x' where rapporto_id = $1`,
  ])
    expect(await sql(istruzione), istruzione).toEqual({ righe: [], n: 0 });
  const colonne = 'regione_id, progetto_id, organizzazione_id, avanzamento_id';
  const causa = `insert into avanzamento_causa (${colonne}, causa) select ${colonne.replace('avanzamento_id', 'id')}, 'ALTRA' from avanzamento where rapporto_id = $1 limit 1`;
  expect(await sql(causa)).toMatchObject({ codice: '42501' });
});

test('nessuno salta uno stato con SQL grezzo: lo ferma il guardiano delle transizioni', async () => {
  const inBozza = await unaPratica();
  for (const stato of ['IN_VERIFICA', 'CHIARIMENTI', 'APPROVATO', 'RESPINTO'])
    expect(
      await sqlCome(inBozza.chi.referente, 'update rapporto_progetto set stato = $2::stato_rapporto where id = $1', [
        inBozza.rapportoId,
        stato,
      ]),
      stato,
    ).toMatchObject({ codice: 'CT001' });
  const parte = await sqlCome(inBozza.chi.partner, `update rapporto_ente set stato = 'INCLUSO' where rapporto_id = $1`, [
    inBozza.rapportoId,
  ]);
  expect(parte).toMatchObject({ codice: 'CT001' });
  const inVerifica = await unaPratica({ stato: 'IN_VERIFICA' });
  for (const stato of ['PRESENTATO', 'BOZZA'])
    expect(
      await sqlCome(inVerifica.chi.dirigente, 'update rapporto_progetto set stato = $2::stato_rapporto where id = $1', [
        inVerifica.rapportoId,
        stato,
      ]),
      stato,
    ).toMatchObject({ codice: 'CT001' });
  const approvata = await unaPratica({ stato: 'APPROVATO' });
  for (const stato of ['RESPINTO', 'IN_VERIFICA', 'PRESENTATO'])
    expect(
      await sqlCome(approvata.chi.dirigente, 'update rapporto_progetto set stato = $2::stato_rapporto where id = $1', [
        approvata.rapportoId,
        stato,
      ]),
      stato,
    ).toMatchObject({ codice: 'CT001' });
});
