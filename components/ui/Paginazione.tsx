import { Icona } from './Icona';

type Props = {
  /** Posizione della prima e dell'ultima riga mostrata, contando da 1. */
  da: number;
  a: number;
  totale?: number;
  /** Il nome di ciò che si conta, al plurale: «progetti», «relazioni». */
  nome: string;
  precedente?: string;
  successiva?: string;
};

/** Avanti e indietro per chiave, con scritto dove sei. Senza il totale quando contarlo costerebbe troppo. */
export const Paginazione = ({ da, a, totale, nome, precedente, successiva }: Props) => (
  <div className="pager">
    <span>{`Da ${da} a ${a}${totale === undefined ? ` ${nome}` : ` di ${totale} ${nome}`}`}</span>
    {(precedente || successiva) && (
      <nav aria-label={`Pagine: ${nome}`}>
        {precedente && (
          <a href={precedente} rel="prev">
            <Icona nome="sinistra" taglia={16} />
            Precedenti
          </a>
        )}
        {successiva && (
          <a href={successiva} rel="next">
            Successivi
            <Icona nome="destra" taglia={16} />
          </a>
        )}
      </nav>
    )}
  </div>
);
