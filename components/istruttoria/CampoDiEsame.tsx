import { AreaTesto } from '../forms/AreaTesto';
import { RigheCampo } from '../forms/Campo';
import { CampoData, CampoTesto } from '../forms/CampoTesto';
import { CasellaSpunta } from '../forms/CasellaSpunta';
import { primoErrore } from '../forms/descrizioneCampo';
import { Selezione } from '../forms/Selezione';
import type { CampoEsame } from './campiEsame';

type Props = {
  campo: CampoEsame;
  id: string;
  errore?: string[] /** I valori rinviati dal server; null la prima volta. */;
  valori: Record<string, string> | null;
};

/** Un campo, con ciò che vi era scritto quando il modulo è tornato indietro. */
export const CampoDiEsame = ({ campo, id, errore, valori }: Props) => {
  const { nome, etichetta, aiuto, facoltativo } = campo;
  const valore = valori ? (valori[nome] ?? '') : (campo.valore ?? '');
  const comune = { id, nome, etichetta, aiuto, facoltativo, errore };
  if (campo.tipo === 'area') return <AreaTesto {...comune} massimo={campo.massimo} rows={campo.righe ?? 4} valore={valore} />;
  if (campo.tipo === 'scelta') return <Selezione {...comune} opzioni={campo.opzioni} vuota={campo.vuota} valore={valore} />;
  if (campo.tipo === 'data') return <CampoData {...comune} valore={valore} />;
  if (campo.tipo === 'importo')
    return <CampoTesto {...comune} larghezza="importo" inputMode="decimal" autoComplete="off" suffisso="€" valore={valore} />;
  if (campo.tipo === 'testo') return <CampoTesto {...comune} larghezza={campo.larghezza} autoComplete="off" valore={valore} />;
  return (
    <fieldset
      className={primoErrore(errore) ? 'field field--err' : 'field'}
      id={id}
      tabIndex={-1}
      aria-describedby={errore ? `${id}-errore` : undefined}
    >
      <legend>{etichetta}</legend>
      <RigheCampo id={id} aiuto={aiuto} errore={errore} />
      {campo.tipo === 'risposta' ? (
        <div className="seg justify-self-start">
          {campo.opzioni.map((o) => (
            <label key={o.valore}>
              <input type="radio" name={nome} value={o.valore} defaultChecked={valore === o.valore} />
              {o.etichetta}
            </label>
          ))}
        </div>
      ) : (
        campo.opzioni.map((o) => (
          <CasellaSpunta
            key={o.valore}
            id={`${id}-${o.valore}`}
            nome={`${nome}.${o.valore}`}
            etichetta={o.etichetta}
            spuntata={valori ? valori[`${nome}.${o.valore}`] !== undefined : campo.spuntate?.includes(o.valore)}
          />
        ))
      )}
    </fieldset>
  );
};
