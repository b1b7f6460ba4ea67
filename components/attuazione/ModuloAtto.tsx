'use client';

import { type ReactNode, useActionState, useId } from 'react';
import type { FormState } from '@/lib/forms/formState';
import { STATO_INIZIALE } from '@/lib/forms/formState';
import { AreaTesto } from '../forms/AreaTesto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import type { TagliaBottone, VarianteBottone } from '../ui/Bottone';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  /** I campi che la persona non tocca: identificativi e revisione. */
  nascosti: Record<string, string | number>;
  invia: string;
  inCorso?: string;
  variante?: VarianteBottone;
  taglia?: TagliaBottone;
  largo?: boolean;
  /** Se l'atto chiede un testo: la nota, la domanda, la risposta. */
  testo?: { nome: string; etichetta: string; aiuto?: ReactNode; massimo: number; valore?: string; righe?: number; facoltativo?: boolean };
  children?: ReactNode;
};

/** Il modulo di un atto: al più un testo, un pulsante con il verbo, il rifiuto spiegato sopra. Funziona anche senza JavaScript. */
export const ModuloAtto = ({ action, nascosti, invia, inCorso, variante, taglia, largo, testo, children }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const id = useId(); // lo stesso atto può stare due volte nella pagina, con testi diversi
  return (
    <form action={invio} className="atto">
      <RiepilogoErrori stato={stato} idDi={() => id} />
      {Object.entries(nascosti).map(([nome, valore]) => (
        <input key={nome} type="hidden" name={nome} value={valore} />
      ))}
      {children}
      {testo && (
        <AreaTesto
          id={id}
          nome={testo.nome}
          etichetta={testo.etichetta}
          aiuto={testo.aiuto}
          facoltativo={testo.facoltativo}
          massimo={testo.massimo}
          rows={testo.righe ?? 4}
          valore={stato.status === 'idle' ? (testo.valore ?? '') : stato.values[testo.nome]}
          errore={stato.status === 'invalid' ? stato.errors[testo.nome] : undefined}
          key={stato.status === 'idle' ? 'inizio' : 'rinviato'}
        />
      )}
      <BottoneInvio variante={variante} taglia={taglia} largo={largo} inCorso={inCorso}>
        {invia}
      </BottoneInvio>
    </form>
  );
};
