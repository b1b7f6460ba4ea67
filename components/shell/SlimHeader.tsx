import type { ReactNode } from 'react';

type Props = {
  regione: string;
  /** Scritto solo fuori dall'esercizio: «Ambiente dimostrativo». */
  ambiente?: string;
  assistenzaHref: string;
  /** A destra: «Accedi» per chi non è entrato, il menu della persona per gli altri. */
  children: ReactNode;
};

/** La fascia sottile: l'amministrazione a cui il servizio appartiene e chi sei. */
export const SlimHeader = ({ regione, ambiente, assistenzaHref, children }: Props) => (
  <div className="slim">
    <div className="wrap">
      <span>{regione}</span>
      {ambiente && <span className="slim__demo">{ambiente}</span>}
      <div className="slim__end">
        <a href={assistenzaHref} className="slim__hide">
          Assistenza
        </a>
        {children}
      </div>
    </div>
  </div>
);
