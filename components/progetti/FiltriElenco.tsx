import { classiBottone } from '@/components/ui/Bottone';
import { CampoCerca } from '@/components/ui/CampoCerca';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { type FiltriProgetti, StatoProgetto } from '@/lib/progetti/schema';
import { routes } from '@/lib/routes';

/** Ricerca e stato, in un modulo che si invia da sé nell'indirizzo. */
export const FiltriElenco = ({ filtri }: { filtri: FiltriProgetti }) => (
  <search>
    <form action={routes.progetti()} className="toolbar">
      <div className="search">
        <CampoCerca valore={filtri.q} in="titolo, territorio o codice" />
      </div>
      <select
        name="stato"
        defaultValue={filtri.stato ?? ''}
        aria-label="Stato del progetto"
        className="input input--select min-h-9 w-auto py-1 text-small"
      >
        <option value="">Tutti gli stati</option>
        {StatoProgetto.options.map((stato) => (
          <option key={stato} value={stato}>
            {ETICHETTA_PROGETTO[stato].testo}
          </option>
        ))}
      </select>
      <button type="submit" className={classiBottone({ variante: 'quieto', taglia: 36 })}>
        Filtra
      </button>
      {(filtri.q || filtri.stato) && <a href={routes.progetti()}>Togli i filtri</a>}
    </form>
  </search>
);
