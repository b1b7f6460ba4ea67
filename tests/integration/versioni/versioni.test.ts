import { afterAll, expect, test } from 'vitest';
import { commandAs } from '@/lib/db/scope';
import { presentaDomanda } from '@/lib/deposito/commands/presentaDomanda';
import { ritiraPresentazione } from '@/lib/deposito/commands/ritiraPresentazione';
import { leggiDomandaScritta } from '@/lib/deposito/queriesDomanda';
import { salvaSezione } from '@/lib/domande/commands/salvaSezione';
import { documentoPdf } from '@/lib/pdf/documento';
import type { FaseDomanda } from '@/lib/progetti/stati';
import { congelaVersione, serratura } from '@/lib/versioni/commands/_congela';
import { confrontaVersioni } from '@/lib/versioni/confronto';
import { contenutoDi } from '@/lib/versioni/contenuto';
import { domandaPdf, ricevutaPdf } from '@/lib/versioni/pdf';
import { leggiContorno, leggiVersioni, leggiVersioniIntere, type VersioneIntera } from '@/lib/versioni/queries';
import { type Esame, righe, unEsame } from '@/tests/support/esame';
import { inGara } from '@/tests/support/inGara';
import { leggiPdf } from '@/tests/support/leggiPdf';
import { chiudiSqlGrezzo, sqlCome, sqlDi } from '@/tests/support/sqlGrezzo';
import { superutente } from '@/tests/support/superutente';

afterAll(chiudiSqlGrezzo);

type Persona = keyof Esame['chi'];
const presenta = (esame: Esame) => presentaDomanda(esame.chi.referente, { progettoId: esame.id });

async function versione(esame: Esame, numero: number, persona: Persona = 'referente') {
  const progetto = await leggiVersioniIntere(esame.chi[persona], esame.id, [numero]);
  const [una] = progetto?.versioni ?? [];
  if (!progetto || !una) throw new Error(`La versione ${numero} non si legge.`);
  return { progetto, versione: una };
}

/** Il dirigente approva: congela ciò che gli è stato presentato. */
const approva = (esame: Esame, fase: FaseDomanda, persona: Persona = 'dirigente') =>
  commandAs(esame.chi[persona], async (tx) => {
    await serratura(tx, esame.id);
    const result = await congelaVersione(tx, esame.chi[persona], { progettoId: esame.id, fase, genere: 'APPROVATA' });
    return { result, evento: { atto: 'progetto.approvato', oggetto: 'progetto', oggettoId: esame.id, progettoId: esame.id } };
  });

test('la versione approvata dice esattamente ciò che è stato presentato, con la stessa impronta', async () => {
  const esame = await unEsame({ stato: 'PROGETTO_BOZZA' });
  const presentata = await presenta(esame);
  await superutente.query(`update sezione_progetto set valori = '{}' where progetto_id = $1`, [esame.id]);
  const approvata = await approva(esame, 'PROGETTO');
  expect([
    approvata.numero - presentata.numero,
    approvata.sha256 === presentata.sha256,
    approvata.protocollo === presentata.protocollo,
  ]).toEqual([1, true, false]);
  const contenuti = (await righe('versione_progetto', esame)).filter(({ fase }) => fase === 'PROGETTO').map(({ contenuto }) => contenuto);
  expect(contenuti[0]).toEqual(contenuti[1]);
});

test('approva solo un dirigente; nessuno riscrive una versione, nemmeno il proprietario del database', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  await presenta(esame);
  for (const persona of ['istruttore', 'valutatore'] as const)
    await expect(approva(esame, 'IDEA', persona)).rejects.toMatchObject({ code: 'accesso.scritturaNonConsentita' });
  await expect(approva(esame, 'RIMODULAZIONE')).rejects.toMatchObject({ code: 'versione.mancante' });
  for (const login of ['postgres', 'app_sistema'])
    for (const istruzione of [
      'update versione_progetto set contenuto = $2 where progetto_id = $1',
      'delete from versione_progetto where progetto_id = $1',
    ])
      expect(await sqlDi(login, istruzione, istruzione.includes('$2') ? [esame.id, '{}'] : [esame.id])).toMatchObject({
        codice: expect.any(String),
      });
  expect(await sqlCome(esame.chi.referente, 'delete from versione_progetto where progetto_id = $1', [esame.id])).toMatchObject({
    codice: '42501',
  });
});

