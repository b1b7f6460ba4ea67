/**
 * Ciò che la fonte non dice e la dimostrazione inventa: importi, CUP, atti, date del piano, enti responsabili.
 * Ogni campo inventato è nominato in campi_dimostrativi, e il portale lo dice a chi legge.
 */

const EURO = 100;

/** Contributo assegnato ed euro richiesti, per progetto. Gli assegnati sommano alla dotazione del bando, 6.400.000 €. */
const IMPORTI: Record<string, [assegnato: number, richiesto: number]> = {
  P01: [598_400, 712_000],
  P02: [257_900, 290_000],
  P03: [239_100, 265_500],
  P04: [240_400, 240_400],
  P05: [237_000, 268_000],
  P06: [228_600, 255_000],
  P07: [179_000, 198_000],
  P08: [266_900, 301_200],
  P09: [228_400, 228_400],
  P10: [225_300, 252_700],
  P11: [867_000, 867_000],
  P12: [236_100, 262_000],
  P13: [246_300, 279_800],
  P14: [224_800, 240_000],
  P15: [226_900, 226_900],
  P16: [250_100, 283_000],
  P17: [395_600, 468_500],
  P18: [228_200, 254_000],
  P19: [216_000, 231_500],
  P20: [254_600, 297_000],
  P21: [271_100, 312_400],
  P22: [282_300, 340_000],
};

const CAMPI_PROGETTO = [
  'cup',
  'atto_approvazione',
  'data_approvazione',
  'data_avvio',
  'data_fine_prevista',
  'importo_richiesto_cents',
  'importo_assegnato_cents',
] as const;
const CAMPI_AZIONE = ['organizzazione_id', 'inizio_previsto', 'fine_prevista'] as const;

/** I fatti inventati di un progetto. Centesimi interi; date AAAA-MM-GG. */
export function fattiProgetto(codice: string) {
  const importi = IMPORTI[codice];
  if (!importi) throw new Error(`La dimostrazione non conosce il progetto ${codice}.`);
  const numero = Number(codice.slice(1));
  return {
    codice,
    importo_assegnato_cents: importi[0] * EURO,
    importo_richiesto_cents: importi[1] * EURO,
    // forma valida (lettera, due cifre, lettera, undici cifre), numero inventato
    cup: `J31H19${String(39_999 + numero * 10).padStart(9, '0')}`,
    atto_approvazione: 'D.D. 412 del 18 aprile 2019',
    data_approvazione: '2019-04-18',
    data_avvio: `2019-05-${String(2 + ((numero * 5) % 27)).padStart(2, '0')}`,
    data_fine_prevista: '2020-12-31',
    campi_dimostrativi: [...CAMPI_PROGETTO],
  };
}

type PianoAzione = { inizio: string; fine: string; responsabile?: string };

const PIANI: Record<string, PianoAzione> = {
  'P01.A01': { inizio: '2019-05-01', fine: '2020-12-31', responsabile: 'EG01' },
  'P01.A02': { inizio: '2019-06-01', fine: '2020-06-30', responsabile: 'EG04' },
  'P01.A03': { inizio: '2019-09-01', fine: '2020-12-31', responsabile: 'EG07' },
  'P01.A04': { inizio: '2019-09-01', fine: '2020-10-31', responsabile: 'EG01' },
  'P01.A05': { inizio: '2019-07-01', fine: '2020-09-30', responsabile: 'EG03' },
  'P05.A01': { inizio: '2019-07-01', fine: '2020-03-30' },
  'P05.A02': { inizio: '2019-11-01', fine: '2020-09-30' },
};
const INIZI = ['2019-06-01', '2019-07-01', '2019-09-01', '2019-10-01', '2019-11-01'] as const;
const FINI = ['2020-12-31', '2020-10-31', '2020-11-30', '2020-08-31'] as const;

/** Il piano inventato di un'azione: date AAAA-MM-GG e codice dell'ente che ne risponde, a turno tra quelli del progetto. */
export function pianoAzione(codice: string, ordine: number, enti: readonly string[]) {
  const piano = PIANI[codice] ?? { inizio: INIZI[ordine % INIZI.length] as string, fine: FINI[ordine % FINI.length] as string };
  return {
    codice,
    inizio_previsto: piano.inizio,
    fine_prevista: piano.fine,
    responsabile: piano.responsabile ?? (enti[(ordine - 1) % enti.length] as string),
    campi_dimostrativi: [...CAMPI_AZIONE],
  };
}

/** I periodi ordinari. Il numero 0 precede la rilevazione (numero 1) e c'è solo dove se ne racconta la relazione. */
export const PERIODI = {
  secondoSemestre2019: { numero: 0, dal: '2019-07-01', al: '2019-12-31', scadenza: '2020-01-31' },
  primoSemestre2020: { numero: 2, dal: '2020-01-01', al: '2020-06-30', scadenza: '2020-07-31' },
  secondoSemestre2020: { numero: 3, dal: '2020-07-01', al: '2020-12-31', scadenza: '2021-01-31' },
} as const;
export const CON_SECONDO_SEMESTRE_2019: readonly string[] = ['P02', 'P11', 'P22'];
