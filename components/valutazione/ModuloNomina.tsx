'use client';

import { useActionState } from 'react';
import { BottoneInvio } from '@/components/forms/BottoneInvio';
import { CampoTesto } from '@/components/forms/CampoTesto';
import { CasellaSpunta } from '@/components/forms/CasellaSpunta';
import { RiepilogoErrori } from '@/components/forms/RiepilogoErrori';
import { type Opzione, Selezione } from '@/components/forms/Selezione';
import type { FormState } from '@/lib/forms/formState';
import { STATO_INIZIALE } from '@/lib/forms/formState';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  bandoId: string;
  fase: string;
  persone: Opzione[];
  /** Nessuno presiede ancora. */
  senzaPresidente: boolean;
};

/** La nomina di una persona nella commissione di una fase. */
export const ModuloNomina = ({ action, bandoId, fase, persone, senzaPresidente }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const campi = stato.status === 'idle' ? {} : stato.values;
  const errori = stato.status === 'invalid' ? stato.errors : {};
  const campo = (nome: string) => ({ nome, id: `${fase}-${nome}`, errore: errori[nome], valore: campi[nome] });
  return (
    <form action={invio} className="modulo modulo--stretto" key={stato.status} noValidate>
      <RiepilogoErrori stato={stato} idDi={(nome) => `${fase}-${nome}`} />
      <input type="hidden" name="bandoId" value={bandoId} />
      <input type="hidden" name="fase" value={fase} />
      <Selezione {...campo('utenteId')} etichetta="Persona" opzioni={persone} vuota="Scegli una persona" />
      <CampoTesto {...campo('atto')} etichetta="Atto di nomina" aiuto="Per esempio «D.D. 12 del 15/01/2020»." />
      {senzaPresidente && (
        <CasellaSpunta
          nome="presidente"
          id={`${fase}-presidente`}
          etichetta="Presiede la commissione"
          spuntata={campi.presidente === 'si'}
        />
      )}
      <div className="btn-row">
        <BottoneInvio variante="secondario">Nomina</BottoneInvio>
      </div>
    </form>
  );
};
