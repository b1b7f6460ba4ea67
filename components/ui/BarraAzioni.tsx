import type { ReactNode } from 'react';

/** La barra in fondo alla pagina con la decisione da prendere; `testo` dice a che punto sei o perché non puoi ancora decidere. */
export const BarraAzioni = ({ testo, children }: { testo?: ReactNode; children: ReactNode }) => (
  <div className="actbar">
    <div className="wrap">
      <p>{testo}</p>
      {children}
    </div>
  </div>
);