test('le leggono gli enti del progetto e la Regione; un altro ente e un’altra Regione non sanno che ci sono', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  expect((await leggiVersioni(esame.chi.partner, esame.id))?.versioni).toEqual([]);
  expect(await leggiVersioni(esame.chi.istruttore, esame.id)).toBeNull();
  await presenta(esame);
  for (const persona of ['referente', 'operatore', 'partner', 'istruttore', 'valutatore'] as const) {
    expect((await leggiVersioni(esame.chi[persona], esame.id))?.versioni, persona).toMatchObject([{ numero: 1, genere: 'PRESENTATA' }]);
    expect((await versione(esame, 1, persona)).versione.contenuto.titolo, persona).toBe(esame.domanda.titolo);
  }
  for (const persona of ['estraneo', 'altraRegione'] as const) {
    expect(await leggiVersioni(esame.chi[persona], esame.id), persona).toBeNull();
    expect(await leggiVersioniIntere(esame.chi[persona], esame.id, [1]), persona).toBeNull();
  }
  // ripresa, è di nuovo una bozza: la Regione non la vede più
  await ritiraPresentazione(esame.chi.referente, { progettoId: esame.id });
  expect(await leggiVersioni(esame.chi.istruttore, esame.id)).toBeNull();
});

test('il registro di protocollo si può sostituire; se non risponde non si presenta nulla e non si perde un numero', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  const con = (registro: Parameters<typeof congelaVersione>[3]) =>
    commandAs(esame.chi.referente, async (tx) => {
      const result = await congelaVersione(tx, esame.chi.referente, { progettoId: esame.id, fase: 'IDEA', genere: 'PRESENTATA' }, registro);
      return { result, evento: { atto: 'progetto.presentato', oggetto: 'progetto', oggettoId: esame.id, progettoId: esame.id } };
    });
  await expect(con(() => Promise.reject(new Error('Il protocollo della Regione non risponde.')))).rejects.toThrow(/non risponde/);
  expect([await righe('versione_progetto', esame), await righe('evento', esame)]).toEqual([[], []]);
  expect(await con(async (_tx, attore, { genere }) => `${attore.regioneNome.slice(0, 7)} ${genere}`)).toMatchObject({
    numero: 1,
    protocollo: 'Regione PRESENTATA',
  });
});

test('due versioni a confronto dicono la sola frase cambiata', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  await presenta(esame);
  await ritiraPresentazione(esame.chi.referente, { progettoId: esame.id });
  const bisogni = {
    progettoId: esame.id,
    fase: 'IDEA' as const,
    chiave: 'bisogni',
    rev: 1,
    valori: { analisi: 'Le persone anziane sono meno sole.' },
  };
  expect(await salvaSezione(esame.chi.partner, bisogni)).toMatchObject({ esito: 'salvata' });
  await presenta(esame);
  const progetto = await leggiVersioniIntere(esame.chi.istruttore, esame.id, [1, 2]);
  const [prima, ora] = progetto?.versioni ?? [];
  if (!progetto || !prima || !ora) throw new Error('Le versioni non si leggono.');
  expect(confrontaVersioni(prima, ora, progetto.nomi)).toMatchObject([
    {
      chiave: 'bisogni',
      campi: [{ differenze: [{ genere: 'testo', prima: 'Le persone anziane sono sole.', ora: 'Le persone anziane sono meno sole.' }] }],
    },
  ]);
});

