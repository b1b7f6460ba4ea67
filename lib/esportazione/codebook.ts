import type { Codice, Colonna, ListaRegionale, RigaGrezza, Tabella } from '@/lib/dizionario/contratto';
import { id, int, testo } from '@/lib/dizionario/contratto';

/** Il codebook: che cos'è ogni variabile, in una tabella come le altre. */

/** I vocabolari della Regione, letti insieme ai dati. */
export type Vocabolari = Record<ListaRegionale, Codice[]>;

/** Dalle righe della tabella `vocabolario`: lista, codice, etichetta, gruppo. */
export function vocabolariDi(righe: readonly RigaGrezza[]): Vocabolari {
  const di = (lista: ListaRegionale): Codice[] => righe.filter((r) => r[0] === lista).map((r) => [r[1] ?? '', r[2] ?? ''] as const);
  return { categoria: di('categoria'), causa: di('causa'), target: di('target') };
}

/** I codici di una colonna, o null se non ha un elenco chiuso. */
export type CodiciDiColonna = (colonna: Colonna) => readonly Codice[] | null;

/** I codici di una colonna, anche se li scrive la Regione; null se non ha un elenco chiuso. */
export const codiciDi = ({ codici }: Colonna, vocabolari: Vocabolari): readonly Codice[] | null =>
  codici === undefined ? null : typeof codici === 'string' ? vocabolari[codici] : codici;

const SI_NO: readonly Codice[] = [
  ['1', 'sì'],
  ['0', 'no'],
];

export const CODEBOOK: Pick<Tabella, 'nome' | 'colonne'> = {
  nome: 'codebook',
  colonne: [
    id('tabella', 'Tabella'),
    id('variabile', 'Variabile'),
    testo('etichetta', 'Che cosa è'),
    id('tipo', 'Tipo'),
    int('chiave', 'Posto nella chiave'),
    testo('unita', 'Unità di misura'),
    testo('codici', 'Codici ammessi'),
    testo('mancanti', 'Che cosa vuol dire NA'),
    testo('fonte', 'Da dove viene'),
    id('riservatezza', 'Riservatezza'),
    int('da_versione', 'Versione del dizionario da cui esiste'),
  ],
};

/** Una riga per variabile di ogni tabella. */
export const righeCodebook = (tabelle: readonly Tabella[], vocabolari: Vocabolari): RigaGrezza[] =>
  tabelle.flatMap(({ nome, colonne, chiave, fonte, riservatezza }) =>
    colonne.map((colonna): RigaGrezza => {
      const codici = colonna.tipo === 'bool' ? SI_NO : codiciDi(colonna, vocabolari);
      const posto = chiave.indexOf(colonna.nome);
      return [
        nome,
        colonna.nome,
        colonna.etichetta,
        colonna.multipla ? `${colonna.tipo} multi` : colonna.tipo,
        posto < 0 ? null : String(posto + 1),
        colonna.unita ?? null,
        codici?.map(([codice, etichetta]) => `${codice} = ${etichetta}`).join(' | ') || null,
        posto < 0 ? (colonna.mancanti ?? 'non rilevato') : 'mai',
        fonte,
        riservatezza,
        String(colonna.da),
      ];
    }),
  );
