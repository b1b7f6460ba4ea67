'use client';

import { type RefObject, useEffect, useState } from 'react';
import { creaSalvataggio, type OpzioniSalvataggio, type StatoSezione } from './salvataggioSezione';

const FERMO: StatoSezione = { stato: 'fermo', testo: '', errori: {}, conflitto: null };

/** Le coppie del modulo come testo, senza i campi di servizio. */
export const grezziDi = (modulo: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(modulo)].flatMap(([nome, v]) => (typeof v === 'string' && !/^[$_]/.test(nome) ? [[nome, v]] : [])));

/** Il salvataggio di una sezione legato alla pagina: riprova quando torna la rete, salva quando la pagina si nasconde, avvisa se uscire perderebbe del testo. */
export function useSalvataggioSezione(modulo: RefObject<HTMLFormElement | null>, opzioni: Omit<OpzioniSalvataggio, 'leggi' | 'mostra'>) {
  const [stato, mostra] = useState(FERMO);
  const [salvataggio] = useState(() => creaSalvataggio({ ...opzioni, mostra, leggi: () => modulo.current && grezziDi(modulo.current) }));
  useEffect(() => {
    const { salva, aRischio } = salvataggio;
    const nascosta = () => {
      if (document.visibilityState === 'hidden') void salva(true);
    };
    const chiude = () => void salva(true);
    const tornata = () => void salva();
    const avvisa = (evento: BeforeUnloadEvent) => {
      if (aRischio()) evento.preventDefault();
    };
    document.addEventListener('visibilitychange', nascosta);
    window.addEventListener('pagehide', chiude);
    window.addEventListener('online', tornata);
    window.addEventListener('beforeunload', avvisa);
    return () => {
      document.removeEventListener('visibilitychange', nascosta);
      window.removeEventListener('pagehide', chiude);
      window.removeEventListener('online', tornata);
      window.removeEventListener('beforeunload', avvisa);
      void salva(true);
    };
  }, [salvataggio]);
  return { stato, ...salvataggio };
}
