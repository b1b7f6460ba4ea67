import { dataBreve, dataLunga } from '@/lib/format/data';
import type { DatiTabelle } from '@/lib/ricerca/righe';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';
import { CampoData } from '../forms/CampoTesto';
import { Selezione } from '../forms/Selezione';
import { Bottone } from '../ui/Bottone';

type Props = {
  filtri: FiltriRicerca;
  /** Com'e stata scritta, se non si e potuta leggere. */
  dataScritta?: string;
  errore?: string;
  dati: Pick<DatiTabelle, 'bando' | 'bandi'>;
};

/** A che data, e di quale bando: un modulo GET, cosi l'indirizzo dice che cosa si sta guardando. */
export const FiltroData = ({ filtri, dataScritta, errore, dati: { bando, bandi } }: Props) => (
  <>
    <form
      action={routes.tabelle()}
      method="get"
      className="mt-6 grid grid-cols-1 gap-x-6 gap-y-4 *:grid-cols-1 sm:flex sm:flex-wrap sm:items-end"
    >
      <CampoData
        nome="data"
        etichetta="Data di riferimento"
        aiuto="gg/mm/aaaa"
        valore={dataScritta ?? dataBreve(filtri.data)}
        errore={errore ? [errore] : undefined}
      />
      {bandi.length > 1 && (
        <Selezione
          nome="bando"
          etichetta="Bando"
          valore={bando?.codice}
          opzioni={bandi.map(({ codice, titolo }) => ({ valore: codice, etichetta: titolo }))}
        />
      )}
      <div>
        <Bottone type="submit">Aggiorna</Bottone>
      </div>
    </form>
    {errore && <p className="hint mt-2">Intanto mostriamo i dati a oggi, {dataLunga(filtri.data)}.</p>}
  </>
);
