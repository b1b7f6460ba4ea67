'use client';

import { useActionState } from 'react';
import type { CriterioAvviso } from '@/lib/avvisi/schema';
import { LIMITI_AVVISO } from '@/lib/avvisi/voci';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import { AreaTesto } from '../forms/AreaTesto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoNumero } from '../forms/CampoTesto';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  nascosti: Record<string, string | number>;
  criteri: CriterioAvviso[];
  punteggi: Record<string, number>;
  nota: string | null;
};

/** I punti di una candidatura, criterio per criterio. */
export const ModuloPunti = ({ action, nascosti, criteri, punteggi, nota }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const errori: Record<string, string[]> = stato.status === 'invalid' ? stato.errors : {};
  const valori: Record<string, string> =
    stato.status === 'idle'
      ? { nota: nota ?? '', ...Object.fromEntries(Object.entries(punteggi).map(([chiave, punti]) => [`punti_${chiave}`, String(punti)])) }
      : stato.values;
  return (
    <form action={invio} noValidate className="grid gap-5">
      <RiepilogoErrori stato={stato} />
      {Object.entries(nascosti).map(([nome, valore]) => (
        <input key={nome} type="hidden" name={nome} value={valore} />
      ))}
      <div className="grid gap-5" key={JSON.stringify(valori)}>
        {criteri.map(({ chiave, testo, massimo }) => (
          <CampoNumero
            key={chiave}
            nome={`punti_${chiave}`}
            etichetta={testo}
            valore={valori[`punti_${chiave}`]}
            errore={errori[`punti_${chiave}`]}
            suffisso={`su ${massimo}`}
          />
        ))}
        <AreaTesto
          nome="nota"
          etichetta="Nota sulla valutazione"
          facoltativo
          aiuto="Resta a chi lavora per il capofila."
          massimo={LIMITI_AVVISO.nota}
          valore={valori.nota}
          errore={errori.nota}
        />
      </div>
      <div className="btn-row">
        <BottoneInvio variante="secondario">Salva i punti</BottoneInvio>
      </div>
    </form>
  );
};
