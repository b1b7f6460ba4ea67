import type { Attore } from '@/lib/auth/attore';
import { interroga, interrogaAllaData } from '@/lib/db/lettura';
import { selezione, type Tabella } from '@/lib/dizionario/contratto';
import { TABELLE } from '@/lib/dizionario/tabelle';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import type { RigaFerma } from '@/lib/istantanee/confronta';
import { leggiByte, leggiIstantanea, leggiPezzi } from '@/lib/istantanee/queries';
import { componi, type Grezzo } from './componi';
import { codiciDi, conPersone, FISSE, tabellaDi, type Vocaboli } from './dimensioni';
import { type Incrocio, incrocia } from './incrocio';
import type { Contesto } from './leggi';
import { type Atomo, type Conteggio, colonneAtomi, conteggiDiEsito, conteggiDiRighe, esitoDi, rispondi } from './persone';
import { type Domanda, MASSIMO_CELLE, MASSIMO_COLONNE } from './schema';

/** Quanto può durare il calcolo di una domanda, in millisecondi. */
const ENTRO_MS = 8_000;
/** Il file di un'istantanea che si legge per intero: oltre, si scarica e si analizza altrove. */
const MASSIMO_BYTE = 8 * 1024 * 1024;
/** Quante analisi salvate si elencano. */
const MASSIMO_SALVATE = 100;

export type Salvata = {
  id: string;
  titolo: string;
  /** I parametri dell'indirizzo: si rileggono come se li scrivesse una persona. */
  domanda: Record<string, string>;
  dizionario: number;
  condivisa: boolean;
  aggiornataIl: string;
  mia: boolean;
  autore: string | null;
};
export type PaginaAnalisi = Contesto & { salvate: Salvata[] };

const VOCABOLARIO = TABELLE.find(({ nome }) => nome === 'vocabolario')?.sql ?? 'select null as lista, null as codice, null as etichetta';
const APPROVATI = `('APPROVATO', 'APPROVATO_CON_PRESCRIZIONI', 'PRESCRIZIONI_PRESENTATE', 'RIMODULAZIONE_INIZIALE', 'AVVIATO', 'SOSPESO', 'CONCLUSO')`;

/** Ciò che serve a leggere una domanda e a riempire la pagina: date, codici, istantanee, analisi salvate. */
export async function leggiPaginaAnalisi(attore: Attore): Promise<PaginaAnalisi> {
  const [riga] = await interroga<{ pagina: Omit<PaginaAnalisi, 'oggi'> }>(attore, {
    text: `select json_build_object(
      'prima', (select min(coalesce(p.data_approvazione, (select f.dal from fase_bando f where f.bando_id = p.bando_id order by f.ordine desc limit 1)))
        from progetto p where p.stato in ${APPROVATI}),
      'vocaboli', (select coalesce(json_agg(json_build_array(v.lista, v.codice, v.etichetta)), '[]') from (${VOCABOLARIO}) v),
      'istantanee', (select coalesce(json_agg(json_build_object('numero', i.numero, 'data', i.data_riferimento) order by i.numero desc), '[]') from istantanea i),
      'salvate', (select coalesce(json_agg(json_build_object('id', s.id, 'titolo', s.titolo, 'domanda', s.domanda, 'dizionario', s.dizionario,
          'condivisa', s.condivisa, 'aggiornataIl', s.aggiornata_il, 'mia', coalesce(s.mia, false), 'autore', s.autore) order by s.aggiornata_il desc, s.id), '[]')
        from (select a.*, x.mia, x.nome as autore from (select id, titolo, domanda, dizionario, condivisa, aggiornata_il from analisi) a
          left join app.autori_analisi() x on x.analisi_id = a.id order by a.aggiornata_il desc, a.id limit ${MASSIMO_SALVATE}) s)) as pagina`,
    values: [],
  });
  const { prima = null, vocaboli = [], istantanee = [], salvate = [] } = riga?.pagina ?? {};
  return { oggi: giornoDi(attore.adesso), prima, vocaboli, istantanee, salvate };
}

