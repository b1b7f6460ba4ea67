import { NOMI } from '@/lib/moduloModifica/nomi';
import { nuovaAzione } from '@/lib/piano/nuove';
import { AreaTesto } from '../forms/AreaTesto';
import { CampoTesto } from '../forms/CampoTesto';
import { CasellaSpunta } from '../forms/CasellaSpunta';
import { Selezione } from '../forms/Selezione';
import { AzioneNuova } from './AzioneNuova';
import { type Azione, azioniDelle, type PropsCampi } from './campi';

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

/** Titolo, descrizione e categoria, con quelli in vigore se ci sono. */
export const CampiTesti = ({
  azione,
  inVigore,
  nome,
  nomi,
  v,
  errore,
}: PropsCampi & { azione: Azione; inVigore: Azione | null; nome: string }) => (
  <>
    <CampoTesto
      nome={`${nome}.titolo`}
      etichetta="Titolo"
      prima={inVigore?.titolo}
      valore={v(`${nome}.titolo`, azione.titolo)}
      errore={errore(`${nome}.titolo`)}
    />
    <Selezione
      nome={`${nome}.categoria`}
      etichetta="Categoria di intervento"
      prima={
        inVigore ? (nomi.categorieIntervento.find(({ codice }) => codice === inVigore.categoria)?.etichetta ?? 'non indicata') : undefined
      }
      opzioni={[{ valore: `${azione.tipo}/`, etichetta: 'Da scegliere' }, ...opzioniCategoria(nomi)]}
      valore={v(`${nome}.categoria`, `${azione.tipo}/${azione.categoria ?? ''}`)}
    />
    <AreaTesto
      nome={`${nome}.descrizione`}
      etichetta="Descrizione"
      facoltativo
      massimo={6000}
      valore={v(`${nome}.descrizione`, azione.descrizione)}
    />
  </>
);

const opzioniCategoria = ({ categorieIntervento }: PropsCampi['nomi']) =>
  categorieIntervento.map(({ codice, etichetta, tipo }) => ({ valore: `${tipo}/${codice}`, etichetta }));
