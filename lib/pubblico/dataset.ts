import { z } from 'zod';
import { RigaAmbito, RigaAzione, RigaEnte, RigaImporto, RigaProgetto, RigaStato } from './schema';

/** Gli insiemi di dati aperti, nell'ordine in cui si presentano. */
export const NomeDataset = z.enum(['progetti', 'ambiti', 'enti', 'azioni', 'importi', 'stati']);
export type NomeDataset = z.infer<typeof NomeDataset>;

export type Dataset = {
  nome: NomeDataset;
  titolo: string;
  descrizione: string;
  parole: string[];
  riga: z.ZodObject;
};

/** Che cosa contiene ciascun insieme. Le colonne dei CSV sono le chiavi della riga, in quest'ordine. */
export const DATASET: Record<NomeDataset, Dataset> = {
  progetti: {
    nome: 'progetti',
    titolo: 'Progetti approvati',
    descrizione: 'Una riga per progetto approvato: titolo, territorio, capofila, stato, date e provvedimento.',
    parole: ['welfare', 'servizi sociali', 'progetti'],
    riga: RigaProgetto,
  },
  ambiti: {
    nome: 'ambiti',
    titolo: 'Ambiti territoriali',
    descrizione: 'Una riga per ambito territoriale della Regione, con i progetti approvati che lo riguardano.',
    parole: ['welfare', 'ambiti territoriali'],
    riga: RigaAmbito,
  },
  enti: {
    nome: 'enti',
    titolo: 'Organizzazioni nei progetti',
    descrizione: 'Una riga per organizzazione in un progetto approvato, con il ruolo. Solo organizzazioni: nessuna persona.',
    parole: ['welfare', 'enti gestori', 'terzo settore'],
    riga: RigaEnte,
  },
  azioni: {
    nome: 'azioni',
    titolo: 'Azioni dei progetti',
    descrizione: 'Una riga per azione dei progetti approvati: chi la realizza, date previste, stato nell’ultima relazione approvata.',
    parole: ['welfare', 'azioni', 'attuazione'],
    riga: RigaAzione,
  },
  importi: {
    nome: 'importi',
    titolo: 'Contributi assegnati',
    descrizione: 'Una riga per progetto approvato: contributo assegnato, bando e fondo.',
    parole: ['welfare', 'contributi pubblici', 'FSE'],
    riga: RigaImporto,
  },
  stati: {
    nome: 'stati',
    titolo: 'Stato delle azioni per progetto',
    descrizione: 'Quante azioni di ogni progetto approvato sono in ciascuno stato. Sono azioni, non persone.',
    parole: ['welfare', 'attuazione', 'avanzamento'],
    riga: RigaStato,
  },
};

/** Le colonne di un insieme, con la loro descrizione. */
export const colonneDi = ({ riga }: Dataset): { nome: string; descrizione: string }[] =>
  Object.entries(riga.shape).map(([nome, campo]) => ({ nome, descrizione: (campo as z.ZodType).meta()?.description ?? '' }));

/** Una riga così come l'ha scritta il database: le chiavi sono le colonne. */
export type RigaDati = Record<string, string | number | boolean | null>;

/** Le celle di una riga nell'ordine delle colonne; vero e falso diventano SI e NO. */
export const celle = (dataset: Dataset, riga: RigaDati): (string | number | null)[] =>
  Object.keys(dataset.riga.shape).map((nome) => {
    const valore = riga[nome] ?? null;
    return typeof valore === 'boolean' ? (valore ? 'SI' : 'NO') : valore;
  });

/** I file scaricabili di un insieme. */
export const FORMATI_DATASET = ['csv', 'json'] as const;
