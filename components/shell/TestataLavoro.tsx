import type { ReactNode } from 'react';
import { Logo } from '../ui/Logo';
import { BottoneMenu } from './BottoneMenu';
import { NavRuolo, type VoceNav } from './NavRuolo';

type Props = {
  voci: VoceNav[];
  casaHref: string;
  /** Ricerca e notifiche, quando ci sono. */
  strumenti?: ReactNode;
};

/** La testata bianca dell'area di lavoro: marchio, navigazione del ruolo, strumenti. Il marchio non è mai un `h1`. */
export const TestataLavoro = ({ voci, casaHref, strumenti }: Props) => (
  <div className="head">
    <div className="wrap">
      <BottoneMenu idNav="nav-lavoro" />
      <a className="brand" href={casaHref} aria-label="Cantiere, pagina iniziale">
        <Logo />
      </a>
      <NavRuolo id="nav-lavoro" voci={voci} />
      {strumenti && <div className="head__tools">{strumenti}</div>}
    </div>
  </div>
);
