import { classiBottone } from '@/components/ui/Bottone';
import { routes } from '@/lib/routes';
import type { FiltriSegnali } from '@/lib/segnali/filtri';
import { nomeSegnale } from '@/lib/segnali/rules';
import { CODICI, type CodiceSegnale, toccaAChi } from '@/lib/segnali/soglie';

type Props = { filtri: FiltriSegnali; conteggi: Partial<Record<CodiceSegnale, number>> };

/** Il tipo di segnale da mostrare, con quanti ce ne sono di ciascuno; un modulo che si invia da sé nell'indirizzo. */
export const FiltroTipo = ({ filtri, conteggi }: Props) => (
  <search>
    <form action={routes.cruscottoSegnali()} className="toolbar">
      <input type="hidden" name="chi" value={filtri.chi} />
      <select
        name="tipo"
        defaultValue={filtri.tipo ?? ''}
        aria-label="Tipo di segnale"
        className="input input--select min-h-9 w-auto py-1 text-small"
      >
        <option value="">Ogni tipo di segnale</option>
        {CODICI.filter((codice) => filtri.chi === 'tutti' || toccaAChi(codice).toLowerCase() === filtri.chi).map((codice) => (
          <option key={codice} value={codice}>
            {nomeSegnale(codice)}: {conteggi[codice] ?? 0}
          </option>
        ))}
      </select>
      <button type="submit" className={classiBottone({ variante: 'quieto', taglia: 36 })}>
        Filtra
      </button>
      {filtri.tipo && <a href={routes.cruscottoSegnali({ chi: filtri.chi })}>Togli il filtro</a>}
    </form>
  </search>
);
