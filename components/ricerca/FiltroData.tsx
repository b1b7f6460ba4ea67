import type { ReactNode } from 'react';
import { dataBreve, dataLunga } from '@/lib/format/data';
import type { BandoLetto } from '@/lib/ricerca/righe';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { CampoData } from '../forms/CampoTesto';
import { Selezione } from '../forms/Selezione';
import { Bottone } from '../ui/Bottone';

export type PropsFiltri<Dati> = {
  filtri: FiltriRicerca;
  /** Com'è stata scritta, se non si è potuta leggere. */
  dataScritta?: string;
  errore?: string;
  dati: Dati;
};
type Props = PropsFiltri<{ bando: BandoLetto | null; bandi: BandoLetto[] }> & {
  /** La pagina che si rilegge. */
  action: string;
  /** Gli altri filtri della pagina. */
  children?: ReactNode;
};

/** A che data, e di quale bando: un modulo GET, così l'indirizzo dice che cosa si sta guardando. */
export const FiltroData = ({ action, filtri, dataScritta, errore, dati: { bando, bandi }, children }: Props) => (
  <>
    <form action={action} method="get" className="mt-6 grid grid-cols-1 gap-x-6 gap-y-4 *:grid-cols-1 sm:flex sm:flex-wrap sm:items-end">
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
      {children}
      <div>
        <Bottone type="submit">Aggiorna</Bottone>
      </div>
    </form>
    {errore && <p className="hint mt-2">Intanto mostriamo i dati a oggi, {dataLunga(filtri.data)}.</p>}
  </>
);
