'use client';

import { AreaTesto } from '../forms/AreaTesto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoNumero, CampoTesto } from '../forms/CampoTesto';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { Selezione } from '../forms/Selezione';
import { type Azione, useModulo } from './useModulo';

type Opzione = { valore: string; etichetta: string };
type Props = {
  action: Azione;
  bandoId: string;
  rev: number;
  valori: Record<string, string>;
  tipi: Opzione[];
  passi: { fase: string; nome: string }[];
};

/** I dati generali di un bando e i termini dei suoi passi, nell'ora di Roma. */
export const ModuloDati = ({ action, bandoId, rev, valori, tipi, passi }: Props) => {
  const { stato, invio, campo, chiave } = useModulo(action, valori);
  const euro = <span>€</span>;
  return (
    <form action={invio} className="modulo mt-6" key={chiave} noValidate>
      <RiepilogoErrori stato={stato} />
      <input type="hidden" name="bandoId" value={bandoId} />
      <input type="hidden" name="rev" value={rev} />
      <CampoTesto {...campo('titolo')} etichetta="Titolo" autoComplete="off" />
      <Selezione {...campo('tipo')} etichetta="Tipo di bando" opzioni={tipi} />
      <CampoTesto
        {...campo('atto')}
        etichetta="Atto"
        facoltativo
        autoComplete="off"
        aiuto="Per esempio: D.D. n. 998/A15000 del 20/10/2017."
      />
      <AreaTesto {...campo('presentazione')} etichetta="Presentazione" facoltativo massimo={4000} rows={6} />
      <CampoTesto {...campo('dotazione')} etichetta="Dotazione" larghezza="importo" inputMode="decimal" suffisso={euro} />
      <div className="two">
        <CampoTesto
          {...campo('contributoMin')}
          etichetta="Contributo minimo"
          facoltativo
          larghezza="importo"
          inputMode="decimal"
          suffisso={euro}
        />
        <CampoTesto
          {...campo('contributoMax')}
          etichetta="Contributo massimo"
          facoltativo
          larghezza="importo"
          inputMode="decimal"
          suffisso={euro}
        />
      </div>
      <h2>Passi</h2>
      <p className="hint">
        Ora di Roma. «Entro le 12:00» comprende tutto il primo secondo delle 12. Lascia vuoti i passi che il bando non prevede.
      </p>
      {passi.map(({ fase, nome }) => (
        <fieldset key={fase} className="two">
          <legend className="legend">{nome}</legend>
          <CampoTesto
            {...campo(`apre${fase}`)}
            etichetta="Apre"
            facoltativo={fase !== 'IDEA'}
            aiuto="gg/mm/aaaa oo:mm"
            autoComplete="off"
          />
          <CampoTesto {...campo(`chiude${fase}`)} etichetta="Chiude" facoltativo aiuto="Vuoto: nessun termine" autoComplete="off" />
        </fieldset>
      ))}
      <h2>Giorni</h2>
      <div className="three">
        <CampoNumero {...campo('giorniAvviso')} etichetta="Durata minima dell’avviso per i partner" />
        <CampoNumero {...campo('giorniIntegrazioni')} etichetta="Per rispondere a una richiesta di integrazioni" />
        <CampoNumero {...campo('giorniPreavviso')} etichetta="Per rispondere al preavviso di rigetto" />
      </div>
      <div className="btn-row">
        <BottoneInvio inCorso="Salvataggio in corso">Salva i dati</BottoneInvio>
      </div>
    </form>
  );
};
