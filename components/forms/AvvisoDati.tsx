'use client';

import { useEffect, useState } from 'react';
import { avvisoDati } from '@/lib/privacy/testoLibero';

/** Mentre si scrive: «Sembra esserci un codice fiscale…». Avvisa e basta; il testo non esce dalla pagina. */
export const AvvisoDati = ({ idCampo }: { idCampo: string }) => {
  const [avviso, imposta] = useState('');
  useEffect(() => {
    const campo = document.getElementById(idCampo);
    if (!(campo instanceof HTMLTextAreaElement)) return;
    const guarda = () => imposta(avvisoDati(campo.value));
    guarda();
    campo.addEventListener('input', guarda);
    return () => campo.removeEventListener('input', guarda);
  }, [idCampo]);
  return (
    <p className={avviso ? 'count late' : 'sr'} role="status">
      {avviso}
    </p>
  );
};
