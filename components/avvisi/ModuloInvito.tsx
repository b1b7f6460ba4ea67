'use client';

import { useActionState } from 'react';
import { STATO_INIZIALE, type StatoPubblico } from '@/lib/forms/formState';
import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoTesto } from '../forms/CampoTesto';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';

type Props = {
  action: (stato: StatoPubblico, dati: FormData) => Promise<StatoPubblico>;
  segreto: string;
  email: string;
  /** Quell'indirizzo ha già un account: non si sceglie nulla, si aggiunge il profilo. */
  registrato: boolean;
};

/** Chi è stato invitato apre il suo account, o aggiunge il profilo a quello che ha. */
export const ModuloInvito = ({ action, segreto, email, registrato }: Props) => {
  const [stato, invio] = useActionState<StatoPubblico, FormData>(action, STATO_INIZIALE);
  const esito = stato.status === 'fatto' ? STATO_INIZIALE : stato;
  const errori: Record<string, string[]> = esito.status === 'invalid' ? esito.errors : {};
  const valori: Record<string, string> = esito.status === 'idle' ? {} : esito.values;
  return (
    <form action={invio} noValidate className="grid gap-5">
      <RiepilogoErrori stato={esito} />
      <input type="hidden" name="segreto" value={segreto} />
      {registrato ? (
        <p>
          Con l’indirizzo <b>{email}</b> hai già un account. Aggiungi il profilo della tua organizzazione, poi entra con la password di
          sempre.
        </p>
      ) : (
        <div className="grid gap-5" key={JSON.stringify(valori)}>
          <p>
            Entrerai con l’indirizzo <b>{email}</b>.
          </p>
          <CampoTesto nome="nome" etichetta="Nome" autoComplete="given-name" valore={valori.nome} errore={errori.nome} />
          <CampoTesto nome="cognome" etichetta="Cognome" autoComplete="family-name" valore={valori.cognome} errore={errori.cognome} />
          <CampoTesto
            nome="password"
            etichetta="Password"
            type="password"
            autoComplete="new-password"
            aiuto="Almeno 12 caratteri. Una frase che ricordi è meglio di una parola con i simboli."
            errore={errori.password}
          />
          <CampoTesto nome="ripeti" etichetta="Ripeti la password" type="password" autoComplete="new-password" errore={errori.ripeti} />
        </div>
      )}
      <div className="btn-row">
        <BottoneInvio>{registrato ? 'Aggiungi il profilo' : 'Apri l’account'}</BottoneInvio>
      </div>
    </form>
  );
};
