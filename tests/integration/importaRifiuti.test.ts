import { execFile } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importa } from '@/prisma/importa/importa';
import { prova } from '../support/database';
import { type DatabaseVuoto, databaseVuoto } from '../support/databaseVuoto';
import { conFile, type ProgrammaGrezzo, programmaPiccolo } from '../support/programma';

let vuoto: DatabaseVuoto;
beforeAll(async () => {
  vuoto = await databaseVuoto('rifiuti');
});
afterAll(() => vuoto.elimina());

// ogni prova importa in una Regione sua
let ultima = 19;
const nuovaRegione = () => String(++ultima);

async function importaGuasto(programma: unknown) {
  const stampate: string[] = [];
  const esito = await conFile(programma, (file) => importa({ url: vuoto.url('app_sistema'), file, stampa: (riga) => stampate.push(riga) }));
  return { esito, rifiutate: stampate.filter((riga) => riga.startsWith('Rifiutata ')).map((riga) => riga.slice('Rifiutata '.length)) };
}
const conta = async (tabella: string, istat: string): Promise<number> =>
  (
    await vuoto.db.query(`select count(*)::int as n from ${tabella} where regione_id = (select id from regione where codice_istat = $1)`, [
      istat,
    ])
  ).rows[0].n;

describe('le righe sbagliate si rifiutano da sole', () => {
  test.for<[nome: string, guasta: (p: ProgrammaGrezzo) => void, rifiuti: string[]]>([
    [
      'un mese che non esiste porta via il progetto e tutti i suoi figli',
      (p) => {
        p.progetti[1].mese_rilevazione = '2020-13';
        p.progetti[1].attivita = p.progetti[1].attivita.slice(0, 1);
      },
      [
        'progetti[1].mese_rilevazione: deve essere un mese scritto AAAA-MM (per esempio 2020-03)',
        'progetti[1].attivita[0]: non può entrare: progetti[1] è stato rifiutato',
      ],
    ],
    [
      'una categoria sconosciuta',
      (p) => {
        p.progetti[0].attivita[0].categoria = 'orti';
      },
      ['progetti[0].attivita[0].categoria: «orti» non c’è nel vocabolario delle categorie'],
    ],
    [
      'una percentuale scritta come testo, con le quantità sorelle salve',
      (p) => {
        p.progetti[0].attivita[3].quantita[1].valore = '50%';
      },
      ['progetti[0].attivita[3].quantita[1].valore: deve essere un numero, qui c’è il testo «50%»'],
    ],
    [
      'un codice ripetuto, con le quantità della riga rifiutata',
      (p) => {
        p.progetti[0].attivita[4].id = 'P01.A03';
        p.progetti[0].attivita[4].quantita = [{ tipo: 'previsto', valore: 1, unita: 'persone', approssimato: false }];
      },
      [
        'progetti[0].attivita[4].id: «P01.A03» è già in progetti[0].attivita[2]',
        'progetti[0].attivita[4].quantita[0]: non può entrare: progetti[0].attivita[4] è stato rifiutato',
      ],
    ],
    [
      'un ente che non c’è',
      (p) => {
        p.progetti[0].enti_gestori[2] = 'EG99';
      },
      ['progetti[0].enti_gestori[2]: l’ente "EG99" non c’è tra le righe accettate'],
    ],
    [
      'una popolazione negativa',
      (p) => {
        p.progetti = [p.progetti[0], { ...p.progetti[1], popolazione: -1, attivita: [] }];
      },
      ['progetti[1].popolazione: non può essere meno di 0, qui c’è -1'],
    ],
    [
      'un ambito rifiutato porta via il suo ente, e l’ente la sua partecipazione',
      (p) => {
        p.ambiti[5].id = 'sei';
      },
      [
        'ambiti[5].id: deve essere un numero, qui c’è il testo «sei»',
        'enti_gestori[10].ambito_id: l’ambito 6 non c’è tra quelli accettati',
        'enti_gestori[11].ambito_id: l’ambito 6 non c’è tra quelli accettati',
        'progetti[1].enti_gestori[0]: l’ente "EG11" non c’è tra le righe accettate',
        'progetti[1].enti_gestori[1]: l’ente "EG12" non c’è tra le righe accettate',
        'progetti[1].enti_gestori: nessuno degli enti accettati è capofila',
      ],
    ],
    [
      'cause, categorie del progetto e stati che non tornano',
      (p) => {
        p.progetti[0].attivita[0].cause_ritardo = ['A08', 'X99'];
        p.progetti[0].classificazione.orti = true;
        p.progetti[0].classificazione.informazione = 'sì';
        p.progetti[0].attivita[2].stato = null;
        p.progetti[0].attivita[2].quantita = [];
      },
      [
        'progetti[0].classificazione.informazione: deve essere true o false',
        'progetti[0].classificazione.orti: la categoria non c’è nel vocabolario',
        'progetti[0].attivita[0].cause_ritardo[1]: la causa di ritardo "X99" non c’è tra le righe accettate',
        'progetti[0].attivita[2].stato_fonte: deve essere «non_rilevato» se lo stato manca, e solo allora',
      ],
    ],
    [
      'un campo di troppo e un carattere che il database non conserva',
      (p) => {
        p.progetti[0].attivita[0].percentuale = 20;
        p.progetti[0].attivita[1].titolo = 'Catalogo\u0000';
      },
      [
        'progetti[0].attivita[0]: campo sconosciuto: percentuale',
        'progetti[0].attivita[1].titolo: contiene caratteri che non si possono conservare',
      ],
    ],
  ])('%s', async ([, guasta, attesi]) => {
    const istat = nuovaRegione();
    const programma = programmaPiccolo(istat);
    guasta(programma);
    const { esito, rifiutate } = await importaGuasto(programma);
    // i figli del progetto rifiutato che la prova non elenca sono tutti «non può entrare»
    const elencate = rifiutate.filter(
      (riga) => attesi.includes(riga) || !/^progetti\[1\]\.attivita.*non può entrare: progetti\[1\]/.test(riga),
    );
    expect(elencate).toEqual(attesi);
    expect(esito.rifiutati).toBe(rifiutate.length);
    const progettiBuoni = attesi.some((riga) => /^progetti\[1\]\.(mese|popolazione|enti_gestori:)/.test(riga)) ? 1 : 2;
    expect(await conta('progetto', istat)).toBe(progettiBuoni);
  });

  test('il resto entra: accanto alla riga rifiutata ci sono le altre', async () => {
    const programma = programmaPiccolo('98', 1);
    programma.progetti[0].attivita[3].quantita[0].valore = -2;
    const { esito } = await importaGuasto(programma);
    expect(esito.rifiutati).toBe(1);
    expect(await conta('azione', '98')).toBe(5);
    expect(await conta('quantita', '98')).toBe(5);
    // corretta la riga, entra solo quella; i codici delle sorelle non si spostano
    expect((await importaGuasto(programmaPiccolo('98', 1))).esito).toMatchObject({ inseriti: 1, aggiornati: 0, rifiutati: 0 });
  });
});

