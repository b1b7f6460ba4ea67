import { nomeSegnale, regolaDi } from '@/lib/segnali/rules';
import { CODICI_ENTE, CODICI_REGIONE, type CodiceSegnale } from '@/lib/segnali/soglie';

const Regole = ({ titolo, codici }: { titolo: string; codici: readonly CodiceSegnale[] }) => (
  <>
    <p className="legend pt-2">{titolo}</p>
    <ul className="pt-2 small">
      {codici.map((codice) => (
        <li key={codice}>
          <b>{nomeSegnale(codice)}.</b> {regolaDi(codice)}
        </li>
      ))}
    </ul>
  </>
);

/** Tutte le regole dei segnali, con le soglie: chi legge può rifare il conto. */
export const QuandoCompaiono = () => (
  <details className="figtab">
    <summary>Quando compare ogni segnale</summary>
    <Regole titolo="Dipendono dalla Regione" codici={CODICI_REGIONE} />
    <Regole titolo="Dipendono dagli enti" codici={CODICI_ENTE} />
  </details>
);
