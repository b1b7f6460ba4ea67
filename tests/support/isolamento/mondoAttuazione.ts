import type { Utente } from '../builders';
import type { Progetto } from '../buildersProgetto';
import { type Esecutore, inserisci, type Riga } from '../superutente';
import type { Mondo } from './mondo';

type Metti = (tabella: string, riga: Riga) => Promise<{ id: string }>;
type Oggetto = { oggetto: string; oggetto_id: string };

// avviati, uno in rimodulazione, uno di un'altra Regione, un'idea ancora in bozza, uno approvato e non avviato
const CASI = ['A', 'B', 'E', 'C', 'idea', 'approvato'];

const FILE = { nome: 'foto.pdf', tipo: 'application/pdf', byte: 5, sha256: '0', contenuto: Buffer.from('%PDF-') };
const QUANDO = '2020-07-01T08:00:00Z';

/** Ogni tabella di 0006 che pende da un progetto, in ogni modo in cui le policy la guardano, e i filtri salvati di chi lavora. */
export async function riempiAttuazione({ lettori, progetti }: Mondo, db: Esecutore): Promise<void> {
  const [istruttore, dirigente] = [lettori['funzionario della Regione 1'], lettori['dirigente della Regione 2']];
  const qui = progetti.A?.regione.id;
  if (!istruttore || !dirigente || !qui) throw new Error('Il mondo non ha tutte le sue persone.');
  for (const [n, progetto] of Object.entries(progetti)
    .flatMap(([nome, p]) => (CASI.includes(nome) ? [p] : []))
    .entries()) {
    const { regione } = progetto;
    const metti: Metti = (tabella, riga) => inserisci(db, tabella, { regione_id: regione.id, progetto_id: progetto.id, ...riga });
    const decide = regione.id === qui ? istruttore : dirigente;
    await metti('convenzione', { referente: 'Ufficio di piano' });
    await disposizioni(metti, progetto);
    const oggetti = [
      ...(await richieste(metti, progetto)),
      ...(await proroghe(metti, progetto, decide)),
      ...(await cessazioni(metti, progetto)),
    ];
    await prove(metti, progetto, oggetti, db);
    await rilievi(metti, progetto, db);
    const vista = { regione_id: regione.id, pagina: 'cruscotto', nome: `Vista ${n}`, filtri: '{}' };
    if (n === 0 || n === 3) for (const { id } of Object.values(lettori)) await inserisci(db, 'vista_salvata', { ...vista, utente_id: id });
    await inserisci(db, 'promemoria', { regione_id: regione.id, oggetto_id: progetto.id, genere: `SENZA_PROGETTO_${n}` });
  }
}

/** Sospensioni aperte e chiuse, un promemoria, e la situazione del mese di un progetto che non ha ancora relazioni presentate. */
async function disposizioni(metti: Metti, { id, azioni }: Progetto): Promise<void> {
  const sospensione = { motivo: 'ALTRO', atto: 'DD 1', data_atto: '2020-03-09' };
  await metti('sospensione', { ...sospensione, dal: '2020-03-09', al: '2020-06-30' });
  await metti('sospensione', { ...sospensione, dal: '2020-07-01', azione_id: azioni[0]?.id });
  await metti('promemoria', { oggetto_id: id, genere: 'SCADENZA_7' });
  await metti('situazione_mese', { mese: '2015-01-01' });
}

const STATI = ['BOZZA', 'PRESENTATA', 'IN_ISTRUTTORIA', 'ACCOLTA', 'RESPINTA', 'ANNULLATA'];
const DOMINI = ['budget', 'azioni', 'partner', 'destinatari', 'sede', 'altro'];
const presentataIl = (stato: string) => (['BOZZA', 'ANNULLATA'].includes(stato) ? null : QUANDO);

/** Una richiesta di modifica in ogni stato, e una in bozza di un altro ente dell'aggregazione. */
async function richieste(metti: Metti, { capofila, partner, regione }: Progetto): Promise<Oggetto[]> {
  const oggetti: Oggetto[] = [];
  const riga = { base_sha256: '0', organizzazione_id: capofila.id };
  for (const [n, stato] of STATI.entries()) {
    const { id } = await metti('richiesta_modifica', {
      ...{ ...riga, numero: n + 1, stato, dominio: DOMINI[n], presentata_il: presentataIl(stato) },
    });
    oggetti.push({ oggetto: 'MODIFICA', oggetto_id: id });
  }
  const organizzazione_id = partner[0]?.id ?? regione.organizzazioneId;
  await metti('richiesta_modifica', { ...riga, organizzazione_id, numero: 7, dominio: 'referente' });
  return oggetti.slice(0, 2);
}

