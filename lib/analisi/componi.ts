import type { Colonna, Tabella, TipoColonna } from '@/lib/dizionario/contratto';
import { type Dimensione, dimensioneDi } from './dimensioni';
import { type Domanda, type Filtro, MASSIMO_CELLE, MASSIMO_COLONNE, type Misura } from './schema';

/**
 * La domanda come una istruzione SQL sola. Il testo nasce dalle sole definizioni del dizionario: nomi, tipi ed espressioni di colonna. Ciò che una persona ha
 * scritto sta nei parametri: due domande che differiscono nei valori hanno lo stesso testo (una prova lo mostra).
 */

export type Istruzione = { text: string; values: unknown[] };

/** Il risultato dell'istruzione: `celle` è null se sono troppe. */
export type Grezzo = { quante: number; mancanti: number; righe: number; colonne: number; celle: CellaGrezza[] | null };
/** Chiavi delle dimensioni (null: manca, o è un totale: lo dice `livello`), valore in testo. */
export type CellaGrezza = [livello: Livello, righe: (string | null)[], colonna: string | null, valore: string | null];
export type Livello = 'cella' | 'riga' | 'colonna' | 'totale';

const TIPO_SQL: Record<TipoColonna, string> = {
  id: 'text',
  testo: 'text',
  cod: 'text',
  mese: 'text',
  data: 'date',
  int: 'numeric',
  dec: 'numeric',
  bool: 'int',
};

/** Da dove vengono le righe: la lettura della tabella, o un JSON di righe già lette (un'istantanea). */
export type Sorgente = { genere: 'tabella' } | { genere: 'righe'; json: string };

/** L'istruzione che dà il `Grezzo` della domanda, nella colonna `dati`. */
export function componi(tabella: Tabella, domanda: Domanda, sorgente: Sorgente): Istruzione {
  const values: unknown[] = [];
  const parametro = (valore: unknown): string => `$${values.push(valore)}`;
  const viva = sorgente.genere === 'tabella';
  const da = viva ? `(${tabella.sql}) t` : `jsonb_to_recordset(${parametro(sorgente.json)}::jsonb) as t (${colonneJson(tabella)})`;
  const valoreDi = (colonna: Colonna): string => {
    const espressione = viva ? (colonna.calcolo ?? colonna.nome) : colonna.nome;
    return colonna.tipo === 'bool' ? `(${espressione})::int` : espressione;
  };
  const voci = [...domanda.righe, ...(domanda.colonne ? [domanda.colonne] : [])].flatMap((nome) => dimensioneDi(tabella, nome) ?? []);
  const misurata = colonnaDi(tabella, domanda.misura);
  const filtrate = domanda.filtri.flatMap((filtro) => {
    const colonna = tabella.colonne.find(({ nome }) => nome === filtro.colonna);
    return colonna ? [{ filtro, colonna }] : [];
  });
  const base = [
    ...voci.map((voce, n) => `${chiaveDi(voce, valoreDi(voce.colonna))} as d${n}`),
    ...filtrate.map(({ colonna }, n) => `${valoreDi(colonna)} as f${n}`),
    `${misurata ? valoreDi(misurata) : 'null::int'} as m`,
    'row_number() over () as k',
  ];
  const condizioni = filtrate.map(({ filtro, colonna }, n) => condizione(filtro, colonna, `f${n}`, parametro));
  const [nRighe, conColonne] = [domanda.righe.length, domanda.colonne !== null];
  const testo = `with base as (select ${base.join(', ')} from ${da}),
  scelte as (select * from base${condizioni.length > 0 ? ` where ${condizioni.join(' and ')}` : ''}),
  aperte as (select ${voci.map((v, n) => (v.colonna.multipla ? `x${n}.v as d${n}` : `s.d${n}`)).join(', ')}, s.m, s.k from scelte s${srotola(voci)}),
  celle as (select ${elenco(voci.length)}, grouping(${elenco(voci.length)}) as g, (${misura(domanda.misura, voci)})::text as valore
    from aperte group by grouping sets (${insiemi(nRighe, conColonne)})),
  conti as (select count(*) filter (where g = ${conColonne ? 1 : 0})::int as righe, ${
    conColonne ? `count(*) filter (where g = ${2 ** (nRighe + 1) - 2})::int` : '0'
  } as colonne from celle)
  select json_build_object('quante', (select count(*) from scelte), 'mancanti', (select count(*) from scelte where m is null), 'righe', righe, 'colonne', colonne,
    'celle', case when righe * greatest(colonne, 1) <= ${MASSIMO_CELLE} and colonne <= ${MASSIMO_COLONNE} then (select coalesce(json_agg(json_build_array(
      ${livello(nRighe, conColonne)}, json_build_array(${elenco(nRighe)}), ${conColonne ? `d${nRighe}` : 'null'}, valore)), '[]') from celle) end) as dati
  from conti`;
  return { text: testo, values };
}

