'use client';

import { useActionState, useEffect, useId, useRef } from 'react';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import { routes } from '@/lib/routes';
import { BottoneInvio } from '../forms/BottoneInvio';
import { CasellaSpunta } from '../forms/CasellaSpunta';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { CampoDiEsame } from '../istruttoria/CampoDiEsame';
import type { GruppoCampi } from '../istruttoria/campiEsame';
import { Callout } from '../ui/Callout';
import { type DettoDalCodice, useCodice } from './useCodice';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  nascosti: Record<string, string | number>;
  gruppi: GruppoCampi[];
  /** Il primo bottone è quello del tasto Invio. */
  bottoni: { valore: string; testo: string }[];
  /** Il campo da cui si riparte dopo aver salvato la persona prima. */
  fuoco?: string;
};

/** Le spunte che compaiono solo se il server le chiede: la persona c'è già, o qualcosa è strano ma vero. */
const CONFERME = { aggiungi: 'Aggiungi la partecipazione alla persona che c’è già', confermo: 'I dati sono giusti' } as const;

/** Il modulo di una persona: si scrive tutto da tastiera, Invio salva. Funziona anche senza JavaScript. */
export const ModuloPersona = ({ action, nascosti, gruppi, bottoni, fuoco }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const { detto, guarda } = useCodice(routes.leggiCodice());
  const modulo = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const campo = fuoco && modulo.current?.elements.namedItem(fuoco);
    if (campo instanceof HTMLInputElement) campo.focus();
  }, [fuoco]);
  const prefisso = useId();
  const valori = stato.status === 'idle' ? null : stato.values;
  const errori = stato.status === 'invalid' ? stato.errors : {};
  const idDi = (nome: string) => `${prefisso}${nome}`;
  return (
    <form ref={modulo} action={invio} className="atto" onBlur={guarda} autoComplete="off">
      <RiepilogoErrori stato={stato} idDi={idDi} />
      {Object.entries(nascosti).map(([nome, valore]) => (
        <input key={nome} type="hidden" name={nome} value={valore} />
      ))}
      <div className="atto w-full" key={valori ? JSON.stringify(valori) : 'inizio'}>
        {gruppi.map((gruppo, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: i gruppi non cambiano posto
          <fieldset key={n} className="campi-persona w-full">
            {gruppo.legenda && <legend className="legend mb-2">{gruppo.legenda}</legend>}
            {n === 0 && <Detto detto={detto} />}
            {gruppo.campi.map((campo) => (
              <CampoDiEsame key={campo.nome} campo={campo} id={idDi(campo.nome)} errore={errori[campo.nome]} valori={valori} />
            ))}
          </fieldset>
        ))}
        {Object.entries(CONFERME).map(
          ([nome, etichetta]) =>
            (errori[nome] || valori?.[nome]) && (
              <CasellaSpunta
                key={nome}
                id={idDi(nome)}
                nome={nome}
                etichetta={etichetta}
                errore={errori[nome]}
                spuntata={valori?.[nome] !== undefined}
              />
            ),
        )}
      </div>
      <div className="btn-row">
        {bottoni.map(({ valore, testo }, n) => (
          <BottoneInvio key={valore} nome="poi" valore={valore} variante={n === 0 ? 'primario' : 'secondario'}>
            {testo}
          </BottoneInvio>
        ))}
      </div>
    </form>
  );
};

/** Ciò che il codice dice, letto mentre si scrive; la riga c'è sempre, così i lettori di schermo la annunciano. */
const Detto = ({ detto }: { detto: DettoDalCodice | null }) => (
  <div role="status" className="campi-persona__intera">
    {detto && detto.frasi.length > 0 && (
      <Callout tipo="attenzione">
        {detto.frasi.join(' ')} {detto.scheda && <a href={routes.persona(detto.scheda)}>Apri la sua scheda</a>}
      </Callout>
    )}
  </div>
);
