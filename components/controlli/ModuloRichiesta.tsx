'use client';

import { useActionState } from 'react';
import type { PaginaControlli } from '@/lib/controlli/queries';
import type { FormState } from '@/lib/forms/formState';
import { STATO_INIZIALE } from '@/lib/forms/formState';
import { AreaTesto } from '../forms/AreaTesto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { Selezione } from '../forms/Selezione';

type Props = { action: (stato: FormState, dati: FormData) => Promise<FormState>; progetti: PaginaControlli['progetti'] };

/** Di chi si chiedono i nomi e perché. */
export const ModuloRichiesta = ({ action, progetti }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const valori = stato.status === 'idle' ? {} : stato.values;
  const errori = stato.status === 'invalid' ? stato.errors : {};
  return (
    <form action={invio} className="modulo modulo--stretto" key={stato.status} noValidate>
      <RiepilogoErrori stato={stato} idDi={(nome) => nome} />
      <Selezione
        nome="dove"
        id="dove"
        etichetta="Progetto ed ente"
        vuota="Scegli l’ente da controllare"
        valore={valori.dove}
        errore={errori.dove}
        gruppi={progetti.map(({ id, codice, titolo, enti }) => ({
          etichetta: `${codice}, ${titolo}`,
          opzioni: enti.map((ente) => ({ valore: `${id}/${ente.id}`, etichetta: ente.nome })),
        }))}
      />
      <AreaTesto
        nome="motivo"
        id="motivo"
        etichetta="Motivo del controllo"
        aiuto="Lo leggono il dirigente e l’ente. Non scrivere nomi."
        massimo={1000}
        valore={valori.motivo}
        errore={errori.motivo}
      />
      <div className="btn-row">
        <BottoneInvio inCorso="Invio in corso">Chiedi l’autorizzazione</BottoneInvio>
      </div>
    </form>
  );
};
