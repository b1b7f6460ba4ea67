import type { Campo as CampoConfigurato } from '@/lib/bandi/configurazione';
import { MASSIMO_TESTO_LUNGO } from '@/lib/domande/modulo';
import { AvvisoDati } from '../forms/AvvisoDati';
import { Campo } from '../forms/Campo';
import { attributiCampo, type PropsCampo } from '../forms/descrizioneCampo';
import { ContatoreTesto } from './ContatoreTesto';

/** L'id del controllo: diverso dall'ancora del campo (`campo-…`), che è il riquadro. */
export const idCampo = (chiave: string): string => `c-${chiave}`;

/** Un testo di più righe con il conto di caratteri e parole; per un elenco una voce per riga. Si conta, non si taglia. */
export const TestoLungo = ({ campo, valore, ...props }: PropsCampo & { campo: CampoConfigurato; valore: string }) => {
  const elenco = campo.tipo === 'elenco' || campo.tipo === 'comuni';
  const riga =
    campo.tipo === 'comuni'
      ? 'Un comune per riga, per esempio Biella. Se più comuni hanno lo stesso nome aggiungi la provincia: Samone (TO).'
      : 'Una voce per riga.';
  const aiuto = elenco ? [props.aiuto, riga].filter(Boolean).join(' ') : props.aiuto;
  const cornice = { ...props, aiuto };
  const { id = props.nome } = props;
  return (
    <Campo {...cornice}>
      <textarea
        {...attributiCampo(cornice, elenco ? [] : [`${id}-conto`])}
        rows={elenco ? 5 : 10}
        defaultValue={valore}
        className="input"
      />
      {!elenco && <ContatoreTesto idCampo={id} id={`${id}-conto`} massimo={campo.massimo ?? MASSIMO_TESTO_LUNGO} />}
      <AvvisoDati idCampo={id} />
    </Campo>
  );
};
