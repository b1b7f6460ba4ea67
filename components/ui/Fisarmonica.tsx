import type { ReactNode } from 'react';

/** Un elenco di parti che si aprono al loro posto. */
export const Fisarmonica = ({ children }: { children: ReactNode }) => <ol className="acc">{children}</ol>;
