import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { presentaDomanda } from '@/lib/deposito/commands/presentaDomanda';
import { ritiraPresentazione } from '@/lib/deposito/commands/ritiraPresentazione';
import { caricaDocumento } from '@/lib/documenti/commands/caricaDocumento';
import { togliDocumento } from '@/lib/documenti/commands/togliDocumento';
import { leggiDocumenti, leggiDocumento } from '@/lib/documenti/queries';
import { type Esame, eventi, nonTrovata, rifiutato, righe, unEsame } from '@/tests/support/esame';
import { inGara } from '@/tests/support/inGara';
import { chiudiSqlGrezzo, sqlCome } from '@/tests/support/sqlGrezzo';
import { inserisci, superutente } from '@/tests/support/superutente';

afterAll(chiudiSqlGrezzo);

const pdf = (testo = 'uno') => Uint8Array.from(Buffer.from(`%PDF-1.4\n${testo}\n%%EOF`));
type Persona = keyof Esame['chi'];
const carica = (esame: Esame, persona: Persona = 'referente', cambio: Partial<Parameters<typeof caricaDocumento>[1]> = {}) =>
  caricaDocumento(esame.chi[persona], { progettoId: esame.id, chiave: 'lettera', nome: 'lettera.pdf', contenuto: pdf(), ...cambio });
const togli = (esame: Esame, documentoId: string, persona: Persona = 'referente') =>
  togliDocumento(esame.chi[persona], { progettoId: esame.id, documentoId });
const documenti = async (esame: Esame) =>
  (await superutente.query('select * from documento where progetto_id = $1 order by caricato_il, id', [esame.id])).rows;

test('un partner allega un documento: byte e impronta sono quelli, il nome è pulito, un evento che la Regione non legge', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  const { documentoId, nome } = await carica(esame, 'partner', { nome: 'C:\\temp\\Lettera <b>.PDF' });
  expect(nome).toBe('Lettera b.pdf');
  const sha256 = createHash('sha256').update(pdf()).digest('hex');
  expect(await documenti(esame)).toMatchObject([
    { id: documentoId, fase: 'IDEA', tipo: 'application/pdf', byte: pdf().length, sha256, presentato: false },
  ]);
  expect(await eventi(esame)).toMatchObject([{ atto: 'documento.caricato', riservato: true, dopo: { chiave: 'lettera', sha256 } }]);
  const letto = await leggiDocumento(esame.chi.operatore, esame.id, documentoId);
  expect(Buffer.from(letto?.contenuto ?? []).equals(pdf())).toBe(true);
});

test('finché non è presentato la Regione non lo vede; poi sì; chi è fuori dal progetto mai', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  const { documentoId } = await carica(esame);
  const vede = async (persona: Persona) => (await leggiDocumento(esame.chi[persona], esame.id, documentoId)) !== null;
  expect([await vede('istruttore'), await vede('partner'), await vede('estraneo'), await vede('altraRegione')]).toEqual([
    false,
    true,
    false,
    false,
  ]);
  await presentaDomanda(esame.chi.referente, { progettoId: esame.id });
  expect([await vede('istruttore'), await vede('estraneo'), await vede('altraRegione')]).toEqual([true, false, false]);
  expect((await leggiDocumenti(esame.chi.istruttore, esame.id))?.documenti.map(({ nome }) => nome)).toEqual(['lettera.pdf']);
  expect(await leggiDocumenti(esame.chi.estraneo, esame.id)).toBeNull();
});

test('tipo non ammesso, file vuoto o troppo grande, voce che il bando non chiede: rifiutati con il motivo, e niente resta', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  const rifiuta = (cambio: Parameters<typeof carica>[2], code: string, frase: RegExp) =>
    rifiutato(esame, () => carica(esame, 'referente', cambio), code, frase);
  await rifiuta({ contenuto: Uint8Array.from(Buffer.from('<html>')), nome: 'x.pdf' }, 'documento.tipo', /non è di un tipo ammesso/);
  await rifiuta({ contenuto: new Uint8Array(0) }, 'documento.vuoto', /vuoto/);
  const grande = new Uint8Array(10 * 1024 * 1024 + 1);
  grande.set(pdf());
  await rifiuta({ contenuto: grande }, 'documento.grande', /10 MB/);
  await rifiuta({ chiave: 'inventata' }, 'documento.voceIgnota', /non chiede/);
  expect(await documenti(esame)).toEqual([]);
});

test('dieci milioni di byte giusti si caricano e si rileggono uguali', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  const contenuto = new Uint8Array(10 * 1024 * 1024).fill(0x41);
  contenuto.set(pdf());
  const { documentoId } = await carica(esame, 'referente', { contenuto });
  const letto = await leggiDocumento(esame.chi.referente, esame.id, documentoId);
  expect(Buffer.from(letto?.contenuto ?? []).equals(contenuto)).toBe(true);
});

test('in una domanda presentata non si aggiunge e non si toglie nulla; la Regione e chi è fuori non caricano', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  await rifiutato(esame, () => carica(esame, 'istruttore'), 'documento.ruolo', /enti del progetto/);
  await rifiutato(esame, () => carica(esame, 'estraneo'), 'progetto.nonTrovato', /non esiste/);
  const { documentoId } = await carica(esame);
  await presentaDomanda(esame.chi.referente, { progettoId: esame.id });
  await rifiutato(esame, () => carica(esame, 'referente', { nome: 'altra.pdf' }), 'documento.chiuso', /non si sta scrivendo/);
  await rifiutato(esame, () => togli(esame, documentoId), 'documento.presentato', /resta nella versione/);
});

