import { expect, test } from 'vitest';
import { consegnaParte } from '@/lib/attuazione/commands/consegnaParte';
import { rinviaParte } from '@/lib/attuazione/commands/rinviaParte';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { unEnte } from '@/tests/support/builders';
import {
  compilata,
  eventi,
  firmatoDa,
  istanteUltimo,
  type Persona,
  type Pratica,
  rifiutato,
  una,
  unaPratica,
} from '@/tests/support/pratica';
import { inserisci, superutente } from '@/tests/support/superutente';

const NOTA = 'Manca la quantità raggiunta';
const dati = ({ rapportoId, enteDelPartner }: Pratica) => ({ rapportoId, organizzazioneId: enteDelPartner.id });
const consegna = (pratica: Pratica, persona: Persona = 'partner') => consegnaParte(pratica.chi[persona], dati(pratica));
const rinvia = (pratica: Pratica, persona: Persona = 'operatore') => rinviaParte(pratica.chi[persona], { ...dati(pratica), nota: NOTA });
const parte = ({ rapportoId, enteDelPartner }: Pratica) =>
  una('select id, stato, nota_rinvio, consegnato_il from rapporto_ente where rapporto_id = $1 and organizzazione_id = $2', [
    rapportoId,
    enteDelPartner.id,
  ]);

test('il partner consegna, il capofila rinvia con una nota, il partner corregge e riconsegna', async () => {
  const pratica = await unaPratica();
  const { chi, enteDelPartner: ente } = pratica;
  await consegna(pratica);
  expect(await parte(pratica)).toMatchObject({ stato: 'CONSEGNATO', consegnato_il: await istanteUltimo(pratica) });
  await rinvia(pratica);
  expect(await parte(pratica)).toMatchObject({ stato: 'RINVIATO', nota_rinvio: NOTA });
  await salvaAvanzamento(chi.partner, compilata(pratica, pratica.azioneDelPartner));
  await consegna(pratica);
  expect(await parte(pratica)).toMatchObject({ stato: 'CONSEGNATO', nota_rinvio: null });

  const comune = { oggetto: 'rapporto_ente', oggetto_id: (await parte(pratica)).id, riservato: true };
  expect((await eventi(pratica)).filter(({ oggetto }) => oggetto === 'rapporto_ente')).toEqual([
    {
      atto: 'parte.consegnata',
      ...comune,
      ...firmatoDa(chi.partner),
      prima: { stato: 'APERTO' },
      dopo: { stato: 'CONSEGNATO', ente: ente.id },
    },
    {
      atto: 'parte.rinviata',
      ...comune,
      ...firmatoDa(chi.operatore),
      prima: { stato: 'CONSEGNATO' },
      dopo: { stato: 'RINVIATO', ente: ente.id },
    },
    {
      atto: 'parte.consegnata',
      ...comune,
      ...firmatoDa(chi.partner),
      prima: { stato: 'RINVIATO' },
      dopo: { stato: 'CONSEGNATO', ente: ente.id },
    },
  ]);
});

test('il capofila può consegnare per il partner', async () => {
  const pratica = await unaPratica();
  await consegna(pratica, 'operatore');
  expect(await parte(pratica)).toMatchObject({ stato: 'CONSEGNATO' });
});

test('consegnata la parte, il partner non scrive più; il capofila sì', async () => {
  const pratica = await unaPratica();
  await consegna(pratica);
  const salva = (persona: Persona) => () => salvaAvanzamento(pratica.chi[persona], compilata(pratica, pratica.azioneDelPartner));
  await rifiutato(pratica, salva('partner'), 'avanzamento.chiuso', /La tua parte è già consegnata: chiedi al capofila di rinviarla/);
  await expect(salva('operatore')()).resolves.toMatchObject({ rev: 2 });
});

