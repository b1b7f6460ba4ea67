'use client';

import { useActionState, useEffect, useRef } from 'react';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import { BottoneInvio } from '../forms/BottoneInvio';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  nascosti: Record<string, string>;
  /** Quanti progetti sono già fatti, e quanti restano da trattare. */
  fatti: number;
  restano: number;
  /** Che cosa sono i fatti («sospesi»), e che cosa dice il pulsante mentre si lavora. */
  che: string;
  inCorso: string;
};

/** A che punto è una sospensione o una ripresa in blocco. Con JavaScript prosegue da sé, un giro dopo l'altro; senza, si preme Continua. */
export const Prosegui = ({ action, nascosti, fatti, restano, che, inCorso }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const modulo = useRef<HTMLFormElement>(null);
  const giro = nascosti.dopo;
  useEffect(() => {
    if (giro) modulo.current?.requestSubmit();
  }, [giro]);
  return (
    <form ref={modulo} action={invio} className="atto">
      <RiepilogoErrori stato={stato} />
      {Object.entries(nascosti).map(([nome, valore]) => (
        <input key={nome} type="hidden" name={nome} value={valore} />
      ))}
      <p role="status">
        <label htmlFor="a-che-punto">{`Progetti ${che}: ${fatti}. Ne restano ${restano}.`}</label>
      </p>
      <progress id="a-che-punto" value={fatti} max={fatti + restano} />
      <BottoneInvio variante="secondario" inCorso={inCorso}>
        Continua
      </BottoneInvio>
    </form>
  );
};