/**
 * Il risultato di una domanda, letto con il login di chi chiede: vale la row level security. @param entroMs quanto può durare
 * @throws DomainError analisi.troppeCelle, analisi.istantaneaGrande, analisi.tabellaAssente, lettura.troppoLunga
 */
export async function eseguiAnalisi(attore: Attore, domanda: Domanda, vocaboli: Vocaboli, { entroMs = ENTRO_MS } = {}): Promise<Incrocio> {
  const tabella = tabellaDi(domanda.tabella);
  if (!tabella) throw new DomainError('analisi.tabellaAssente', 'Questa tabella non è nel dizionario dei dati.', 'tabella');
  const leggi = { al: domanda.data, entroMs };
  if (conPersone(tabella.nome)) return persone(attore, tabella, domanda, vocaboli, leggi);
  const json = domanda.istantanea === null ? null : JSON.stringify(await righeIstantanea(attore, domanda.istantanea, tabella));
  const istruzione = componi(tabella, domanda, json === null ? { genere: 'tabella' } : { genere: 'righe', json });
  const [riga] = await interrogaAllaData<{ dati: Grezzo }>(attore, leggi, istruzione);
  const { quante = 0, mancanti = 0, righe = 0, colonne = 0, celle = null } = riga?.dati ?? {};
  if (celle === null) throw troppe(righe, colonne);
  return incrocia(tabella, domanda, vocaboli, { celle: celle.map((grezza) => ({ grezza })), quante, mancanti });
}

type Leggi = { al: string; entroMs: number };

async function persone(attore: Attore, tabella: Tabella, domanda: Domanda, vocaboli: Vocaboli, leggi: Leggi): Promise<Incrocio> {
  const conteggi = await conteggiDi(attore, tabella, domanda, vocaboli, leggi);
  const { celle, quante } = rispondi(conteggi, domanda);
  const quanti = (livello: string): number => celle.filter(({ grezza }) => grezza[0] === livello).length;
  const [righe, colonne] = [quanti('riga'), quanti('colonna')];
  if (righe * Math.max(1, colonne) > MASSIMO_CELLE || colonne > MASSIMO_COLONNE) throw troppe(righe, colonne);
  return incrocia(tabella, domanda, vocaboli, { celle, quante, mancanti: 0 });
}

/** I conteggi di persone di una tabella: già pubblicati, o dalle righe k-anonime. */
async function conteggiDi(attore: Attore, tabella: Tabella, domanda: Domanda, vocaboli: Vocaboli, leggi: Leggi): Promise<Conteggio[]> {
  const righe =
    domanda.istantanea === null
      ? await righeVive(attore, tabella, domanda, leggi)
      : await righeIstantanea(attore, domanda.istantanea, tabella);
  if (tabella.nome !== 'partecipanti') {
    const conta = tabella.nome === 'indicatore' ? 'valore' : 'n';
    return righe.map((riga) => ({ voci: vociDi(riga), n: riga.soppresso || riga[conta] == null ? null : Number(riga[conta]) }));
  }
  const atomi = righe.map((riga): Atomo => ({ voci: vociDi(riga), n: riga.n === undefined ? 1 : Number(riga.n) }));
  const esito = esitoDi(domanda);
  if (!esito) return conteggiDiRighe(atomi);
  const colonna = tabella.colonne.find(({ nome }) => nome === esito.esito);
  const codici = (colonna && codiciDi(colonna, vocaboli)) ?? [];
  return conteggiDiEsito(atomi, esito.esito, [...codici.map(([codice]) => codice), null], esito.perSesso);
}
const vociDi = (riga: RigaFerma): Record<string, string | null> =>
  Object.fromEntries(Object.entries(riga).map(([nome, valore]) => [nome, valore === null ? null : String(valore)]));

