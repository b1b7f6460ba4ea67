'use client';

import { useEffect, useState } from 'react';
import { elenco } from '@/lib/format/elenco';
import type { FaseDomanda } from '@/lib/progetti/stati';
import { Icona } from '../ui/Icona';

const OGNI = 20_000; // ms

/** Chi altri ha aperto questa sezione adesso. Si aggiorna mentre la pagina è in vista; senza rete tace. */
export const ChiCe = ({ url, fase }: { url: string; fase: FaseDomanda }) => {
  const [persone, imposta] = useState<string[]>([]);
  useEffect(() => {
    const chiedi = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        const risposta = await fetch(url, {
          method: 'POST',
          body: JSON.stringify({ fase }),
          headers: { 'Content-Type': 'application/json' },
        });
        if (risposta.ok) imposta(((await risposta.json()) as { persone: string[] }).persone);
      } catch {
        imposta([]); // chi c'è non si sa: meglio tacere che dire il falso
      }
    };
    void chiedi();
    const timer = setInterval(() => void chiedi(), OGNI);
    const tornata = () => void chiedi();
    document.addEventListener('visibilitychange', tornata);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tornata);
    };
  }, [url, fase]);
  return (
    <p className="chi-ce small" role="status">
      {persone.length > 0 && (
        <>
          <Icona nome="persone" taglia={16} />
          {persone.length === 1 ? 'Ora è qui anche ' : 'Ora sono qui anche '}
          {elenco(persone)}
        </>
      )}
    </p>
  );
};
