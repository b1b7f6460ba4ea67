'use client';

import { useActionState } from 'react';
import { LIMITI } from '@/lib/attuazione/limiti';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import { AreaTesto } from '../forms/AreaTesto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { Selezione } from '../forms/Selezione';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  rapportoId: string;
  azioni: { id: string; titolo: string }[];
};

const RIGHE = [0, 1, 2, 3, 4, 5];
/** Quante righe si vedono subito: le altre si aprono, anche senza JavaScript. */
const SUBITO = 2;

/** I rilievi con cui si approva: uno per riga, sull'intera relazione o su un'azione, e una nota generale. */
export const ModuloRilievi = ({ action, rapportoId, azioni }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const valori: Record<string, string> = stato.status === 'idle' ? {} : stato.values;
  const errori: Record<string, string[]> = stato.status === 'invalid' ? stato.errors : {};
  const opzioni = azioni.map(({ id, titolo }) => ({ valore: id, etichetta: titolo }));
  const riga = (n: number) => (
    <fieldset key={n} className="field">
      <legend>Rilievo {n + 1}</legend>
      <Selezione
        nome={`rilievo.${n}.azione`}
        etichetta="Riguarda"
        vuota="L’intera relazione"
        opzioni={opzioni}
        valore={valori[`rilievo.${n}.azione`]}
        errore={errori[`rilievo.${n}.azione`]}
      />
      <AreaTesto
        nome={`rilievo.${n}.testo`}
        etichetta="Che cosa rilevi"
        facoltativo={n > 0}
        massimo={LIMITI.motivo}
        rows={3}
        valore={valori[`rilievo.${n}.testo`]}
        errore={errori[`rilievo.${n}.testo`]}
      />
    </fieldset>
  );
  return (
    <form action={invio} className="atto" key={stato.status}>
      <RiepilogoErrori stato={stato} />
      <input type="hidden" name="rapportoId" value={rapportoId} />
      {RIGHE.slice(0, SUBITO).map(riga)}
      <details open={Object.keys(errori).length > 0}>
        <summary>Altri rilievi</summary>
        {RIGHE.slice(SUBITO).map(riga)}
      </details>
      <AreaTesto
        nome="nota"
        etichetta="Nota generale"
        facoltativo
        aiuto="Se non scrivi rilievi qui sopra, la nota stessa è il rilievo."
        massimo={LIMITI.motivo}
        rows={3}
        valore={valori.nota}
        errore={errori.nota}
      />
      <BottoneInvio>Approva con rilievi</BottoneInvio>
    </form>
  );
};
