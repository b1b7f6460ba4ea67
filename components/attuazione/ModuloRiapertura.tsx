'use client';

import { useActionState } from 'react';
import { LIMITI } from '@/lib/attuazione/limiti';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import { AreaTesto } from '../forms/AreaTesto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { CasellaSpunta } from '../forms/CasellaSpunta';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  rapportoId: string;
  azioni: { id: string; titolo: string }[];
};

/** Riaprire una relazione approvata: quali azioni, e che cosa deve correggere l'ente. */
export const ModuloRiapertura = ({ action, rapportoId, azioni }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const valori: Record<string, string> = stato.status === 'idle' ? {} : stato.values;
  return (
    <form action={invio} className="atto" key={stato.status}>
      <RiepilogoErrori stato={stato} idDi={(nome) => (nome === 'azioni' ? `riapri-${azioni[0]?.id}` : nome)} />
      <input type="hidden" name="rapportoId" value={rapportoId} />
      <fieldset className="field">
        <legend>Azioni da riaprire</legend>
        {azioni.map(({ id, titolo }) => (
          <CasellaSpunta key={id} id={`riapri-${id}`} nome={`azione.${id}`} etichetta={titolo} spuntata={valori[`azione.${id}`] === 'si'} />
        ))}
      </fieldset>
      <AreaTesto
        nome="domanda"
        etichetta="Che cosa deve correggere l’ente"
        massimo={LIMITI.motivo}
        rows={4}
        valore={valori.domanda}
        errore={stato.status === 'invalid' ? stato.errors.domanda : undefined}
      />
      <BottoneInvio>Riapri le azioni scelte</BottoneInvio>
    </form>
  );
};
