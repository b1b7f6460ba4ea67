'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { classiBottone, type TagliaBottone, type VarianteBottone } from './Bottone';
import { Icona, type NomeIcona } from './Icona';

type Props = { etichetta: string; icona?: NomeIcona; variante?: VarianteBottone; taglia?: TagliaBottone; children: ReactNode };

/** Menu a comparsa sotto un bottone. È un `details`, quindi si apre anche senza JavaScript; con JavaScript si chiude con Esc o fuori. */
export const Menu = ({ etichetta, icona, variante = 'quieto', taglia = 36, children }: Props) => {
  const contenitore = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const nodo = contenitore.current;
    if (!nodo) return;
    const fuori = (evento: Event) => {
      if (nodo.open && !nodo.contains(evento.target as Node)) nodo.open = false;
    };
    const esc = (evento: KeyboardEvent) => {
      if (evento.key !== 'Escape' || !nodo.open) return;
      nodo.open = false;
      nodo.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', fuori);
    document.addEventListener('focusin', fuori);
    nodo.addEventListener('keydown', esc);
    return () => {
      document.removeEventListener('pointerdown', fuori);
      document.removeEventListener('focusin', fuori);
      nodo.removeEventListener('keydown', esc);
    };
  }, []);
  return (
    <details ref={contenitore} className="menu">
      <summary className={classiBottone({ variante, taglia })}>
        {icona && <Icona nome={icona} taglia={taglia < 44 ? 16 : 20} />}
        {etichetta}
        <Icona nome="giu" taglia={16} />
      </summary>
      <div className="pop menu__pop">{children}</div>
    </details>
  );
};
