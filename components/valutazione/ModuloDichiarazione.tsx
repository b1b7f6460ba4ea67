'use client';

import { useActionState } from 'react';
import { BottoneInvio } from '@/components/forms/BottoneInvio';
import { primoErrore } from '@/components/forms/descrizioneCampo';
import { RiepilogoErrori } from '@/components/forms/RiepilogoErrori';
import type { FormState } from '@/lib/forms/formState';
import { STATO_INIZIALE } from '@/lib/forms/formState';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  nascosti: Record<string, string>;
  /** Il proprio ente è nell'aggregazione: si può solo dichiarare il conflitto. */
  soloConflitto: boolean;
};

const NESSUNO = 'Non ho conflitti di interesse: né io né persone a me vicine abbiamo rapporti con gli enti che presentano la domanda.';
const PRESENTE = 'Ho un conflitto di interesse, anche solo potenziale: mi astengo.';

/** La dichiarazione che si rende prima di aprire la domanda. */
export const ModuloDichiarazione = ({ action, nascosti, soloConflitto }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const errore = stato.status === 'invalid' ? primoErrore(stato.errors.conflitto) : undefined;
  const opzioni = soloConflitto
    ? [['PRESENTE', PRESENTE]]
    : [
        ['NESSUNO', NESSUNO],
        ['PRESENTE', PRESENTE],
      ];
  return (
    <form action={invio} className="modulo modulo--stretto">
      <RiepilogoErrori stato={stato} />
      {Object.entries(nascosti).map(([nome, valore]) => (
        <input key={nome} type="hidden" name={nome} value={valore} />
      ))}
      <fieldset className={errore ? 'field field--err' : 'field'}>
        <legend>La tua dichiarazione</legend>
        {opzioni.map(([valore, etichetta], n) => (
          <label key={valore} className="checkline">
            <input
              type="radio"
              className="check"
              id={n === 0 ? 'conflitto' : undefined}
              name="conflitto"
              value={valore}
              defaultChecked={soloConflitto}
            />
            <span>{etichetta}</span>
          </label>
        ))}
      </fieldset>
      <p className="hint">La dichiarazione resta agli atti con data e ora, e non si cambia.</p>
      <div className="btn-row">
        <BottoneInvio>Dichiara</BottoneInvio>
      </div>
    </form>
  );
};
