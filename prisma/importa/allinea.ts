import pg from 'pg';

type Valore = string | number | boolean | null | string[];
export type RigaTabella = Record<string, Valore>;
/** Una tabella da allineare: la chiave stabile, e le colonne che dopo il primo inserimento appartengono al portale. */
export type Tabella = { nome: string; chiave: readonly string[]; soloInserimento?: readonly string[]; condizioneChiave?: string };
/** Quante righe inserite, cambiate, già uguali. */
export type Conto = { tabella: string; inserite: number; aggiornate: number; invariate: number };

/**
 * Porta nella tabella le righe del file con una sola istruzione: nuove inserite, diverse aggiornate, uguali lasciate stare.
 * Non cancella mai. Nomi di tabelle e colonne vengono dal codice, i valori viaggiano come parametro.
 * @param righe tutte con le stesse colonne
 */
export async function allinea(db: pg.Client, tabella: Tabella, righe: RigaTabella[]): Promise<Conto> {
  const prima = righe[0];
  if (!prima) return { tabella: tabella.nome, inserite: 0, aggiornate: 0, invariate: 0 };
  const { rows } = await db.query<{ nuova: boolean }>(istruzione(tabella, Object.keys(prima)), [JSON.stringify(righe)]);
  const inserite = rows.filter(({ nuova }) => nuova).length;
  return { tabella: tabella.nome, inserite, aggiornate: rows.length - inserite, invariate: righe.length - rows.length };
}

function istruzione({ nome, chiave, soloInserimento = [], condizioneChiave }: Tabella, colonne: string[]): string {
  const id = pg.escapeIdentifier;
  const lista = colonne.map(id).join(', ');
  const mutabili = colonne.filter((colonna) => !chiave.includes(colonna) && !soloInserimento.includes(colonna));
  const azione =
    mutabili.length === 0
      ? 'do nothing'
      : `do update set ${mutabili.map((c) => `${id(c)} = excluded.${id(c)}`).join(', ')}
         where (${mutabili.map((c) => `t.${id(c)}`).join(', ')}) is distinct from (${mutabili.map((c) => `excluded.${id(c)}`).join(', ')})`;
  // xmax è zero solo per una riga appena nata
  return `insert into ${id(nome)} as t (${lista})
    select ${lista} from jsonb_populate_recordset(null::${id(nome)}, $1::jsonb)
    on conflict (${chiave.map(id).join(', ')}) ${condizioneChiave ? `where ${condizioneChiave}` : ''} ${azione}
    returning (xmax = 0) as nuova`;
}

/** Gli id già assegnati dal database, per chiave leggibile. @param condizione SQL costante, quando la chiave da sola non basta */
export async function idPer(
  db: pg.Client,
  tabella: string,
  chiave: string,
  regioneId: string,
  condizione = 'true',
): Promise<(valore: string | number) => string> {
  const { rows } = await db.query<{ chiave: string; id: string }>(
    `select ${pg.escapeIdentifier(chiave)}::text as chiave, id from ${pg.escapeIdentifier(tabella)} where regione_id = $1 and ${condizione}`,
    [regioneId],
  );
  const mappa = new Map(rows.map((riga) => [riga.chiave, riga.id]));
  return (valore) => {
    const id = mappa.get(String(valore));
    if (!id) throw new Error(`Nella tabella ${tabella} non c’è «${valore}», appena scritto.`);
    return id;
  };
}
