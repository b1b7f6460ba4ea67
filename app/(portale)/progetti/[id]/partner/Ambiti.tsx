import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { nomeAmbito } from '@/components/domande/CampoScelte';
import { ambitiConImporto } from '@/lib/bandi/importiAmbito';
import type { Domanda } from '@/lib/domande/queries';
import { routes } from '@/lib/routes';
import { ambitiAction } from './actions';

type Props = { domanda: Domanda; compone: boolean; ambiti: Domanda['ambiti'] };

/** Gli ambiti della domanda. Se il modulo del bando li chiede in una sezione, si scelgono lì e qui si leggono. */
export const Ambiti = ({ domanda, compone, ambiti }: Props) => {
  const conImporto = (elenco: Domanda['ambiti']) => ambitiConImporto(domanda.configurazione, elenco);
  const sezione = domanda.sezioni.find(({ campi }) => campi.some(({ tipo }) => tipo === 'ambiti'));
  if (compone && !sezione && ambiti.length > 0)
    return (
      <ModuloAtto action={ambitiAction} nascosti={{ progettoId: domanda.id }} invia="Salva gli ambiti" variante="secondario">
        <fieldset className="field">
          <legend>Ambiti coinvolti</legend>
          <div className="spunte spunte--molte">
            {conImporto(ambiti).map(({ id, numero, nome, spettaCents }) => (
              <label key={id} className="checkline">
                <input
                  type="checkbox"
                  className="check"
                  name="ambito"
                  value={id}
                  defaultChecked={domanda.ambiti.some((scelto) => scelto.id === id)}
                />
                <span>{nomeAmbito({ id, numero, nome, spettaCents })}</span>
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
          {conImporto(domanda.ambiti).map((ambito) => (
            <li key={ambito.id}>{nomeAmbito(ambito)}</li>
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
