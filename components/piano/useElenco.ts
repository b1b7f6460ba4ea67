'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Un elenco che si scrive a righe e viaggia nel modulo come JSON, in un campo nascosto. A ogni cambio avvisa il modulo con lo stesso evento di
 * chi digita: così il salvataggio automatico se ne accorge. La riga appena tolta si può rimettere al suo posto.
 */
export function useElenco<T extends { id: string }>(iniziale: readonly T[]) {
  const [righe, imposta] = useState<readonly T[]>(iniziale);
  const [tolta, ricorda] = useState<{ riga: T; posto: number } | null>(null);
  const [vivo, attiva] = useState(false);
  const nascosto = useRef<HTMLInputElement>(null);
  const mostrate = useRef(iniziale);

  useEffect(() => attiva(true), []);
  useEffect(() => {
    if (righe === mostrate.current) return;
    mostrate.current = righe;
    nascosto.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [righe]);

  const aggiungi = useCallback((riga: T) => imposta((prima) => [...prima, riga]), []);
  const cambia = useCallback(
    (id: string, cambio: Partial<T>) => imposta((prima) => prima.map((riga) => (riga.id === id ? { ...riga, ...cambio } : riga))),
    [],
  );
  const togli = (id: string) => {
    const posto = righe.findIndex((riga) => riga.id === id);
    const riga = righe[posto];
    if (!riga) return;
    ricorda({ riga, posto });
    imposta(righe.filter((altra) => altra.id !== id));
  };
  const rimetti = () => {
    if (tolta) imposta([...righe.slice(0, tolta.posto), tolta.riga, ...righe.slice(tolta.posto)]);
    ricorda(null);
  };
  return { righe, vivo, nascosto, aggiungi, cambia, togli, tolta: tolta?.riga ?? null, rimetti };
}