test.for(['prima il salvataggio', 'prima la presentazione'] as const)(
  'salvare mentre si presenta (%s): ciò che si congela è ciò che resta',
  async (ordine) => {
    const esame = await unEsame({ stato: 'IDEA_BOZZA' });
    const salva = () =>
      salvaSezione(esame.chi.partner, {
        progettoId: esame.id,
        fase: 'IDEA',
        chiave: 'bisogni',
        rev: 1,
        valori: { analisi: 'Scritto all’ultimo.' },
      });
    const deposita = () => presenta(esame);
    const atti = ordine === 'prima il salvataggio' ? [salva, deposita] : [deposita, salva];
    const riga =
      ordine === 'prima il salvataggio'
        ? { tabella: 'sezione_progetto', id: String(esame.domanda.sezioni['IDEA bisogni']) }
        : { tabella: 'progetto', id: esame.id };
    const esiti = await inGara(riga, ...atti);
    const scritta = (await righe('sezione_progetto', esame)).find(({ chiave }) => chiave === 'bisogni')?.valori;
    expect(esiti[0]).toBe('fulfilled');
    expect((await versione(esame, 1)).versione.contenuto.sezioni.bisogni).toEqual(scritta);
    expect(scritta).toEqual({ analisi: ordine === 'prima il salvataggio' ? 'Scritto all’ultimo.' : 'Le persone anziane sono sole.' });
  },
);

const testoDi = async (documento: Parameters<typeof documentoPdf>[0]) => (await leggiPdf(await documentoPdf(documento))).join('\n');

test('la ricevuta dice impronta, istante, chi ha presentato, protocollo, quante sezioni; rifatta è identica byte per byte', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA' });
  const { sha256, protocollo } = await presenta(esame);
  const { progetto, versione: prima } = await versione(esame, 1);
  const testo = await testoDi(ricevutaPdf(progetto, prima));
  for (const parola of ['Ricevuta di presentazione', protocollo, prima.ente, 'referente', 'Bando di prova', progetto.codice, 'Regione'])
    expect(testo).toContain(parola);
  expect(testo.replaceAll(/\s/g, '')).toContain(sha256);
  expect(testo).toMatch(/Sezioni\s+2\b/);
  expect(testo).toMatch(/\d{1,2} \w+ \d{4} alle \d{2}:\d{2}:\d{2} \(UTC\+[12]\)/);
  expect(testo).not.toContain('BOZZA');
  const dallaRegione = await versione(esame, 1, 'istruttore');
  expect(await documentoPdf(ricevutaPdf(dallaRegione.progetto, dallaRegione.versione))).toEqual(
    await documentoPdf(ricevutaPdf(progetto, prima)),
  );
});

test('la domanda in PDF: prima di presentarla «BOZZA, non presentata» su ogni pagina, dopo il protocollo; formule e script restano testo', async () => {
  const esame = await unEsame({ stato: 'PROGETTO_BOZZA' });
  const cattivo = '=CMD("calc") <script>alert(1)</script> è così';
  await superutente.query(
    `update sezione_progetto set valori = jsonb_set(valori, '{descrizione}', to_jsonb($2::text)) where progetto_id = $1 and fase = 'PROGETTO' and chiave = 'contesto'`,
    [esame.id, cattivo],
  );
  const [domanda, contorno] = await Promise.all([
    leggiDomandaScritta(esame.chi.partner, esame.id),
    leggiContorno(esame.chi.partner, esame.id),
  ]);
  if (!domanda || !contorno) throw new Error('La bozza non si legge.');
  const { configurazione, codice } = domanda;
  const bozza = domandaPdf(
    { ...contorno, codice },
    { contenuto: contenutoDi(domanda, 'PROGETTO'), configurazione, istante: new Date('2020-07-09T08:00:00Z'), versione: null },
    contorno.nomi,
  );
  const pagine = await leggiPdf(await documentoPdf(bozza));
  for (const pagina of pagine) expect(pagina).toContain('BOZZA, non presentata');
  for (const parola of [cattivo, 'Sportello', '100 persone', '10.000,00', '12.000,00', 'Personale'])
    expect(pagine.join('\n').replaceAll('\u00a0', ' ')).toContain(parola);

  const { numero, protocollo } = await presenta(esame);
  const depositata: { progetto: Parameters<typeof domandaPdf>[0] & { nomi: Parameters<typeof domandaPdf>[2] }; versione: VersioneIntera } =
    await versione(esame, numero, 'istruttore');
  const { contenuto, creataIl } = depositata.versione;
  const testo = await testoDi(
    domandaPdf(
      depositata.progetto,
      { contenuto, configurazione, istante: new Date(creataIl), versione: depositata.versione },
      depositata.progetto.nomi,
    ),
  );
  expect(testo).toContain(`protocollo ${protocollo}`);
  expect(testo).not.toContain('BOZZA');
});
