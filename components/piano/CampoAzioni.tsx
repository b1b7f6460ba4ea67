'use client';

import type { Campo } from '@/lib/bandi/configurazione';
import type { AzionePiano, Valore } from '@/lib/domande/valori';
import type { ContestoPiano } from '@/lib/piano/contesto';
import { mancanzeAzioni } from '@/lib/piano/mancanze';
import { azioneDaSalvare, copiaDi, nuovaAzione } from '@/lib/piano/nuove';
import { azioniIn } from '@/lib/piano/valori';
import { Bottone } from '../ui/Bottone';
import { RigaTolta } from './RigaTolta';
import { SchedaAzione } from './SchedaAzione';
import { SenzaJavaScript } from './SenzaJavaScript';
import { TabellaAzioniPiano } from './TabellaAzioniPiano';
import { useElenco } from './useElenco';

export type PropsCampoPiano = {
  campo: Pick<Campo, 'chiave' | 'etichetta' | 'aiuto'>;
  valore: Valore | undefined;
  disabilitato?: boolean;
  contesto: ContestoPiano;
};

/** Le azioni del progetto: il cronoprogramma disegnato dalle date e, sotto, una scheda da compilare per ogni azione. */
export const CampoAzioni = ({ campo, valore, disabilitato, contesto }: PropsCampoPiano) => {
  const elenco = useElenco<AzionePiano>(azioniIn(valore));
  const { righe, vivo, nascosto, aggiungi, cambia, togli, tolta, rimetti } = elenco;
  const scrive = vivo && !disabilitato;
  const mancano = mancanzeAzioni(righe, contesto);
  const daSalvare = JSON.stringify(righe.map(azioneDaSalvare));
  return (
    <div className="piano">
      <p className="legend">{campo.etichetta}</p>
      {campo.aiuto && <p className="hint">{campo.aiuto}</p>}
      <input ref={nascosto} type="hidden" name={campo.chiave} value={daSalvare} readOnly />
      {righe.length > 0 ? (
        <TabellaAzioniPiano azioni={righe} contesto={contesto} />
      ) : (
        <p className="second">Non ci sono ancora azioni. Aggiungi la prima: servizio o azione di sistema, con date e destinatari.</p>
      )}
      {!vivo && !disabilitato && <SenzaJavaScript che="le azioni" />}
      {scrive && (
        <>
          {righe.map((azione) => (
            <SchedaAzione
              key={azione.id}
              azione={azione}
              mancano={mancano.filter(({ riga }) => riga === azione.id).map(({ messaggio }) => messaggio)}
              contesto={contesto}
              cambia={(cambio) => cambia(azione.id, cambio)}
              duplica={() => aggiungi(copiaDi(azione, crypto.randomUUID(), righe))}
              togli={() => togli(azione.id)}
            />
          ))}
          {tolta && <RigaTolta che={`L’azione ${tolta.codice}`} rimetti={rimetti} />}
          <div className="btn-row">
            <Bottone
              icona="piu"
              onClick={() => aggiungi(nuovaAzione(crypto.randomUUID(), righe, contesto.partner[0]?.organizzazioneId ?? null))}
            >
              Aggiungi un’azione
            </Bottone>
          </div>
        </>
      )}
    </div>
  );
};