/** Una proroga in ogni stato; e le correzioni della Regione: firmata, firmata da un altro, non accolta, di un altro ente. */
async function proroghe(metti: Metti, { capofila, regione }: Progetto, decide: Utente): Promise<Oggetto[]> {
  const oggetti: Oggetto[] = [];
  const riga = { fine_attuale: '2021-03-31', fine_chiesta: '2021-06-30', organizzazione_id: capofila.id };
  for (const [n, stato] of ['BOZZA', 'ACCOLTA', 'ACCOLTA_IN_PARTE', 'RESPINTA', 'ANNULLATA'].entries()) {
    const { id } = await metti('proroga', { ...riga, numero: n + 1, stato, presentata_il: presentataIl(stato) });
    oggetti.push({ oggetto: 'PROROGA', oggetto_id: id });
  }
  const corregge = { ...riga, corregge_id: oggetti[1]?.oggetto_id, stato: 'ACCOLTA', decisa_da: decide.id, presentata_il: QUANDO };
  const sua = { organizzazione_id: regione.organizzazioneId };
  await metti('proroga', { ...corregge, ...sua, numero: 11 });
  await metti('proroga', { ...corregge, ...sua, numero: 12, decisa_da: capofila.utente.id });
  await metti('proroga', { ...corregge, ...sua, numero: 13, stato: 'RESPINTA' });
  await metti('proroga', { ...corregge, ...sua, numero: 14, corregge_id: null });
  await metti('proroga', { ...corregge, numero: 15 });
  return oggetti.slice(0, 2);
}

async function cessazioni(metti: Metti, { capofila, regione }: Progetto): Promise<Oggetto[]> {
  const oggetti: Oggetto[] = [];
  for (const [genere, stato, organizzazione_id] of [
    ['RINUNCIA', 'CHIESTA', capofila.id],
    ['RINUNCIA', 'RESPINTA', capofila.id],
    ['REVOCA', 'DISPOSTA', regione.organizzazioneId],
    ['CONCLUSIONE', 'DISPOSTA', regione.organizzazioneId],
    ['CONCLUSIONE', 'DISPOSTA', capofila.id],
    ['RINUNCIA', 'DISPOSTA', regione.organizzazioneId],
    ['REVOCA', 'ANNULLATA', regione.organizzazioneId],
  ]) {
    const { id } = await metti('cessazione', { genere, stato, motivazione: 'Motivi', organizzazione_id });
    oggetti.push({ oggetto: 'CESSAZIONE', oggetto_id: id });
  }
  return oggetti.slice(0, 2);
}

/** Prove depositate e no, di ogni ente del progetto, su ogni oggetto e su ogni avanzamento. */
async function prove(metti: Metti, { id, capofila, partner }: Progetto, oggetti: Oggetto[], db: Esecutore): Promise<void> {
  const { rows } = await db.query('select id from avanzamento where progetto_id = $1', [id]);
  const avanzamenti = rows.map((a) => ({ oggetto: 'AVANZAMENTO', oggetto_id: String(a.id) }));
  for (const ente of [capofila, ...partner])
    for (const [n, oggetto] of [...oggetti, ...avanzamenti].entries()) {
      const presentata = n % 3 === 0; // di ogni oggetto qualcuna si, qualcuna no
      await metti('evidenza', { ...FILE, ...oggetto, organizzazione_id: ente.id, presentata });
      if (n < oggetti.length) await metti('evidenza', { ...FILE, ...oggetto, organizzazione_id: ente.id, presentata: !presentata });
    }
}

async function rilievi(metti: Metti, { id, azioni }: Progetto, db: Esecutore): Promise<void> {
  const { rows } = await db.query('select id from rapporto_progetto where progetto_id = $1 order by aperto_il desc limit 1', [id]);
  if (rows.length === 0) return;
  for (const stato of ['APERTO', 'RISPOSTO', 'CHIUSO'])
    await metti('rilievo', { rapporto_id: rows[0].id, azione_id: azioni[0]?.id, testo: 'Da chiarire', stato });
}

const TRIGGER = [
  'verifica_richiesta',
  'verifica_rilievo',
  'verifica_periodo',
  'verifica_sospensione',
  'verifica_foglio',
  'verifica_codifica',
  'verifica_estratto',
  'verifica_codifica_estratto',
];

/**
 * Qui si provano le policy da sole: i trigger che rifiutano un passaggio (provati in isolamentoAttuazione) coprirebbero una policy che manca.
 * Il contratto guarda nome, proprietario e concessioni, che restano quelli.
 */
export async function taciTrigger(db: Esecutore): Promise<void> {
  for (const nome of TRIGGER)
    await db.query(`create or replace function app.${nome}() returns trigger language plpgsql security definer set search_path = pg_catalog
      as $$ begin if tg_op = 'DELETE' then return old; end if; return new; end $$`);
}
