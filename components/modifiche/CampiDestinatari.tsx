import { numero } from '@/lib/format/euro';
import { NOMI } from '@/lib/moduloModifica/nomi';
import { CampoNumero, CampoTesto } from '../forms/CampoTesto';
import { Selezione } from '../forms/Selezione';
import { type Azione, azioniDelle, opzioniDi, type PropsCampi } from './campi';

/** Quanti destinatari per gruppo, azione per azione; una casella vuota toglie il gruppo, l'ultima riga ne aggiunge uno. */
export const CampiDestinatari = (props: PropsCampi) => (
  <>
    <p className="hint">Per togliere un gruppo svuota la sua casella.</p>
    {azioniDelle(props).map(({ azione, inVigore }) => (
      <fieldset key={azione.id} className="righe">
        <legend>
          <span className="mono">{azione.codice}</span> {azione.titolo}
        </legend>
        <div className="caselle caselle--riga">
          {gruppiDi(azione, inVigore).map((gruppo) => (
            <Quantita key={gruppo.id} azione={azione} gruppo={gruppo} {...props} />
          ))}
        </div>
        <GruppoNuovo azione={azione} {...props} />
      </fieldset>
    ))}
  </>
);

type Gruppo = Azione['destinatari'][number] & { prima: number | null; ora: number | null };

function gruppiDi(azione: Azione, inVigore: Azione | null): Gruppo[] {
  const vecchi = inVigore?.destinatari ?? [];
  const nuovi = azione.destinatari.filter(({ id }) => !vecchi.some((d) => d.id === id));
  return [
    ...vecchi.map((d) => ({ ...d, prima: d.quantita, ora: azione.destinatari.find(({ id }) => id === d.id)?.quantita ?? null })),
    ...nuovi.map((d) => ({ ...d, prima: null, ora: d.quantita })),
  ];
}

const Quantita = ({ azione, gruppo, nomi, v, errore }: PropsCampi & { azione: Azione; gruppo: Gruppo }) => {
  const nome = NOMI.gruppo(azione.id, gruppo.id);
  const etichetta = nomi.gruppi.find(({ codice }) => codice === gruppo.gruppo)?.etichetta;
  return (
    <CampoNumero
      nome={nome}
      etichetta={etichetta ? `${etichetta} (${gruppo.unita})` : gruppo.unita}
      prima={gruppo.prima === null ? 'non previsti' : numero(gruppo.prima)}
      valore={v(nome, gruppo.ora === null ? '' : String(gruppo.ora))}
      errore={errore(nome)}
    />
  );
};

const GruppoNuovo = ({ azione, nomi, v, errore }: PropsCampi & { azione: Azione }) => {
  const nome = NOMI.gruppoNuovo(azione.id);
  return (
    <details className="aggiungi">
      <summary>
        Aggiungi un gruppo<span className="sr"> all’azione {azione.codice}</span>
      </summary>
      <div className="caselle caselle--riga">
        <Selezione
          nome={`${nome}.gruppo`}
          etichetta="Gruppo"
          vuota="Scegli"
          opzioni={opzioniDi(nomi.gruppi)}
          valore={v(`${nome}.gruppo`, '')}
          errore={errore(`${nome}.gruppo`)}
        />
        <CampoNumero nome={`${nome}.quantita`} etichetta="Quanti" valore={v(`${nome}.quantita`, '')} errore={errore(`${nome}.quantita`)} />
        <CampoTesto nome={`${nome}.unita`} etichetta="Unità" valore={v(`${nome}.unita`, 'persone')} />
      </div>
    </details>
  );
};
