import pg from 'pg';
import type { Riga } from '../superutente';
import type { Banco, Esito } from './banco';
import { cedere } from './cessioni';
import { inserimenti } from './inserimenti';
import type { Lettore } from './lettori';
import { TABELLE } from './oracolo';
import type { Dati } from './regole';
import { forma, type Permessi, type Relazione } from './relazioni';

export type Prova = {
  banco: Banco;
  lettori: Lettore[];
  relazioni: Relazione[];
  dati: Dati;
  /** Basta la prima violazione: alle mutazioni importa solo che la prova diventi rossa. */
  allaPrima?: boolean;
};
export type Cella = { banco: Banco; chi: Lettore; relazione: Relazione; permessi: Permessi; righe: Riga[]; dati: Dati };
type Comando = 'leggere' | 'aggiornare' | 'cancellare';

/** Chi lavora per tutti (comandi da terminale, funzioni definer): vede ogni riga delle tabelle che gli sono concesse. */
const PER_TUTTI = ['app_sistema', 'app_custode'];
/** Le tabelle che si possono solo allungare: il trigger rifiuta (CT002) anche chi potrebbe. */
const SOLO_AGGIUNTE = [
  'public.evento',
  'public.rapporto_versione',
  'public.bando_versione',
  'public.versione_progetto',
  'public.decisione',
  'public.accesso_identita',
  'public.indicatore_fissato',
  'public.rilascio',
  'public.istantanea',
  'public.istantanea_pezzo',
  'public.istantanea_file',
];
/** Dove la prima colonna da aggiornare non si può lasciare vuota, un valore scritto senza leggere la riga. */
const ALLA_CIECA: Record<string, [colonna: string, valore: string]> = {
  'public.vista_salvata': ['filtri', "'{}'"],
  'public.identita': ['aggiornata_il', "'2020-07-01'"],
  'public.partecipante': ['sesso', 'null'],
  // vuote, ce ne sarebbero due in vigore o aperte
  'public.proposta_classificazione': ['sostituita_il', "'2020-07-01'"],
  'public.classificazione_decisa': ['sostituita_il', "'2020-07-01'"],
  // svelato e codifiche vanno insieme: vuoto l'uno, l'altro non tornerebbe
  'public.estratto': ['codifiche', 'codifiche'],
  'public.codifica_decisa': ['sostituita_il', "'2020-07-01'"],
  'public.tornata_codifica': ['svelata_il', "'2020-07-01'"],
  'public.ondata_rete': ['chiusa_il', "'2020-07-01'"],
};
/** Dove si può scrivere una cosa sola, firmandola: riscrivere ciò che c'è sarebbe rifiutato anche a chi ne ha il diritto. */
const FIRMATE: Record<string, (utente: string) => string> = {
  'public.accesso_motivato': (utente) => `autorizzato_da = ${utente}, scade_il = '2000-01-01'`,
};
/** Le colonne che una scrittura cambia da sola, perché le mette il database: non si confrontano con le righe di prima. */
const SCRITTE_DAL_DATABASE: Record<string, string[]> = {
  'public.sezione_progetto': ['aggiornata_da', 'aggiornata_il'],
  'public.bando_bozza': ['aggiornata_da', 'aggiornata_il'],
  'public.avanzamento': ['aggiornato_da', 'aggiornato_il'],
  'public.accesso_motivato': ['autorizzato_da', 'scade_il'],
};
/** Il registro delle migrazioni è del proprietario e di nessun altro. */
export const REGISTRO_MIGRAZIONI = 'public._prisma_migrations';

export const lavoraPerTutti = (chi: Lettore): boolean => PER_TUTTI.includes(chi.login);

/** Prova ogni relazione × comando × lettore e confronta con l'oracolo. @returns le violazioni, in parole; vuoto se tutto torna */
export async function matrice({ banco, lettori, relazioni, dati, allaPrima = false }: Prova): Promise<string[]> {
  const violazioni: string[] = [];
  for (const relazione of relazioni) {
    if (relazione.nome === REGISTRO_MIGRAZIONI) {
      violazioni.push(...(await registroChiuso(banco, lettori, relazione)));
    } else if (!TABELLE[relazione.nome]) {
      violazioni.push(`${relazione.nome}: l'oracolo non sa di chi è`);
    } else {
      const righe = dati[relazione.nome.replace(/^public\./, '')] ?? [];
      if (righe.length === 0) violazioni.push(`${relazione.nome}: il mondo non ha righe, la prova non direbbe nulla`);
      for (const chi of lettori) {
        const permessi = relazione.permessi[chi.login];
        if (!permessi) throw new Error(`Mancano i permessi di ${chi.login}.`);
        violazioni.push(...(await provaCella({ banco, chi, relazione, permessi, righe, dati })));
        if (allaPrima && violazioni.length > 0) return violazioni;
      }
    }
  }
  return violazioni;
}

type Istruzione = { comando: Comando; concesso: boolean; sql: string; conRighe: boolean };

