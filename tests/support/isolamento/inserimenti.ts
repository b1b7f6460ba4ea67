import pg from 'pg';
import type { Riga } from '../superutente';
import { type Cella, lavoraPerTutti } from './matrice';
import { TABELLE } from './oracolo';
import { DELLE_PERSONE } from './oracoloPersone';

/**
 * INSERT: la policy si valuta prima di chiavi e vincoli, quindi basta ripresentare le righe che ci sono. 42501 = rifiutata dalla policy;
 * successo o violazione di un vincolo = la policy l'ha lasciata passare. Poi le righe proprie si provano con un pezzo preso da altri.
 */
export async function inserimenti(cella: Cella): Promise<string[]> {
  const { chi, relazione, permessi, righe, dati } = cella;
  const regola = TABELLE[relazione.nome]?.inserire;
  const lecita = (riga: Riga) => (lavoraPerTutti(chi) ? lecitaPerTutti(cella, riga) : (regola?.(chi, riga, dati) ?? false));
  // senza concessione basta una riga; a chi lavora per tutti una che deve passare (del registro, una per atto) e una che non deve
  const pochi = [...unaPerAtto(righe.filter(lecita)), ...righe.filter((riga) => !lecita(riga)).slice(0, 1)];
  const campione =
    permessi.insert.length === 0 ? righe.slice(0, 1) : lavoraPerTutti(chi) ? pochi : chi.regione ? righe : unaPerProgetto(righe);
  const violazioni: string[] = [];
  for (const riga of campione) {
    const esito = await inserisciCome(cella, riga);
    if (lecita(riga) === (esito.codice === '42501')) violazioni.push(racconta(cella, riga, lecita(riga)));
  }
  if (lavoraPerTutti(chi)) return violazioni;
  const propria = righe.find(lecita);
  const persone = DELLE_PERSONE[relazione.nome] !== undefined;
  for (const altrui of propria ? [...estranee(propria, righe, lecita), ...(persone ? compagne(propria, righe) : [])] : [])
    violazioni.push(...(await innesti(cella, propria as Riga, altrui, lecita)));
  return violazioni;
}

/** A chi non ha diritto a nulla basta una riga di ciascun progetto. */
const unaPerProgetto = (righe: Riga[]): Riga[] => [...new Map(righe.map((riga) => [riga.progetto_id, riga])).values()];

const unaPerAtto = (righe: Riga[]): Riga[] => [...new Map(righe.map((riga) => [riga.atto, riga])).values()];

/** Le funzioni definer scrivono nel registro i fatti dell'accesso e l'apertura di una domanda, che la Regione non legge, l'arrivo di una candidatura e gli indicatori pubblicati. */
const lecitaPerTutti = ({ chi, relazione, permessi }: Cella, { atto, progetto_id, riservato }: Riga): boolean => {
  if (chi.login !== 'app_custode' || relazione.nome !== 'public.evento') return permessi.insert.length > 0;
  if (String(atto).startsWith('accesso.')) return riservato === true && progetto_id === null;
  if (atto === 'indicatori.pubblicati') return riservato === false && progetto_id !== null;
  return (atto === 'domanda.aperta' && riservato === true) || (atto === 'candidatura.inviata' && riservato === false);
};

/** Di chi è una riga: del progetto; dove il progetto non c'è, dell'ente o della Regione. */
const diChi = (riga: Riga) => riga.progetto_id ?? riga.organizzazione_id ?? riga.regione_id;

/** Una riga di un altro progetto della stessa Regione, una di un'altra Regione e, se c'è, una di un altro progetto ancora di chi scrive. */
const estranee = (propria: Riga, righe: Riga[], lecita: (riga: Riga) => boolean): Riga[] => {
  const altrove = righe.filter((r) => diChi(r) !== diChi(propria));
  const vicina = altrove.find((r) => r.regione_id === propria.regione_id);
  const lontana = altrove.find((r) => r.regione_id !== propria.regione_id);
  return [...new Set([vicina, lontana, altrove.find(lecita)])].filter((riga) => riga !== undefined);
};
/** Delle persone anche una riga di un altro ente dello stesso progetto. */
const compagne = (propria: Riga, righe: Riga[]): Riga[] =>
  righe.filter((r) => diChi(r) === diChi(propria) && r.organizzazione_id !== propria.organizzazione_id).slice(0, 1);

