import type { AzioneCercata } from '@/lib/avvisi/schema';
import { RigheCampo } from '../forms/Campo';
import { primoErrore } from '../forms/descrizioneCampo';

type Props = { azioni: AzioneCercata[]; scelte: string[]; errore?: string[] };

/** Le azioni dell'avviso: se ne sceglie una o più. */
export const SceltaAzioni = ({ azioni, scelte, errore }: Props) => (
  <fieldset className={primoErrore(errore) ? 'field field--err' : 'field'} aria-describedby={errore ? 'azioni-errore' : undefined}>
    <legend>Azioni che ti interessano</legend>
    <RigheCampo id="azioni" errore={errore} />
    {azioni.map(({ chiave, titolo }, indice) => (
      <label className="checkline" key={chiave} htmlFor={indice === 0 ? 'azioni' : `azioni-${chiave}`}>
        <input
          type="checkbox"
          className="check"
          id={indice === 0 ? 'azioni' : `azioni-${chiave}`}
          name="azioni"
          value={chiave}
          defaultChecked={scelte.includes(chiave)}
        />
        <span>{titolo}</span>
      </label>
    ))}
  </fieldset>
);
