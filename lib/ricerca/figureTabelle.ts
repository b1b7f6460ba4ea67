import { numero } from '@/lib/format/euro';
import { perQuadretto } from '@/lib/grafici/quadretti';
import type { Grafico } from '@/lib/grafici/tipi';
import { dimensioneAggregazioni, type RigaDimensione } from './dimensione';
import { type Figura, type FiguraABarre, figuraABarre } from './figura';
import { conta, etichettaBreve, NOME_DIMENSIONE, NOME_MACRO, TITOLO_TABELLA } from './labels';
import type { DatiTabelle } from './righe';
import { TabellaConGrafico } from './schema';
import { type Figura31, figura31, type Riquadro, type TabellaInterventi, tabelleInterventi } from './tabelle';

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

type Abitato = { codice: string; territorio: string; popolazione: number | null };

/** Tabella 1.1: le aggregazioni dalla più popolosa; di chi non si conosce la popolazione non si disegna una barra. */
export const figuraAggregazioni = (progetti: readonly Abitato[]): FiguraABarre => {
  const note = progetti.flatMap(({ codice, territorio, popolazione }) =>
    popolazione === null ? [] : [{ codice, territorio, popolazione }],
  );
  const ignote = progetti.length - note.length;
  return figuraABarre(
    '1.1',
    note
      .sort((a, b) => b.popolazione - a.popolazione || a.codice.localeCompare(b.codice))
      .map(({ codice, territorio, popolazione }) => ({
        ...{ chiave: codice, etichetta: territorio, valore: popolazione },
        scritto: numero(popolazione),
      })),
    {
      nota: 'Abitanti del territorio di ogni aggregazione.',
      avvertenza: ignote === 0 ? null : `Di ${conta(ignote, 'progetto', 'progetti')} la popolazione non è rilevata.`,
    },
  );
};

/** Tabelle 1.2-1.5: quanti progetti per categoria, su quanti sono in tutto. Una tabella con un altro numero resta sullo schermo. */
export const figuraCategorie = (
  { numero: quale, colonne, totali, almenoUno }: TabellaInterventi,
  progetti: number,
): FiguraABarre | null => {
  const tabella = TabellaConGrafico.safeParse(quale);
  if (!tabella.success) return null;
  return figuraABarre(
    tabella.data,
    colonne.map(({ codice, etichetta }, n) => ({ chiave: codice, etichetta: etichettaBreve(etichetta), valore: totali[n] ?? 0 })),
    {
      nota: `Progetti con almeno un intervento della categoria, su ${progetti}. ${conta(almenoUno, 'progetto ne ha', 'progetti ne hanno')} almeno uno.`,
      avvertenza: 'Un progetto conta una volta per categoria e può averne più d’una: le barre non si sommano.',
      scala: Math.max(1, progetti),
    },
  );
};

export const figureTabelle = (dati: DatiTabelle): Figura[] => [
  figuraAggregazioni(dati.progetti),
  ...tabelleInterventi(dati).flatMap((tabella) => figuraCategorie(tabella, dati.progetti.length) ?? []),
  figuraInterventi(figura31(dati)),
  figuraDimensione(dimensioneAggregazioni(dati.progetti)),
];
