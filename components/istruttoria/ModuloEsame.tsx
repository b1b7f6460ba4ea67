'use client';

import { type ReactNode, useActionState, useId } from 'react';
import type { FormState } from '@/lib/forms/formState';
import { STATO_INIZIALE } from '@/lib/forms/formState';
import { BottoneInvio } from '../forms/BottoneInvio';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import type { TagliaBottone, VarianteBottone } from '../ui/Bottone';
import { CampoDiEsame } from './CampoDiEsame';
import type { GruppoCampi } from './campiEsame';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  nascosti: Record<string, string | number>;
  gruppi: GruppoCampi[];
  invia: string;
  variante?: VarianteBottone;
  taglia?: TagliaBottone;
  children?: ReactNode;
};

/** Un modulo dell'esame: i campi li descrive il server; un rifiuto torna con tutto ciò che era scritto. Funziona anche senza JavaScript. */
export const ModuloEsame = ({ action, nascosti, gruppi, invia, variante, taglia, children }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const prefisso = useId(); // gli stessi nomi stanno in più moduli della pagina
  const valori = stato.status === 'idle' ? null : stato.values;
  const errori = stato.status === 'invalid' ? stato.errors : {};
  const idDi = (nome: string) => `${prefisso}${nome}`;
  return (
    <form action={invio} className="atto">
      <RiepilogoErrori stato={stato} idDi={idDi} />
      {Object.entries(nascosti).map(([nome, valore]) => (
        <input key={nome} type="hidden" name={nome} value={valore} />
      ))}
      {children}
      {/* la chiave ridisegna i campi con i valori rinviati: caselle e scelte, da sole, tornerebbero come all'inizio */}
      <div className="atto w-full" key={valori ? JSON.stringify(valori) : 'inizio'}>
        {gruppi.map((gruppo, n) => {
          const campi = gruppo.campi.map((campo) => (
            <CampoDiEsame key={campo.nome} campo={campo} id={idDi(campo.nome)} errore={errori[campo.nome]} valori={valori} />
          ));
          if (!gruppo.legenda) return campi;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: i gruppi non cambiano posto
            <fieldset key={n} className="atto w-full">
              <legend className="legend mb-2">{gruppo.legenda}</legend>
              {campi}
            </fieldset>
          );
        })}
      </div>
      <BottoneInvio variante={variante} taglia={taglia}>
        {invia}
      </BottoneInvio>
    </form>
  );
};