/** Si chiama come una chiave, ma dice solo con quale chiave di cifratura. */
const NON_CHIAVI = ['chiave_id', 'oggetto_id'];

/** Che cosa chi scrive sceglie da sé tra ciò che è della sua Regione: a chi tocca, chi nomina, chi entra. */
const A_SCELTA: Record<string, string[]> = {
  'public.permesso_sezione': ['organizzazione_id'],
  'public.prescrizione': ['organizzazione_id'],
  'public.partecipazione': ['organizzazione_id'],
  'public.progetto_ambito': ['ambito_id'],
  // una persona frequenta anche l'azione di un altro ente del progetto
  'public.frequenza': ['azione_id'],
  // chi apre una relazione vi mette la parte di ogni ente del progetto
  'public.rapporto_ente': ['organizzazione_id'],
  'public.conteggio_anonimo': ['azione_id'],
  'public.accesso_motivato': ['organizzazione_id'],
  // le proprie codifiche stanno sul proprio foglio, di qualunque tornata
  'public.codifica': ['foglio_id'],
  'public.nodo_rete': ['organizzazione_id'],
  // un brano può venire da qualunque intervista della Regione, e si decide di qualunque estratto svelato
  'public.estratto': ['intervista_id'],
  'public.codifica_estratto': ['estratto_id'],
  'public.codifica_decisa': ['estratto_id'],
};

/** La riga propria con una sola colonna dell'altra: o la policy la rifiuta, o la rifiuta una chiave composta. */
async function innesti(cella: Cella, propria: Riga, altrui: Riga, lecita: (riga: Riga) => boolean): Promise<string[]> {
  const violazioni: string[] = [];
  for (const colonna of cella.permessi.insert.filter((c) => c !== 'id' && propria[c] !== altrui[c])) {
    const { id: _, ...innesto } = { ...propria, [colonna]: altrui[colonna] };
    const esito = await inserisciCome(cella, innesto);
    const rifiutato = esito.codice !== undefined;
    // oggetto_id non è una chiave (il registro parla di oggetti di ogni specie); di un altro progetto della sua Regione il funzionario può scrivere
    const aScelta = A_SCELTA[cella.relazione.nome]?.includes(colonna) && propria.regione_id === altrui.regione_id;
    // una propria persona può stare in più progetti
    const suaPersona = colonna === 'persona_id' && propria.organizzazione_id === altrui.organizzazione_id;
    const libera =
      aScelta ||
      suaPersona ||
      NON_CHIAVI.includes(colonna) ||
      (colonna === 'progetto_id' && lecita(innesto) && propria.regione_id === altrui.regione_id);
    const chiave = colonna.endsWith('_id') && !libera;
    if ((!lecita(innesto) && esito.codice !== '42501') || (chiave && !rifiutato))
      violazioni.push(racconta(cella, innesto, lecita(innesto), colonna));
  }
  return violazioni;
}

function inserisciCome({ banco, chi, relazione, permessi }: Cella, riga: Riga) {
  const colonne = (permessi.insert.length > 0 ? permessi.insert : relazione.colonne)
    .filter((c) => c in riga)
    .map(pg.escapeIdentifier)
    .join(', ');
  const sql = `insert into ${relazione.sql} (${colonne}) select ${colonne} from jsonb_populate_record(null::${relazione.sql}, $1::jsonb)`;
  return banco(chi, sql, [JSON.stringify(riga)]);
}

const racconta = ({ relazione, chi }: Cella, riga: Riga, lecita: boolean, innesto = '') =>
  `${relazione.nome}, inserire${innesto && ` con ${innesto} di un altro`}, ${chi.nome}: ${lecita ? 'rifiutato, ma è suo' : 'accettato'} ${JSON.stringify(riga).slice(0, 160)}`;
