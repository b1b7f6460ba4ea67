import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { approvaRapporto } from '@/lib/attuazione/commands/approvaRapporto';
import { apriRapporto } from '@/lib/attuazione/commands/apriRapporto';
import { consegnaParte } from '@/lib/attuazione/commands/consegnaParte';
import { prendiInCarico } from '@/lib/attuazione/commands/prendiInCarico';
import { presentaRapporto } from '@/lib/attuazione/commands/presentaRapporto';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { completezza } from '@/lib/attuazione/completezza';
import { leggiRapporto } from '@/lib/attuazione/queries';
import { commandAs } from '@/lib/db/scope';
import type { ContenutoVersione } from '@/lib/domande/valori';
import { nuovaVersione, pianoInVigore } from '@/lib/modifiche/commands/_nuovaVersione';
import { quantitaRaggiunte } from '@/lib/ricerca/misure';
import { leggiAttuazione } from '@/lib/ricerca/queries';
import { unPeriodo, unRapporto } from '@/tests/support/buildersProgetto';
import { compilata, type Pratica, rifiutato, una, unaPratica } from '@/tests/support/pratica';
import { inserisci, superutente } from '@/tests/support/superutente';

type Piano = NonNullable<ContenutoVersione['piano']>;

/** Una nuova versione d'ufficio, come la scriverebbe il dirigente. */
const cambiaPiano = (p: Pratica, cambio: (contenuto: ContenutoVersione & { piano: Piano }) => ContenutoVersione, dal = '2020-07-01') =>
  commandAs(p.chi.dirigente, async (tx) => {
    const { contenuto: base } = await pianoInVigore(tx, p.progetto.id);
    const contenuto = cambio(structuredClone(base) as ContenutoVersione & { piano: Piano });
    const result = await nuovaVersione(tx, p.chi.dirigente, { progettoId: p.progetto.id, richiestaId: null, dal, base, contenuto });
    return { result, evento: { atto: 'prova', oggetto: 'progetto', oggettoId: p.progetto.id, progettoId: p.progetto.id } };
  });

/** L'azione del partner passa al capofila, e il partner esce. */
const esceIlPartner = (p: Pratica) =>
  cambiaPiano(p, (c) => ({
    ...c,
    partner: c.partner.filter(({ organizzazioneId }) => organizzazioneId !== p.enteDelPartner.id),
    piano: { ...c.piano, azioni: c.piano.azioni.map((a) => ({ ...a, organizzazioneId: p.capofila.id })) },
  }));

test('un partner tolto mentre compila: ciò che aveva scritto lo trova chi ne risponde ora, e la sua parte non è più dovuta', async () => {
  const p = await unaPratica();
  await salvaAvanzamento(p.chi.partner, compilata(p, p.azioneDelPartner, { nota: 'Scritta dal partner', percentuale: 70 }));
  await esceIlPartner(p);
  const letta = await leggiRapporto(p.chi.referente, p.rapportoId);
  expect(letta?.azioni.find(({ id }) => id === p.azioneDelPartner.id)).toMatchObject({
    organizzazioneId: p.capofila.id,
    ora: { percentuale: 70, nota: 'Scritta dal partner' },
    quantita: [{ ora: 25.5 }],
  });
  expect(letta?.parti.find(({ organizzazioneId }) => organizzazioneId === p.enteDelPartner.id)?.stato).toBe('NON_DOVUTO');
  await expect(salvaAvanzamento(p.chi.partner, compilata(p, p.azioneDelPartner, { rev: 2 }))).rejects.toMatchObject({
    code: expect.stringMatching(/rapporto.nonTrovato|avanzamento.altroEnte/),
  });
  await salvaAvanzamento(p.chi.operatore, compilata(p, p.azioneDelPartner, { rev: 2, percentuale: 75 }));
  await presentaRapporto(p.chi.referente, p);
});

test('la relazione dice il piano su cui è scritta, e da quale versione è superata', async () => {
  const p = await unaPratica();
  expect((await leggiRapporto(p.chi.referente, p.rapportoId))?.versione).toEqual({ numero: null, superataDa: null });
  await cambiaPiano(p, (c) => c);
  expect((await leggiRapporto(p.chi.partner, p.rapportoId))?.versione).toMatchObject({ numero: null, superataDa: { numero: 2 } });
  const { rapportoId } = await apriRapporto(
    { ...p.chi.referente, adesso: new Date('2021-07-01T10:00:00Z') },
    { periodoId: (await unPeriodo(p.progetto, 2)).id },
  );
  expect((await leggiRapporto(p.chi.referente, rapportoId))?.versione).toEqual({ numero: 2, superataDa: null });
});

