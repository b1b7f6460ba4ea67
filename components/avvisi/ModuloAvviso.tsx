'use client';

import { useActionState } from 'react';
import { LIMITI_AVVISO } from '@/lib/avvisi/voci';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import { AreaTesto } from '../forms/AreaTesto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoTesto } from '../forms/CampoTesto';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { RigheCriteri } from './RigheCriteri';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  nascosti: { progettoId: string; rev: number };
  /** Ciò che è già scritto, con i nomi dei campi del modulo. */
  iniziali: Record<string, string>;
  giorniMinimi: number;
};

const ETICHETTE: Record<string, string> = { apre: 'Apertura', chiude: 'Chiusura', azioni: 'Azioni', titolo: 'Titolo', testo: 'Testo' };

/** L'avviso in bozza: si salva anche incompleto. */
export const ModuloAvviso = ({ action, nascosti, iniziali, giorniMinimi }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const valori = stato.status === 'idle' ? iniziali : stato.values;
  const errori: Record<string, string[]> = stato.status === 'invalid' ? stato.errors : {};
  const campo = (nome: string) => ({ nome, etichetta: ETICHETTE[nome] ?? nome, valore: valori[nome], errore: errori[nome] });
  return (
    <form action={invio} noValidate className="grid gap-6">
      <RiepilogoErrori stato={stato} etichette={ETICHETTE} />
      <input type="hidden" name="progettoId" value={nascosti.progettoId} />
      <input type="hidden" name="rev" value={nascosti.rev} />
      <div className="grid gap-6" key={JSON.stringify(valori)}>
        <CampoTesto {...campo('titolo')} autoComplete="off" />
        <AreaTesto {...campo('testo')} rows={14} massimo={LIMITI_AVVISO.testo} />
        <AreaTesto {...campo('azioni')} etichetta="Azioni per cui cerchi partner" aiuto="Una per riga." rows={5} />
        <RigheCriteri valori={valori} errori={errori} />
        <div className="two">
          <CampoTesto
            {...campo('apre')}
            type="datetime-local"
            facoltativo
            aiuto="Ora di Roma. Se la lasci vuota si apre alla pubblicazione."
          />
          <CampoTesto
            {...campo('chiude')}
            type="datetime-local"
            aiuto={`Ora di Roma. Il bando chiede almeno ${giorniMinimi} giorni dall’apertura.`}
          />
        </div>
      </div>
      <div className="btn-row">
        <BottoneInvio variante="secondario">Salva la bozza</BottoneInvio>
      </div>
    </form>
  );
};
