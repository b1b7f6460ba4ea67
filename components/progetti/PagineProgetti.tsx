import { Paginazione } from '../ui/Paginazione';

type Props = {
  pagina: { righe: readonly unknown[]; totale: number; prima: number; precedente: string | null; successiva: string | null };
  /** L'indirizzo della pagina che comincia dopo una chiave: vuota = la prima. */
  vai: (dopo: string) => string;
};

/** Dove si è in un elenco di progetti e le pagine accanto; nulla se sta tutto in una pagina. */
export const PagineProgetti = ({ pagina: { righe, totale, prima, precedente, successiva }, vai }: Props) =>
  precedente === null && successiva === null ? null : (
    <Paginazione
      da={prima + 1}
      a={prima + righe.length}
      totale={totale}
      nome="progetti"
      precedente={precedente === null ? undefined : vai(precedente)}
      successiva={successiva === null ? undefined : vai(successiva)}
    />
  );
