import { classiBottone } from '@/components/ui/Bottone';
import { GENERI, NOME_GENERE } from '@/lib/eventi/generi';
import type { FiltriStoria, PaginaStoria } from '@/lib/progetti/queriesStoria';
import { routes } from '@/lib/routes';

type Props = { progettoId: string; filtri: FiltriStoria; enti: PaginaStoria['enti'] };

const CLASSE = 'input input--select min-h-9 w-auto py-1 text-small';

/** Genere e organizzazione, in un modulo che si invia da sé nell'indirizzo. */
export const FiltriStoriaProgetto = ({ progettoId, filtri: { genere, ente }, enti }: Props) => (
  <search>
    <form action={routes.storia(progettoId)} className="toolbar">
      <select name="genere" defaultValue={genere ?? ''} aria-label="Genere degli atti" className={CLASSE}>
        <option value="">Tutti gli atti</option>
        {GENERI.map((codice) => (
          <option key={codice} value={codice}>
            {NOME_GENERE[codice]}
          </option>
        ))}
      </select>
      <select name="ente" defaultValue={ente ?? ''} aria-label="Chi ha agito" className={CLASSE}>
        <option value="">Enti e Regione</option>
        {enti.map(({ id, nome }) => (
          <option key={id} value={id}>
            {nome}
          </option>
        ))}
      </select>
      <button type="submit" className={classiBottone({ variante: 'quieto', taglia: 36 })}>
        Filtra
      </button>
      {(genere || ente) && <a href={routes.storia(progettoId)}>Togli i filtri</a>}
    </form>
  </search>
);
