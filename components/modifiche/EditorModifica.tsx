'use client';

import { useActionState, useMemo, useRef, useState } from 'react';
import type { Attuazione, DominioModifica } from '@/lib/bandi/configurazione';
import type { ContenutoVersione, VoceBudget } from '@/lib/domande/valori';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import { cambiamenti } from '@/lib/moduloModifica/cambiamenti';
import type { Campi } from '@/lib/moduloModifica/lettore';
import { AreaTesto } from '../forms/AreaTesto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { Anteprima } from './Anteprima';
import { CampiDominio } from './CampiDominio';
import type { NomiModifica } from './valori';

export type PropsEditor = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  progettoId: string;
  richiestaId: string;
  rev: number;
  /** Il numero della versione in vigore da cui si scrive; 0 se il piano non è mai stato congelato. */
  versione: number;
  dominio: DominioModifica;
  base: ContenutoVersione;
  scritto: ContenutoVersione;
  testo: string;
  motivazione: string;
  attuazione: Attuazione;
  /** Le voci dell’ultimo piano approvato dalla Regione. */
  approvate?: readonly VoceBudget[];
  nomi: NomiModifica;
  assegnatoCents: string | null;
};

/**
 * La modifica scritta sul posto: il valore in vigore accanto a quello nuovo. Mentre si scrive la stessa lettura che farà il server dice che cosa cambia
 * e quale regola vale; senza JavaScript lo dice la pagina dopo «Salva».
 */
export const EditorModifica = (props: PropsEditor) => {
  const { action, dominio, base, scritto, testo, nomi, attuazione, approvate, versione } = props;
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const inviati = stato.status === 'idle' ? null : stato.values;
  const [campi, imposta] = useState<Campi>(inviati ?? { testo });
  const [lasciati, lascia] = useState<readonly string[]>([]);
  const modulo = useRef<HTMLFormElement>(null);
  const vivo = useMemo(
    () => cambiamenti(dominio, { base, scritto, enti: nomi.enti, nuovoId: NUOVA, versione, attuazione, approvate, nomi }, campi),
    [dominio, base, scritto, nomi, versione, attuazione, approvate, campi],
  );
  // chi sta ancora scrivendo una data non ha sbagliato: l'errore si dice quando lascia il campo
  const errori = Object.fromEntries(Object.entries(vivo.errori).filter(([nome]) => lasciati.includes(nome)));
  return (
    <form
      ref={modulo}
      action={invio}
      className="modifica"
      noValidate
      onBlur={({ target }) => lascia((prima) => [...new Set([...prima, target.getAttribute('name') ?? ''])])}
      onInput={() => modulo.current && imposta(campiDi(modulo.current))}
    >
      <RiepilogoErrori stato={stato} />
      <Nascosti {...props} />
      <div key={stato.status === 'idle' ? 'bozza' : JSON.stringify(stato.values)} className="modifica">
        <CampiDominio
          dominio={dominio}
          base={base}
          scritto={scritto}
          testo={testo}
          nomi={nomi}
          v={(nome, iniziale) => inviati?.[nome] ?? iniziale}
          errore={(nome) => errori[nome] ?? (stato.status === 'invalid' ? stato.errors[nome]?.[0] : undefined)}
        />
        <AreaTesto
          nome="motivazione"
          etichetta="Perché serve questa modifica"
          aiuto="La legge la Regione. Niente nomi di beneficiari né dati sulla salute."
          massimo={4000}
          valore={inviati?.motivazione ?? props.motivazione}
          errore={stato.status === 'invalid' ? stato.errors.motivazione : undefined}
        />
      </div>
      <Anteprima {...vivo} errori={errori} base={base} nomi={nomi} assegnatoCents={props.assegnatoCents} />
      <BottoneInvio inCorso="Salvataggio in corso">Salva la bozza</BottoneInvio>
    </form>
  );
};

const campiDi = (modulo: HTMLFormElement): Campi =>
  Object.fromEntries([...new FormData(modulo)].filter((voce): voce is [string, string] => typeof voce[1] === 'string'));

/** L'azione nuova, finché non si salva: il server le dà il suo identificativo. */
const NUOVA = '00000000-0000-4000-8000-000000000000';

const Nascosti = ({ progettoId, richiestaId, rev, versione }: Pick<PropsEditor, 'progettoId' | 'richiestaId' | 'rev' | 'versione'>) =>
  Object.entries({ progettoId, richiestaId, rev, versione }).map(([nome, valore]) => (
    <input key={nome} type="hidden" name={nome} value={valore} />
  ));
