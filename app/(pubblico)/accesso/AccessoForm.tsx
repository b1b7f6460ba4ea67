'use client';

import { type ReactNode, useActionState } from 'react';
import { BottoneInvio } from '@/components/forms/BottoneInvio';
import { CampoTesto } from '@/components/forms/CampoTesto';
import { RiepilogoErrori } from '@/components/forms/RiepilogoErrori';
import { STATO_INIZIALE } from '@/lib/forms/formState';
import { accediAction } from './actions';
import { CampoPassword } from './CampoPassword';

/** Il modulo di accesso; i figli (gli account dimostrativi) ne fanno parte, con bottoni propri. I controlli li fa il server, con le sue parole. */
export const AccessoForm = ({ torna, children }: { torna?: string; children?: ReactNode }) => {
  const [stato, azione] = useActionState(accediAction, STATO_INIZIALE);
  const errori = stato.status === 'invalid' ? stato.errors : {};
  const email = stato.status === 'idle' ? undefined : stato.values.email;
  return (
    <form action={azione} noValidate className="grid gap-5">
      <RiepilogoErrori stato={stato} />
      {torna && <input type="hidden" name="torna" value={torna} />}
      <CampoTesto
        nome="email"
        etichetta="Email di lavoro"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        valore={email}
        errore={errori.email}
      />
      <CampoPassword errore={errori.password} />
      <div className="btn-row">
        <BottoneInvio inCorso="Accesso in corso">Accedi</BottoneInvio>
      </div>
      {children}
    </form>
  );
};
