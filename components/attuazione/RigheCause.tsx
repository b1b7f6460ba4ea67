'use client';

import { useState } from 'react';
import { GRUPPI_CAUSE } from '@/lib/attuazione/labels';
import type { CausaInElenco } from '@/lib/attuazione/queries';
import { CampoTesto } from '../forms/CampoTesto';
import { CasellaSpunta } from '../forms/CasellaSpunta';
import { Selezione } from '../forms/Selezione';
import { Bottone } from '../ui/Bottone';

type Props = {
  campi: Record<string, string>;
  cause: CausaInElenco[];
  errori: Record<string, string[]>;
  prefisso: string;
  avvisa: () => void;
  /** Le cause del periodo precedente, in una frase; nulla se non c'era. */
  prima?: string;
};

const quante = (campi: Record<string, string>): number => Object.keys(campi).filter((nome) => /^causa\.\d+\.codice$/.test(nome)).length;

/** Le cause del ritardo: quelle già scritte e una riga vuota; altre righe con JavaScript, o una per salvataggio senza. */
export const RigheCause = ({ campi, cause, errori, prefisso, avvisa, prima }: Props) => {
  const [righe, imposta] = useState(Math.max(1, quante(campi) + (quante(campi) === 0 ? 1 : 0)));
  const gruppi = Object.entries(GRUPPI_CAUSE).map(([gruppo, etichetta]) => ({
    etichetta,
    opzioni: cause
      .filter((c) => c.gruppo === gruppo)
      .map((c) => ({ valore: c.codice, etichetta: `${c.codice} ${c.etichetta}${c.dipendeRegione ? ' (dipende dalla Regione)' : ''}` })),
  }));
  return (
    <fieldset className="field" id={`${prefisso}cause`}>
      <legend>Cause del ritardo</legend>
      <p className="hint">
        Indica la causa principale e quelle che hanno pesato. Puoi segnalare anche una causa che dipende dalla Regione. Lascia vuoto «A» se
        dura ancora.
      </p>
      {prima && <p className="was">Prima: {prima}</p>}
      {errori.cause && <p className="err">{errori.cause[0]}</p>}
      {Array.from({ length: righe }, (_, n) => n).map((n) => (
        <fieldset key={n} className="causa-riga">
          <legend className="sr">Causa {n + 1}</legend>
          <Selezione
            nome={`causa.${n}.codice`}
            id={`${prefisso}causa.${n}.codice`}
            etichetta={`Causa ${n + 1}`}
            vuota="Nessuna"
            gruppi={gruppi}
            valore={campi[`causa.${n}.codice`]}
          />
          <CampoTesto
            nome={`causa.${n}.meseDal`}
            id={`${prefisso}causa.${n}.meseDal`}
            etichetta="Da (mm/aaaa)"
            larghezza="data"
            valore={campi[`causa.${n}.meseDal`]}
            errore={errori[`causa.${n}.meseDal`]}
          />
          <CampoTesto
            nome={`causa.${n}.meseAl`}
            id={`${prefisso}causa.${n}.meseAl`}
            etichetta="A (mm/aaaa)"
            larghezza="data"
            valore={campi[`causa.${n}.meseAl`]}
            errore={errori[`causa.${n}.meseAl`]}
          />
          <div className="causa-riga__scelte">
            <label className="checkline">
              <input type="radio" className="check" name="causaPrimaria" value={n} defaultChecked={campi.causaPrimaria === String(n)} />
              <span>Principale</span>
            </label>
            <CasellaSpunta
              nome={`causa.${n}.risolta`}
              id={`${prefisso}causa.${n}.risolta`}
              etichetta="Risolta"
              spuntata={campi[`causa.${n}.risolta`] === 'si'}
            />
          </div>
        </fieldset>
      ))}
      <Bottone
        variante="quieto"
        taglia={36}
        icona="piu"
        onClick={() => {
          imposta((prima) => prima + 1);
          avvisa();
        }}
      >
        Aggiungi una causa
      </Bottone>
    </fieldset>
  );
};
