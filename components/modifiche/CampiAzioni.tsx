import { NOMI } from '@/lib/moduloModifica/nomi';
import { nuovaAzione } from '@/lib/piano/nuove';
import { CasellaSpunta } from '../forms/CasellaSpunta';
import { AzioneNuova } from './AzioneNuova';
import { CampiTesti } from './CampiTesti';
import { azioniDelle, type PropsCampi } from './campi';

/** Le azioni: titolo, descrizione e categoria di quelle in vigore, quali si tolgono, una che si aggiunge a ogni salvataggio. */
export const CampiAzioni = (props: PropsCampi) => {
  const azioni = azioniDelle(props);
  const vuota = nuovaAzione('', [...azioni.map(({ azione }) => azione)], null);
  return (
    <>
      {azioni.map(({ azione, inVigore, tolta }) => (
        <details key={azione.id} className="scheda-azione" open={!inVigore || undefined}>
          <summary>
            <span className="mono">{azione.codice}</span> {azione.titolo}
            {tolta && <span className="scheda-azione__manca">si toglie</span>}
            {!inVigore && <span className="scheda-azione__manca">nuova</span>}
          </summary>
          <div className="scheda-azione__campi">
            {inVigore ? (
              <CampiTesti {...props} azione={azione} inVigore={inVigore} nome={NOMI.azione(azione.id)} />
            ) : (
              <AzioneNuova {...props} azione={azione} nome={NOMI.azione(azione.id)} />
            )}
            <CasellaSpunta
              nome={`${NOMI.azione(azione.id)}.togli`}
              etichetta="Togli questa azione dal piano"
              aiuto={inVigore ? 'La sua storia resta; dal giorno dell’approvazione non si rendiconta più.' : undefined}
              spuntata={props.v(`${NOMI.azione(azione.id)}.togli`, tolta ? 'si' : '') === 'si'}
            />
          </div>
        </details>
      ))}
      <details className="scheda-azione">
        <summary>Aggiungi un’azione</summary>
        <div className="scheda-azione__campi">
          <p className="hint">Una per volta: dopo «Salva la bozza» puoi aggiungerne un’altra. Senza titolo non si aggiunge nulla.</p>
          <AzioneNuova {...props} azione={vuota} nome={NOMI.azioneNuova} />
        </div>
      </details>
    </>
  );
};
