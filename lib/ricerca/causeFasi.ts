import { FATTORI_POSITIVI, nomeGruppoCodici } from '@/lib/interviste/codici';
import type { Fase } from '@/lib/interviste/schema';
import { causeDelProgetto } from './cause';
import { chiaveAzione, gruppiPerCategoria, ultimeOnde } from './pannello';
import type { DatiAttuazione, Onda } from './righe';
import type { FiltriRicerca } from './schema';

/**
 * Cause × categoria × fase, con le interviste che le reggono. La fase di un'azione si legge dallo stato che l'ultima relazione approvata le dà: prima
 * dell'avvio si prepara, da avviata o sospesa si attua, conclusa si rendiconta. Quella di un brano la dice chi lo trascrive.
 */

export type FaseCausa = Fase | 'NON_NOTA';
export const FASI_CAUSA: readonly FaseCausa[] = ['PREPARAZIONE', 'ATTUAZIONE', 'RENDICONTAZIONE', 'NON_NOTA'];

/** Un estratto con un codice deciso, o (senza estratto) un'intervista che il rapporto cita per quella causa. Progetto e azione sono codici. */
export type Sostegno = {
  causa: string;
  numero: number;
  /** L'id dell'intervista. */
  intervista: string;
  estratto: string | null;
  progetto: string | null;
  azione: string | null;
  fase: Fase | null;
};

const PROGETTO_INTERO = { codice: 'progetto_intero', etichetta: 'Progetto intero' };
/** Le interviste del rapporto non dicono di quale categoria parlano. */
export const DAL_RAPPORTO = { codice: 'rapporto', etichetta: 'Citate dal rapporto' };

type Categoria = { codice: string; etichetta: string };
export type CellaCausa = {
  causa: string;
  categoria: Categoria;
  fase: FaseCausa;
  azioni: number;
  /** Codici, in ordine. */
  progetti: string[];
  sostegni: Sostegno[];
};
export type CausaConFasi = {
  codice: string;
  etichetta: string;
  gruppo: string;
  azioni: Record<FaseCausa, number>;
  progetti: string[];
  sostegni: Sostegno[];
  celle: CellaCausa[];
};

function faseDi(stato: Onda['stato']): FaseCausa {
  if (stato === 'NON_AVVIATA' || stato === 'IN_PREPARAZIONE') return 'PREPARAZIONE';
  if (stato === 'IN_CORSO' || stato === 'PARZIALMENTE_REALIZZATA' || stato === 'SOSPESA') return 'ATTUAZIONE';
  return stato === 'COMPLETATA' ? 'RENDICONTAZIONE' : 'NON_NOTA';
}

/** I soli sostegni delle azioni e dei progetti già filtrati; ciò che il rapporto cita per tutto il programma esce appena si filtra. */
export function filtraSostegni(
  sostegni: readonly Sostegno[],
  { progetti, azioni }: Pick<DatiAttuazione, 'progetti' | 'azioni'>,
  { ambito, categoria }: Pick<FiltriRicerca, 'ambito' | 'categoria'>,
): Sostegno[] {
  if (ambito === null && categoria === null) return [...sostegni];
  const visti = new Set(progetti.map(({ codice }) => codice));
  const viste = new Set(azioni.map(({ progetto, codice }) => chiaveAzione(progetto, codice)));
  return sostegni.filter(
    ({ progetto, azione }) =>
      progetto !== null && visti.has(progetto) && (categoria === null || (azione !== null && viste.has(chiaveAzione(progetto, azione)))),
  );
}

