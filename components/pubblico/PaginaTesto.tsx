import type { ReactNode } from 'react';
import { Breadcrumb } from '../ui/Breadcrumb';
import { TitoloPagina } from '../ui/TitoloPagina';

type Props = { titolo: string; sottotitolo?: ReactNode; sopra?: { href: string; etichetta: string }; larga?: boolean; children: ReactNode };

/** Una pagina di solo testo dell'area pubblica. `sopra` è la pagina che la contiene, se non è quella iniziale. */
export const PaginaTesto = ({ titolo, sottotitolo, sopra, larga, children }: Props) => (
  <>
    <Breadcrumb voci={[{ href: '/', etichetta: 'Pagina iniziale' }, ...(sopra ? [sopra] : []), { etichetta: titolo }]} />
    <main id="contenuto" tabIndex={-1}>
      <div className="wrap">
        <TitoloPagina titolo={titolo} sottotitolo={sottotitolo} sottoPercorso />
        <div className={larga ? 'pt-6' : 'prose pt-6'}>{children}</div>
      </div>
    </main>
  </>
);
