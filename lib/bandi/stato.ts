export type FasePasso = 'IDEA' | 'AVVISO' | 'PROGETTO';
/** Un passo pubblicato: gli istanti sono ISO 8601. */
export type PassoPubblicato = { fase: FasePasso; apre: string; chiude: string | null };

export type StatoBando = 'BOZZA' | 'PROGRAMMATO' | 'APERTO' | 'IN_ATTESA' | 'CHIUSO';

/** Vero se in quell'istante il passo accetta domande: gli estremi sono compresi, come nel database. */
export const passoAperto = ({ apre, chiude }: PassoPubblicato, adesso: Date): boolean =>
  new Date(apre) <= adesso && (chiude === null || adesso <= new Date(chiude));

/** A che punto è un bando: in bozza finché non ha una versione; poi lo dicono i suoi passi. */
export function statoBando({ versione, passi }: { versione: number | null; passi: readonly PassoPubblicato[] }, adesso: Date): StatoBando {
  if (versione === null) return 'BOZZA';
  if (passi.some((p) => passoAperto(p, adesso))) return 'APERTO';
  if (passi.every((p) => p.chiude !== null && new Date(p.chiude) < adesso)) return 'CHIUSO';
  return passi.every((p) => new Date(p.apre) > adesso) ? 'PROGRAMMATO' : 'IN_ATTESA';
}

type EtichettaBando = {
  testo: string;
  famiglia: 'bozza' | 'positivo' | 'neutro' | 'finale';
  icona: 'matita' | 'pausa' | 'spunta-cerchio' | 'bandiera';
};

export const ETICHETTA_BANDO: Record<StatoBando, EtichettaBando> = {
  BOZZA: { testo: 'Bozza', famiglia: 'bozza', icona: 'matita' },
  PROGRAMMATO: { testo: 'Non ancora aperto', famiglia: 'neutro', icona: 'pausa' },
  APERTO: { testo: 'Aperto', famiglia: 'positivo', icona: 'spunta-cerchio' },
  IN_ATTESA: { testo: 'Tra un passo e l’altro', famiglia: 'neutro', icona: 'pausa' },
  CHIUSO: { testo: 'Chiuso', famiglia: 'finale', icona: 'bandiera' },
};

export const NOME_PASSO: Record<FasePasso, string> = {
  IDEA: 'Idea progettuale',
  AVVISO: 'Avviso per i partner',
  PROGETTO: 'Progetto definitivo',
};
export const NOME_TIPO_BANDO = {
  NON_COMPETITIVO: 'Non competitivo, con importi per ambito',
  COMPETITIVO: 'Competitivo, con graduatoria',
  SPORTELLO: 'A sportello, in ordine di arrivo',
} as const;
