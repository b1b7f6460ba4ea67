import { nomeGruppo } from '@/lib/cruscotto/labels';
import type { CausaAperta, Cruscotto } from '@/lib/cruscotto/queries';
import { elenco } from '@/lib/format/elenco';
import { numero } from '@/lib/format/euro';
import { routes } from '@/lib/routes';
import { Callout } from '../ui/Callout';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { Tabella } from '../ui/Tabella';
import { Vuoto } from '../ui/Vuoto';

const azioniCon = (domanda: Record<string, string>): string => routes.cruscottoElenco({ vista: 'azioni', ...domanda });

type Props = Pick<Cruscotto, 'cause' | 'gruppi' | 'dellaRegione'>;

/** Le cause che oggi tengono ferme le azioni: prima quelle che può rimuovere la Regione. */
export const TabellaCauseAperte = ({ cause, gruppi, dellaRegione }: Props) => (
  <Sezione id="cause" titolo="Cause di ritardo aperte" nota="Dette nell’ultima relazione di azioni non concluse, e non ancora risolte.">
    {cause.length === 0 ? (
      <Vuoto titolo="Nessuna causa di ritardo aperta">Qui compaiono le cause che gli enti indicano nelle relazioni.</Vuoto>
    ) : (
      <>
        {dellaRegione.azioni > 0 && (
          <Callout tipo="attenzione" titolo="Dipende dalla Regione:">
            <a href={azioniCon({ dipende: '1' })}>{dellaRegione.azioni === 1 ? '1 azione' : `${numero(dellaRegione.azioni)} azioni`}</a> di{' '}
            <a href={routes.cruscottoElenco({ dipende: '1' })}>
              {dellaRegione.progetti === 1 ? '1 progetto' : `${numero(dellaRegione.progetti)} progetti`}
            </a>{' '}
            {dellaRegione.azioni === 1 ? 'aspetta' : 'aspettano'} una risposta, un anticipo o un procedimento degli uffici regionali.
          </Callout>
        )}
        <Tabella
          didascalia="Cause di ritardo aperte: azioni e progetti"
          fitta
          colonne={[
            { etichetta: 'Causa' },
            { etichetta: 'Gruppo' },
            { etichetta: 'Chi può rimuoverla' },
            { etichetta: 'Azioni', numerica: true },
            { etichetta: 'Causa principale', numerica: true },
            { etichetta: 'Progetti', numerica: true },
          ]}
        >
          {cause.map((causa) => (
            <RigaCausa key={causa.codice} causa={causa} />
          ))}
        </Tabella>
        <p className="hint mt-2">
          Per gruppo: {elenco(gruppi.map(({ gruppo, azioni }) => `${nomeGruppo(gruppo)} ${numero(azioni)}`))}. Un’azione può avere più
          cause.
        </p>
      </>
    )}
  </Sezione>
);

const RigaCausa = ({ causa: { codice, etichetta, gruppo, dipendeRegione, azioni, principali, progetti } }: { causa: CausaAperta }) => (
  <Riga>
    <CellaTitolo>{etichetta}</CellaTitolo>
    <Cella>
      <a href={azioniCon({ gruppo })}>{nomeGruppo(gruppo)}</a>
    </Cella>
    <Cella>{dipendeRegione ? <b>Regione</b> : 'Ente'}</Cella>
    <Cella numerica>
      <a href={azioniCon({ causa: codice })}>{numero(azioni)}</a>
    </Cella>
    <Cella numerica>{principali > 0 ? <a href={azioniCon({ causa: codice, principale: '1' })}>{numero(principali)}</a> : '0'}</Cella>
    <Cella numerica>
      <a href={routes.cruscottoElenco({ causa: codice })}>{numero(progetti)}</a>
    </Cella>
  </Riga>
);
