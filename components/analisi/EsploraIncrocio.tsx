'use client';

import { lazy, Suspense, useState } from 'react';
import type { DaEsplorare } from '@/lib/analisi/esplora';
import { MASSIMO_SERIE, tintaDi, trattoDi } from '../charts/serie';
import { Bottone } from '../ui/Bottone';

// il disegnatore pesa due terzi di ciò che una pagina può scaricare (docs/decisioni/0023): arriva solo a chi lo apre
const Grafico = lazy(() =>
  import('./GraficoEsplorabile').then(
    ({ GraficoEsplorabile }) => ({ default: GraficoEsplorabile }),
    () => ({ default: NonCaricato }),
  ),
);
const NonCaricato = () => (
  <p role="alert">Il grafico non si è caricato: controlla la rete e ricarica la pagina. La tabella ha gli stessi numeri.</p>
);

/** Quante voci si confrontano prima di scegliere: di più insieme non si distinguono a colpo d'occhio. */
const SUBITO = 4;

/** Il grafico interattivo di un'analisi: si sceglie quali colonne confrontare, si leggono i valori con il puntatore o con i tasti freccia. */
export const EsploraIncrocio = ({ dati }: { dati: DaEsplorare }) => {
  const { serie, nelTempo, senzaMomento, conNascoste } = dati;
  const [aperto, setAperto] = useState(false);
  const [scelte, setScelte] = useState(() => serie.slice(0, SUBITO).map((_, n) => n));
  const piene = scelte.length >= MASSIMO_SERIE;
  const scambia = (n: number) => setScelte(scelte.includes(n) ? scelte.filter((s) => s !== n) : [...scelte, n].sort((a, b) => a - b));
  return (
    <>
      <Bottone aria-expanded={aperto} aria-controls="grafico-da-esplorare" onClick={() => setAperto(!aperto)}>
        {aperto ? 'Chiudi il grafico' : 'Apri il grafico da esplorare'}
      </Bottone>
      <noscript>
        <p className="hint mt-2">Per esplorare il grafico serve JavaScript: la tabella ha gli stessi numeri.</p>
      </noscript>
      <div id="grafico-da-esplorare" className="mt-4">
        {aperto && (
          <>
            {serie.length > 1 && (
              <fieldset className="mb-4">
                <legend className="small">Che cosa confrontare</legend>
                <div className="flex flex-wrap gap-x-5 gap-y-2">
                  {serie.map(({ chiave, nome }, n) => (
                    <label key={chiave} className="small inline-flex items-center gap-2">
                      <input
                        type="checkbox"
                        checked={scelte.includes(n)}
                        disabled={piene && !scelte.includes(n)}
                        onChange={() => scambia(n)}
                      />
                      <Campione n={n} linea={nelTempo} />
                      {nome}
                    </label>
                  ))}
                </div>
                {piene && serie.length > MASSIMO_SERIE && (
                  <p className="hint mt-2">{`Al più ${MASSIMO_SERIE} per volta: togline una per sceglierne un’altra.`}</p>
                )}
              </fieldset>
            )}
            {scelte.length === 0 ? (
              <p className="second">Scegli almeno una voce da confrontare.</p>
            ) : (
              <Suspense fallback={<p role="status">Carico il grafico…</p>}>
                <Grafico dati={dati} scelte={scelte} />
              </Suspense>
            )}
            <p className="hint mt-2">
              {nelTempo ? 'Una linea per voce. ' : ''}
              {senzaMomento ? 'Chi non ha una data resta nella tabella. ' : ''}
              {conNascoste ? 'Le caselle nascoste, e quelle dette solo «almeno», non si disegnano. ' : ''}
              Gli stessi numeri sono nella tabella del risultato.
            </p>
          </>
        )}
      </div>
    </>
  );
};

/** Con quale tinta e quale tratto si disegna una voce. */
const Campione = ({ n, linea }: { n: number; linea: boolean }) => (
  <svg width={linea ? 28 : 14} height="14" aria-hidden="true">
    {linea ? (
      <line x2="28" y1="7" y2="7" stroke={tintaDi(n)} strokeWidth="2" strokeDasharray={trattoDi(n)} />
    ) : (
      <rect width="14" height="14" rx="2" fill={tintaDi(n)} />
    )}
  </svg>
);
