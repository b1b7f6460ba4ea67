import type { ReactNode } from 'react';

/** Ciò che ogni campo mostra intorno a sé, in quest'ordine: etichetta, aiuto, valore di prima, errore, controllo. */
export type PropsCampo = {
  nome: string;
  /** Se manca è il nome: serve quando lo stesso campo compare più volte nella pagina. */
  id?: string;
  etichetta: string;
  facoltativo?: boolean;
  aiuto?: ReactNode;
  prima?: ReactNode;
  /** Uno o più messaggi: si mostra il primo. */
  errore?: string | string[];
  /** Una riga sotto il controllo: il ritardo calcolato, la differenza. */
  nota?: ReactNode;
};

/** Il messaggio da mostrare, se c'è. */
export const primoErrore = (errore: PropsCampo['errore']): string | undefined => (Array.isArray(errore) ? errore[0] : errore) || undefined;

type Attributi = { id: string; name: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

/** Gli attributi del controllo, che lo legano alle righe scritte da `Campo`. */
export function attributiCampo({ nome, id = nome, aiuto, prima, errore, nota }: PropsCampo, altri: string[] = []): Attributi {
  const messaggio = primoErrore(errore);
  const descrizioni = [aiuto && `${id}-aiuto`, prima && `${id}-prima`, messaggio && `${id}-errore`, nota && `${id}-nota`, ...altri].filter(
    Boolean,
  );
  return {
    id,
    name: nome,
    'aria-describedby': descrizioni.length > 0 ? descrizioni.join(' ') : undefined,
    'aria-invalid': messaggio ? true : undefined,
  };
}