/** Le righe di una tabella con persone: delle k-anonime si leggono quante sono per ogni combinazione, non una per una. */
async function righeVive(attore: Attore, tabella: Tabella, domanda: Domanda, leggi: Leggi): Promise<RigaFerma[]> {
  const leggiDati = async (text: string, values: unknown[] = []): Promise<unknown> =>
    (await interrogaAllaData<{ dati: unknown }>(attore, leggi, { text, values }))[0]?.dati;
  if (tabella.righe) {
    const nomi = tabella.colonne.map(({ nome }) => nome);
    return tabella
      .righe(await leggiDati(selezione(tabella)))
      .map((riga) => Object.fromEntries(nomi.map((nome, n) => [nome, nome === 'soppresso' ? Number(riga[n]) : (riga[n] ?? null)])));
  }
  if (tabella.nome !== 'partecipanti')
    return (await leggiDati(`select coalesce(json_agg(x), '[]') as dati from (${selezione(tabella)}) x`)) as RigaFerma[];
  const booleane = tabella.colonne.filter(({ tipo }) => tipo === 'bool').map(({ nome }) => nome);
  const colonne = colonneAtomi(domanda);
  const scritte = colonne.map((nome) => (booleane.includes(nome) ? `(t.${nome})::int as ${nome}` : `t.${nome}`));
  // un programma o un semestre si leggono da soli: ciò che di loro è nascosto non dipende dagli altri
  const soli = domanda.filtri.flatMap(({ colonna, operatore, valori }) =>
    operatore === 'uguale' ? FISSE.filter((nome) => nome === colonna).map((nome) => ({ nome, valori })) : [],
  );
  const dove = soli.map(({ nome }, n) => `t.${nome} = any ($${n + 1}::text[])`);
  return (await leggiDati(
    `select coalesce(json_agg(x), '[]') as dati from (select ${scritte.join(', ')}, count(*) as n from (${tabella.sql}) t
      ${dove.length > 0 ? `where ${dove.join(' and ')}` : ''} group by ${colonne.map((nome) => `t.${nome}`).join(', ')}) x`,
    soli.map(({ valori }) => valori),
  )) as RigaFerma[];
}

/** Le righe di una tabella in un'istantanea, dal suo file JSON Lines. */
async function righeIstantanea(attore: Attore, numeroDi: number, { nome, etichetta }: Tabella): Promise<RigaFerma[]> {
  const istantanea = await leggiIstantanea(attore, numeroDi);
  const file = istantanea ? (await leggiPezzi(attore, istantanea.id)).find((f) => f.nome === `jsonl/${nome}.jsonl`) : undefined;
  if (!file)
    throw new DomainError(
      'analisi.tabellaAssente',
      `L’istantanea ${numeroDi} non ha la tabella «${etichetta}»: scegli i dati di oggi.`,
      'fonte',
    );
  if (Number(file.byte) > MASSIMO_BYTE)
    throw new DomainError(
      'analisi.istantaneaGrande',
      `In questa istantanea la tabella «${etichetta}» è troppo grande per la pagina: scaricala e analizzala altrove.`,
      'fonte',
    );
  const byte: Uint8Array[] = [];
  for await (const pezzo of leggiByte(async () => attore, file.pezzi)) byte.push(pezzo);
  return Buffer.concat(byte)
    .toString('utf8')
    .split('\n')
    .filter((riga) => riga !== '')
    .map((riga) => JSON.parse(riga) as RigaFerma);
}

const troppe = (righe: number, colonne: number): DomainError =>
  colonne > MASSIMO_COLONNE
    ? new DomainError(
        'analisi.troppeCelle',
        `Le colonne sarebbero ${numero(colonne)}: al massimo ${MASSIMO_COLONNE}. Metti questa voce nelle righe, o aggiungi un filtro.`,
        'colonne',
      )
    : new DomainError(
        'analisi.troppeCelle',
        `Le caselle sarebbero ${numero(righe * Math.max(1, colonne))}: al massimo ${numero(MASSIMO_CELLE)}. Aggiungi un filtro, o togli una voce.`,
        'righe',
      );