/** Ogni comando due volte: leggendo le righe (valgono anche le policy di lettura) e alla cieca, come farebbe chi non può leggere. */
function istruzioni({ chi, relazione: { nome, sql, colonne, annullabili }, permessi }: Cella): Istruzione[] {
  const riga = permessi.select.map((c) => `${pg.escapeLiteral(c)}, ${pg.escapeIdentifier(c)}`).join(', ');
  const r = `jsonb_build_object(${riga}) as r`;
  const conRighe = permessi.select.length > 0;
  // una colonna che si scrive e non si legge (la cifra, l'impronta) non si può riscrivere com'è
  const riscrivibili = permessi.update.filter((c) => permessi.select.includes(c));
  const daScrivere = (permessi.update.length === 0 ? colonne.slice(0, 1) : conRighe ? riscrivibili : permessi.update).map(
    pg.escapeIdentifier,
  );
  const aggiornare = { comando: 'aggiornare', concesso: permessi.update.length > 0 } as const;
  const cancellare = { comando: 'cancellare', concesso: permessi.delete } as const;
  const firmata = FIRMATE[nome]?.(chi.utente ? pg.escapeLiteral(chi.utente) : 'null');
  const uguale = firmata ?? daScrivere.map((c) => `${c} = ${c}`).join(', ');
  const elenco: Istruzione[] = [
    { comando: 'leggere', concesso: conRighe, sql: `select ${conRighe ? r : 'null as r'} from ${sql}`, conRighe },
  ];
  if (conRighe) {
    elenco.push({ ...aggiornare, sql: `update ${sql} set ${uguale} returning ${r}`, conRighe });
    elenco.push({ ...cancellare, sql: `delete from ${sql} returning ${r}`, conRighe });
  }
  const vuota = permessi.update.find((c) => annullabili.includes(c));
  const detto = permessi.update.includes(ALLA_CIECA[nome]?.[0] ?? '') ? ALLA_CIECA[nome]?.join(' = ') : undefined;
  const cieca = firmata ?? detto ?? (vuota ? `${pg.escapeIdentifier(vuota)} = null` : uguale);
  elenco.push(
    { ...aggiornare, sql: `update ${sql} set ${cieca}`, conRighe: false },
    { ...cancellare, sql: `delete from ${sql}`, conRighe: false },
  );
  return elenco;
}

async function provaCella(cella: Cella): Promise<string[]> {
  const violazioni: string[] = [];
  for (const istruzione of istruzioni(cella)) violazioni.push(...giudica(cella, istruzione, await cella.banco(cella.chi, istruzione.sql)));
  violazioni.push(...(await svuotare(cella)), ...(await cedere(cella)), ...(await inserimenti(cella)));
  return violazioni;
}

function giudica(cella: Cella, { comando, concesso, conRighe }: Istruzione, esito: Esito): string[] {
  const { chi, relazione, permessi, righe, dati } = cella;
  const dove = `${relazione.nome}, ${comando}${conRighe ? '' : ' alla cieca'}, ${chi.nome}`;
  const regola = TABELLE[relazione.nome]?.[comando];
  const attese = righe.filter((riga) => (lavoraPerTutti(chi) ? concesso : regola?.(chi, riga, dati)));
  if (esito.codice !== undefined) return giudicaRifiuto(cella, comando, attese.length, esito).map((v) => `${dove}: ${v}`);
  if (!concesso) return [`${dove}: accettato senza concessione`];
  if (esito.n !== attese.length) return [`${dove}: ${esito.n} righe invece di ${attese.length}`];
  if (!conRighe) return [];
  const daSole = comando === 'leggere' ? [] : (SCRITTE_DAL_DATABASE[relazione.nome] ?? []);
  const confrontate = permessi.select.filter((colonna) => !daSole.includes(colonna));
  const chiave = (elenco: unknown[]) =>
    elenco
      .map((r) => forma(r as Riga, confrontate))
      .sort()
      .join('\n');
  return chiave(esito.righe) === chiave(attese) ? [] : [`${dove}: righe giuste di numero ma non le sue`];
}

function giudicaRifiuto(
  { chi, relazione }: Cella,
  comando: Comando,
  attese: number,
  esito: { codice: string; messaggio: string },
): string[] {
  if (esito.codice === '42501') return attese > 0 ? [`rifiutato, ma ${attese} righe sono sue`] : [];
  if (esito.codice === 'CT002' && SOLO_AGGIUNTE.includes(relazione.nome) && lavoraPerTutti(chi)) return [];
  // le chiavi esterne fermano chi cancella righe che hanno figli: la policy lo aveva lasciato passare
  if (['23001', '23503'].includes(esito.codice) && comando === 'cancellare' && (lavoraPerTutti(chi) || attese > 0)) return [];
  return [`errore inatteso ${esito.codice} ${esito.messaggio}`];
}

/** TRUNCATE non conosce le policy: non deve essere concesso a nessun login. Il proprietario è fermato almeno sui registri. */
async function svuotare({ banco, chi, relazione }: Cella): Promise<string[]> {
  const proprietario = chi.login === 'cantiere';
  if (proprietario && !SOLO_AGGIUNTE.includes(relazione.nome)) return [];
  const esito = await banco(chi, `truncate ${relazione.sql}`);
  // una tabella a cui altre puntano non si vuota comunque (0A000)
  return (proprietario ? ['CT002', '0A000'] : ['42501']).includes(String(esito.codice))
    ? []
    : [`${relazione.nome}, truncate, ${chi.nome}: ${esito.codice ?? 'accettato'}`];
}

async function registroChiuso(banco: Banco, lettori: Lettore[], { nome, sql }: Relazione): Promise<string[]> {
  const violazioni: string[] = [];
  for (const chi of lettori.filter(({ login }) => login !== 'cantiere')) {
    for (const comando of [`select from ${sql}`, `update ${sql} set logs = null`, `delete from ${sql}`, `truncate ${sql}`]) {
      const esito = await banco(chi, comando);
      if (esito.codice !== '42501') violazioni.push(`${nome}, ${comando}, ${chi.nome}: ${esito.codice ?? 'accettato'}`);
    }
  }
  return violazioni;
}
