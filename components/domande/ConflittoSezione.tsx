'use client';

import { useState } from 'react';
import type { Campo } from '@/lib/bandi/configurazione';
import { campiContesi, inTesto, type Scelta, uniti } from '@/lib/domande/confronto';
import type { ContestoModulo } from '@/lib/domande/contesto';
import type { Valori } from '@/lib/domande/valori';
import { Bottone } from '../ui/Bottone';
import { Callout } from '../ui/Callout';
import { DiffTesto } from '../ui/DiffTesto';
import type { ConflittoSezione as Conflitto } from './salvataggioSezione';

type Props = {
  conflitto: Conflitto;
  campi: readonly Campo[];
  /** Da dove si era partiti: dice chi dei due ha cambiato che cosa. */
  base: Valori;
  contesto: ContestoModulo;
  decidi: (valori: Valori, conflitto: Conflitto) => void;
};

const SCELTE = ['mio', 'loro', 'insieme'] as const;
const NOME_SCELTA: Record<Scelta, string> = { mio: 'Tieni il tuo', loro: 'Usa quello salvato', insieme: 'Unisci le righe' };
const PROPOSTA: Record<Scelta, string> = {
  mio: 'Qui hai scritto solo tu.',
  loro: 'Qui ha scritto solo l’altra persona.',
  insieme: 'Avete cambiato righe diverse: unite, non si perde nulla.',
};

/** Due persone hanno scritto la stessa sezione: campo per campo i due testi, con le parole diverse segnate, e la scelta. Nessuno viene sovrascritto da solo. */
export const ConflittoSezione = ({ conflitto, campi, base, contesto, decidi }: Props) => {
  const contesi = campiContesi(campi, base, conflitto.miei, conflitto.loro);
  const [scelte, scegli] = useState<Record<string, Scelta>>(() =>
    Object.fromEntries(contesi.flatMap(({ campo, proposta }) => (proposta ? [[campo.chiave, proposta]] : []))),
  );
  const mancano = contesi.filter(({ campo }) => !scelte[campo.chiave]).length;
  return (
    <section className="conflitto" aria-label="Due testi da mettere insieme">
      <Callout tipo="attenzione" titolo={conflitto.messaggio} annuncia />
      {contesi.map(({ campo, mio, loro, insieme, proposta }) => {
        const [loroTesto, mioTesto] = [inTesto(campo, loro, contesto), inTesto(campo, mio, contesto)];
        return (
          <fieldset key={campo.chiave} className="conflitto__campo">
            <legend>{campo.etichetta}</legend>
            {proposta && <p className="hint">{PROPOSTA[proposta]}</p>}
            <div className="two">
              <Testo titolo="Testo salvato" testo={loroTesto} />
              <Testo titolo="Il tuo testo" testo={mioTesto} />
            </div>
            <p className="legend small">Dal testo salvato al tuo</p>
            <DiffTesto prima={loroTesto} ora={mioTesto} />
            <div className="conflitto__scelta">
              {SCELTE.filter((scelta) => scelta !== 'insieme' || insieme).map((scelta) => (
                <label key={scelta} className="checkline">
                  <input
                    type="radio"
                    className="check"
                    name={`scelta-${campo.chiave}`}
                    checked={scelte[campo.chiave] === scelta}
                    onChange={() => scegli({ ...scelte, [campo.chiave]: scelta })}
                  />
                  <span>{NOME_SCELTA[scelta]}</span>
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
      {contesi.length === 0 && <p>I due testi sono uguali.</p>}
      <p className="small second">Dopo la scelta puoi ancora correggere il testo nel modulo, anche unendo i due.</p>
      <div className="btn-row">
        <Bottone
          variante="primario"
          aria-disabled={mancano > 0}
          onClick={() => mancano === 0 && decidi(uniti(conflitto.miei, conflitto.loro, contesi, scelte), conflitto)}
        >
          Salva le scelte
        </Bottone>
        {mancano > 0 && (
          <span className="small">{mancano === 1 ? 'Resta da scegliere 1 campo' : `Restano da scegliere ${mancano} campi`}</span>
        )}
      </div>
    </section>
  );
};

const Testo = ({ titolo, testo }: { titolo: string; testo: string }) => (
  <div>
    <p className="legend small">{titolo}</p>
    <p className="testo conflitto__testo">{testo || <span className="second">Vuoto</span>}</p>
  </div>
);