test('lo toglie chi l’ha caricato o il capofila; un altro ente no, e chi è fuori non lo trova', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  const [delCapofila, delPartner] = [await carica(esame), await carica(esame, 'partner', { nome: 'partner.pdf' })];
  await rifiutato(esame, () => togli(esame, delCapofila.documentoId, 'partner'), 'documento.altrui', /altro ente/);
  for (const persona of ['estraneo', 'altraRegione'] as const)
    await rifiutato(esame, () => togli(esame, delCapofila.documentoId, persona), 'documento.nonTrovato', /non esiste/);
  await togli(esame, delPartner.documentoId);
  await togli(esame, delCapofila.documentoId);
  expect(await documenti(esame)).toEqual([]);
  expect((await eventi(esame)).map(({ atto, riservato }) => [atto, riservato])).toEqual([
    ['documento.caricato', true],
    ['documento.caricato', true],
    ['documento.tolto', true],
    ['documento.tolto', true],
  ]);
});

test('un documento presentato si sostituisce con lo stesso nome: la versione uno tiene il primo, la due il secondo', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  const primo = await carica(esame);
  await presentaDomanda(esame.chi.referente, { progettoId: esame.id });
  await ritiraPresentazione(esame.chi.referente, { progettoId: esame.id });
  await rifiutato(esame, () => togli(esame, primo.documentoId), 'documento.presentato', /stesso nome/);
  const secondo = await carica(esame, 'referente', { contenuto: pdf('due') });
  await presentaDomanda(esame.chi.referente, { progettoId: esame.id });
  const contenuti = (await righe('versione_progetto', esame))
    .sort((a, b) => Number(a.numero) - Number(b.numero))
    .map(({ contenuto }) => contenuto as { documenti: { id: string }[] });
  expect(contenuti.map((c) => c.documenti.map(({ id }) => id))).toEqual([[primo.documentoId], [secondo.documentoId]]);
});

test('chi può solo leggere una sezione non carica nei suoi campi', async () => {
  const sezioni = [
    {
      chiave: 'contesto',
      parte: '',
      codice: '',
      titolo: 'Contesto',
      aiuto: '',
      visibilita: 'ENTRAMBI' as const,
      campi: [
        {
          chiave: 'planimetria',
          etichetta: 'Planimetria',
          tipo: 'file' as const,
          obbligatorio: false,
          aiuto: '',
          opzioni: [],
          colonne: [],
          massimo: 1,
        },
      ],
    },
  ];
  const esame = await unEsame({ stato: 'IDEA_BOZZA', configurazione: { sezioni } });
  const planimetria = { chiave: 'planimetria', nome: 'pianta.pdf' };
  await carica(esame, 'partner', planimetria);
  await rifiutato(esame, () => carica(esame, 'partner', { ...planimetria, nome: 'seconda.pdf' }), 'documento.troppi', /ci sono già tutti/);
  const chiavi = { progetto_id: esame.id, regione_id: esame.domanda.bando.regione.id, chiave: 'contesto' };
  await superutente.query(
    'insert into permesso_sezione (progetto_id, regione_id, chiave, organizzazione_id, diritto) values ($1, $2, $3, $4, $5)',
    [...Object.values(chiavi), esame.chi.partner.organizzazioneId, 'LETTURA'],
  );
  await rifiutato(esame, () => carica(esame, 'partner', planimetria), 'documento.permesso', /non scrive questa sezione/);
  await carica(esame, 'operatore', planimetria);
});

test('con la connessione di un ente non si segna presentato, né si toglie, ciò che non si deve', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  await carica(esame);
  await presentaDomanda(esame.chi.referente, { progettoId: esame.id });
  for (const istruzione of [
    'update documento set presentato = false where progetto_id = $1',
    'update documento set nome = $2 where progetto_id = $1',
  ])
    expect(await sqlCome(esame.chi.referente, istruzione, istruzione.includes('$2') ? [esame.id, 'x'] : [esame.id])).toMatchObject({
      codice: '42501',
    });
  expect(await sqlCome(esame.chi.referente, 'delete from documento where progetto_id = $1 returning id', [esame.id])).toMatchObject({
    righe: [],
  });
});

test('chi non vede la domanda non ne vede i documenti, nemmeno indovinando l’indirizzo', async () => {
  const [mia, altrui] = [await unEsame({ stato: 'IDEA_BOZZA' }), await unEsame({ stato: 'IDEA_BOZZA' })];
  const { documentoId } = await carica(altrui);
  expect(await leggiDocumento(mia.chi.referente, mia.id, documentoId)).toBeNull();
  expect(await leggiDocumento(mia.chi.referente, altrui.id, documentoId)).toBeNull();
  await nonTrovata(altrui, async (attore) => {
    await caricaDocumento(attore.lettore === 'app_ente' ? attore : mia.chi.referente, {
      progettoId: altrui.id,
      chiave: 'altro',
      nome: '',
      contenuto: pdf(),
    });
  });
  await inserisci(superutente, 'permesso_sezione', {
    ...{ progetto_id: altrui.id, regione_id: altrui.domanda.bando.regione.id, chiave: 'altro' },
    ...{ organizzazione_id: altrui.chi.partner.organizzazioneId, diritto: 'LETTURA' },
  });
  await carica(altrui, 'partner', { chiave: 'altro', nome: 'resta.pdf' }); // una voce dell'elenco non è una sezione
});

test('si allega mentre si presenta: ciò che la Regione vede è ciò che la versione elenca', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  const presenta = () => presentaDomanda(esame.chi.referente, { progettoId: esame.id });
  const esiti = await inGara({ tabella: 'progetto', id: esame.id }, presenta, () => carica(esame, 'partner'));
  expect(esiti).toEqual(['fulfilled', 'documento.chiuso']);
  expect([await documenti(esame), (await righe('versione_progetto', esame))[0]?.contenuto]).toMatchObject([[], { documenti: [] }]);
});
