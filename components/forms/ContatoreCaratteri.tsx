'use client';

import { useEffect, useState } from 'react';

type Props = { idCampo: string; id: string; massimo: number };

/** Quanti caratteri hai scritto su quanti ne puoi scrivere. Prima di JavaScript dice solo il massimo. */
export const ContatoreCaratteri = ({ idCampo, id, massimo }: Props) => {
  const [scritti, impostaScritti] = useState<number | null>(null);
  useEffect(() => {
    const campo = document.getElementById(idCampo);
    if (!(campo instanceof HTMLTextAreaElement)) return;
    const conta = () => impostaScritti([...campo.value].length);
    conta();
    campo.addEventListener('input', conta);
    return () => campo.removeEventListener('input', conta);
  }, [idCampo]);
  const oltre = scritti !== null && scritti > massimo;
  return (
    <p className={oltre ? 'count late' : 'count'} id={id}>
      {scritti === null ? `Fino a ${massimo} caratteri` : `${scritti} caratteri su ${massimo}`}
      {oltre && `: togline ${scritti - massimo}`}
    </p>
  );
};
