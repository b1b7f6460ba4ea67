import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATI_DA_SCEGLIERE } from '@/lib/attuazione/labels';
import { causeDiRitardo } from './cause';
import { causeFasi, DAL_RAPPORTO, FASI_CAUSA, filtraSostegni, intervisteDi, type Sostegno } from './causeFasi';
import { foglioCauseFasi } from './foglioCauseFasi';
import { filtra } from './pannello';
import type { AzioneLetta, DatiAttuazione, Onda } from './righe';

const CATEGORIE = ['minori', 'anziani'];
const azione = (progetto: string, codice: string, categoria: string | null): AzioneLetta => ({
  ...{ codice, progetto, ente: 'E1', titolo: codice, tipo: 'SERVIZIO', categoria, categoriaEnte: null },
  ...{ destinatari: [], inizioPrevisto: null, finePrevista: null, campiDimostrativi: [] },
});
const onda = (progetto: string, codice: string, stato: Onda['stato'], cause: string[], al = '2020-03-31'): Onda => ({
  ...{
    azione: codice,
    progetto,
    dal: '2020-01-01',
    al,
    approvatoIl: null,
    dimostrativo: false,
    stato,
    fonteStato: null,
    percentuale: null,
  },
  ...{ inizioEffettivo: null, fineStimata: null, fineEffettiva: null, realizzate: [] },
  cause: cause.map((causa) => ({ codice: causa, primaria: false, gravita: null, meseDal: null, meseAl: null, risolta: false })),
});
const dati = (resto: Partial<DatiAttuazione>): DatiAttuazione => ({
  ...{ bando: null, bandi: [], primaRilevazione: null, ambiti: [], quantita: [], sospensioni: [], causeProgetto: [], onde: [], azioni: [] },
  categorie: CATEGORIE.map((codice) => ({ codice, etichetta: codice, tipo: 'SERVIZIO', macro: null, tabella: '1.4' })),
  cause: ['C01', 'X01'].map((codice) => ({ codice, gruppo: 'coordinamento', etichetta: codice, dipendeRegione: false })),
  progetti: ['P01', 'P02'].map((codice, n) => ({
    codice,
    titolo: codice,
    territorio: codice,
    ambiti: [n + 1],
    approvazione: null,
    avvio: null,
  })),
  ...resto,
});
const sostegno = (altro: Partial<Sostegno>): Sostegno => ({
  ...{ causa: 'C01', numero: 19, intervista: 'i19', estratto: 'e1', progetto: 'P01', azione: null, fase: null },
  ...altro,
});

const DATI = dati({
  azioni: [azione('P01', 'A1', 'minori'), azione('P01', 'A2', 'anziani'), azione('P02', 'A1', 'minori')],
  onde: [
    onda('P01', 'A1', 'COMPLETATA', ['C01'], '2020-01-31'),
    onda('P01', 'A1', 'IN_CORSO', ['C01', 'X01']),
    onda('P01', 'A2', 'NON_AVVIATA', ['C01']),
    onda('P02', 'A1', 'SOSPESA', ['X01']),
  ],
  causeProgetto: [{ progetto: 'P02', al: '2020-03-31', cause: ['C01'] }],
});
const celle = (codice: string, sostegni: Sostegno[] = []) =>
  causeFasi(DATI, sostegni)
    .find((c) => c.codice === codice)
    ?.celle.map(({ categoria, fase, azioni, progetti, sostegni: suoi }) => [categoria.codice, fase, azioni, progetti.join(), suoi.length]);

