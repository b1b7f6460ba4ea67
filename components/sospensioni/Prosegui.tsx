'use client';

import { useActionState, useEffect, useRef } from 'react';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import { BottoneInvio } from '../forms/BottoneInvio';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  nascosti: Record<string, string>;
  /** Quanti sono gia sospesi, e quanti restano da trattare. */
  fatti: number;
  restano: number;
};

/** A che punto e una sospensione in blocco. Con JavaScript prosegue da se, un giro dopo l'altro; senza, si preme Continua. */
export const Prosegui = ({ action, nascosti, fatti, restano }: Props) => {
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
        <label htmlFor="a-che-punto">{`Progetti sospesi: ${fatti}. Ne restano ${restano}.`}</label>
      </p>
      <progress id="a-che-punto" value={fatti} max={fatti + restano} />
      <BottoneInvio variante="secondario" inCorso="Sospendo i prossimi">
        Continua
      </BottoneInvio>
    </form>
  );
};
