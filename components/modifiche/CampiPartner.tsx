import { NOME_PARTECIPAZIONE } from '@/lib/domande/labels';
import { NOMI } from '@/lib/moduloModifica/nomi';
import { Selezione } from '../forms/Selezione';
import { azioniDelle, opzioniEnti, type PropsCampi } from './campi';

const RUOLI = Object.entries(NOME_PARTECIPAZIONE).map(([valore, etichetta]) => ({ valore, etichetta }));
const USCITA = { valore: '', etichetta: 'Esce dal progetto' };

/** Chi entra, chi esce, con quale ruolo, e chi risponde di ogni azione. */
export const CampiPartner = ({ base, scritto, nomi, v, errore }: PropsCampi) => {
  const usciti = base.partner.filter((p) => !scritto.partner.some(({ organizzazioneId }) => organizzazioneId === p.organizzazioneId));
  const fuori = nomi.enti.filter(({ id }) => ![...scritto.partner, ...usciti].some(({ organizzazioneId }) => organizzazioneId === id));
  const responsabili = scritto.partner.map(({ organizzazioneId, denominazione }) => ({ id: organizzazioneId, nome: denominazione }));
  return (
    <>
      <fieldset className="righe">
        <legend>Enti del progetto</legend>
        {[...scritto.partner, ...usciti].map(({ organizzazioneId, denominazione }) => {
          const ruolo = (quali: typeof base.partner) => quali.find((p) => p.organizzazioneId === organizzazioneId)?.ruolo;
          const [prima, ora] = [ruolo(base.partner), ruolo(scritto.partner)];
          return (
            <Selezione
              key={organizzazioneId}
              nome={NOMI.ruolo(organizzazioneId)}
              etichetta={denominazione}
              prima={prima ? NOME_PARTECIPAZIONE[prima]?.toLowerCase() : 'non partecipa'}
              opzioni={[...RUOLI, USCITA]}
              valore={v(NOMI.ruolo(organizzazioneId), ora ?? '')}
            />
          );
        })}
      </fieldset>
      <fieldset className="righe">
        <legend>Un ente che entra</legend>
        <p className="hint">Salva la bozza: poi potrai affidargli le azioni.</p>
        <div className="caselle caselle--riga">
          <Selezione nome={NOMI.enteNuovo} etichetta="Ente" vuota="Nessuno" opzioni={opzioniEnti(fuori)} valore={v(NOMI.enteNuovo, '')} />
          <Selezione
            nome={NOMI.ruoloNuovo}
            etichetta="Con quale ruolo"
            opzioni={RUOLI.filter(({ valore }) => valore !== 'CAPOFILA')}
            valore={v(NOMI.ruoloNuovo, 'PARTNER_GESTORE')}
          />
        </div>
      </fieldset>
      <fieldset className="righe">
        <legend>Chi risponde di ogni azione</legend>
        <p className="hint">Un ente esce solo se le sue azioni passano a un altro; con l’azione passano anche i suoi costi.</p>
        {azioniDelle({ base, scritto }).map(({ azione, inVigore }) => (
          <Selezione
            key={azione.id}
            nome={NOMI.responsabile(azione.id)}
            etichetta={`${azione.codice} ${azione.titolo}`}
            prima={nomi.enti.find(({ id }) => id === inVigore?.organizzazioneId)?.nome ?? 'nessuno'}
            opzioni={opzioniEnti(responsabili)}
            vuota="Da scegliere"
            valore={v(NOMI.responsabile(azione.id), azione.organizzazioneId ?? '')}
            errore={errore(NOMI.responsabile(azione.id))}
          />
        ))}
      </fieldset>
    </>
  );
};
