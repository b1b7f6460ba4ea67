import { orfaniDi } from '@/lib/bandi/rebase';
import type { Valori } from '@/lib/domande/valori';
import { Callout } from '../ui/Callout';

/** I testi di campi che la nuova versione del bando non ha più: non si perdono, si copiano dove servono. */
export const TestiSenzaCampo = ({ valori }: { valori: Valori }) => {
  const orfani = orfaniDi(valori);
  if (orfani.length === 0) return null;
  return (
    <details className="senza-campo" open>
      <summary>Testi di campi che il bando non ha più</summary>
      <Callout>
        Erano scritti in una versione precedente del modulo. Copia qui ciò che ti serve nei campi di adesso; non fanno parte della domanda.
      </Callout>
      <dl>
        {orfani.map(({ id, etichetta, testo }) => (
          <div key={id}>
            <dt className="legend">{etichetta}</dt>
            <dd className="testo">{testo}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};
