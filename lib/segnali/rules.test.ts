import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { giorniTra, piuGiorni } from '@/lib/attuazione/rules';
import type { DatiFatto, Fatto } from './fatti';
import { quotaMancante, tempoTrascorso } from './misure';
import { inOrdine, misuraDi, nomeSegnale, regolaDi, segnaleDi, segnaliDa } from './rules';
import { CODICI, type CodiceSegnale, SOGLIE } from './soglie';

const OGGI = '2020-07-09';
const fa = (giorni: number): string => piuGiorni(OGGI, -giorni);
const azione = { azioneId: 'z', azione: 'Sportello', ente: 'CISA Tortona' };
const causa = { causa: 'C12', etichetta: 'Quesiti senza risposta', meseDal: fa(0) };

/** Per ogni tipo, i dati del fatto che ha proprio la misura chiesta. */
const CON_MISURA: { [C in CodiceSegnale]: (misura: number) => DatiFatto[C] } = {
  VERIFICA_OLTRE_TERMINE: (m) => ({
    rapportoId: 'r',
    dal: '2020-01-01',
    al: '2020-03-31',
    presentata: fa(m + 15),
    termine: fa(m),
    presa: false,
  }),
  RISPOSTA_NON_ESAMINATA: (m) => ({ ...azione, rapportoId: 'r', risposto: fa(m) }),
  MODIFICA_IN_ATTESA: (m) => ({ richiestaId: 'm', numero: 1, presentata: fa(m) }),
  PROROGA_IN_ATTESA: (m) => ({ prorogaId: 'p', numero: 1, presentata: fa(m) }),
  RINUNCIA_IN_ATTESA: (m) => ({ chiesta: fa(m) }),
  CAUSA_REGIONE: (m) => ({ ...causa, azioni: m }),
  SOSPENSIONE_LUNGA: (m) => ({ dal: fa(m), azione: null }),
  RELAZIONE_SCADUTA: (m) => ({ quante: 1, dal: '2020-01-01', al: '2020-03-31', scadenza: fa(m) }),
  CHIARIMENTO_SENZA_RISPOSTA: (m) => ({ ...azione, rapportoId: 'r', entro: fa(m) }),
  PARTE_MAI_CONSEGNATA: (m) => ({ ente: 'CISA Tortona', periodi: m, scadenza: fa(100) }),
  AZIONE_OLTRE_FINE: (m) => ({ ...azione, finePrevista: fa(m), fineStimata: null, percentuale: 40, periodoAl: fa(10) }),
  AZIONE_NON_COMINCIATA: (m) => ({ ...azione, inizioPrevisto: fa(m), stato: 'NON_AVVIATA', periodoAl: fa(10) }),
  RITARDO_IN_CRESCITA: (m) => ({ ...azione, finePrevista: fa(1000), fineStimataPrima: OGGI, fineStimata: piuGiorni(OGGI, m) }),
  AVANZAMENTO_LENTO: (m) => ({ ...azione, inizioPrevisto: fa(100), finePrevista: OGGI, periodoAl: OGGI, percentuale: 100 - m }),
  NESSUN_PROGRESSO: (m) => ({ ...azione, senzaProgressi: m, percentuale: 10, periodoAl: fa(10) }),
  QUANTITA_LONTANE: (m) => ({ ...azione, unita: 'persone', previsto: 100, raggiunto: 100 - m, finePrevista: fa(0) }),
  CAUSA_RIPETUTA: (m) => ({ ...causa, azioni: m }),
  CAUSA_DI_LUNGA_DATA: (m) => ({ ...causa, azioni: 1, meseDal: fa(m) }),
  FINE_VICINA: (m) => ({ fine: OGGI, aperte: m, totali: 100 }),
};

const fatto = (codice: CodiceSegnale, misura: number, oggetto = 'o'): Fatto =>
  ({ codice, progettoId: 'p', progetto: 'Rete di Biella', capofila: 'CISA Tortona', oggetto, dati: CON_MISURA[codice](misura) }) as Fatto;
const unCodice = fc.constantFrom(...CODICI);

test('senza fatti non ci sono segnali', () => {
  expect(segnaliDa([], OGGI, 'app_regione')).toEqual([]);
});

