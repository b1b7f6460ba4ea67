'use client';

import { useActionState } from 'react';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoData } from '../forms/CampoTesto';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';

type Props = { action: (stato: FormState, dati: FormData) => Promise<FormState>; oggi: string };

/** Congelare i dati a una data. */
export const ModuloCongela = ({ action, oggi }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  return (
    <form action={invio} className="atto">
      <RiepilogoErrori stato={stato} idDi={(campo) => campo} />
      <CampoData
        key={stato.status}
        nome="data"
        etichetta="Data di riferimento"
        aiuto="Relazioni e classificazione a questa data; stato e importi dei progetti sono quelli di oggi."
        valore={stato.status === 'idle' ? oggi : stato.values.data}
        errore={stato.status === 'invalid' ? stato.errors.data : undefined}
      />
      <p className="hint">Un’istantanea non si cambia e non si cancella. Se gli stessi dati sono già congelati si apre quella che c’è.</p>
      <BottoneInvio inCorso="Congelo i dati">Congela i dati</BottoneInvio>
    </form>
  );
};
