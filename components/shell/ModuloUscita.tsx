import type { ReactNode } from 'react';
import { routes } from '@/lib/routes';

/** Il modulo di «Esci» (app/(portale)/esci). Dentro c'è il suo bottone. */
export const ModuloUscita = ({ children }: { children: ReactNode }) => (
  <form method="post" action={routes.esci()}>
    {children}
  </form>
);
