import type { ReactNode } from 'react';
import { Callout } from './Callout';

/** Che cosa è appena riuscito, detto anche a chi non vede; nulla se non c'è nulla da dire. */
export const Fatto = ({ children }: { children: ReactNode }) =>
  children ? (
    <Callout tipo="successo" annuncia>
      {children}
    </Callout>
  ) : null;
