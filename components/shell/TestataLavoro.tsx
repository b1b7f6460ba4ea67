import type { ReactNode } from 'react';
import type { Voce } from '@/lib/navigazione';
import { Logo } from '../ui/Logo';
import { Statico } from '../ui/Statico';
import { BottoneMenu } from './BottoneMenu';
import { NavLavoro } from './NavLavoro';

type Props = {
  voci: readonly Voce[];
  casaHref: string;
  /** Ricerca e notifiche, quando ci sono. */
  strumenti?: ReactNode;
};

/** La testata bianca dell'area di lavoro: marchio, navigazione del ruolo, strumenti. Il marchio non è mai un `h1`. */
export const TestataLavoro = ({ voci, casaHref, strumenti }: Props) => (
  <div className="head">
    <div className="wrap">
      <Statico>
        <BottoneMenu idNav="nav-lavoro" />
        <a className="brand" href={casaHref} aria-label="Cantiere, pagina iniziale">
          <Logo />
        </a>
      </Statico>
      <NavLavoro id="nav-lavoro" voci={voci} />
      {strumenti && <div className="head__tools">{strumenti}</div>}
    </div>
  </div>
);