/** Le righe di un'istantanea, con i tipi del dizionario. Una colonna che allora non c'era è nulla. */
const colonneJson = ({ colonne }: Tabella): string => colonne.map(({ nome, tipo }) => `${nome} ${TIPO_SQL[tipo]}`).join(', ');

const chiaveDi = ({ colonna, anno }: Dimensione, valore: string): string =>
  anno ? `extract(year from ${valore})::int::text` : colonna.tipo === 'testo' ? `left((${valore})::text, 200)` : `(${valore})::text`;

const colonnaDi = (tabella: Tabella, misura: Misura): Colonna | undefined =>
  misura.tipo === 'conteggio' ? undefined : tabella.colonne.find(({ nome }) => nome === misura.colonna);

const elenco = (quante: number): string => Array.from({ length: quante }, (_, n) => `d${n}`).join(', ');

/** Una cella con più codici vale per ciascuno. */
const srotola = (voci: readonly Dimensione[]): string =>
  voci
    .map(({ colonna }, n) => (colonna.multipla ? ` left join lateral unnest(string_to_array(s.d${n}, '|')) x${n} (v) on true` : ''))
    .join('');

function misura(quale: Misura, voci: readonly Dimensione[]): string {
  // con più codici nella stessa cella le righe si ripetono: si contano quelle diverse
  if (quale.tipo === 'conteggio') return voci.some(({ colonna }) => colonna.multipla) ? 'count(distinct k)' : 'count(*)';
  if (quale.tipo === 'distinti') return 'count(distinct m)';
  if (quale.tipo === 'somma') return 'sum(m)';
  return quale.tipo === 'media' ? 'round(avg(m), 4)' : 'round((percentile_cont(0.5) within group (order by m))::numeric, 4)';
}

function insiemi(nRighe: number, conColonne: boolean): string {
  const righe = elenco(nRighe);
  return conColonne ? `(${righe}, d${nRighe}), (${righe}), (d${nRighe}), ()` : `(${righe}), ()`;
}

/** `grouping` dà un bit per dimensione, 1 se è sommata via; la prima è il bit più alto. */
function livello(nRighe: number, conColonne: boolean): string {
  if (!conColonne) return `case when g = 0 then 'riga' else 'totale' end`;
  return `case g when 0 then 'cella' when 1 then 'riga' when ${2 ** (nRighe + 1) - 2} then 'colonna' else 'totale' end`;
}

/** «Diverso» comprende le righe in cui il valore manca: un filtro e il suo contrario insieme danno tutto. */
function condizione(
  { operatore, valori }: Filtro,
  { tipo, multipla }: Colonna,
  campo: string,
  parametro: (valore: unknown) => string,
): string {
  if (operatore === 'manca') return `${campo} is null`;
  if (operatore === 'presente') return `${campo} is not null`;
  const sql = TIPO_SQL[tipo];
  if (operatore === 'almeno' || operatore === 'al_piu')
    return `${campo} ${operatore === 'almeno' ? '>=' : '<='} (${parametro(valori)}::text[])[1]::${sql}`;
  const insieme = `(${parametro(valori)}::text[])::${sql}[]`;
  const dentro = multipla ? `string_to_array(${campo}, '|') && ${insieme}` : `${campo} = any (${insieme})`;
  return operatore === 'uguale' ? `coalesce(${dentro}, false)` : `not coalesce(${dentro}, false)`;
}
