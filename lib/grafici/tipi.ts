/** Un grafico come dati: lo stesso si disegna nella pagina e nel file che si scarica. I valori sono numeri già pronti; la scala parte da zero. */

/** Una barra. `scritto`: che cosa si legge in fondo, se non è il solo valore (euro, quota, «soppresso»). */
export type Barra = { chiave: string; etichetta: string; valore: number; scritto?: string; codice?: string };

/** Come si riempie un segmento: colore, bordo e trama, oltre al nome; il colore da solo non basta a leggerlo. */
export type Serie = { etichetta: string; colore: string; bordo?: string; testo: string; trama?: string };

/** Una cella dei quadretti: quanti pieni e di che cosa si parla. */
export type CellaQuadretti = { pieni: number; descrizione: string };

export type Grafico =
  | { genere: 'barre'; barre: readonly Barra[]; scala?: number }
  /** `valori` di ogni riga: uno per serie, nello stesso ordine. */
  | { genere: 'impilate'; serie: readonly Serie[]; righe: readonly { etichetta: string; valori: readonly number[] }[] }
  | {
      genere: 'quadretti';
      totale: number;
      colonne: readonly string[];
      righe: readonly { etichetta: string; sotto: string; celle: readonly CellaQuadretti[] }[];
    }
  /** Un disegno già fatto, quadrato, con l'elenco di ciò che vi è numerato. */
  | { genere: 'disegno'; svg: string; lato: number; legenda: readonly string[] };

/** Ciò che sta intorno al grafico: senza, un file scaricato dopo un anno non dice più che cosa mostra. */
export type Cornice = { titolo: string; nota: string; avvertenza?: string | null; fonte: readonly string[] };

/** Un pezzo di disegno che comincia da y = 0, e quanto è alto in unità del disegno. */
export type Pezzo = { svg: string; altezza: number };
