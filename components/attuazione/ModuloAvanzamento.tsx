'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import { causeInParole, nomeQuantita } from '@/lib/attuazione/confronto';
import { ESITI_CONTROMISURA, esitoContromisura } from '@/lib/attuazione/labels';
import { LIMITI } from '@/lib/attuazione/limiti';
import type { AzioneDelRapporto, CausaInElenco } from '@/lib/attuazione/queries';
import { numero } from '@/lib/format/euro';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import { AreaTesto } from '../forms/AreaTesto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { Selezione } from '../forms/Selezione';
import { StatoSalvataggio } from '../forms/StatoSalvataggio';
import { Bottone } from '../ui/Bottone';
import { Callout } from '../ui/Callout';
import { CampiMisure } from './CampiMisure';
import { Conflitto } from './Conflitto';
import { QuantitaRealizzate } from './QuantitaRealizzate';
import { RigheCause } from './RigheCause';
import { bozzaLocale, useSalvataggio } from './useSalvataggio';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  urlSalva: string;
  rapportoId: string;
  azione: AzioneDelRapporto;
  /** I valori di partenza, come si scrivono (vedi lib/attuazione/modulo.ts). */
  campi: Record<string, string>;
  cause: CausaInElenco[];
  alPeriodo: string;
  nomePrecedente: string | null;
  incompleta: { campo: string; messaggio: string }[];
  /** Ciò che si ammette ma si segnala (segnalazioni). */
  avvisi: string[];
  /** Riaperta nei soli testi: valori, quantità e cause restano quelli presentati. */
  soloTesti?: boolean;
};

/** Il modulo di un'azione: valori di prima accanto, salvataggio automatico, e senza JavaScript il pulsante "Salva". */
export const ModuloAvanzamento = (props: Props) => {
  const { action, urlSalva, rapportoId, azione, campi: iniziali, cause, alPeriodo, nomePrecedente, incompleta, soloTesti } = props;
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const modulo = useRef<HTMLFormElement>(null);
  const chiave = `cantiere.bozza.${rapportoId}.${azione.id}`;
  const { salvataggio, scritto, salva, tieniIlMio, scartaIlMio } = useSalvataggio(modulo, urlSalva, chiave, azione.rev);
  const [recuperati, recupera] = useState<Record<string, string> | null>(null);
  const [vivo, attiva] = useState(false);
  useEffect(() => {
    attiva(true);
    const bozza = bozzaLocale(chiave);
    if (bozza) recupera(Object.fromEntries(bozza));
  }, [chiave]);
  // un modulo recuperato dal browser si salva subito: e testo che il server non ha ancora
  useEffect(() => {
    if (recuperati) scritto();
  }, [recuperati, scritto]);

  const campi = recuperati ?? (stato.status === 'idle' ? iniziali : stato.values);
  const errori = { ...(stato.status === 'invalid' ? stato.errors : {}), ...salvataggio.errori };
  const manca = salvataggio.manca ?? incompleta;
  const avvisi = salvataggio.avvisi ?? props.avvisi;
  const { prima } = azione;
  const campo = (nome: string) => ({ nome, id: `${azione.id}-${nome}`, errore: errori[nome], valore: campi[nome] ?? '' });

  return (
    <form
      ref={modulo}
      action={invio}
      onInput={scritto}
      onChange={scritto}
      onBlur={() => void salva()}
      key={recuperati ? 'recuperato' : stato.status}
      className="modulo"
      noValidate
    >
      <RiepilogoErrori stato={stato} idDi={(nome) => `${azione.id}-${nome}`} />
      <input type="hidden" name="rapportoId" value={rapportoId} />
      <input type="hidden" name="azioneId" value={azione.id} />
      <input type="hidden" name="rev" value={azione.rev} />
      {recuperati && (
        <Callout tipo="info" titolo="Abbiamo ritrovato ciò che stavi scrivendo.">
          Lo stiamo salvando adesso.
        </Callout>
      )}
      {salvataggio.conflitto && <Conflitto conflitto={salvataggio.conflitto} modulo={modulo} tieni={tieniIlMio} scarta={scartaIlMio} />}
      {!soloTesti && <CampiMisure azione={azione} campi={campi} campo={campo} alPeriodo={alPeriodo} modulo={modulo} />}
      {!soloTesti && azione.quantita.length > 0 && (
        <QuantitaRealizzate
          quantita={azione.quantita}
          campi={campi}
          errori={errori}
          prefisso={`${azione.id}-`}
          prima={nomePrecedente}
          ora={alPeriodo}
          nomeDi={nomeQuantita}
          numero={numero}
        />
      )}
      {!soloTesti && (
        <RigheCause
          campi={campi}
          cause={cause}
          errori={errori}
          prefisso={`${azione.id}-`}
          avvisa={scritto}
          prima={prima ? causeInParole(prima, new Map(cause.map((c) => [c.codice, c.etichetta]))) : undefined}
        />
      )}
      {prima?.contromisura && (
        <Selezione
          {...campo('contromisuraEsito')}
          etichetta="Nel periodo precedente avevate scritto come rimediare. Ha funzionato?"
          aiuto={`«${prima.contromisura}»`}
          vuota={esitoContromisura(null)}
          opzioni={Object.entries(ESITI_CONTROMISURA).map(([valore, etichetta]) => ({ valore, etichetta }))}
        />
      )}
      <AreaTesto
        {...campo('contromisura')}
        etichetta="Come rimediate"
        facoltativo
        aiuto="Che cosa fate, quale ufficio se ne occupa e da quando. Non scrivere nomi, iniziali, malattie o indirizzi di persone."
        prima={prima?.contromisura ? `«${prima.contromisura}»` : undefined}
        massimo={LIMITI.contromisura}
      />
      <AreaTesto
        {...campo('nota')}
        etichetta="Note sull’azione"
        facoltativo
        aiuto="Ciò che serve a capire i dati. Nessun dato di persone."
        prima={prima?.nota ? `«${prima.nota}»` : undefined}
        massimo={LIMITI.nota}
      />
      {avvisi.length > 0 && (
        <Callout tipo="attenzione" titolo="Controlla, poi prosegui:">
          {avvisi.join(' ')} Si può inviare: la Regione lo vedrà segnalato.
        </Callout>
      )}
      {manca.length > 0 && (
        <Callout tipo="attenzione" titolo="Per completare l’azione:">
          {manca.map(({ messaggio }) => messaggio).join(' ')}
        </Callout>
      )}
      <div className="btn-row">
        {vivo ? (
          <>
            <Bottone variante="secondario" onClick={() => void salva()}>
              Salva adesso
            </Bottone>
            <StatoSalvataggio
              stato={salvataggio.stato === 'fermo' ? 'salvato' : salvataggio.stato}
              testo={salvataggio.testo || (azione.rev > 0 ? 'Tutto salvato' : 'Si salva da solo mentre scrivi')}
            />
          </>
        ) : (
          <BottoneInvio variante="secondario" inCorso="Salvataggio in corso">
            Salva
          </BottoneInvio>
        )}
      </div>
    </form>
  );
};
