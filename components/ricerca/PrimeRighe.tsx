import { numero } from '@/lib/format/euro';

/** Quante righe mostra una tabella chiusa: un programma da duemila progetti si legge nel file, non nella pagina. */
const MASSIMO_RIGHE = 200;

export const primeRighe = <T,>(righe: readonly T[]): readonly T[] => righe.slice(0, MASSIMO_RIGHE);

/** Quante righe restano fuori, e dove sono. */
export const AltreRighe = ({ righe }: { righe: readonly unknown[] }) =>
  righe.length > MASSIMO_RIGHE && (
    <p className="hint mt-2">
      Le prime {MASSIMO_RIGHE} di {numero(righe.length)} righe: le altre sono nel file da scaricare.
    </p>
  );
