import type { Mancanza } from '@/lib/domande/completezza';
import { Icona } from '../ui/Icona';

/** Che cosa manca alla sezione aperta: ogni voce porta al suo campo. Si aggiorna a ogni salvataggio. */
export const Mancanze = ({ mancanze }: { mancanze: readonly Mancanza[] }) =>
  mancanze.length > 0 && (
    <section aria-label="Per completare la sezione">
      <p className="legend">Per completare la sezione</p>
      <ul className="small elenco-manca">
        {mancanze.map(({ campo, messaggio }) => (
          <li key={campo}>
            <Icona nome="attenzione" taglia={16} />
            <a href={`#campo-${campo}`}>{messaggio}</a>
          </li>
        ))}
      </ul>
    </section>
  );
