'use client';

import { type MouseEvent, type ReactNode, useRef } from 'react';
import { classiBottone, type TagliaBottone, type VarianteBottone } from './Bottone';

type Props = {
  id: string;
  titolo: string;
  apri: string;
  chiudi?: string;
  variante?: VarianteBottone;
  taglia?: TagliaBottone;
  children: ReactNode;
};

/**
 * Una domanda prima di una conseguenza. Il comando che la apre è un collegamento alla domanda stessa: senza JavaScript
 * il dialogo è una parte della pagina che compare quando l'indirizzo la nomina (`:target`). `children` contiene il modulo con il verbo.
 */
export const Dialogo = ({ id, titolo, apri, chiudi = 'Torna indietro', variante = 'primario', taglia, children }: Props) => {
  const dialogo = useRef<HTMLDialogElement>(null);
  const apriDialogo = (evento: MouseEvent) => {
    evento.preventDefault();
    dialogo.current?.showModal();
  };
  const chiudiDialogo = (evento: MouseEvent) => {
    if (!dialogo.current?.open) return;
    evento.preventDefault();
    dialogo.current.close();
  };
  return (
    <>
      <a id={`${id}-apri`} href={`#${id}`} className={classiBottone({ variante, taglia })} onClick={apriDialogo}>
        {apri}
      </a>
      <dialog ref={dialogo} id={id} className="dialog" aria-labelledby={`${id}-titolo`}>
        <h2 id={`${id}-titolo`}>{titolo}</h2>
        {children}
        <a href={`#${id}-apri`} className={`${classiBottone({ variante: 'quieto', taglia })} dialog__back`} onClick={chiudiDialogo}>
          {chiudi}
        </a>
      </dialog>
    </>
  );
};