describe('a mano', () => {
  test('vale l’ultima rilevazione di ogni azione, e la fase segue il suo stato; il progetto intero non ha categoria', () => {
    expect(celle('C01')).toEqual([
      ['minori', 'ATTUAZIONE', 1, 'P01', 0],
      ['anziani', 'PREPARAZIONE', 1, 'P01', 0],
      ['progetto_intero', 'NON_NOTA', 0, 'P02', 0],
    ]);
    expect(celle('X01')).toEqual([['minori', 'ATTUAZIONE', 2, 'P01,P02', 0]]);
  });

  test('un estratto sta nella categoria della sua azione e nella fase di cui parla; ciò che il rapporto cita sta a parte', () => {
    const sostegni = [
      sostegno({ azione: 'A1', fase: 'RENDICONTAZIONE' }),
      sostegno({ estratto: 'e2', fase: 'ATTUAZIONE' }),
      sostegno({ estratto: null, progetto: null, numero: 22, intervista: 'i22' }),
      sostegno({ causa: 'P+01', estratto: 'e3' }),
    ];
    expect(celle('C01', sostegni)).toEqual([
      ['minori', 'ATTUAZIONE', 1, 'P01', 0],
      ['minori', 'RENDICONTAZIONE', 0, '', 1],
      ['anziani', 'PREPARAZIONE', 1, 'P01', 0],
      ['progetto_intero', 'ATTUAZIONE', 0, '', 1],
      ['progetto_intero', 'NON_NOTA', 0, 'P02', 0],
      [DAL_RAPPORTO.codice, 'NON_NOTA', 0, '', 1],
    ]);
    const [prima] = causeFasi(DATI, sostegni);
    expect(prima).toMatchObject({ codice: 'C01', progetti: ['P01', 'P02'] });
    expect(intervisteDi(prima?.sostegni ?? []).map(({ numero }) => numero)).toEqual([19, 22]);
    expect(causeFasi(DATI, sostegni).at(-1)).toMatchObject({ codice: 'P+01', gruppo: 'Fattori positivi', progetti: [] });
    expect(foglioCauseFasi(DATI, sostegni).righe[1]).toEqual([
      'C01',
      'Coordinamento',
      'C01',
      'minori',
      'rendicontazione',
      0,
      null,
      'Int. 19',
      1,
    ]);
  });

  test('con un filtro restano i soli sostegni di ciò che si guarda', () => {
    const sostegni = [
      sostegno({ azione: 'A1' }),
      sostegno({ estratto: 'e2' }),
      sostegno({ estratto: null, progetto: null }),
      sostegno({ progetto: 'P02' }),
    ];
    const restano = (ambito: number | null, categoria: string | null) => {
      const filtri = { ambito, categoria };
      return filtraSostegni(sostegni, filtra(DATI, filtri), filtri).map((s) => sostegni.indexOf(s));
    };
    expect(restano(null, null)).toEqual([0, 1, 2, 3]);
    expect(restano(1, null)).toEqual([0, 1]);
    expect(restano(null, 'minori')).toEqual([0]);
    expect(restano(2, 'anziani')).toEqual([]);
  });
});

test('sommando categorie e fasi si ritrovano le azioni e i progetti della tabella delle cause', () => {
  const stato = fc.constantFrom(null, ...STATI_DA_SCEGLIERE);
  const qualche = fc.subarray(['C01', 'X01', 'ignota']);
  const unaAzione = fc.tuple(
    fc.constantFrom('P01', 'P02'),
    fc.constantFrom(null, ...CATEGORIE),
    fc.array(fc.tuple(stato, qualche), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(unaAzione, { maxLength: 8 }), qualche, (azioni, intere) => {
      const letti = dati({
        azioni: azioni.map(([progetto, categoria], n) => azione(progetto, `A${n}`, categoria)),
        onde: azioni.flatMap(([progetto, , onde], n) =>
          onde.map(([s, cause], mese) => onda(progetto, `A${n}`, s, cause, `2020-0${mese + 1}-28`)),
        ),
        causeProgetto: [{ progetto: 'P02', al: '2020-03-31', cause: intere }],
      });
      const lunghe = causeFasi(letti, []);
      const corte = causeDiRitardo(letti).righe;
      expect(lunghe.map(({ codice }) => codice).sort()).toEqual(corte.map(({ codice }) => codice).sort());
      for (const { codice, progetti, azioni: quante } of corte) {
        const lunga = lunghe.find((c) => c.codice === codice);
        expect(FASI_CAUSA.reduce((somma, fase) => somma + (lunga?.azioni[fase] ?? 0), 0)).toBe(quante);
        expect(lunga?.celle.reduce((somma, cella) => somma + cella.azioni, 0)).toBe(quante);
        expect(lunga?.progetti).toHaveLength(progetti);
      }
    }),
  );
});