describe.each(CODICI)('%s', (codice) => {
  const { soglia, graveOltre, gravita } = SOGLIE[codice];

  test('alla soglia tace, un passo oltre parla, e diventa grave solo oltre la seconda soglia', () => {
    expect(segnaleDi(fatto(codice, soglia), OGGI, 'app_ente')).toBeNull();
    expect(segnaleDi(fatto(codice, soglia + 1), OGGI, 'app_ente')).toMatchObject({
      codice,
      misura: soglia + 1,
      gravita: soglia + 1 > graveOltre ? 3 : gravita,
    });
    expect(segnaleDi(fatto(codice, graveOltre), OGGI, 'app_ente')?.gravita).toBe(gravita);
    expect(segnaleDi(fatto(codice, graveOltre + 1), OGGI, 'app_ente')?.gravita).toBe(3);
  });

  test('si spiega in parole con i suoi dati, dice chi può agire e dove, e quando compare', () => {
    const segnale = segnaleDi(fatto(codice, graveOltre + 1), OGGI, 'app_regione');
    expect(segnale?.spiegazione).toMatch(/\d/);
    expect(segnale?.dati.length).toBeGreaterThan(0);
    expect(segnale?.chiPuoAgire).toMatch(/^(La Regione|L’ente capofila, CISA Tortona|CISA Tortona)/);
    expect(segnale?.href).toMatch(/^\/(progetti|coda)\//);
    expect(regolaDi(codice)).toMatch(/^Compare .*\.$/);
    if (soglia > 1) expect(regolaDi(codice)).toContain(String(codice === 'NESSUN_PROGRESSO' ? soglia + 1 : soglia));
    expect(`${nomeSegnale(codice)} ${segnale?.titolo} ${segnale?.spiegazione}`).not.toMatch(/undefined|null|NaN|\b1 giorni\b|\b1 azioni\b/);
  });
});

test('la misura di un fatto non dipende da altro: più tempo passa, mai meno giorni di attesa', () => {
  fc.assert(
    fc.property(unCodice, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 400 }), (codice, misura, poi) => {
      const { dati } = fatto(codice, misura);
      expect(misuraDi<CodiceSegnale>({ codice, dati }, OGGI)).toBe(misura);
      // passata la fine prevista avanzamento e quantità tacciono: parla l'azione oltre la fine
      if (codice !== 'AVANZAMENTO_LENTO' && codice !== 'QUANTITA_LONTANE')
        expect(misuraDi<CodiceSegnale>({ codice, dati }, piuGiorni(OGGI, poi))).toBeGreaterThanOrEqual(misura);
    }),
  );
});

const unFatto = fc
  .tuple(unCodice, fc.integer({ min: 0, max: 100 }), fc.nat({ max: 5 }))
  .map(([codice, misura, n]) => fatto(codice, misura, `o${n}`));

test('la Regione vede per prime le sue cause, gli enti ciò che tocca a loro; poi dal più grave, e nessun segnale si perde', () => {
  fc.assert(
    fc.property(fc.array(unFatto, { maxLength: 40 }), fc.constantFrom('app_regione', 'app_ente'), (fatti, lettore) => {
      const segnali = segnaliDa(fatti, OGGI, lettore);
      const mio = lettore === 'app_regione' ? 'REGIONE' : 'ENTE';
      const posti = segnali.map(({ tocca, gravita }) => (tocca === mio ? 0 : 10) + 3 - gravita);
      expect(posti).toEqual([...posti].sort((a, b) => a - b));
      expect(segnali.length).toBe(fatti.filter((f) => segnaleDi(f, OGGI, lettore) !== null).length);
      expect(
        [...segnali]
          .reverse()
          .sort(inOrdine(lettore))
          .map(({ chiave, misura }) => [chiave, misura]),
      ).toEqual(segnali.map(({ chiave, misura }) => [chiave, misura]));
    }),
  );
});

const giorno = fc.integer({ min: 0, max: 3000 }).map((n) => piuGiorni('2018-01-01', n));

test('il tempo trascorso va da 0 a 100, cresce con la data, e ha i suoi estremi', () => {
  fc.assert(
    fc.property(giorno, fc.integer({ min: 0, max: 900 }), giorno, (inizio, durata, al) => {
      const fine = piuGiorni(inizio, durata);
      const quota = tempoTrascorso({ inizio, fine, al });
      expect(quota).toBeGreaterThanOrEqual(0);
      expect(quota).toBeLessThanOrEqual(100);
      expect(tempoTrascorso({ inizio, fine, al: piuGiorni(al, 1) })).toBeGreaterThanOrEqual(quota);
      expect(tempoTrascorso({ inizio, fine, al: fine })).toBe(100);
      if (giorniTra(inizio, fine) > 0) expect(tempoTrascorso({ inizio, fine, al: inizio })).toBe(0);
    }),
  );
});

test('una quantità superata non manca di nulla, una mai cominciata manca tutta', () => {
  expect(quotaMancante(130, 100)).toBe(0);
  expect(quotaMancante(0, 100)).toBe(100);
  expect(quotaMancante(1, 3)).toBe(67);
});