describe('un file che non è un programma non scrive nulla e lo dice', () => {
  test.for<[nome: string, contenuto: unknown, frase: RegExp]>([
    ['JSON rotto', '{"meta": ', /non è JSON valido/],
    ['vuoto', '', /non è JSON valido/],
    ['una lista', [], /il file: deve essere un oggetto, qui c’è un elenco/],
    ['senza progetti', { ...programmaPiccolo('97'), progetti: undefined }, /- progetti: manca/],
    [
      'Regione senza codice',
      { ...programmaPiccolo('97'), meta: { ...programmaPiccolo('97').meta, istat_regione: 'XX' } },
      /meta\.istat_regione: deve essere il codice Istat/,
    ],
    ['non UTF-8', new Uint8Array([0x7b, 0xff, 0xfe]), /non è scritto in UTF-8/],
  ])('%s', async ([, contenuto, frase]) => {
    await expect(importaGuasto(contenuto)).rejects.toThrow(frase);
    expect(await conta('progetto', '97')).toBe(0);
  });

  test('il comando finisce con codice 1 e una frase, senza tracce interne', async () => {
    const comandi = path.resolve(import.meta.dirname, '../../scripts/comandi.mjs');
    const env = { ...process.env, DATABASE_URL: vuoto.url('cantiere'), CANTIERE_SEGRETO: prova().segreto };
    const esito = await conFile('{"meta": ', (file) => {
      return new Promise<{ codice: unknown; errori: string }>((risolvi) => {
        execFile(process.execPath, [comandi, 'importa', file], { env }, (errore, _uscita, errori) =>
          risolvi({ codice: errore?.code ?? 0, errori }),
        );
      });
    });
    expect(esito.codice).toBe(1);
    expect(esito.errori).toMatch(/non è JSON valido/);
    expect(esito.errori).not.toMatch(/\n\s+at /);
  });
});

/** I posti del file dove sta un valore semplice, escluso il codice della Regione. */
function posti(valore: unknown, qui: (string | number)[] = []): (string | number)[][] {
  if (qui.join('.') === 'meta.istat_regione') return [];
  if (typeof valore !== 'object' || valore === null) return [qui];
  return Object.entries(valore).flatMap(([nome, figlio]) => posti(figlio, [...qui, Array.isArray(valore) ? Number(nome) : nome]));
}

test('qualunque valore in qualunque posto: o entra, o si rifiuta con il suo percorso; il database non dice mai di no', async () => {
  const base = programmaPiccolo('99', 1);
  for (const nome of ['correzioni', 'totali_attesi']) delete base[nome];
  base.ambiti = base.ambiti.slice(0, 5);
  base.enti_gestori = base.enti_gestori.slice(0, 10);
  const tutti = posti(base);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...tutti), fc.jsonValue({ noUnicodeString: false, maxDepth: 2 }), async (posto, valore) => {
      const programma = structuredClone(base);
      let padre = programma;
      for (const nome of posto.slice(0, -1)) padre = padre[nome];
      padre[posto.at(-1) as string] = valore;
      try {
        const { esito, rifiutate } = await importaGuasto(programma);
        expect(rifiutate.every((riga) => /^\S[^:]*: \S/.test(riga))).toBe(true);
        expect(esito.rifiutati).toBe(rifiutate.length);
      } catch (errore) {
        // solo il primo livello può fermare tutto, e con la sua frase
        expect((errore as Error).message).toMatch(/non è un programma da importare/);
        expect(String(posto[0])).toBe('meta');
      }
    }),
    { numRuns: 60, seed: 303 },
  );
}, 60_000);
