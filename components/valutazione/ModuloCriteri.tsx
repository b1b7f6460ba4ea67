'use client';

import { type FormEvent, type ReactNode, useActionState, useState } from 'react';
import { AreaTesto } from '@/components/forms/AreaTesto';
import { BottoneInvio } from '@/components/forms/BottoneInvio';
import { CampoNumero } from '@/components/forms/CampoTesto';
import { RiepilogoErrori } from '@/components/forms/RiepilogoErrori';
import { Dialogo } from '@/components/ui/Dialogo';
import type { FormState } from '@/lib/forms/formState';
import { STATO_INIZIALE } from '@/lib/forms/formState';
import { type CriterioInModulo, type Modo, notaCriterio, puntiMassimi, totaleDalVivo } from '@/lib/valutazione/dalVivo';
import { inPunti } from '@/lib/valutazione/punteggio';

type Props = {
  modo: Modo;
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  nascosti: Record<string, string | number>;
  criteri: CriterioInModulo[];
  /** I valori già salvati, con i nomi dei campi. */
  iniziali: Record<string, string>;
  /** Sotto ogni criterio, prima dei campi: i punti di ciascun commissario. */
  sopra?: Record<string, ReactNode>;
  sogliaTotaleCentesimi: number;
  massimo: number;
};

const LIMITE = 4000;

/** La griglia da compilare: i punti e la motivazione di ogni criterio, con il totale pesato che segue ciò che si scrive. */
export const ModuloCriteri = ({ modo, action, nascosti, criteri, iniziali, sopra = {}, sogliaTotaleCentesimi, massimo }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const campi = stato.status === 'idle' ? iniziali : stato.values;
  const errori = stato.status === 'invalid' ? stato.errors : {};
  const [scritti, imposta] = useState<Record<string, string>>(campi);
  const leggi = ({ currentTarget }: FormEvent<HTMLFormElement>) =>
    imposta(Object.fromEntries([...new FormData(currentTarget)].map(([nome, valore]) => [nome, String(valore)])));
  const totale = totaleDalVivo(modo, criteri, scritti);
  return (
    <form action={invio} onInput={leggi} onSubmit={chiudiDialoghi} key={stato.status} className="modulo modulo--stretto" noValidate>
      <RiepilogoErrori stato={stato} />
      {Object.entries(nascosti).map(([nome, valore]) => (
        <input key={nome} type="hidden" name={nome} value={valore} />
      ))}
      {criteri.map((criterio) => {
        const [punti, motivazione] = [`punti.${criterio.chiave}`, `motivazione.${criterio.chiave}`];
        return (
          <fieldset key={criterio.chiave} className="criterio">
            <legend>{criterio.titolo}</legend>
            {criterio.aiuto && <p className="hint">{criterio.aiuto}</p>}
            {sopra[criterio.chiave]}
            <CampoNumero
              nome={punti}
              etichetta="Punti"
              valore={campi[punti]}
              errore={errori[punti]}
              suffisso={<span>{puntiMassimi(criterio)}</span>}
              facoltativo={modo === 'consolida'}
              nota={notaCriterio(modo, criterio, scritti[punti])}
            />
            <AreaTesto
              nome={motivazione}
              etichetta="Motivazione"
              valore={campi[motivazione]}
              errore={errori[motivazione]}
              rows={3}
              massimo={LIMITE}
            />
          </fieldset>
        );
      })}
      <p className="totale" role="status">
        Totale: <b>{inPunti(totale)}</b> su {inPunti(massimo)}
        {sogliaTotaleCentesimi > 0 && (
          <span className={totale < sogliaTotaleCentesimi ? 'late' : 'second'}> (soglia {inPunti(sogliaTotaleCentesimi)})</span>
        )}
      </p>
      {modo === 'consolida' && (
        <AreaTesto
          nome="giudizio"
          etichetta="Giudizio della commissione"
          aiuto="Finisce nel verbale."
          valore={campi.giudizio}
          errore={errori.giudizio}
          rows={5}
          massimo={LIMITE}
        />
      )}
      {modo === 'scheda' ? <ComandiScheda /> : <ComandoConsolida />}
    </form>
  );
};

const ComandiScheda = () => (
  <div className="btn-row">
    <BottoneInvio nome="atto" valore="salva" variante="secondario">
      Salva la bozza
    </BottoneInvio>
    <Dialogo id="concludi" titolo="Concludere la scheda?" apri="Concludi la scheda">
      <p>Dopo non la potrai più cambiare. Vedrai i punteggi degli altri commissari quando avranno concluso tutti.</p>
      <BottoneInvio nome="atto" valore="concludi">
        Concludi la scheda
      </BottoneInvio>
    </Dialogo>
  </div>
);

const ComandoConsolida = () => (
  <div className="btn-row">
    <Dialogo id="consolida" titolo="Consolidare la valutazione?" apri="Consolida la valutazione">
      <p>La valutazione entra nella graduatoria e non si cambia più.</p>
      <BottoneInvio>Consolida la valutazione</BottoneInvio>
    </Dialogo>
  </div>
);

/** Se l'invio è rifiutato gli errori stanno nella pagina: il dialogo non deve coprirli. */
const chiudiDialoghi = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
  for (const dialogo of currentTarget.querySelectorAll('dialog[open]')) (dialogo as HTMLDialogElement).close();
};
