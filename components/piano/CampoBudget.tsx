'use client';

import type { VoceBudget } from '@/lib/domande/valori';
import { euro } from '@/lib/format/euro';
import { nuovaVoce } from '@/lib/piano/nuove';
import { squilibri } from '@/lib/piano/squilibri';
import { vociIn } from '@/lib/piano/valori';
import { Bottone } from '../ui/Bottone';
import type { PropsCampoPiano } from './CampoAzioni';
import { RigaTolta } from './RigaTolta';
import { RigaVoce } from './RigaVoce';
import { SenzaJavaScript } from './SenzaJavaScript';
import { Squilibri } from './Squilibri';
import { TabelleBudget } from './TabelleBudget';
import { useElenco } from './useElenco';

/** Il quadro economico: le voci sotto la loro azione, le somme che si aggiornano mentre si scrive, e dove non torna detto sul posto. */
export const CampoBudget = ({ campo, valore, disabilitato, contesto }: PropsCampoPiano) => {
  const { righe: voci, vivo, nascosto, aggiungi, cambia, togli, tolta, rimetti } = useElenco<VoceBudget>(vociIn(valore));
  const { azioni, partner, categorieCosto } = contesto;
  const fuori = squilibri(azioni, voci, contesto, partner);
  const scrive = vivo && !disabilitato;
  const orfane = voci.filter(({ azioneId }) => !azioni.some(({ id }) => id === azioneId));
  const riga = (voce: VoceBudget) => (
    <RigaVoce
      key={voce.id}
      voce={voce}
      contesto={contesto}
      squilibri={fuori.filter(({ voceId }) => voceId === voce.id)}
      cambia={(cambio) => cambia(voce.id, cambio)}
      togli={() => togli(voce.id)}
    />
  );
  const nuova = (azioneId: string) =>
    nuovaVoce(
      crypto.randomUUID(),
      azioneId,
      voci,
      categorieCosto.map(({ codice }) => codice),
      partner.map((p) => p.organizzazioneId),
    );
  return (
    <div className="piano">
      <p className="legend">{campo.etichetta}</p>
      {campo.aiuto && <p className="hint">{campo.aiuto}</p>}
      {contesto.spettaCents != null && <Spetta cents={BigInt(contesto.spettaCents)} />}
      {scrive && azioni.length > 0 && <p className="hint">Importi in euro, per esempio 1.250,50. Una casella vuota vale zero.</p>}
      <input ref={nascosto} type="hidden" name={campo.chiave} value={JSON.stringify(voci)} readOnly />
      {azioni.length === 0 && <p className="second">Prima scrivi le azioni del progetto: ogni costo appartiene a un’azione.</p>}
      {scrive &&
        azioni.map(({ id, codice, titolo }) => (
          <fieldset key={id} className="righe">
            <legend>
              <span className="mono">{codice}</span> {titolo || 'Senza titolo'}
            </legend>
            {voci.filter(({ azioneId }) => azioneId === id).map(riga)}
            <Squilibri squilibri={fuori.filter(({ azioneId }) => azioneId === id)} />
            <Bottone taglia={36} icona="piu" onClick={() => aggiungi(nuova(id))}>
              Aggiungi un costo<span className="sr"> all’azione {codice}</span>
            </Bottone>
          </fieldset>
        ))}
      {scrive && orfane.length > 0 && (
        <fieldset className="righe">
          <legend>Costi di azioni che non ci sono più</legend>
          {orfane.map(riga)}
        </fieldset>
      )}
      {tolta && scrive && <RigaTolta che="La voce di costo" rimetti={rimetti} />}
      {!vivo && !disabilitato && <SenzaJavaScript che="il quadro economico" />}
      <TabelleBudget voci={voci} contesto={contesto} />
      <div aria-live="polite">
        <Squilibri squilibri={scrive ? fuori.filter(({ voceId, azioneId }) => !voceId && !azioneId) : fuori} />
      </div>
    </div>
  );
};

/** Quanto il bando riserva agli ambiti della domanda: il tetto di ciò che si chiede. */
const Spetta = ({ cents }: { cents: bigint }) =>
  cents === 0n ? (
    <p>Il bando non assegna nulla agli ambiti scelti finora: controllateli prima di scrivere i costi.</p>
  ) : (
    <p>
      Il bando assegna ai vostri ambiti <b>{euro(cents)}</b>: il contributo chiesto non può superarli.
    </p>
  );
