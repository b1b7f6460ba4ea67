'use client';

import { useActionState } from 'react';
import { BottoneInvio } from '@/components/forms/BottoneInvio';
import { CampoData, CampoTesto } from '@/components/forms/CampoTesto';
import { RiepilogoErrori } from '@/components/forms/RiepilogoErrori';
import type { FormState } from '@/lib/forms/formState';
import { STATO_INIZIALE } from '@/lib/forms/formState';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  /** Chi confluisce, in chi, e da quando (AAAA-MM-GG): si sono scelti prima di vedere che cosa passa. */
  scelta: { da: string; a: string; dal: string };
};

/** L'atto della fusione e il comando che la registra: l'ultima conferma, perché non si annulla. */
export const ModuloFusione = ({ action, scelta }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const campi = stato.status === 'idle' ? {} : stato.values;
  const errori = stato.status === 'invalid' ? stato.errors : {};
  return (
    <form action={invio} className="modulo modulo--stretto" key={stato.status} noValidate>
      <RiepilogoErrori stato={stato} idDi={(nome) => nome} />
      {Object.entries(scelta).map(([nome, valore]) => (
        <input key={nome} type="hidden" name={nome} value={valore} />
      ))}
      <CampoTesto
        nome="atto"
        etichetta="Atto della fusione"
        aiuto="Per esempio «D.P.G.R. 12 del 15/01/2020»."
        valore={campi.atto}
        errore={errori.atto}
      />
      <CampoData nome="dataAtto" etichetta="Data dell’atto" aiuto="gg/mm/aaaa" valore={campi.dataAtto} errore={errori.dataAtto} />
      <div className="btn-row">
        <BottoneInvio variante="pericolo" inCorso="Registrazione in corso">
          Registra la fusione
        </BottoneInvio>
      </div>
    </form>
  );
};
