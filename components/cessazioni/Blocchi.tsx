import type { Blocco } from '@/lib/cessazioni/rules';
import { Callout } from '../ui/Callout';

/** Che cosa impedisce di concludere, ciascuna voce dove si risolve. */
export const Blocchi = ({ blocchi }: { blocchi: Blocco[] }) => (
  <Callout tipo="attenzione" titolo="Il progetto non si può ancora concludere.">
    <ul>
      {blocchi.map(({ frase, href }) => (
        <li key={`${href} ${frase}`}>
          <a href={href}>{frase}</a>
        </li>
      ))}
    </ul>
  </Callout>
);
