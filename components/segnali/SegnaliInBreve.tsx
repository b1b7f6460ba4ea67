import type { Segnale } from '@/lib/segnali/rules';
import { BadgeGravita } from './RigaSegnale';

type Props = {
  /** Già in ordine per chi legge (lib/segnali/queries). */
  segnali: readonly Segnale[];
  /** Dove si leggono tutti. */
  href: string;
  /** Quanti mostrarne; gli altri si contano. */
  massimo?: number;
  /** Quanti sono in tutto, se `segnali` è solo l'inizio dell'elenco. */
  totale?: number;
  /** Fuori dalla pagina di un progetto si dice di quale progetto è ciascuno. */
  conProgetto?: boolean;
};

/** I primi segnali, con la spiegazione e chi può agire: per la pagina del progetto e per i cruscotti. Componente puro. */
export const SegnaliInBreve = ({ segnali, href, massimo = 3, totale = segnali.length, conProgetto = false }: Props) => {
  if (segnali.length === 0)
    return <p className="small muted">Nessun segnale: relazioni, azioni e richieste sono dentro i tempi che il portale conosce.</p>;
  const altri = totale - Math.min(massimo, segnali.length);
  return (
    <>
      <ul className="segnali segnali--brevi">
        {segnali.slice(0, massimo).map((segnale) => (
          <li key={segnale.chiave}>
            <BadgeGravita gravita={segnale.gravita} />
            <p>
              <a href={segnale.href}>{segnale.titolo}</a>
            </p>
            <p className="meta">
              {conProgetto && `${segnale.progetto}. `}
              <b>Può agire</b>: {segnale.chiPuoAgire}.
            </p>
          </li>
        ))}
      </ul>
      <p className="pt-2">
        <a href={href}>{tuttiGliAltri(altri)}</a>
      </p>
    </>
  );
};

function tuttiGliAltri(altri: number): string {
  if (altri === 1) return 'Un altro segnale, con la spiegazione di ciascuno';
  return altri > 0 ? `Altri ${altri} segnali, con la spiegazione di ciascuno` : 'Tutti i segnali, con la spiegazione';
}
