import type { Squilibrio } from '@/lib/piano/squilibri';
import { Icona } from '../ui/Icona';

/** Dove il quadro non torna, una frase per riga; niente se torna. */
export const Squilibri = ({ squilibri }: { squilibri: readonly Squilibrio[] }) =>
  squilibri.length === 0 ? null : (
    <ul className="squilibri">
      {squilibri.map(({ messaggio }) => (
        <li key={messaggio} className="err">
          <Icona nome="attenzione" taglia={16} />
          <span>{messaggio}</span>
        </li>
      ))}
    </ul>
  );