/** Le cause usate o raccontate, la più diffusa tra i progetti in alto, con le loro celle (categoria × fase) non vuote. */
export function causeFasi(dati: DatiAttuazione, sostegni: readonly Sostegno[]): CausaConFasi[] {
  const celle = new Map<string, CellaCausa>();
  const cella = (causa: string, categoria: Categoria, fase: FaseCausa): CellaCausa => {
    const chiave = [causa, categoria.codice, fase].join(' ');
    const trovata = celle.get(chiave) ?? { causa, categoria, fase, azioni: 0, progetti: [], sostegni: [] };
    celle.set(chiave, trovata);
    return trovata;
  };
  const conProgetto = (dove: CellaCausa, progetto: string) => {
    if (!dove.progetti.includes(progetto)) dove.progetti.push(progetto);
  };
  const gruppi = gruppiPerCategoria(dati);
  const categoriaDi = new Map(
    gruppi.flatMap(({ codice, etichetta, azioni }) =>
      azioni.map((a) => [chiaveAzione(a.progetto, a.codice), { codice, etichetta }] as const),
    ),
  );
  for (const onda of ultimeOnde(dati.onde).values()) {
    const categoria = categoriaDi.get(chiaveAzione(onda.progetto, onda.azione));
    if (!categoria) continue;
    for (const { codice } of onda.cause) {
      const dove = cella(codice, categoria, faseDi(onda.stato));
      dove.azioni += 1;
      conProgetto(dove, onda.progetto);
    }
  }
  for (const [progetto, cause] of causeDelProgetto(dati))
    for (const causa of cause) conProgetto(cella(causa, PROGETTO_INTERO, 'NON_NOTA'), progetto);
  for (const sostegno of sostegni) {
    const { causa, progetto, azione, fase } = sostegno;
    const chiave = progetto !== null && azione !== null ? chiaveAzione(progetto, azione) : '';
    const categoria = progetto === null ? DAL_RAPPORTO : (categoriaDi.get(chiave) ?? PROGETTO_INTERO);
    cella(causa, categoria, fase ?? 'NON_NOTA').sostegni.push(sostegno);
  }
  return raccolte(dati, [...celle.values()]);
}

function raccolte(dati: DatiAttuazione, celle: readonly CellaCausa[]): CausaConFasi[] {
  const vocabolario = new Map([...dati.cause, ...FATTORI_POSITIVI].map((voce) => [voce.codice, voce]));
  const ordine = new Map([...gruppiPerCategoria(dati), PROGETTO_INTERO, DAL_RAPPORTO].map(({ codice }, posto) => [codice, posto]));
  const posto = ({ categoria, fase }: CellaCausa) => (ordine.get(categoria.codice) ?? 0) * FASI_CAUSA.length + FASI_CAUSA.indexOf(fase);
  const codici = [...new Set(celle.map(({ causa }) => causa))];
  return codici
    .map((codice) => {
      const sue = celle.filter(({ causa }) => causa === codice).sort((a, b) => posto(a) - posto(b));
      const { etichetta = codice, gruppo = 'altro' } = vocabolario.get(codice) ?? {};
      return {
        ...{ codice, etichetta, gruppo: nomeGruppoCodici(gruppo) },
        azioni: Object.fromEntries(
          FASI_CAUSA.map((fase) => [fase, sue.filter((c) => c.fase === fase).reduce((somma, { azioni }) => somma + azioni, 0)]),
        ) as Record<FaseCausa, number>,
        progetti: [...new Set(sue.flatMap(({ progetti }) => progetti))].sort(),
        sostegni: sue.flatMap((c) => c.sostegni),
        celle: sue.map((c) => ({ ...c, progetti: [...c.progetti].sort() })),
      };
    })
    .sort((a, b) => b.progetti.length - a.progetti.length || b.sostegni.length - a.sostegni.length || a.codice.localeCompare(b.codice));
}

/** Le interviste di un gruppo di sostegni, ciascuna una volta, dal numero più basso. */
export const intervisteDi = (sostegni: readonly Sostegno[]): { numero: number; intervista: string }[] =>
  [...new Map(sostegni.map(({ numero, intervista }) => [intervista, { numero, intervista }])).values()].sort((a, b) => a.numero - b.numero);
