import { euro } from '@/lib/format/euro';
import { type Cella, chiaveCella } from '@/lib/modifiche/celle';
import { celleDelQuadro, type Importi, importiDi, ZERO } from '@/lib/moduloModifica/budget';
import { FONTI_CAMPO, NOMI, RIGHE_NUOVE } from '@/lib/moduloModifica/nomi';
import { inCasella } from '@/lib/piano/importi';
import { CampoTesto } from '../forms/CampoTesto';
import { Selezione } from '../forms/Selezione';
import { azioniDelle, opzioniDi, opzioniEnti, type PropsCampi } from './campi';

type PropsImporti = Pick<PropsCampi, 'v' | 'errore'> & { nome: string; prima?: Importi; ora: Importi };

/** Le tre fonti di una voce di costo, con quelle in vigore. */
export const CampiImporti = ({ nome, prima, ora, v, errore }: PropsImporti) =>
  FONTI_CAMPO.map(([fonte, campo, etichetta]) => (
    <CampoTesto
      key={fonte}
      nome={`${nome}.${fonte}`}
      etichetta={etichetta}
      larghezza="importo"
      inputMode="decimal"
      autoComplete="off"
      prima={prima && euro(BigInt(prima[campo]))}
      valore={v(`${nome}.${fonte}`, inCasella(ora[campo]))}
      errore={errore(`${nome}.${fonte}`)}
    />
  ));

/** Il quadro economico, azione per azione: ogni voce con gli importi in vigore accanto ai nuovi; in fondo le righe che si aggiungono. */
export const CampiBudget = (props: PropsCampi) => {
  const celle = celleDelQuadro(props.base, props.scritto);
  if (props.nomi.categorieCosto.length === 0)
    return <p>Il quadro economico di questo progetto non è nel portale. Per chiedere di cambiare i costi apri una modifica «Altro».</p>;
  return (
    <>
      <p className="hint">Importi in euro, per esempio 1.250,50. Una casella vuota vale zero; una voce senza importi non c’è più.</p>
      {azioniDelle(props).map(({ azione }) => (
        <fieldset key={azione.id} className="righe">
          <legend>
            <span className="mono">{azione.codice}</span> {azione.titolo}
          </legend>
          {celle
            .filter(({ azioneId }) => azioneId === azione.id)
            .map((cella) => (
              <Voce key={chiaveCella(cella)} cella={cella} {...props} />
            ))}
        </fieldset>
      ))}
      <details className="aggiungi">
        <summary>Aggiungi voci di costo</summary>
        {RIGHE_NUOVE.map((n) => (
          <VoceNuova key={n} nome={NOMI.voceNuova(n)} {...props} />
        ))}
      </details>
    </>
  );
};

const Voce = ({ cella, base, scritto, nomi, v, errore }: PropsCampi & { cella: Cella }) => {
  const categoria = nomi.categorieCosto.find(({ codice }) => codice === cella.categoria)?.etichetta ?? cella.categoria;
  const ente = nomi.enti.find(({ id }) => id === cella.organizzazioneId)?.nome ?? '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: un fieldset dentro un fieldset per ogni riga sarebbe rumore
    <div role="group" aria-label={`${categoria}, ${ente}`}>
      <p className="small">
        <b>{categoria}</b>, {ente}
      </p>
      <div className="caselle caselle--riga">
        <CampiImporti
          nome={NOMI.voce(chiaveCella(cella))}
          prima={importiDi(base, cella)}
          ora={importiDi(scritto, cella)}
          v={v}
          errore={errore}
        />
      </div>
    </div>
  );
};

const VoceNuova = ({ nome, nomi, scritto, v, errore, base }: PropsCampi & { nome: string }) => (
  <div className="caselle caselle--riga">
    <Selezione
      nome={`${nome}.azione`}
      etichetta="Azione"
      vuota="Scegli"
      opzioni={azioniDelle({ base, scritto }).map(({ azione }) => ({ valore: azione.id, etichetta: `${azione.codice} ${azione.titolo}` }))}
      valore={v(`${nome}.azione`, '')}
      errore={errore(`${nome}.azione`)}
    />
    <SceltaCosto nome={nome} nomi={nomi} partner={scritto.partner} v={v} errore={errore} categoria="" ente="" />
    <CampiImporti nome={nome} ora={ZERO} v={v} errore={errore} />
  </div>
);

type PropsScelta = Pick<PropsCampi, 'nomi' | 'v' | 'errore'> & {
  nome: string;
  partner: PropsCampi['base']['partner'];
  categoria: string;
  ente: string;
};

/** Categoria di costo ed ente di una riga nuova. */
export const SceltaCosto = ({ nome, nomi, partner, categoria, ente, v, errore }: PropsScelta) => (
  <>
    <Selezione
      nome={`${nome}.categoria`}
      etichetta="Categoria di costo"
      vuota="Scegli"
      opzioni={opzioniDi(nomi.categorieCosto)}
      valore={v(`${nome}.categoria`, categoria)}
      errore={errore(`${nome}.categoria`)}
    />
    <Selezione
      nome={`${nome}.ente`}
      etichetta="Ente"
      vuota="Scegli"
      opzioni={opzioniEnti(partner.map(({ organizzazioneId, denominazione }) => ({ id: organizzazioneId, nome: denominazione })))}
      valore={v(`${nome}.ente`, ente)}
    />
  </>
);
