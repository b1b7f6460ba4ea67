import type { Configurazione } from '@/lib/bandi/configurazione';
import type { EsitoGraduatoria } from './graduatoria';

type Etichetta = {
  testo: string;
  famiglia: 'positivo' | 'negativo' | 'fermo' | 'neutro' | 'tocca';
  icona: 'spunta-cerchio' | 'croce' | 'pausa' | 'barrato' | 'attenzione';
};

export const ETICHETTA_ESITO: Record<EsitoGraduatoria, Etichetta> = {
  IDONEA: { testo: 'Idonea', famiglia: 'positivo', icona: 'spunta-cerchio' },
  FINANZIABILE: { testo: 'Finanziabile', famiglia: 'positivo', icona: 'spunta-cerchio' },
  NON_FINANZIABILE: { testo: 'Idonea, risorse esaurite', famiglia: 'fermo', icona: 'pausa' },
  IMPORTO_MANCANTE: { testo: 'Idonea, importo da indicare', famiglia: 'tocca', icona: 'attenzione' },
  SOTTO_SOGLIA: { testo: 'Sotto soglia', famiglia: 'negativo', icona: 'croce' },
  NON_APPROVATA: { testo: 'Non approvata', famiglia: 'negativo', icona: 'croce' },
  RITIRATA: { testo: 'Ritirata', famiglia: 'neutro', icona: 'barrato' },
};

/** La regola della graduatoria in una frase, per la pagina e per il verbale. */
export function regolaInParole({ tipo, parita, griglia }: Pick<Configurazione, 'tipo' | 'parita' | 'griglia'>): string {
  if (tipo === 'SPORTELLO')
    return 'Bando a sportello: le domande sopra soglia si finanziano nell’ordine in cui sono state presentate, fino a esaurire le risorse.';
  if (tipo === 'NON_COMPETITIVO')
    return 'Bando non competitivo: ogni domanda ha l’importo che spetta ai suoi ambiti; i punteggi non escludono e non ordinano.';
  const titoli = parita.flatMap((chiave) => griglia.find((c) => c.chiave === chiave)?.titolo ?? []);
  const pari = titoli.length > 0 ? `chi ha più punti in ${titoli.map((t) => `«${t}»`).join(', poi in ')}, infine ` : '';
  return `Bando con graduatoria: prima chi ha più punti; a parità, ${pari}chi ha presentato prima. Le risorse si assegnano in ordine e per intero: la prima domanda che non trova capienza ferma lo scorrimento.`;
}
