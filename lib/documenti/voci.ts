import { type Configurazione, sezioniDi, vociDi } from '@/lib/bandi/configurazione';
import type { FaseDomanda } from '@/lib/progetti/stati';

/** Un posto dove si carica: una voce dell'elenco dei documenti del bando, o un campo «file» di una sezione. */
export type VoceDocumenti = {
  chiave: string;
  titolo: string;
  aiuto: string;
  obbligatorio: boolean;
  /** Quanti documenti al massimo. */
  massimo: number;
  /** La sezione del campo: chi non può scriverla non vi carica. */
  sezione: string | null;
};

const PER_VOCE = 20;
/** Documenti che il bando non chiede. */
export const ALTRO: VoceDocumenti = {
  chiave: 'altro',
  titolo: 'Altri documenti',
  aiuto: 'Solo se servono a capire la domanda: il bando non li chiede.',
  obbligatorio: false,
  massimo: PER_VOCE,
  sezione: null,
};

/** Dove si possono caricare documenti in una fase. La rimodulazione usa le voci del progetto. */
export function vociDocumenti(configurazione: Pick<Configurazione, 'sezioni' | 'documenti'>, fase: FaseDomanda): VoceDocumenti[] {
  const elenco = vociDi(configurazione.documenti, fase === 'IDEA' ? 'IDEA' : 'PROGETTO').map(({ chiave, titolo, aiuto, obbligatorio }) => ({
    chiave,
    titolo,
    aiuto,
    obbligatorio,
    massimo: PER_VOCE,
    sezione: null,
  }));
  const campi = sezioniDi(configurazione, fase).flatMap((sezione) =>
    sezione.campi
      .filter(({ tipo }) => tipo === 'file')
      .map((campo) => ({
        chiave: campo.chiave,
        titolo: campo.etichetta,
        aiuto: campo.aiuto || `Dalla sezione «${sezione.titolo}».`,
        obbligatorio: campo.obbligatorio,
        massimo: Math.min(campo.massimo ?? PER_VOCE, PER_VOCE),
        sezione: sezione.chiave,
      })),
  );
  return [...elenco, ...campi, ALTRO];
}