test('una parte incompleta non si consegna; conta solo la propria', async () => {
  const pratica = await unaPratica();
  const azzera = (azioneId: string) =>
    superutente.query('update avanzamento set stato = null where rapporto_id = $1 and azione_id = $2', [pratica.rapportoId, azioneId]);
  await azzera(pratica.azioneDelPartner.id);
  await rifiutato(pratica, () => consegna(pratica), 'rapporto.incompleto', /«Azione 2»: Scegli lo stato dell’azione/);
  await superutente.query(`update avanzamento set stato = 'IN_CORSO' where rapporto_id = $1`, [pratica.rapportoId]);
  await azzera(pratica.azione.id);
  await expect(consegna(pratica)).resolves.toBeUndefined();
});

test('il partner non consegna né rinvia la parte di un altro', async () => {
  const pratica = await unaPratica();
  const capofila = { rapportoId: pratica.rapportoId, organizzazioneId: pratica.capofila.id };
  await rifiutato(pratica, () => consegnaParte(pratica.chi.partner, capofila), 'parte.altroEnte', /solo la parte del tuo ente/);
  await consegna(pratica);
  await rifiutato(pratica, () => rinvia(pratica, 'partner'), 'parte.soloCapofila', /Solo l’ente capofila/);
});

test('ciò che è già consegnato non si riconsegna; ciò che non è consegnato non si rinvia', async () => {
  const pratica = await unaPratica();
  await rifiutato(pratica, () => rinvia(pratica), 'parte.attoNonAmmesso', /cambiata nel frattempo/);
  await consegna(pratica);
  await rifiutato(pratica, () => consegna(pratica), 'parte.attoNonAmmesso', /cambiata nel frattempo/);
});

test('un ente senza azioni non deve consegnare; un ente estraneo non ha una parte', async () => {
  const pratica = await unaPratica();
  const { progetto, rapportoId, chi } = pratica;
  const senzaAzioni = await unEnte({ regione: progetto.regione });
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id, organizzazione_id: senzaAzioni.id };
  await inserisci(superutente, 'partecipazione', { ...chiavi, ruolo: 'PARTNER_ETS', dal: '2019-01-01' });
  const consegnaPer = (organizzazioneId: string) => () => consegnaParte(chi.referente, { rapportoId, organizzazioneId });
  await rifiutato(pratica, consegnaPer(senzaAzioni.id), 'parte.nonTrovata', /non ha una parte in questa relazione/);
  await inserisci(superutente, 'rapporto_ente', { ...chiavi, rapporto_id: rapportoId, stato: 'NON_DOVUTO' });
  await rifiutato(pratica, consegnaPer(senzaAzioni.id), 'parte.attoNonAmmesso', /cambiata/);
  const rinviaEstraneo = () => rinviaParte(chi.referente, { rapportoId, organizzazioneId: chi.estraneo.organizzazioneId, nota: NOTA });
  await rifiutato(pratica, rinviaEstraneo, 'parte.nonTrovata', /non ha una parte/);
});

test.for(['PRESENTATO', 'IN_VERIFICA', 'CHIARIMENTI', 'RESPINTO', 'APPROVATO'] as const)(
  'a relazione %s le parti non si muovono',
  async (stato) => {
    const pratica = await unaPratica({ stato });
    await rifiutato(pratica, () => consegna(pratica), 'rapporto.chiuso', /già presentata/);
    await rifiutato(pratica, () => rinvia(pratica), 'rapporto.chiuso', /già presentata/);
  },
);

test('chi non partecipa e la Regione non trovano la relazione', async () => {
  const pratica = await unaPratica();
  for (const persona of ['estraneo', 'istruttore', 'altraRegione'] as const) {
    await rifiutato(pratica, () => consegna(pratica, persona), 'rapporto.nonTrovato', /non esiste o non puoi vederla/);
    await rifiutato(pratica, () => rinvia(pratica, persona), 'rapporto.nonTrovato', /non esiste o non puoi vederla/);
  }
});
