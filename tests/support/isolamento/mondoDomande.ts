import type { Ente, Regione, Utente } from '../builders';
import type { Progetto } from '../buildersProgetto';
import { type Esecutore, inserisci, type Riga } from '../superutente';

/** Chi compare nelle righe di una domanda: chi la esamina, chi ha dichiarato di valutarla (il primo presiede), un operatore del capofila. */
export type Attori = { esamina: Utente; valutano: Utente[]; operatore?: Utente };
type Metti = (tabella: string, riga: Riga) => Promise<{ id: string }>;

const CONTENUTO = Buffer.from('%PDF-');
const FASI = ['IDEA', 'PROGETTO', 'RIMODULAZIONE'];
const hash = (...parti: unknown[]) => Buffer.from(parti.join(' '));
let contatore = 0;

/** Ogni tabella di 0005 che pende da un progetto, in ogni modo in cui le policy la guardano. L'avviso è nello stato chiesto. */
export async function riempiDomanda(progetto: Progetto, attori: Attori, avviso: string, db: Esecutore): Promise<void> {
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id };
  const metti: Metti = (tabella, riga) => inserisci(db, tabella, { ...chiavi, ...riga });
  // le versioni per prime: il deposito chiude le sezioni e segna i documenti
  await versioni(metti, progetto, attori);
  for (const ente of [progetto.capofila, ...progetto.partner]) await diUnEnte(metti, ente);
  await sezioni(metti, progetto);
  await esame(metti, progetto, attori);
  await valutazioni(metti, attori, progetto);
  await partenariato(metti, progetto, avviso);
}

async function versioni(metti: Metti, { capofila, regione }: Progetto, { esamina, operatore }: Attori): Promise<void> {
  let numero = 0;
  const depositata = (fase: string, genere: string, utente: string, organizzazione: string) =>
    metti('versione_progetto', {
      ...{ numero: ++numero, fase, genere, contenuto: '{}', sha256: '0', protocollo: '1/2020' },
      ...{ creata_da: utente, organizzazione_id: organizzazione },
    });
  for (const fase of FASI) await depositata(fase, 'PRESENTATA', capofila.utente.id, capofila.id);
  await depositata('PROGETTO', 'APPROVATA', capofila.utente.id, capofila.id);
  if (operatore) await depositata('PROGETTO', 'PRESENTATA', operatore.id, capofila.id);
  for (const genere of ['PRESENTATA', 'APPROVATA']) await depositata('PROGETTO', genere, esamina.id, regione.organizzazioneId);
}

/** Ciò che ciascun ente del progetto scrive a nome suo: commenti, presenze, documenti depositati e no. */
async function diUnEnte(metti: Metti, ente: Ente): Promise<void> {
  const suo = { organizzazione_id: ente.id };
  for (const fase of FASI) {
    const file = { fase, chiave: 'lettera', nome: 'lettera.pdf', tipo: 'application/pdf', byte: 5, sha256: '0', contenuto: CONTENUTO };
    for (const presentato of [true, false]) await metti('documento', { ...file, ...suo, presentato });
  }
  await metti('commento_sezione', { ...suo, fase: 'IDEA', chiave: 'aperta', campo: 'testo', testo: 'Perché?', autore_id: ente.utente.id });
  await metti('presenza_sezione', { fase: 'IDEA', chiave: 'aperta', utente_id: ente.utente.id, nome: 'Nome' });
}

/** Sezioni aperte e chiuse in ogni fase; una, «limitata», su cui l'ultimo ente non può scrivere, e una su cui lo può per iscritto. */
async function sezioni(metti: Metti, { capofila, partner, azioni }: Progetto): Promise<void> {
  for (const fase of FASI)
    for (const chiave of ['aperta', 'chiusa', 'limitata', 'permessa'])
      await metti('sezione_progetto', { fase, chiave, valori: '{}', aperta: chiave !== 'chiusa' });
  const organizzazione_id = (partner.at(-1) ?? capofila).id;
  for (const [chiave, diritto] of [
    ['limitata', 'LETTURA'],
    ['permessa', 'SCRITTURA'],
  ])
    await metti('permesso_sezione', { organizzazione_id, chiave, diritto });
  await metti('voce_budget', {
    azione_id: azioni[0]?.id,
    categoria: 'personale',
    organizzazione_id: capofila.id,
    contributo_cents: 100,
  });
}