test('un’azione annullata non chiede nulla, e di una relazione presentata resta ciò che si era scritto', async () => {
  const p = await unaPratica();
  const primo = await unRapporto({ progetto: p.progetto, numero: 2, stato: 'PRESENTATO' });
  await cambiaPiano(p, (c) => ({ ...c, piano: { ...c.piano, azioni: c.piano.azioni.filter(({ id }) => id !== p.azioneDelPartner.id) } }));
  const inBozza = await leggiRapporto(p.chi.referente, p.rapportoId);
  const annullata = completezza(inBozza?.azioni ?? []).find(({ azione }) => azione.id === p.azioneDelPartner.id);
  expect(annullata).toMatchObject({ manca: [], azione: { annullataIl: '2020-07-01', ora: { stato: 'IN_CORSO' } } });
  await rifiutato(
    p,
    () => salvaAvanzamento(p.chi.partner, compilata(p, p.azioneDelPartner)),
    'azione.annullata',
    /annullato questa azione/,
  );
  expect((await leggiRapporto(p.chi.istruttore, primo.id))?.azioni).toHaveLength(2);
  await presentaRapporto(p.chi.referente, p);
  // il periodo dopo non la chiede più
  const { rapportoId } = await apriRapporto(
    { ...p.chi.referente, adesso: new Date('2023-07-01T10:00:00Z') },
    { periodoId: (await unPeriodo(p.progetto, 3)).id },
  );
  const dopo = await leggiRapporto(p.chi.referente, rapportoId);
  expect([dopo?.azioni.map(({ codice }) => codice), dopo?.parti.map(({ stato }) => stato).sort()]).toEqual([
    ['A1'],
    ['APERTO', 'NON_DOVUTO'],
  ]);
});

test('un’azione nuova si chiede nella bozza aperta, non nelle relazioni già presentate', async () => {
  const p = await unaPratica();
  const presentata = await unRapporto({ progetto: p.progetto, numero: 2, stato: 'PRESENTATO' });
  const id = randomUUID();
  await cambiaPiano(p, (c) => {
    const [modello] = c.piano.azioni;
    if (!modello) throw new Error('Il piano di prova non ha azioni.');
    return {
      ...c,
      piano: { ...c.piano, azioni: [...c.piano.azioni, { ...modello, id, codice: 'A9', titolo: 'Azione nuova', destinatari: [] }] },
    };
  });
  expect((await leggiRapporto(p.chi.referente, p.rapportoId))?.azioni.map(({ codice }) => codice)).toEqual(['A1', 'A2', 'A9']);
  expect((await leggiRapporto(p.chi.referente, presentata.id))?.azioni.map(({ codice }) => codice)).toEqual(['A1', 'A2']);
  await consegnaParte(p.chi.partner, { rapportoId: p.rapportoId, organizzazioneId: p.enteDelPartner.id });
  await rifiutato(p, () => presentaRapporto(p.chi.referente, p), 'rapporto.incompleto', /«Azione nuova»/);
});

test('una relazione straordinaria si apre come le altre, e le quantità restano il totale: nulla si conta due volte', async () => {
  const p = await unaPratica({ stato: 'APPROVATO' });
  const periodo = await inserisci(superutente, 'periodo', {
    ...{ regione_id: p.progetto.regione.id, progetto_id: p.progetto.id, numero: 2, tipo: 'STRAORDINARIO' },
    ...{ dal: '2020-03-01', al: '2020-06-30', scadenza: '2020-07-20', motivo: 'Dopo l’emergenza sanitaria' },
  });
  const { rapportoId } = await apriRapporto(p.chi.referente, { periodoId: periodo.id });
  const letta = await leggiRapporto(p.chi.referente, rapportoId);
  expect(letta).toMatchObject({ periodo: { straordinario: true, motivo: 'Dopo l’emergenza sanitaria' }, precedente: { al: '2020-06-30' } });
  expect(letta?.azioni.map(({ quantita }) => quantita[0]?.prima)).toEqual([10, 10]);
  for (const azione of [p.azione, p.azioneDelPartner])
    await salvaAvanzamento(p.chi.referente, {
      ...compilata(p, azione, { rev: 0, quantita: [{ quantitaId: azione.quantitaId, valore: 12 }] }),
      rapportoId,
    });
  await consegnaParte(p.chi.partner, { rapportoId, organizzazioneId: p.enteDelPartner.id });
  await presentaRapporto(p.chi.referente, { rapportoId });
  await prendiInCarico(p.chi.istruttore, { rapportoId });
  await approvaRapporto(p.chi.istruttore, { rapportoId });
  const dati = await leggiAttuazione(p.chi.ricercatore, { data: '2020-12-31', bando: null, ambito: null, categoria: null });
  const mie = quantitaRaggiunte(dati as NonNullable<typeof dati>).righe.filter(({ progetto }) => progetto === letta?.progetto.codice);
  const raggiunte = mie.map(({ codice, raggiunto }) => [codice, raggiunto?.valore]);
  expect(raggiunte).toEqual([
    ['Q1', 12],
    ['Q2', 12],
  ]);
  expect((await una('select avanzamento_id from situazione_azione where azione_id = $1', [p.azione.id])).avanzamento_id).toBe(
    (await una('select id from avanzamento where rapporto_id = $1 and azione_id = $2', [rapportoId, p.azione.id])).id,
  );
});
