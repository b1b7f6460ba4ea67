import { dataBreve } from '@/lib/format/data';
import { etichettaBreve } from '@/lib/ricerca/labels';
import type { DatiAttuazione } from '@/lib/ricerca/righe';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';
import { CampoData } from '../forms/CampoTesto';
import { Selezione } from '../forms/Selezione';
import { Bottone } from '../ui/Bottone';

type Props = {
  /** A quale pagina, se non è il pannello. */
  dove?: string;
  filtri: FiltriRicerca;
  /** Com'è stata scritta, se non si è potuta leggere. */
  dataScritta?: string;
  errore?: string;
  dati: Pick<DatiAttuazione, 'bando' | 'bandi' | 'ambiti' | 'categorie'>;
};

/** Data di riferimento e filtri: un modulo GET, così l'indirizzo dice che cosa si sta guardando. */
export const FiltriAttuazione = ({
  dove = routes.attuazione(),
  filtri,
  dataScritta,
  errore,
  dati: { bando, bandi, ambiti, categorie },
}: Props) => (
  <form action={dove} method="get" className="mt-6 grid grid-cols-1 gap-x-6 gap-y-4 *:grid-cols-1 sm:flex sm:flex-wrap sm:items-end">
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
    <Selezione
      nome="ambito"
      etichetta="Ambito"
      vuota="Tutti gli ambiti"
      valore={filtri.ambito === null ? '' : String(filtri.ambito)}
      opzioni={ambiti.map(({ numero, nome }) => ({ valore: String(numero), etichetta: `${numero} ${nome}` }))}
    />
    <Selezione
      nome="categoria"
      etichetta="Categoria"
      vuota="Tutte le categorie"
      valore={filtri.categoria ?? ''}
      opzioni={categorie.map(({ codice, etichetta }) => ({ valore: codice, etichetta: etichettaBreve(etichetta) }))}
    />
    <div>
      <Bottone type="submit">Aggiorna</Bottone>
    </div>
  </form>
);