/** L'esame della Regione: istruttoria, richieste aperte, risposte e chiuse, decisioni dei due generi, prescrizioni in ogni stato. */
async function esame(metti: Metti, { regione, capofila, partner }: Progetto, { esamina }: Attori): Promise<void> {
  await metti('istruttoria', { fase: 'IDEA' });
  for (const stato of ['APERTA', 'RISPOSTA', 'CHIUSA'])
    await metti('integrazione', {
      ...{ fase: 'IDEA', genere: 'INTEGRAZIONE', motivo: 'incompleto', sezioni: ['aperta'] },
      ...{ testo: 'Manca', entro: '2100-01-01', stato },
    });
  const decide = (esito: string) => metti('decisione', { bando_id: regione.bandoId, fase: 'IDEA', esito, decisa_da: esamina.id });
  const [, { id: decisione_id }] = [await decide('AMMISSIBILE'), await decide('APPROVATO')];
  for (const { id: organizzazione_id } of [capofila, ...partner])
    for (const stato of ['APERTA', 'PRESENTATA', 'VERIFICATA', 'RESPINTA', 'ANNULLATA'])
      await metti('prescrizione', { decisione_id, organizzazione_id, testo: 'Da fare', entro: '2020-12-31', stato });
}

/** Valutazioni in corso e svelate; chi presiede ha un conflitto sui progetti con un partner. Consolida ciascuno in una fase. */
async function valutazioni(metti: Metti, { valutano }: Attori, { partner }: Progetto): Promise<void> {
  for (const [n, { id: utente_id }] of valutano.entries()) {
    const conflitto = partner.length > 0 && n === 0 ? 'PRESENTE' : 'NESSUNO';
    await metti('valutazione', { fase: 'IDEA', utente_id, conflitto });
    await metti('valutazione', { fase: 'PROGETTO', utente_id, conflitto: 'NESSUNO', stato: 'CONCLUSA', svelata: true });
    const fase = n === 0 ? 'IDEA' : 'PROGETTO';
    await metti('valutazione_consolidata', { fase, presidente_id: utente_id, punteggi: '{}', totale_centesimi: 0, motivazione: '' });
  }
}

/** L'avviso per i partner, due candidature (una da confermare) con un allegato ciascuna, un invito, un messaggio. */
async function partenariato(metti: Metti, { capofila, regione }: Progetto, stato: string): Promise<void> {
  const { id: avviso_id } = await metti('avviso', { titolo: 'Avviso', testo: '', stato });
  for (const di of ['BOZZA', 'INVIATA']) {
    const codice = `${++contatore}`;
    const { id: candidatura_id } = await metti('candidatura', {
      ...{ avviso_id, dati: '{}', email: 'x@prova.example', codice_fiscale: codice, stato: di },
      ...{ conferma_hash: hash('conferma', codice), conferma_entro: '2100-01-01' },
    });
    const file = { nome: 'statuto.pdf', tipo: 'application/pdf', byte: 5, sha256: '0', contenuto: CONTENUTO };
    await metti('candidatura_allegato', { candidatura_id, ...file });
  }
  const invito = { organizzazione_id: capofila.id, email: 'x@prova.example', scade_il: '2100-01-01' };
  await metti('invito', { ...invito, token_hash: hash('invito', ++contatore) });
  await metti('evento', { atto: 'domanda.aperta', oggetto: 'progetto', oggetto_id: capofila.id, riservato: true });
  await metti('evento', { atto: 'domanda.aperta', oggetto: 'progetto', oggetto_id: capofila.id, riservato: false });
  await metti('evento', { atto: 'indicatori.pubblicati', oggetto: 'progetto', oggetto_id: capofila.id, riservato: false });
  await metti('evento', { atto: 'candidatura.inviata', oggetto: 'progetto', oggetto_id: regione.id, riservato: false });
}

/** Le tabelle di 0005 che pendono da una Regione. Chi è nominato in `commissari` (il primo presiede) lo è per la fase data. */
export async function riempiBandi(regione: Regione, fase: string, commissari: Utente[], db: Esecutore): Promise<void> {
  const chiavi = { regione_id: regione.id, bando_id: regione.bandoId };
  await inserisci(db, 'bando_bozza', { ...chiavi, configurazione: '{}' });
  await inserisci(db, 'bando_versione', { ...chiavi, numero: 1, configurazione: '{}', sha256: '0' });
  await inserisci(db, 'passo_bando', { ...chiavi, fase: 'IDEA', apre: '2010-01-01', chiude: '2100-01-01' });
  for (const [n, { id }] of commissari.entries())
    await inserisci(db, 'commissario', { ...chiavi, fase, utente_id: id, presidente: n === 0 });
  await inserisci(db, 'posta', { regione_id: regione.id, destinatario: 'x@prova.example', oggetto: 'Oggetto', testo: 'Testo' });
  await db.query('insert into app.registro_protocollo (regione_id, anno, ultimo) values ($1, 2020, 1)', [regione.id]);
}
