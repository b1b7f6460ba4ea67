import type { TabellaScaricabile } from './schema';

/** Come si chiama ogni tabella, sullo schermo e nel foglio LEGGIMI. */
export const TITOLO_TABELLA: Record<TabellaScaricabile, string> = {
  '1.1': 'Tabella 1.1. I progetti e chi li realizza',
  '1.2': 'Tabella 1.2. Servizi di innovazione sociale',
  '1.3': 'Tabella 1.3. Azioni di innovazione sociale',
  '1.4': 'Tabella 1.4. Servizi di welfare territoriale',
  '1.5': 'Tabella 1.5. Azioni di welfare territoriale',
  '3.1': 'Figura 3.1. Che cosa fanno i progetti',
  stati: 'Stato delle azioni per categoria',
  cause: 'Cause di ritardo',
  avvio: 'Mesi dall’approvazione all’avvio delle attività',
  azioni: 'Panel delle azioni, una riga per azione e rilevazione',
  quantita: 'Quantità previste e raggiunte',
  pannello: 'Tutte le tabelle e il pannello di attuazione',
};

export const NOME_MACRO = { INNOVAZIONE_SOCIALE: 'Innovazione sociale', WELFARE_TERRITORIALE: 'Welfare territoriale' } as const;

/** L'etichetta senza la spiegazione tra parentesi: "Attività intermedia (coordinamento, …)" → "Attività intermedia". */
export const etichettaBreve = (etichetta: string): string => etichetta.split(' (')[0] ?? etichetta;
