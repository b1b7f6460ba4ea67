import { dataBreve } from '@/lib/format/data';
import { ZERO } from '@/lib/moduloModifica/budget';
import { NOMI, RIGHE_AZIONE } from '@/lib/moduloModifica/nomi';
import { CampoData, CampoNumero, CampoTesto } from '../forms/CampoTesto';
import { Selezione } from '../forms/Selezione';
import { CampiImporti, SceltaCosto } from './CampiBudget';
import { CampiTesti } from './CampiTesti';
import { type Azione, opzioniDi, opzioniEnti, type PropsCampi } from './campi';

type Props = PropsCampi & { azione: Azione; nome: string };

/** Un'azione che il piano non ha ancora: quando, di chi, per chi e con quali costi. */
export const AzioneNuova = ({ azione, nome, ...props }: Props) => {
  const { scritto, v, errore, nomi } = props;
  const partner = scritto.partner.map(({ organizzazioneId, denominazione }) => ({ id: organizzazioneId, nome: denominazione }));
  const costi = (scritto.piano?.voci ?? []).filter(({ azioneId }) => azioneId === azione.id);
  return (
    <>
      <CampiTesti {...props} azione={azione} inVigore={null} nome={nome} />
      <div className="caselle">
        <CampoTesto nome={`${nome}.codice`} etichetta="Codice" larghezza="numero" valore={v(`${nome}.codice`, azione.codice)} />
        <Selezione
          nome={`${nome}.ente`}
          etichetta="Ente responsabile"
          vuota="Scegli"
          opzioni={opzioniEnti(partner)}
          valore={v(`${nome}.ente`, azione.organizzazioneId ?? '')}
        />
        {(['inizio', 'fine'] as const).map((campo) => (
          <CampoData
            key={campo}
            nome={`${nome}.${campo}`}
            etichetta={campo === 'inizio' ? 'Inizio (gg/mm/aaaa)' : 'Fine (gg/mm/aaaa)'}
            valore={v(`${nome}.${campo}`, azione[campo] ? dataBreve(azione[campo]) : '')}
            errore={errore(`${nome}.${campo}`)}
          />
        ))}
      </div>
      <fieldset className="righe">
        <legend>Destinatari</legend>
        {RIGHE_AZIONE.slice(0, azione.destinatari.length + 2).map((n) => (
          <RigaDestinatari key={n} nome={NOMI.destinatariAzione(nome, n)} prima={azione.destinatari[n]} nomi={nomi} v={v} errore={errore} />
        ))}
      </fieldset>
      <fieldset className="righe">
        <legend>Costi</legend>
        {RIGHE_AZIONE.slice(0, costi.length + 2).map((n) => (
          <div key={n} className="caselle caselle--riga">
            <SceltaCosto
              nome={NOMI.costo(nome, n)}
              nomi={nomi}
              partner={scritto.partner}
              categoria={costi[n]?.categoria ?? ''}
              ente={costi[n]?.organizzazioneId ?? ''}
              v={v}
              errore={errore}
            />
            <CampiImporti nome={NOMI.costo(nome, n)} ora={costi[n] ?? ZERO} v={v} errore={errore} />
          </div>
        ))}
      </fieldset>
    </>
  );
};

type PropsRiga = Pick<PropsCampi, 'nomi' | 'v' | 'errore'> & { nome: string; prima: Azione['destinatari'][number] | undefined };

const RigaDestinatari = ({ nome, prima, nomi, v, errore }: PropsRiga) => (
  <div className="caselle caselle--riga">
    <Selezione
      nome={`${nome}.gruppo`}
      etichetta="Gruppo"
      vuota="Scegli"
      opzioni={opzioniDi(nomi.gruppi)}
      valore={v(`${nome}.gruppo`, prima?.gruppo ?? '')}
      errore={errore(`${nome}.gruppo`)}
    />
    <CampoNumero
      nome={`${nome}.quantita`}
      etichetta="Quanti"
      valore={v(`${nome}.quantita`, prima ? String(prima.quantita) : '')}
      errore={errore(`${nome}.quantita`)}
    />
    <CampoTesto nome={`${nome}.unita`} etichetta="Unità" valore={v(`${nome}.unita`, prima?.unita ?? 'persone')} />
  </div>
);
