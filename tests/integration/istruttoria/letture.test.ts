import { expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import { approvaDomanda } from '@/lib/decisioni/commands/approvaDomanda';
import { lettera } from '@/lib/decisioni/lettera';
import { leggiLettera } from '@/lib/decisioni/queriesLettera';
import { leggiPrescrizioni } from '@/lib/decisioni/queriesPrescrizioni';
import { giornoDi } from '@/lib/format/data';
import { assegnaIstruttoria } from '@/lib/istruttoria/commands/assegnaIstruttoria';
import { inviaPreavviso } from '@/lib/istruttoria/commands/inviaPreavviso';
import { leggiIstruttoria, leggiLettere } from '@/lib/istruttoria/queriesIstruttoria';
import { elencaIstruttorie, FiltriIstruttorie } from '@/lib/istruttoria/queriesIstruttorie';
import { unaRegione } from '@/tests/support/builders';
import { unBando } from '@/tests/support/buildersDomanda';
import { ammessa, type Esame, unEsame, valutata } from '@/tests/support/esame';
import { superutente } from '@/tests/support/superutente';

const filtri = (scelti: object = {}) => FiltriIstruttorie.parse(scelti);

test('l’elenco: le domande in esame di questa Regione, la prima depositata per prima, con chi deve muoverle', async () => {
  const bando = await unBando({ regione: await unaRegione() });
  const stati = ['IDEA_PRESENTATA', 'AMMISSIBILE', 'IDEA_DA_INTEGRARE', 'IDEA_BOZZA', 'IDEA_APPROVATA', 'PROGETTO_BOZZA'];
  const esami: Esame[] = [];
  for (const stato of stati) esami.push(await unEsame({ bando, stato }));
  const [presentata, ammissibile, daIntegrare] = esami as [Esame, Esame, Esame];
  await unEsame(); // di un'altra Regione
  const { istruttore } = presentata.chi;
  await assegnaIstruttoria(istruttore, { progettoId: presentata.id, utenteId: istruttore.utenteId });
  const tutte = await elencaIstruttorie(istruttore, filtri());
  expect(tutte.righe.map(({ id, tocca }) => [id, tocca])).toEqual([
    [presentata.id, 'ISTRUTTORE'],
    [ammissibile.id, 'COMMISSIONE'],
    [daIntegrare.id, 'ENTE'],
  ]);
  expect(tutte.righe[0]).toMatchObject({
    assegnataA: istruttore.utenteId,
    assegnataNome: 'N. Cognome',
    capofila: presentata.domanda.capofila.denominazione,
  });
  expect(tutte.conteggi).toEqual({ tutte: 3, mie: 1, libere: 2 });
  expect(tutte.bandi).toEqual([{ id: bando.id, titolo: 'Bando di prova' }]);
  const ids = async (scelti: object) => (await elencaIstruttorie(istruttore, filtri(scelti))).righe.map(({ id }) => id);
  expect(await ids({ assegnata: 'mie' })).toEqual([presentata.id]);
  expect(await ids({ assegnata: 'libere', stato: 'AMMISSIBILE' })).toEqual([ammissibile.id]);
  expect(await ids({ stato: 'IDEA_APPROVATA' })).toEqual([esami[4]?.id]);
  expect(await ids({ stato: 'IDEA_BOZZA' })).toEqual([]);
  expect(await ids({ bando: '11111111-1111-4111-8111-111111111111' })).toEqual([]);
  expect(await ids({ q: presentata.domanda.titolo })).toEqual([presentata.id]);
  expect(await ids({ q: '%' })).toEqual([]);
  expect(await ids({ stato: 'x', bando: 'x', dopo: 'x', assegnata: 'x' })).toHaveLength(3);
  await valutata(ammissibile);
  expect((await elencaIstruttorie(istruttore, filtri({ stato: 'AMMISSIBILE' }))).righe).toMatchObject([{ tocca: 'DIRIGENTE' }]);
});

test('dopo cinquanta domande c’è la pagina seguente: nessuna due volte, nessuna persa', async () => {
  const primo = await unEsame();
  const { rows } = await superutente.query(
    `insert into progetto (regione_id, bando_id, bando_versione_id, codice, titolo, stato, territorio, provincia, istat_comune, iniziative_collegate)
     select regione_id, bando_id, bando_versione_id, 'X' || n, 'Copia', stato, territorio, provincia, istat_comune, '{}' from progetto, generate_series(1, 59) n where id = $1 returning id`,
    [primo.id],
  );
  // senza versione: tutte con lo stesso istante, le ordina solo l'id
  const { istruttore } = primo.chi;
  const pagina1 = await elencaIstruttorie(istruttore, filtri());
  const pagina2 = await elencaIstruttorie(istruttore, filtri({ dopo: pagina1.dopo }));
  expect([pagina1.righe.length, pagina2.righe.length, pagina2.dopo]).toEqual([50, 10, null]);
  const lette = [...pagina1.righe, ...pagina2.righe].map(({ id }) => id);
  expect(new Set(lette)).toEqual(new Set([primo.id, ...rows.map(({ id }) => id)]));
  expect(lette).toHaveLength(60);
});

test('il termine nell’elenco è quello della richiesta aperta, a Roma; con il preavviso aperto tocca all’ente', async () => {
  const esame = await unEsame();
  const { istruttore } = esame.chi;
  const entro = piuGiorni(giornoDi(istruttore.adesso), 12);
  await inviaPreavviso(istruttore, { progettoId: esame.id, motivi: ['ALTRO'], testo: 'Non rientra nel bando.', entro });
  expect((await elencaIstruttorie(istruttore, filtri())).righe).toMatchObject([{ tocca: 'ENTE', termine: entro, mancano: 12 }]);
});

test('l’esame si legge tutto insieme; di un’altra Regione, o in bozza, non esiste', async () => {
  const esame = await unEsame({ stato: 'AMMISSIBILE' });
  const { istruttore, altraRegione, collega } = esame.chi;
  await ammessa(esame);
  await valutata(esame, 'PROGETTO', 8050);
  expect(await leggiIstruttoria(istruttore, esame.id)).toMatchObject({
    ...{ id: esame.id, fase: 'PROGETTO', istruttoria: null, richieste: [], versione: { numero: 2, fase: 'PROGETTO' } },
    consolidata: { totaleCentesimi: 8050 },
    voci: [{ categoria: 'personale', contributoCents: '1000000' }],
    capienza: { dotazioneCents: '100000000', impegnatoCents: '0' },
    decisioni: [{ esito: 'AMMISSIBILE' }],
  });
  const { istruttori } = (await leggiIstruttoria(istruttore, esame.id)) ?? {};
  expect(istruttori?.map(({ id }) => id).sort()).toEqual([istruttore.utenteId, collega.utenteId].sort());
  expect(await leggiIstruttoria(altraRegione, esame.id)).toBeNull();
  const bozza = await unEsame({ stato: 'IDEA_BOZZA' });
  expect(await leggiIstruttoria(bozza.chi.istruttore, bozza.id)).toBeNull();
});

test('lettere e prescrizioni: le leggono gli enti del progetto e la Regione, nessun altro', async () => {
  const esame = await unEsame({ stato: 'AMMISSIBILE' });
  const { dirigente, referente, partner, istruttore, estraneo, altraRegione } = esame.chi;
  await valutata(esame);
  const oggi = giornoDi(dirigente.adesso);
  const prescrizioni = [{ testo: 'Allegare il protocollo.', organizzazioneId: esame.domanda.capofila.id, entro: piuGiorni(oggi, 30) }];
  const { decisioneId } = await approvaDomanda(dirigente, {
    ...{ progettoId: esame.id, atto: 'D.D. 7', dataAtto: oggi, motivazione: null, concesso: { personale: 900_000n }, prescrizioni },
  });
  for (const attore of [referente, partner, istruttore]) {
    expect(await leggiLettere(attore, esame.id)).toMatchObject({ capofila: attore === referente, decisioni: [{ id: decisioneId }] });
    expect(await leggiPrescrizioni(attore, esame.id)).toMatchObject({ prescrizioni: [{ stato: 'APERTA', entro: piuGiorni(oggi, 30) }] });
    const letta = await leggiLettera(attore, esame.id, decisioneId);
    expect(letta).toMatchObject({ voci: [{ contributoCents: '1000000' }], categorie: [{ codice: 'personale' }, { codice: 'servizi' }] });
    expect(letta && JSON.stringify(lettera(letta))).toMatch(/Allegare il protocollo\. Ne risponde Consorzio/);
  }
  for (const attore of [estraneo, altraRegione]) {
    expect(await leggiLettere(attore, esame.id)).toBeNull();
    expect(await leggiPrescrizioni(attore, esame.id)).toBeNull();
    expect(await leggiLettera(attore, esame.id, decisioneId)).toBeNull();
  }
  const altro = await unEsame();
  expect(await leggiLettera(altro.chi.istruttore, altro.id, decisioneId)).toBeNull();
});

test('gli enti leggono chi segue la loro istruttoria, con il suo ufficio; degli altri non sanno nulla', async () => {
  const esame = await unEsame();
  const { istruttore, collega, referente, partner, estraneo } = esame.chi;
  expect(await leggiLettere(referente, esame.id)).toMatchObject({ istruttori: [] });
  await assegnaIstruttoria(istruttore, { progettoId: esame.id, utenteId: collega.utenteId });
  for (const attore of [referente, partner])
    expect(await leggiLettere(attore, esame.id)).toMatchObject({
      istruttori: [{ fase: 'IDEA', nome: 'Nome Cognome', ufficio: expect.stringMatching(/^Regione/) }],
    });
  expect(await interroga(estraneo, sql`select * from app.istruttore_di(${esame.id}::uuid)`)).toEqual([]);
  await expect(interroga(istruttore, sql`select * from app.istruttore_di(${esame.id}::uuid)`)).rejects.toMatchObject({
    code: 'accesso.scritturaNonConsentita',
  });
});
