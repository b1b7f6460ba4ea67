'use client';

import { useActionState } from 'react';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import type { Operazione } from '@/lib/modifiche/operazioni';
import { AreaTesto } from '../forms/AreaTesto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoData, CampoTesto } from '../forms/CampoTesto';
import { CasellaSpunta } from '../forms/CasellaSpunta';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  progettoId: string;
  richiestaId: string;
  operazioni: readonly Pick<Operazione, 'id' | 'etichetta'>[];
};

/** L'atto con cui la Regione accoglie: tutti i cambiamenti, o solo quelli che restano spuntati. Dopo un errore ciò che era scritto resta. */
export const ModuloAccogli = ({ action, progettoId, richiestaId, operazioni }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const valori: Record<string, string> = stato.status === 'idle' ? {} : stato.values;
  const no: Record<string, string[]> = stato.status === 'invalid' ? stato.errors : {};
  return (
    <form action={invio} className="atto" noValidate>
      <RiepilogoErrori stato={stato} idDi={(nome) => (nome === 'nota' ? 'nota-accogli' : nome)} />
      <input type="hidden" name="progettoId" value={progettoId} />
      <input type="hidden" name="richiestaId" value={richiestaId} />
      {operazioni.length > 1 && (
        <fieldset className="scelta-operazioni" key={`scelte-${stato.status}`}>
          <legend>Che cosa accogli</legend>
          <p className="hint">Per accogliere in parte togli la spunta a ciò che non va e scrivi perché.</p>
          <input type="hidden" name="scelte" value="si" />
          {operazioni.map(({ id, etichetta }) => (
            <CasellaSpunta
              key={id}
              nome={`accolte.${id}`}
              etichetta={etichetta}
              spuntata={stato.status === 'idle' || `accolte.${id}` in valori}
            />
          ))}
        </fieldset>
      )}
      <CampoTesto nome="atto" etichetta="Numero dell’atto" aiuto="Per esempio DD 99/2020." valore={valori.atto} errore={no.atto} />
      <CampoData nome="dataAtto" etichetta="Data dell’atto (gg/mm/aaaa)" valore={valori.dataAtto} errore={no.dataAtto} />
      <AreaTesto
        nome="nota"
        id="nota-accogli"
        etichetta="Nota per l’ente"
        facoltativo
        massimo={4000}
        valore={valori.nota ?? ''}
        errore={no.nota}
        key={stato.status}
      />
      <BottoneInvio>Accogli</BottoneInvio>
    </form>
  );
};
