import { beforeAll, describe, expect, test } from 'vitest';
import { type Configurazione, Sezione } from '@/lib/bandi/configurazione';
import { bandiPerTutti } from '@/lib/bandi/queries';
import { presentaDomanda } from '@/lib/deposito/commands/presentaDomanda';
import { aggiungiPartner } from '@/lib/domande/commands/aggiungiPartner';
import { salvaSezione } from '@/lib/domande/commands/salvaSezione';
import { scegliAmbiti } from '@/lib/domande/commands/scegliAmbiti';
import { togliPartner } from '@/lib/domande/commands/togliPartner';
import { leggiDomanda } from '@/lib/domande/queries';
import type { ContenutoVersione } from '@/lib/domande/valori';
import { leggiContestoPiano } from '@/lib/piano/queries';
import { unEnte } from '@/tests/support/builders';
import { CONFIGURAZIONE } from '@/tests/support/configurazioneDiProva';
import { type Esame, rifiutato, righe, unEsame } from '@/tests/support/esame';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Ciò che il modulo di un bando sa dell'aggregazione senza chiederlo due volte: chi presenta, chi partecipa, quanto spetta ai suoi ambiti. */

const enti = (chiave: string, precompilato: 'CAPOFILA' | 'ENTI_PARTNER') =>
  Sezione.parse({
    ...{ chiave, titolo: chiave, visibilita: 'ENTRAMBI' },
    campi: [{ chiave: 'enti', etichetta: chiave, tipo: 'organizzazioni', obbligatorio: precompilato === 'CAPOFILA', precompilato }],
  });
const sezioni = [enti('capofila', 'CAPOFILA'), enti('partner', 'ENTI_PARTNER'), ...CONFIGURAZIONE.sezioni];
const contenuti = async (esame: Esame) => (await righe('versione_progetto', esame)).map((v) => v.contenuto as ContenutoVersione);

test('capofila e partner si leggono già scritti, seguono l’aggregazione e si congelano con la domanda, anche senza aprire la sezione', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA', configurazione: { sezioni } });
  const { capofila, partner } = esame.domanda;
  const modulo = async () => {
    const domanda = await leggiDomanda(esame.chi.partner, esame.id);
    return ['capofila', 'partner'].map((chiave) => domanda?.sezioni.find((s) => s.chiave === chiave)).map((s) => [s?.valori, s?.manca]);
  };
  const soli = partner.map(({ id }) => id);
  expect(await modulo()).toEqual([
    [{ enti: [capofila.id] }, []],
    [{ enti: soli }, []],
  ]);
  const altro = await unEnte({ regione: capofila.regione });
  const scelto = { progettoId: esame.id, organizzazioneId: altro.id };
  await aggiungiPartner(esame.chi.referente, scelto);
  expect((await modulo())[1]).toEqual([{ enti: expect.arrayContaining([...soli, altro.id]) }, []]);
  await togliPartner(esame.chi.referente, scelto);
  expect((await modulo())[1]).toEqual([{ enti: soli }, []]);
  await presentaDomanda(esame.chi.referente, { progettoId: esame.id });
  expect((await contenuti(esame)).map(({ sezioni: s }) => [s.capofila, s.partner])).toEqual([[{ enti: [capofila.id] }, { enti: soli }]]);
});

test('nessuno scrive un capofila diverso: il valore mandato non conta, né a chi legge né in ciò che si presenta', async () => {
  const esame = await unEsame({ stato: 'IDEA_BOZZA', configurazione: { sezioni } });
  const { capofila, partner } = esame.domanda;
  const valori = { enti: partner.map(({ id }) => id) };
  await salvaSezione(esame.chi.partner, { progettoId: esame.id, fase: 'IDEA', chiave: 'capofila', rev: 0, valori });
  await superutente.query(`update sezione_progetto set valori = $2 where progetto_id = $1 and chiave = 'capofila'`, [esame.id, valori]);
  const domanda = await leggiDomanda(esame.chi.referente, esame.id);
  expect(domanda?.sezioni.find(({ chiave }) => chiave === 'capofila')?.valori).toEqual({ enti: [capofila.id] });
  await presentaDomanda(esame.chi.referente, { progettoId: esame.id });
  expect((await contenuti(esame))[0]?.sezioni.capofila).toEqual({ enti: [capofila.id] });
});

describe('importi per ambito', () => {
  const CONFIGURAZIONE_AMBITI: Partial<Configurazione> = {
    tipo: 'NON_COMPETITIVO',
    titolo: 'Bando per ambiti',
    importiPerAmbito: [
      { ambito: 1, cents: '600000' },
      { ambito: 2, cents: '400000' },
    ],
  };
  let esame: Esame;
  let ambiti: string[];
  beforeAll(async () => {
    esame = await unEsame({ stato: 'PROGETTO_BOZZA', configurazione: CONFIGURAZIONE_AMBITI });
    ambiti = [];
    for (const [numero, nome] of ['Valle', 'Pianura', 'Collina'].entries())
      ambiti.push(
        (await inserisci(superutente, 'ambito', { regione_id: esame.domanda.bando.regione.id, numero: numero + 1, nome_descrittivo: nome }))
          .id,
      );
  });
  const scegli = (quali: number[]) =>
    scegliAmbiti(esame.chi.referente, { progettoId: esame.id, ambiti: quali.map((n) => ambiti[n - 1] ?? '') });
  const presenta = () => presentaDomanda(esame.chi.referente, { progettoId: esame.id });

  // il quadro di prova chiede 10.000,00 €
  test.for([
    ['nessun ambito scelto', [], /non assegna nulla agli ambiti/],
    ['un ambito a cui il bando non assegna nulla', [3], /non assegna nulla agli ambiti/],
    ['un ambito solo: non basta', [1, 3], /supera di 4\.000,00\s€ quanto il bando assegna ai vostri ambiti, 6\.000,00\s€/],
  ] as const)('%s: non si presenta, e la frase dice di quanto', async ([, quali, frase]) => {
    await scegli([...quali]);
    await rifiutato(esame, presenta, 'deposito.incompleta', frase);
    const quadro = (await leggiDomanda(esame.chi.partner, esame.id))?.sezioni.find(({ chiave }) => chiave === 'quadro_economico');
    expect(quadro?.manca).toEqual([{ campo: 'voci', messaggio: expect.stringMatching(frase) }]);
  });

  test('chi scrive il quadro e chi non è entrato leggono quanto spetta; con l’importo esatto si presenta', async () => {
    await scegli([1, 2]);
    expect((await leggiContestoPiano(esame.chi.partner, esame.id))?.spettaCents).toBe('1000000');
    const pubblico = (await bandiPerTutti()).find(({ id }) => id === esame.domanda.bando.id);
    expect(pubblico?.importi).toEqual([
      { numero: 1, nome: 'Valle', cents: '600000' },
      { numero: 2, nome: 'Pianura', cents: '400000' },
    ]);
    expect(await presenta()).toMatchObject({ numero: expect.any(Number) });
  });
});

test('un bando con graduatoria, o che non assegna importi, non limita nulla', async () => {
  const competitivo = await unEsame({ stato: 'PROGETTO_BOZZA' });
  expect((await leggiContestoPiano(competitivo.chi.partner, competitivo.id))?.spettaCents).toBeNull();
  await presentaDomanda(competitivo.chi.referente, { progettoId: competitivo.id });
  const senzaImporti = await unEsame({ stato: 'PROGETTO_BOZZA', configurazione: { tipo: 'NON_COMPETITIVO' } });
  await presentaDomanda(senzaImporti.chi.referente, { progettoId: senzaImporti.id });
});
