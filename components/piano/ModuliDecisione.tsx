'use client';

import { useActionState } from 'react';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import { NOME_SEZIONE, SEZIONI_PIANO } from '@/lib/piano/rimodulazione';
import { AreaTesto } from '../forms/AreaTesto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoData, CampoTesto } from '../forms/CampoTesto';
import { CasellaSpunta } from '../forms/CasellaSpunta';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';

type Props = { action: (stato: FormState, dati: FormData) => Promise<FormState>; progettoId: string };

const scritti = (stato: FormState): Record<string, string> => (stato.status === 'idle' ? {} : stato.values);
const errori = (stato: FormState): Record<string, string[]> => (stato.status === 'invalid' ? stato.errors : {});

/** L'atto con cui la Regione approva la rimodulazione. Dopo un errore ciò che era scritto resta. */
export const ModuloApprova = ({ action, progettoId }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const [valori, no] = [scritti(stato), errori(stato)];
  return (
    <form action={invio} className="atto" noValidate>
      <RiepilogoErrori stato={stato} />
      <input type="hidden" name="progettoId" value={progettoId} />
      <CampoTesto nome="atto" etichetta="Numero dell’atto" aiuto="Per esempio DD 99/2019." valore={valori.atto} errore={no.atto} />
      <CampoData nome="dataAtto" etichetta="Data dell’atto (gg/mm/aaaa)" valore={valori.dataAtto} errore={no.dataAtto} />
      <BottoneInvio>Approva la rimodulazione</BottoneInvio>
    </form>
  );
};

/** La Regione restituisce la rimodulazione: che cosa correggere, in quali sezioni, entro quando. */
export const ModuloRestituisci = ({ action, progettoId, entro }: Props & { entro: string }) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const [valori, no] = [scritti(stato), errori(stato)];
  return (
    <form action={invio} className="atto" noValidate>
      <RiepilogoErrori stato={stato} idDi={(nome) => (nome === 'sezioni' ? `sezioni.${SEZIONI_PIANO[0]}` : nome)} />
      <input type="hidden" name="progettoId" value={progettoId} />
      {SEZIONI_PIANO.map((chiave) => (
        <CasellaSpunta
          key={chiave}
          nome={`sezioni.${chiave}`}
          etichetta={`Riapri: ${NOME_SEZIONE[chiave]}`}
          spuntata={stato.status === 'idle' || `sezioni.${chiave}` in valori}
        />
      ))}
      {no.sezioni && <p className="err">{no.sezioni[0]}</p>}
      <CampoData nome="entro" etichetta="Entro il (gg/mm/aaaa)" valore={valori.entro ?? entro} errore={no.entro} />
      <AreaTesto
        nome="testo"
        etichetta="Che cosa va corretto, che l’ente leggerà"
        massimo={4000}
        rows={4}
        valore={valori.testo ?? ''}
        errore={no.testo}
        key={stato.status}
      />
      <BottoneInvio>Restituisci all’ente</BottoneInvio>
    </form>
  );
};
