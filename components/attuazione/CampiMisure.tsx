'use client';

import { type RefObject, useEffect, useState } from 'react';
import { etichettaAzione, STATI_DA_SCEGLIERE } from '@/lib/attuazione/labels';
import type { AzioneDelRapporto } from '@/lib/attuazione/queries';
import { giorniDiRitardo } from '@/lib/attuazione/rules';
import { dataBreve } from '@/lib/format/data';
import { leggiData } from '@/lib/format/lettura';
import { BloccoValore } from '../forms/BloccoValore';
import { CampoData, CampoNumero } from '../forms/CampoTesto';
import { SceltaStato } from '../forms/SceltaStato';

type Props = {
  azione: AzioneDelRapporto;
  campi: Record<string, string>;
  campo: (nome: string) => { nome: string; id: string; errore?: string[]; valore: string };
  alPeriodo: string;
  modulo: RefObject<HTMLFormElement | null>;
};

const OPZIONI = STATI_DA_SCEGLIERE.map((valore) => ({ valore, etichetta: etichettaAzione(valore) }));

/** Stato, avanzamento e date di un'azione, con i valori di prima accanto. */
export const CampiMisure = ({ azione, campi, campo, alPeriodo, modulo }: Props) => {
  const { prima } = azione;
  return (
    <>
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
      <CampiDate azione={azione} campi={campi} campo={campo} modulo={modulo} />
    </>
  );
};

const CampiDate = ({ azione, campi, campo, modulo }: Omit<Props, 'alPeriodo'>) => {
  const { prima } = azione;
  const diPrima = (iso: string | null | undefined) => (prima ? (iso ? dataBreve(iso) : 'non indicata') : undefined);
  return (
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
  );
};

type PropsRitardo = { modulo: RefObject<HTMLFormElement | null>; finePrevista: string | null; iniziale: string };

/** Il ritardo si calcola, non si scrive: si aggiorna mentre si digita la fine stimata. */
const Ritardo = ({ modulo, finePrevista, iniziale }: PropsRitardo) => {
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
