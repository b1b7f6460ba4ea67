import type { ReactNode } from 'react';

/** Quando non c'è ancora niente: che cosa comparirà qui e, se c'è, la sola cosa da fare. */
export const Vuoto = ({ titolo, children, azione }: { titolo: string; children?: ReactNode; azione?: ReactNode }) => (
  <div className="empty">
    <p className="legend">{titolo}</p>
    {children && <p className="second">{children}</p>}
    {azione}
  </div>
);
