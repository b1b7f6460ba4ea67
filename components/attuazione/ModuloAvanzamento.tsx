'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import { nomeQuantita } from '@/lib/attuazione/confronto';
import { etichettaAzione, STATI_DA_SCEGLIERE } from '@/lib/attuazione/labels';
import { LIMITI } from '@/lib/attuazione/limiti';
import type { AzioneDelRapporto, CausaInElenco } from '@/lib/attuazione/queries';
import { giorniDiRitardo } from '@/lib/attuazione/rules';
import { dataBreve } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import { leggiData } from '@/lib/format/lettura';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import { AreaTesto } from '../forms/AreaTesto';
import { BloccoValore } from '../forms/BloccoValore';
import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoData, CampoNumero } from '../forms/CampoTesto';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { SceltaStato } from '../forms/SceltaStato';
import { StatoSalvataggio } from '../forms/StatoSalvataggio';
import { Bottone } from '../ui/Bottone';
import { Callout } from '../ui/Callout';
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
};

const OPZIONI = STATI_DA_SCEGLIERE.map((valore) => ({ valore, etichetta: etichettaAzione(valore) }));

/** Il modulo di un'azione: valori di prima accanto, salvataggio automatico, e senza JavaScript il pulsante "Salva". */
export const ModuloAvanzamento = (props: Props) => {
  const { action, urlSalva, rapportoId, azione, campi: iniziali, cause, alPeriodo, nomePrecedente, incompleta } = props;
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
  const { prima } = azione;
  const campo = (nome: string) => ({ nome, id: `${azione.id}-${nome}`, errore: errori[nome], valore: campi[nome] ?? '' });
  const diPrima = (iso: string | null | undefined) => (prima ? (iso ? dataBreve(iso) : 'non indicata') : undefined);

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
      <SceltaStato
        {...campo('stato')}
        valore={OPZIONI.find(({ valore }) => valore === campi.stato)?.valore ?? null}
        legenda={`Stato dell’azione al ${alPeriodo}`}
        opzioni={OPZIONI}
        prima={prima ? etichettaAzione(prima.stato) : undefined}
      />
      <div className="two">
        <CampoNumero
          {...campo('percentuale')}
          etichetta="Avanzamento"
          prima={prima ? (prima.percentuale === null ? 'non indicato' : `${prima.percentuale}%`) : undefined}
          suffisso={<span>%</span>}
        />
        <BloccoValore etichetta="Ente che risponde" valore={azione.ente} />
      </div>
      <div>
        <h3>Date</h3>
        <div className="two">
          <BloccoValore
            etichetta="Inizio previsto"
            valore={azione.inizioPrevisto ? dataBreve(azione.inizioPrevisto) : 'non indicato nel progetto'}
          />
          <CampoData
            {...campo('inizioEffettivo')}
            etichetta="Inizio effettivo"
            prima={diPrima(prima?.inizioEffettivo)}
            facoltativo={campi.stato === 'NON_AVVIATA'}
          />
          <BloccoValore
            etichetta="Fine prevista"
            valore={azione.finePrevista ? dataBreve(azione.finePrevista) : 'non indicata nel progetto'}
          />
          <CampoData
            {...campo('fineStimata')}
            etichetta="Fine stimata"
            facoltativo
            prima={diPrima(prima?.fineStimata)}
            nota={<Ritardo modulo={modulo} finePrevista={azione.finePrevista} iniziale={campi.fineStimata ?? ''} />}
          />
          <span />
          <CampoData
            {...campo('fineEffettiva')}
            etichetta="Fine effettiva"
            aiuto="Solo se l’azione è conclusa."
            facoltativo
            prima={diPrima(prima?.fineEffettiva)}
          />
        </div>
      </div>
      {azione.quantita.length > 0 && (
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
      <RigheCause campi={campi} cause={cause} errori={errori} prefisso={`${azione.id}-`} avvisa={scritto} />
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

/** Il ritardo si calcola, non si scrive: si aggiorna mentre si digita la fine stimata. */
const Ritardo = ({
  modulo,
  finePrevista,
  iniziale,
}: {
  modulo: React.RefObject<HTMLFormElement | null>;
  finePrevista: string | null;
  iniziale: string;
}) => {
  const [testo, imposta] = useState(iniziale);
  useEffect(() => {
    const nodo = modulo.current;
    const leggi = () => imposta(String(new FormData(nodo ?? undefined).get('fineStimata') ?? ''));
    nodo?.addEventListener('input', leggi);
    return () => nodo?.removeEventListener('input', leggi);
  }, [modulo]);
  const letta = leggiData(testo);
  const giorni = letta.ok ? giorniDiRitardo({ fineStimata: letta.iso, fineEffettiva: null }, { finePrevista }) : 0;
  if (giorni === 0) return null;
  return (
    <b>
      {giorni > 0
        ? `Ritardo calcolato: ${giorni === 1 ? '1 giorno' : `${giorni} giorni`}`
        : `In anticipo di ${giorni === -1 ? '1 giorno' : `${-giorni} giorni`}`}
    </b>
  );
};
