import { expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { giornoDi } from '@/lib/format/data';
import { documentoPdf } from '@/lib/pdf/documento';
import { anonimizzaPersona } from '@/lib/privacy/commands/anonimizzaPersona';
import { chiudiRichiesta } from '@/lib/privacy/commands/chiudiRichiesta';
import { leggiDatiInteressato } from '@/lib/privacy/commands/leggiDatiInteressato';
import { prorogaRichiesta } from '@/lib/privacy/commands/prorogaRichiesta';
import { registraRichiesta } from '@/lib/privacy/commands/registraRichiesta';
import { scadenzaIdentita } from '@/lib/privacy/conservazione';
import { documentoInteressato, jsonInteressato } from '@/lib/privacy/datiInteressato';
import { type GenereDiritto, termineProrogato, termineRisposta } from '@/lib/privacy/diritti';
import { dirittiAperti, elencaDiritti, leggiDiritto } from '@/lib/privacy/queriesDiritti';
import { unEnte, unUtente } from '@/tests/support/builders';
import { unProgetto } from '@/tests/support/buildersProgetto';
import { leggiPdf } from '@/tests/support/leggiPdf';
import { superutente } from '@/tests/support/superutente';
import { chiude, indicatoriDi, unaPersonaIn } from './_mondo';

const SEGNO = 'ZQX77';
async function unMondo() {
  const ente = await unEnte();
  const { regione } = ente;
  const [altro, progetto] = [await unEnte({ regione }), await unProgetto({ capofila: ente })];
  const persona = await unaPersonaIn(ente, SEGNO, [{ id: progetto.id }], 'RSSMRA80A41H501W');
  const chi = {
    referente: await ente.attore(),
    operatore: await (await unUtente({ regione, ruolo: 'OPERATORE', organizzazioneId: ente.id })).attore(),
    altro: await altro.attore(),
  };
  const oggi = giornoDi(chi.referente.adesso);
  const apre = async (genere: GenereDiritto, giorni = 3, personaId: string | null = persona) =>
    (await registraRichiesta(chi.operatore, { personaId, genere, ricevutaIl: piuGiorni(oggi, -giorni) })).richiestaId;
  return { ente, progetto: progetto.id, persona, chi, oggi, apre };
}
const rifiuto = (code: string) => ({ code });
const riga = async (tabella: string, colonna: string, id: string) =>
  (await superutente.query(`select * from ${tabella} where ${colonna} = $1`, [id])).rows;
const eventiDi = async (id: string) =>
  (await superutente.query('select atto, dopo, riservato, progetto_id from evento where oggetto_id = $1 order by id', [id])).rows;

test('una richiesta ha un mese, si proroga una volta, si chiude e non si riapre; gli eventi non dicono di chi è', async () => {
  const { chi, oggi, apre, persona } = await unMondo();
  const id = await apre('RETTIFICA');
  const ricevuta = piuGiorni(oggi, -3);
  expect(await dirittiAperti(chi.operatore)).toEqual([
    expect.objectContaining({ id, entro: termineRisposta(ricevuta), ricevutaIl: ricevuta }),
  ]);
  await prorogaRichiesta(chi.referente, { richiestaId: id });
  expect((await leggiDiritto(chi.referente, id))?.entro).toBe(termineProrogato(ricevuta));
  await expect(prorogaRichiesta(chi.referente, { richiestaId: id })).rejects.toMatchObject(rifiuto('interessato.giaProrogata'));
  await chiudiRichiesta(chi.referente, { richiestaId: id, stato: 'EVASA', esito: 'Corretto il titolo di studio.' });
  expect(await dirittiAperti(chi.referente)).toEqual([]);
  expect(await elencaDiritti(chi.referente)).toEqual([expect.objectContaining({ stato: 'EVASA', chiusaIl: expect.any(String) })]);
  await expect(chiudiRichiesta(chi.referente, { richiestaId: id, stato: 'RESPINTA', esito: 'Ripensandoci, no.' })).rejects.toMatchObject(
    rifiuto('interessato.chiusa'),
  );
  const eventi = await eventiDi(id);
  expect(eventi.map(({ atto }) => atto)).toEqual(['interessato.richiesta', 'interessato.prorogata', 'interessato.chiusa']);
  expect(eventi.every(({ riservato, progetto_id }) => riservato && progetto_id === null)).toBe(true);
  expect(JSON.stringify(eventi)).not.toContain(persona);
  expect(JSON.stringify(eventi)).not.toContain('titolo di studio');
});

test('chi non è registrato, una data nel futuro, una persona di un altro ente, un ruolo che non basta', async () => {
  const { chi, oggi, apre, persona } = await unMondo();
  const senza = await apre('ACCESSO', 1, null);
  await expect(leggiDatiInteressato(chi.referente, { richiestaId: senza })).rejects.toMatchObject(rifiuto('interessato.nonAccesso'));
  const nuova = { personaId: persona, genere: 'ACCESSO' as const, ricevutaIl: oggi };
  await expect(registraRichiesta(chi.operatore, { ...nuova, ricevutaIl: piuGiorni(oggi, 1) })).rejects.toMatchObject(
    rifiuto('interessato.nelFuturo'),
  );
  await expect(registraRichiesta(chi.altro, nuova)).rejects.toMatchObject(rifiuto('interessato.personaNonTrovata'));
  const id = await apre('CANCELLAZIONE');
  const atti = [
    () => prorogaRichiesta(chi.operatore, { richiestaId: id }),
    () => chiudiRichiesta(chi.operatore, { richiestaId: id, stato: 'EVASA', esito: 'Fatto tutto.' }),
    () => anonimizzaPersona(chi.operatore, { richiestaId: id, esito: 'Lo ha chiesto lei.' }),
  ];
  for (const atto of atti) await expect(atto()).rejects.toMatchObject(rifiuto('interessato.ruoloMancante'));
  await expect(chiudiRichiesta(chi.altro, { richiestaId: id, stato: 'EVASA', esito: 'Non è mia.' })).rejects.toMatchObject(
    rifiuto('interessato.nonTrovata'),
  );
  expect(await leggiDiritto(chi.altro, id)).toBeNull();
  expect(await elencaDiritti(chi.altro)).toEqual([]);
  expect(await riga('identita', 'persona_id', persona)).toHaveLength(1);
});

test('l’accesso consegna tutto ciò che c’è, in PDF e in JSON, e resta scritto chi l’ha letto e perché', async () => {
  const { chi, apre, persona } = await unMondo();
  const richiestaId = await apre('ACCESSO');
  const dati = await leggiDatiInteressato(chi.referente, { richiestaId });
  const pdf = (await leggiPdf(await documentoPdf(documentoInteressato(dati)))).join(' ');
  const json = jsonInteressato(dati);
  for (const visto of [
    `Cognome${SEGNO}`,
    `Nome${SEGNO}`,
    `via ${SEGNO} 1`,
    `${SEGNO}@marcata.example`,
    'RSSMRA80A41H501W',
    '01/01/1980',
    'Biella (BI)',
    'Disoccupato',
  ])
    for (const testo of [pdf, json]) expect(testo).toContain(visto);
  expect(await riga('accesso_identita', 'organizzazione_id', chi.referente.organizzazioneId)).toEqual([
    expect.objectContaining({ scopo: 'INTERESSATO', persone: [persona], utente_id: chi.referente.utenteId }),
  ]);
  await expect(leggiDatiInteressato(chi.operatore, { richiestaId })).rejects.toMatchObject(rifiuto('interessato.ruoloMancante'));
  await expect(leggiDatiInteressato(chi.altro, { richiestaId })).rejects.toMatchObject(rifiuto('interessato.nonTrovata'));
  const altra = await apre('RETTIFICA');
  await expect(leggiDatiInteressato(chi.referente, { richiestaId: altra })).rejects.toMatchObject(rifiuto('interessato.nonAccesso'));
  expect(await riga('accesso_identita', 'organizzazione_id', chi.referente.organizzazioneId)).toHaveLength(1);
});

test('la cancellazione rende anonima la persona, lascia gli indicatori com’erano e dice perché lo scheletro resta', async () => {
  const { chi, apre, persona, ente } = await unMondo();
  const richiestaId = await apre('CANCELLAZIONE');
  const prima = await indicatoriDi(ente);
  await anonimizzaPersona(chi.referente, { richiestaId, esito: 'I controlli sono finiti.' });
  expect(await indicatoriDi(ente)).toEqual(prima);
  expect(await riga('identita', 'persona_id', persona)).toEqual([]);
  expect(await leggiDiritto(chi.referente, richiestaId)).toMatchObject({
    ...{ stato: 'EVASA', anonima: true },
    esito: expect.stringMatching(/^I controlli sono finiti\. Abbiamo cancellato .* art\. 17 par\. 3/),
  });
  expect((await eventiDi(richiestaId)).map(({ atto }) => atto)).toEqual([
    'interessato.richiesta',
    'persona.anonimizzata',
    'interessato.chiusa',
  ]);
  await expect(apre('ACCESSO')).rejects.toMatchObject(rifiuto('interessato.personaNonTrovata'));
});

test('due che cancellano insieme: una volta sola', async () => {
  const { chi, apre, persona } = await unMondo();
  const richiestaId = await apre('CANCELLAZIONE');
  const esiti = await Promise.allSettled([1, 2].map(() => anonimizzaPersona(chi.referente, { richiestaId, esito: 'Lo ha chiesto.' })));
  expect(esiti.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await riga('persona', 'id', persona))[0]?.rev).toBe(1);
});

test('solo chi ha chiesto la cancellazione si rende anonimo; i fatti della scadenza sono quelli del database', async () => {
  const { chi, apre, persona, progetto } = await unMondo();
  const accesso = await apre('ACCESSO');
  await expect(anonimizzaPersona(chi.referente, { richiestaId: accesso, esito: 'Lo ha chiesto.' })).rejects.toMatchObject(
    rifiuto('interessato.nonCancellazione'),
  );
  const scadenza = async () => {
    const letta = await leggiDiritto(chi.referente, accesso);
    return letta?.fatti ? scadenzaIdentita(letta.fatti) : 'senza fatti';
  };
  expect(await scadenza()).toBeNull();
  await chiude(progetto, '2018-03-31');
  expect(await scadenza()).toBe('2020-03-31');
  expect(await riga('identita', 'persona_id', persona)).toHaveLength(1);
});
