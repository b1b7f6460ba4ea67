import { perQuadretto } from '@/lib/grafici/quadretti';
import type { Grafico } from '@/lib/grafici/tipi';
import { dimensioneAggregazioni, type RigaDimensione } from './dimensione';
import { type Figura, type FiguraABarre, figuraABarre } from './figura';
import { etichettaBreve, NOME_DIMENSIONE, NOME_MACRO, TITOLO_TABELLA } from './labels';
import type { DatiTabelle } from './righe';
import { type Figura31, figura31, type Riquadro } from './tabelle';

/** Le figure delle tabelle del rapporto. */

export type FiguraAQuadretti = Figura<Extract<Grafico, { genere: 'quadretti' }>>;

const cella = ({ progetti, categorie }: Riquadro) => ({ pieni: progetti, descrizione: categorie.map(etichettaBreve).join(', ') });

/** Figura 3.1: innovazione o welfare, servizi o azioni. */
export function figuraInterventi({ progetti, righe }: Figura31): FiguraAQuadretti {
  const unita = perQuadretto(progetti);
  return {
    ...{ tabella: '3.1', titolo: TITOLO_TABELLA['3.1'], avvertenza: null },
    nota: `Progetti con almeno un intervento. Ogni quadretto ${unita === 1 ? 'è un progetto' : `vale ${unita} progetti`}.`,
    grafico: {
      ...{ genere: 'quadretti', totale: progetti, colonne: ['Servizi', 'Azioni'] },
      righe: righe.map(({ macro, servizi, azioni, inTutto }) => ({
        ...{ etichetta: NOME_MACRO[macro], sotto: `${inTutto} in tutto` },
        celle: [cella(servizi), cella(azioni)],
      })),
    },
  };
}

export const figuraDimensione = (righe: readonly RigaDimensione[]): FiguraABarre =>
  figuraABarre(
    'dimensione',
    righe.map(({ classe, progetti }) => ({ chiave: classe, etichetta: NOME_DIMENSIONE[classe], valore: progetti })),
    {
      nota: 'Progetti per popolazione del territorio.',
      avvertenza: 'L’estremo alto di ogni classe è compreso. Nella tabella, quanti enti gestori ha ogni progetto della classe.',
    },
  );

export const figureTabelle = (dati: DatiTabelle): Figura[] => [
  figuraInterventi(figura31(dati)),
  figuraDimensione(dimensioneAggregazioni(dati.progetti)),
];
