import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import type { Domanda } from '@/lib/domande/queries';
import { routes } from '@/lib/routes';
import { ambitiAction } from './actions';

type Props = { domanda: Domanda; compone: boolean; ambiti: Domanda['ambiti'] };

/** Gli ambiti della domanda. Se il modulo del bando li chiede in una sezione, si scelgono li e qui si leggono. */
export const Ambiti = ({ domanda, compone, ambiti }: Props) => {
  const sezione = domanda.sezioni.find(({ campi }) => campi.some(({ tipo }) => tipo === 'ambiti'));
  if (compone && !sezione && ambiti.length > 0)
    return (
      <ModuloAtto action={ambitiAction} nascosti={{ progettoId: domanda.id }} invia="Salva gli ambiti" variante="secondario">
        <fieldset className="field">
          <legend>Ambiti coinvolti</legend>
          <div className="spunte spunte--molte">
            {ambiti.map(({ id, numero, nome }) => (
              <label key={id} className="checkline">
                <input
                  type="checkbox"
                  className="check"
                  name="ambito"
                  value={id}
                  defaultChecked={domanda.ambiti.some((scelto) => scelto.id === id)}
                />
                <span>
                  {numero}. {nome}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      </ModuloAtto>
    );
  return (
    <>
      {domanda.ambiti.length > 0 ? (
        <ul>
          {domanda.ambiti.map(({ id, numero, nome }) => (
            <li key={id}>
              {numero}. {nome}
            </li>
          ))}
        </ul>
      ) : (
        <p className="second">Nessun ambito scelto.</p>
      )}
      {sezione && (
        <p className="small">
          Si scelgono nella sezione <a href={routes.sezione(domanda.id, sezione.chiave)}>{sezione.titolo}</a>.
        </p>
      )}
    </>
  );
};
