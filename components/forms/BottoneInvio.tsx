'use client';

import type { MouseEvent, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { classiBottone, type TagliaBottone, type VarianteBottone } from '../ui/Bottone';

type Props = {
  variante?: VarianteBottone;
  taglia?: TagliaBottone;
  largo?: boolean;
  /** Con più bottoni nello stesso modulo: quale è stato premuto. */
  nome?: string;
  valore?: string;
  inCorso?: string;
  children: ReactNode;
};

/** Invia il modulo. Durante l'invio resta dov'è e un secondo clic non invia di nuovo. */
export const BottoneInvio = ({ variante = 'primario', taglia, largo, nome, valore, inCorso = 'Invio in corso', children }: Props) => {
  const { pending, data } = useFormStatus();
  // Con più bottoni solo quello premuto mostra la rotella; tutti però ignorano altri clic.
  const mio = pending && (nome === undefined || data?.get(nome) === valore);
  const ferma = (evento: MouseEvent) => {
    if (pending) evento.preventDefault();
  };
  return (
    <button
      type="submit"
      name={nome}
      value={valore}
      className={classiBottone({ variante, taglia, largo })}
      aria-busy={mio || undefined}
      aria-disabled={pending || undefined}
      onClick={ferma}
    >
      {mio && <span className="spin" aria-hidden="true" />}
      {mio ? inCorso : children}
    </button>
  );
};
