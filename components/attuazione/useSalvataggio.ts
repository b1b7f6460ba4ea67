'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Dichiarazione } from '@/lib/attuazione/queries';

/** Ciò che risponde la route del salvataggio (vedi EsitoSalvataggio). */
type Risposta =
  | { esito: 'salvato'; rev: number; alle: string; manca: { campo: string; messaggio: string }[]; avvisi: string[] }
  | { esito: 'campi'; errori: Record<string, string[]> }
  | { esito: 'conflitto'; messaggio: string; rev: number; loro: Dichiarazione | null }
  | { esito: 'rifiutato'; messaggio: string }
  | { esito: 'sessione' };

export type Salvataggio = {
  stato: 'fermo' | 'inCorso' | 'salvato' | 'nonSalvato';
  testo: string;
  errori: Record<string, string[]>;
  manca: { campo: string; messaggio: string }[] | null;
  avvisi: string[] | null;
  conflitto: { messaggio: string; rev: number; loro: Dichiarazione | null } | null;
};

const ATTESA = 900; // ms dopo l'ultimo tasto
const RIPROVA = 5000; // ms, se manca la rete

const FERMO: Salvataggio = { stato: 'fermo', testo: '', errori: {}, manca: null, avvisi: null, conflitto: null };

const daTenere = (modulo: HTMLFormElement): string => JSON.stringify([...new FormData(modulo)].filter(([nome]) => !nome.startsWith('$')));

/**
 * Salva il modulo mentre si scrive, in fila (mai due salvataggi insieme), anche mentre la pagina si chiude. Se non riesce (rete, sessione,
 * un valore da correggere) ciò che è scritto resta nel browser e torna alla riapertura. `chiave` distingue le bozze locali.
 */
export function useSalvataggio(modulo: RefObject<HTMLFormElement | null>, url: string, chiave: string, revIniziale: number) {
  const [salvataggio, imposta] = useState<Salvataggio>(FERMO);
  const rev = useRef(revIniziale);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const inVolo = useRef<Promise<void> | null>(null);
  const sporco = useRef(false);
  const fermato = useRef(false);

  const salva = useCallback(
    async (chiudendo = false): Promise<void> => {
      clearTimeout(timer.current);
      if (!modulo.current || fermato.current || !sporco.current) return;
      if (inVolo.current && !chiudendo) {
        await inVolo.current;
        return salva();
      }
      const copia = daTenere(modulo.current);
      const dati = new FormData(modulo.current);
      dati.set('rev', String(rev.current));
      sporco.current = false;
      localStorage.setItem(chiave, copia);
      const questo = (async () => {
        imposta((prima) => ({ ...prima, stato: 'inCorso', testo: 'Salvataggio in corso' }));
        try {
          const risposta = await fetch(url, { method: 'POST', body: dati, keepalive: chiudendo, headers: { Accept: 'application/json' } });
          const corpo = (await risposta.json()) as Risposta;
          ricevi(corpo);
        } catch {
          sporco.current = true;
          imposta((prima) => ({
            ...prima,
            stato: 'nonSalvato',
            testo: 'Non salvato: sei senza rete. Il testo resta qui, riprovo da solo.',
          }));
          timer.current = setTimeout(() => void salva(), RIPROVA);
        }
      })();
      inVolo.current = questo;
      await questo;
      inVolo.current = null;

      function ricevi(corpo: Risposta) {
        if (corpo.esito === 'salvato') {
          rev.current = corpo.rev;
          if (!sporco.current) localStorage.removeItem(chiave);
          const { alle, manca, avvisi } = corpo;
          imposta({ stato: 'salvato', testo: `Salvato alle ${alle}`, errori: {}, manca, avvisi, conflitto: null });
        } else if (corpo.esito === 'campi') {
          const quanti = Object.keys(corpo.errori).length;
          imposta((prima) => ({
            ...prima,
            stato: 'nonSalvato',
            testo: quanti === 1 ? 'Non salvato: 1 valore da correggere' : `Non salvato: ${quanti} valori da correggere`,
            errori: corpo.errori,
          }));
        } else if (corpo.esito === 'conflitto') {
          fermato.current = true;
          imposta((prima) => ({ ...prima, stato: 'nonSalvato', testo: 'Non salvato: qualcun altro ha scritto', conflitto: corpo }));
        } else if (corpo.esito === 'sessione') {
          sporco.current = true;
          imposta((prima) => ({
            ...prima,
            stato: 'nonSalvato',
            testo:
              'Non salvato: la sessione è scaduta. Il testo resta in questa pagina: accedi in un’altra scheda e continua a scrivere qui.',
          }));
          timer.current = setTimeout(() => void salva(), RIPROVA);
        } else {
          fermato.current = true;
          imposta((prima) => ({ ...prima, stato: 'nonSalvato', testo: `Non salvato. ${corpo.messaggio}` }));
        }
      }
    },
    [chiave, modulo, url],
  );

  const scritto = useCallback(() => {
    sporco.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void salva(), ATTESA);
  }, [salva]);

  /** Dopo un conflitto: la persona tiene il suo testo, che da qui in poi parte dalla revisione altrui. */
  const tieniIlMio = useCallback(
    (revAltrui: number) => {
      rev.current = revAltrui;
      fermato.current = false;
      sporco.current = true;
      imposta((prima) => ({ ...prima, conflitto: null }));
      void salva();
    },
    [salva],
  );
  const scartaIlMio = useCallback(() => {
    localStorage.removeItem(chiave);
    location.reload();
  }, [chiave]);

  useEffect(() => {
    const chiude = () => {
      if (document.visibilityState === 'hidden') void salva(true);
    };
    document.addEventListener('visibilitychange', chiude);
    window.addEventListener('pagehide', chiude);
    return () => {
      document.removeEventListener('visibilitychange', chiude);
      window.removeEventListener('pagehide', chiude);
      void salva(true);
    };
  }, [salva]);

  return { salvataggio, scritto, salva, tieniIlMio, scartaIlMio };
}

/** La bozza rimasta nel browser da un salvataggio non riuscito, se c'è. */
export function bozzaLocale(chiave: string): [string, string][] | null {
  const testo = localStorage.getItem(chiave);
  if (!testo) return null;
  try {
    return JSON.parse(testo) as [string, string][];
  } catch {
    localStorage.removeItem(chiave); // scritta a metà: non si può riprendere
    return null;
  }
}
