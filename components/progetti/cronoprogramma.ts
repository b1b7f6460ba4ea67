import type { RigaGantt, ScalaGantt } from '@/components/ui/ganttScala';

type Azione = {
  inizioPrevisto: string | null;
  finePrevista: string | null;
  ultimo: { inizioEffettivo: string | null; fineStimata: string | null; fineEffettiva: string | null } | null;
};

const giorno = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const primoDelMese = (iso: string, mesiDopo = 0): Date =>
  new Date(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1 + mesiDopo, 1));

const dateDi = ({ inizioPrevisto, finePrevista, ultimo }: Azione): string[] =>
  [inizioPrevisto, finePrevista, ultimo?.inizioEffettivo, ultimo?.fineStimata, ultimo?.fineEffettiva].filter((data): data is string =>
    Boolean(data),
  );

/** Il calendario comune a tutte le azioni, a mesi interi; null se nessuna azione ha una data. `oggi` e `fineProgetto` AAAA-MM-GG. */
export function scalaDi(azioni: readonly Azione[], oggi: string, fineProgetto: string | null): ScalaGantt | null {
  const date = azioni.flatMap(dateDi).sort();
  const [prima] = date;
  const ultima = [...date, ...(fineProgetto ? [fineProgetto] : [])].sort().at(-1);
  return prima && ultima ? { inizio: primoDelMese(prima), fine: primoDelMese(ultima, 1), oggi: giorno(oggi) } : null;
}

/** I tratti di un'azione: il piano, ciò che è stato fatto (fino a oggi se non è finita) e da oggi alla fine stimata. */
export function rigaDi({ inizioPrevisto, finePrevista, ultimo }: Azione, oggi: string): RigaGantt {
  const riga: RigaGantt = {};
  if (inizioPrevisto && finePrevista) riga.previsto = { da: giorno(inizioPrevisto), a: giorno(finePrevista) };
  if (!ultimo) return riga;
  const { inizioEffettivo, fineEffettiva, fineStimata } = ultimo;
  if (inizioEffettivo) riga.effettivo = { da: giorno(inizioEffettivo), a: giorno(fineEffettiva ?? oggi) };
  if (!fineEffettiva && fineStimata && fineStimata > oggi) riga.stima = { da: giorno(oggi), a: giorno(fineStimata) };
  return riga;
}
