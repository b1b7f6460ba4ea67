'use client';

import { useActionState } from 'react';
import { STATO_INIZIALE, type StatoPubblico } from '@/lib/forms/formState';
import { BottoneInvio } from '../forms/BottoneInvio';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { Callout } from '../ui/Callout';

type Props = { action: (stato: StatoPubblico, dati: FormData) => Promise<StatoPubblico>; segreto: string };

/** Un bottone e non la sola apertura del collegamento: i programmi che controllano la posta aprono i collegamenti da soli. */
export const ModuloConferma = ({ action, segreto }: Props) => {
  const [stato, invio] = useActionState<StatoPubblico, FormData>(action, STATO_INIZIALE);
  if (stato.status === 'fatto')
    return (
      <Callout tipo="successo" titolo="La candidatura è inviata." annuncia>
        La legge solo l’ente che ha pubblicato l’avviso. Dopo la chiusura la esamina con i criteri dell’avviso e ti scrive l’esito
        all’indirizzo che hai indicato.
      </Callout>
    );
  return (
    <form action={invio} className="grid gap-5">
      <RiepilogoErrori stato={stato} />
      <input type="hidden" name="segreto" value={segreto} />
      <p>Premi il bottone per inviare la candidatura all’ente. Dopo non si può più cambiare.</p>
      <div className="btn-row">
        <BottoneInvio>Conferma la candidatura</BottoneInvio>
      </div>
    </form>
  );
};
