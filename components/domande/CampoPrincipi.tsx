import type { Campo, Configurazione } from '@/lib/bandi/configurazione';
import { MASSIMO_TESTO_LUNGO, presente } from '@/lib/domande/modulo';
import { AreaTesto } from '../forms/AreaTesto';
import { RigheCampo } from '../forms/Campo';
import { type PropsCampo, primoErrore } from '../forms/descrizioneCampo';

type Props = PropsCampo & { campo: Campo; testi: Record<string, string>; principi: Configurazione['principi'] };

/** Un testo per ogni principio del bando. */
export const CampoPrincipi = ({ campo, testi, principi, ...props }: Props) => {
  const { id = props.nome } = props;
  return (
    <fieldset className={primoErrore(props.errore) ? 'field field--err principi' : 'field principi'}>
      <legend>
        {props.etichetta}
        {props.facoltativo && <span className="field__opt"> (facoltativo)</span>}
      </legend>
      <RigheCampo id={id} aiuto={props.aiuto} errore={props.errore} />
      <input type="hidden" name={presente(campo.chiave)} value="" />
      {principi.map(({ codice, nome, significato }, indice) => (
        <AreaTesto
          key={codice}
          nome={`${campo.chiave}.${codice}`}
          id={indice === 0 ? id : `${id}-${codice}`}
          etichetta={`${codice}. ${nome}`}
          aiuto={significato || undefined}
          valore={testi[codice] ?? ''}
          massimo={Math.min(campo.massimo ?? 4000, MASSIMO_TESTO_LUNGO)}
        />
      ))}
    </fieldset>
  );
};
