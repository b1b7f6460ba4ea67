import { describe, expect, test } from 'vitest';
import type { ContenutoVersione, Partner } from '@/lib/domande/valori';
import { ENTI, unAzione, unaVoce, uuid } from '@/tests/support/piano';
import { applica, operazioniTra } from './operazioni';
import { ostacoli, type RegoleModifica } from './ostacoli';

const [iris, cissabo] = ENTI;
const partner: Partner[] = [
  { organizzazioneId: uuid(901), denominazione: iris?.denominazione ?? '', ruolo: 'CAPOFILA' },
  { organizzazioneId: uuid(902), denominazione: cissabo?.denominazione ?? '', ruolo: 'PARTNER_GESTORE' },
];
const base: ContenutoVersione = {
  titolo: 'P',
  fase: 'PROGETTO',
  bando: { titolo: 'B', versione: 1 },
  partner,
  ambiti: [],
  sezioni: {},
  documenti: [],
  piano: {
    azioni: [unAzione(1), unAzione(2, { organizzazioneId: uuid(902) })],
    voci: [unaVoce(1, 1, 60_000), unaVoce(2, 2, 40_000, { organizzazioneId: uuid(902) })],
  },
  anagrafica: { referente: null, email: null, telefono: null, sede: null, iban: null, intestatario: null },
};
const regole: RegoleModifica = {
  categorieCosto: [{ codice: 'personale', etichetta: 'Personale' }],
  categorieIntervento: [{ codice: 'CATEGORIA', etichetta: 'C', tipo: 'SERVIZIO' }],
  gruppi: [{ codice: 'GRUPPO', etichetta: 'G' }],
  assegnatoCents: '100000',
  dal: '2019-05-01',
  al: '2020-10-31',
  enti: ENTI.map(({ organizzazioneId, denominazione }) => ({ id: organizzazioneId, nome: denominazione })),
  codiciTolti: ['A9'],
};
type Piano = NonNullable<ContenutoVersione['piano']>;
const con = (cambio: Partial<Piano>, altro: Partial<ContenutoVersione> = {}): ContenutoVersione => ({
  ...base,
  ...altro,
  piano: { ...(base.piano as Piano), ...cambio },
});
const azioni = (cambio: Parameters<typeof unAzione>[1]) => [unAzione(1, cambio), unAzione(2, { organizzazioneId: uuid(902) })];
const voci = (contributo: number) => [unaVoce(1, 1, contributo), unaVoce(2, 2, 40_000, { organizzazioneId: uuid(902) })];

describe('ostacoli', () => {
  test('il piano in vigore non ne ha', () => expect(ostacoli(base, base, regole)).toEqual([]));

  test.each<[string, ContenutoVersione, RegExp]>([
    ['oltre l’assegnato', con({ voci: voci(60_001) }), /Il contributo diventa 1\.000,01\s€: supera di 0,01\s€/],
    ['prima dell’inizio del progetto', con({ azioni: azioni({ inizio: '2019-04-30' }) }), /comincia prima/],
    ['dopo la fine del progetto', con({ azioni: azioni({ fine: '2020-11-01' }) }), /finisce dopo la fine/],
    ['fine prima dell’inizio', con({ azioni: azioni({ inizio: '2020-05-02', fine: '2020-05-01' }) }), /la fine viene prima/],
    ['categoria di un altro tipo', con({ azioni: azioni({ tipo: 'AZIONE' }) }), /categoria di intervento/],
    ['responsabile estraneo', con({ azioni: azioni({ organizzazioneId: uuid(999) }) }), /non fa parte dell’aggregazione/],
    ['azione senza costi', con({ voci: voci(60_000).slice(1) }), /non ha alcun costo/],
    [
      'categoria di costo estranea',
      con({ voci: [...voci(50_000), unaVoce(3, 1, 1, { categoria: 'viaggi' })] }),
      /categoria di costo del bando/,
    ],
    [
      'codice di un’azione tolta',
      con({ azioni: [...azioni({}), unAzione(9)], voci: [...voci(50_000), unaVoce(9, 9, 1)] }),
      /A9 era di un’azione tolta/,
    ],
    [
      'chi esce con le sue azioni',
      con({}, { partner: partner.slice(0, 1) }),
      /Per far uscire Consorzio CISSABO assegna a un altro ente: azione A2/,
    ],
    ['senza capofila', con({}, { partner: partner.map((p) => ({ ...p, ruolo: 'ALTRO' as const })) }), /un ente capofila, e uno solo/],
    [
      'ente sconosciuto',
      con({}, { partner: [...partner, { organizzazioneId: uuid(950), denominazione: 'Ignoto', ruolo: 'ALTRO' }] }),
      /Ignoto non è tra gli enti/,
    ],
    [
      'IBAN sbagliato',
      con({}, { anagrafica: { ...base.anagrafica, iban: 'IT60X0542811101000000123457' } as ContenutoVersione['anagrafica'] }),
      /IBAN/,
    ],
    ['email sbagliata', con({}, { anagrafica: { ...base.anagrafica, email: 'ufficio' } as ContenutoVersione['anagrafica'] }), /email/],
    ['titolo vuoto', con({ azioni: azioni({ titolo: ' ' }) }), /scrivi il titolo/],
    [
      'destinatari a zero',
      con({ azioni: azioni({ destinatari: [{ id: 'd1', gruppo: 'GRUPPO', quantita: 0, unita: 'persone' }] }) }),
      /quanti destinatari/,
    ],
  ])('%s', (_, nuovo, frase) => {
    expect(ostacoli(base, nuovo, regole).join(' ')).toMatch(frase);
  });

  test('chi esce dopo aver lasciato le azioni non lascia nulla: le voci passano al responsabile', () => {
    const voluto = con({ azioni: [unAzione(1), unAzione(2)] }, { partner: partner.slice(0, 1) });
    const dopo = applica(base, operazioniTra(base, voluto, 'partner'));
    expect(ostacoli(base, dopo, regole)).toEqual([]);
    expect(dopo.piano?.voci.map(({ organizzazioneId }) => organizzazioneId)).toEqual([uuid(901), uuid(901)]);
  });

  test('ciò che già non tornava nel piano importato non ferma una modifica che non lo tocca', () => {
    const importato = con({ azioni: azioni({ inizio: null, categoria: null, destinatari: [] }), voci: [] });
    const nuovo = {
      ...importato,
      piano: { azioni: azioni({ inizio: null, categoria: null, destinatari: [], titolo: 'Nuovo' }), voci: [] },
    };
    expect(ostacoli(importato, nuovo, { ...regole, categorieCosto: [], assegnatoCents: null })).toEqual([]);
  });

  test('togliere una riga non fa sembrare nuovi i difetti delle righe che salgono di posto', () => {
    const rotta = con({ voci: [...voci(60_000), unaVoce(3, 1, 0, { categoria: 'viaggi' })] });
    const nuovo = con({ voci: [unaVoce(2, 2, 40_000, { organizzazioneId: uuid(902) }), unaVoce(3, 1, 0, { categoria: 'viaggi' })] });
    expect(ostacoli(rotta, nuovo, regole).filter((frase) => frase.includes('categoria'))).toEqual([]);
  });
});
