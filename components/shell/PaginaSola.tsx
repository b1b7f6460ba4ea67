import type { ReactNode } from 'react';
import { Logo } from '../ui/Logo';
import { SkipLink } from './SkipLink';

/** Una pagina senza navigazione, per quando il portale non sa chi sei o non riesce a rispondere. Non legge dati. */
export const PaginaSola = ({ titolo, children }: { titolo: string; children: ReactNode }) => (
  <>
    <SkipLink />
    <header>
      <div className="head head--blue">
        <div className="wrap pb-[18px]">
          <a className="brand" href="/" aria-label="Cantiere, pagina iniziale">
            <Logo />
          </a>
        </div>
      </div>
    </header>
    <main id="contenuto" tabIndex={-1}>
      <div className="wrap">
        <div className="title pt-12">
          <h1>{titolo}</h1>
        </div>
        <div className="prose pt-4">{children}</div>
      </div>
    </main>
  </>
);
