'use client';

import { useEffect, useState } from 'react';
import { caratteri, parole } from '@/lib/domande/modulo';
import { numero } from '@/lib/format/euro';

type Props = { idCampo: string; id: string; massimo: number };

/** Caratteri e parole scritti, e quanti ne restano. Prima di JavaScript dice solo il massimo. */
export const ContatoreTesto = ({ idCampo, id, massimo }: Props) => {
  const [conto, imposta] = useState<{ caratteri: number; parole: number } | null>(null);
  useEffect(() => {
    const campo = document.getElementById(idCampo);
    if (!(campo instanceof HTMLTextAreaElement)) return;
    const conta = () => imposta({ caratteri: caratteri(campo.value), parole: parole(campo.value) });
    conta();
    campo.addEventListener('input', conta);
    return () => campo.removeEventListener('input', conta);
  }, [idCampo]);
  if (!conto)
    return (
      <p className="count" id={id}>
        Fino a {numero(massimo)} caratteri
      </p>
    );
  const oltre = conto.caratteri - massimo;
  return (
    <p className={oltre > 0 ? 'count late' : 'count'} id={id}>
      {numero(conto.caratteri)} caratteri su {numero(massimo)}, {conto.parole === 1 ? '1 parola' : `${numero(conto.parole)} parole`}
      {oltre > 0 && `: togline ${numero(oltre)}`}
    </p>
  );
};
