import type { Campo } from '@/lib/bandi/configurazione';
import type { ContestoModulo } from '@/lib/domande/contesto';
import { presente } from '@/lib/domande/modulo';
import { euro } from '@/lib/format/euro';
import { RigheCampo } from '../forms/Campo';
import { attributiCampo, type PropsCampo, primoErrore } from '../forms/descrizioneCampo';
import { Selezione } from '../forms/Selezione';

type Props = PropsCampo & { campo: Campo; scelti: string[]; contesto: ContestoModulo };
type Voce = { valore: string; etichetta: string };

/** «3. Biella», e nei bandi che lo dicono quanto gli spetta. */
export const nomeAmbito = ({ numero, nome, spettaCents }: ContestoModulo['ambiti'][number]): string =>
  `${numero}. ${nome}${spettaCents === undefined ? '' : `, ${euro(BigInt(spettaCents))}`}`;

const vociDi = ({ tipo, opzioni }: Campo, contesto: ContestoModulo): Voce[] => {
  if (tipo === 'organizzazioni') return contesto.organizzazioni.map(({ id, nome }) => ({ valore: id, etichetta: nome }));
  if (tipo === 'ambiti') return contesto.ambiti.map((a) => ({ valore: a.id, etichetta: nomeAmbito(a) }));
  return opzioni.map(({ codice, etichetta }) => ({ valore: codice, etichetta }));
};

/** Più voci da un elenco: spunte; se se ne può scegliere una sola, un menu. Una voce scelta che nell'elenco non c'è più resta, e si vede. */
export const CampoScelte = ({ campo, scelti, contesto, ...props }: Props) => {
  const voci = vociDi(campo, contesto);
  const perse = scelti.filter((s) => !voci.some(({ valore }) => valore === s));
  const tutte = [...voci, ...perse.map((valore) => ({ valore, etichetta: `${valore} (non è più nell’elenco)` }))];
  if (campo.massimo === 1) return <Selezione {...props} valore={scelti[0]} vuota="Scegli" opzioni={tutte} />;
  const { id = props.nome } = props;
  const { 'aria-describedby': descritto } = attributiCampo(props);
  return (
    <fieldset className={primoErrore(props.errore) ? 'field field--err' : 'field'} aria-describedby={descritto}>
      <legend>
        {props.etichetta}
        {props.facoltativo && <span className="field__opt"> (facoltativo)</span>}
      </legend>
      <RigheCampo id={id} aiuto={props.aiuto} errore={props.errore} />
      <input type="hidden" name={presente(campo.chiave)} value="" />
      <div className={tutte.length > 12 ? 'spunte spunte--molte' : 'spunte'}>
        {tutte.map(({ valore, etichetta }, indice) => (
          <label key={valore} className="checkline">
            <input
              type="checkbox"
              className="check"
              id={indice === 0 ? id : undefined}
              name={`${campo.chiave}.${valore}`}
              value="si"
              defaultChecked={scelti.includes(valore)}
            />
            <span>{etichetta}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
