'use client';

import { useActionState } from 'react';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoTesto } from '../forms/CampoTesto';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';

type Props = { action: (stato: FormState, dati: FormData) => Promise<FormState>; bandoId: string };

/** Titolo e territorio: ciò che serve perché la domanda abbia un nome negli elenchi. Il resto si scrive nelle sezioni. */
export const ModuloDomanda = ({ action, bandoId }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const valori = stato.status === 'idle' ? {} : stato.values;
  const errori = stato.status === 'invalid' ? stato.errors : {};
  return (
    <form action={invio} className="atto" key={stato.status} noValidate>
      <RiepilogoErrori stato={stato} />
      <input type="hidden" name="bandoId" value={bandoId} />
      <CampoTesto
        nome="titolo"
        etichetta="Titolo della proposta"
        aiuto="Come la chiamerete tra voi e con la Regione. Al massimo 200 caratteri."
        valore={valori.titolo}
        errore={errori.titolo}
      />
      <CampoTesto
        nome="territorio"
        etichetta="Comune o territorio"
        aiuto="Il comune da cui l’aggregazione prende il nome, per esempio Biella."
        valore={valori.territorio}
        errore={errori.territorio}
      />
      <BottoneInvio inCorso="Apertura in corso">Apri la domanda</BottoneInvio>
    </form>
  );
};
