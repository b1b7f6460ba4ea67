import { createHash } from 'node:crypto';
import type { Ente, Utente } from '../builders';
import type { Progetto } from '../buildersProgetto';
import { type Esecutore, inserisci, type Riga } from '../superutente';
import type { Mondo } from './mondo';

// avviati con più enti, di un altro ente, in rimodulazione, di un'altra Regione
const CASI = ['A', 'B', 'E', 'C'];
const SCOPI = ['SCHEDA', 'ELENCO', 'CONTROLLO'];
const RUOLI_REGIONE = ['ISTRUTTORE', 'DIRIGENTE', 'VALUTATORE', 'AMMINISTRATORE', 'RICERCATORE'];

type Chiavi = { regione_id: string; programma_id: string };
type Di = { ente: Ente; progetto: Progetto; azione: string; db: Esecutore };

/**
 * Le persone di ogni ente dei progetti, tra cui una che tutti seguono e le persone di un ente che ha lasciato il progetto; gli indicatori, i
 * rilasci, e chi ha chiesto di leggere che cosa. Le cifre sono byte qualunque: qui si prova chi le può chiedere.
 */
export async function riempiPersone({ lettori, progetti }: Mondo, db: Esecutore): Promise<void> {
  for (const nome of CASI) {
    const progetto = progetti[nome];
    if (!progetto) throw new Error(`Il mondo non ha il progetto ${nome}.`);
    // altrove i nuclei sono vuoti: uno con persone non si cancella, e coprirebbe la policy
    for (const [n, ente] of [progetto.capofila, ...progetto.partner].entries())
      await riempiEnte({ ente, progetto, azione: progetto.azioni[n]?.id ?? '', db });
    await indicatori(progetto, db);
  }
  const { A, B } = progetti;
  if (A) await unEventoDellEnte(A.capofila, db);
  if (A && B) await lascia(A, B.capofila, db);
  await dellaRegione({ lettori, progetti }, db);
}

/** Due atti su una persona, senza progetto, ciascuno con la sua policy: li scrive il suo ente e restano suoi. */
async function unEventoDellEnte(ente: Ente, db: Esecutore): Promise<void> {
  const { rows } = await db.query('select regione_id, organizzazione_id, ruolo from incarico where id = $1', [ente.utente.incaricoId]);
  const chi = { ...rows[0], attore_id: ente.utente.id, oggetto_id: ente.id, riservato: true };
  await inserisci(db, 'evento', { ...chi, atto: 'nucleo.aperto', oggetto: 'nucleo' });
  await inserisci(db, 'evento', { ...chi, atto: 'interessato.limitazioneTolta', oggetto: 'richiesta_interessato' });
}

/** Un ente che se n'è andato: le sue persone restano sue. */
async function lascia(progetto: Progetto, ente: Ente, db: Esecutore): Promise<void> {
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id, organizzazione_id: ente.id };
  await inserisci(db, 'partecipazione', { ...chiavi, ruolo: 'ALTRO', ordine: 9, dal: '2010-01-01', al: '2020-01-01' });
  await riempiEnte({ ente, progetto, azione: progetto.azioni[0]?.id ?? '', db });
}

async function riempiEnte({ ente, progetto, azione, db }: Di): Promise<void> {
  const regione_id = progetto.regione.id;
  const [chi, suo] = [
    { regione_id, organizzazione_id: ente.id },
    { regione_id, organizzazione_id: ente.id, progetto_id: progetto.id },
  ];
  const { rows } = await db.query('select programma_id from bando where id = $1', [progetto.regione.bandoId]);
  const { programma_id } = rows[0];
  // vuoto: un nucleo con persone non si cancella, e la chiave coprirebbe la policy
  await inserisci(db, 'nucleo', { ...chi, codice: `N-${progetto.id.slice(0, 8)}` });
  for (const [n, creata_da] of (await autori(ente, db)).entries()) {
    const persona = await unaPersona({ ...chi, programma_id }, { creata_da }, n === 0 ? impronta(progetto) : null, db);
    const partecipante = await inserisci(db, 'partecipante', {
      ...{
        ...suo,
        programma_id,
        persona_id: persona.id,
        pseudonimo: persona.id,
        ingresso: `2020-0${n + 1}-01`,
        sesso: 'F',
        eta: 40,
        isced: 2,
      },
      ...{ uscita: n === 0 ? null : '2020-06-01', motivo_uscita: n === 0 ? null : 'COMPLETATO', condizione: 'DISOCCUPATO' },
    });
    await inserisci(db, 'frequenza', { ...suo, partecipante_id: partecipante.id, azione_id: azione, dal: '2020-03-01', ore: 8 });
    await registri({ ...chi, persona_id: persona.id, utente_id: ente.utente.id }, db);
  }
  await inserisci(db, 'conteggio_anonimo', { ...suo, azione_id: azione, giorno: '2020-05-01', genere: 'EVENTO', presenze: 30 });
}

/** Chi lavora nell'ente, e chi non ci lavora: una riga firmata da un altro non è di chi la scrive. */
async function autori(ente: Ente, db: Esecutore): Promise<(string | null)[]> {
  const { rows } = await db.query('select utente_id from incarico where organizzazione_id = $1 order by utente_id = $2 desc, utente_id', [
    ente.id,
    ente.utente.id,
  ]);
  return [...rows.map(({ utente_id }) => String(utente_id)), null];
}

/** La stessa per tutti gli enti del progetto: è la stessa persona. */
const impronta = (progetto: Progetto): Buffer => Buffer.alloc(32, progetto.id);

async function unaPersona(chiavi: Chiavi & Riga, altro: Riga, codice: Buffer | null, db: Esecutore): Promise<{ id: string }> {
  const { regione_id, organizzazione_id } = chiavi;
  const { rows } = codice
    ? await db.query('select id from persona where organizzazione_id = $1 and impronta = $2', [organizzazione_id, codice])
    : { rows: [] };
  const codici = codice && rows.length === 0 ? { impronta: codice, improntaBase: codice } : { impronta: null, improntaBase: null };
  const persona = await inserisci(db, 'persona', {
    ...{ ...chiavi, ...altro, sesso: 'F', data_nascita: '1980-01-01', senza_codice: codici.impronta ? null : 'NESSUNO' },
    ...{ impronta: codici.impronta, impronta_base: codici.improntaBase, chiave_id: codici.impronta ? 'p' : null },
  });
  const cifrata = Buffer.alloc(64, persona.id);
  await inserisci<Riga>(db, 'identita', { persona_id: persona.id, regione_id, organizzazione_id, cifrata, chiave_id: 'k' });
  await inserisci<Riga>(db, 'persona_cerca', { organizzazione_id, segno: Buffer.alloc(16, persona.id), persona_id: persona.id });
  return persona;
}

async function registri({ utente_id, persona_id, ...chi }: Riga, db: Esecutore): Promise<void> {
  for (const scopo of SCOPI) await inserisci(db, 'accesso_identita', { ...chi, utente_id, scopo, persone: [persona_id] });
  await inserisci(db, 'verifica_sovrapposizione', { ...chi, utente_id, persona_id, risposta: true });
  await inserisci(db, 'richiesta_interessato', { ...chi, persona_id, genere: 'ACCESSO', ricevuta_il: '2020-07-01', entro: '2020-08-01' });
}

async function indicatori({ id, regione }: Progetto, db: Esecutore): Promise<void> {
  const { rows } = await db.query('select id from rapporto_progetto where progetto_id = $1 limit 1', [id]);
  const riga = { regione_id: regione.id, progetto_id: id, rapporto_id: rows[0]?.id, versione: 1 };
  await inserisci(db, 'indicatore_fissato', { ...riga, codice: 'EECO01', sesso: 'T', completi: true, valore: 40 });
}

/** Rilasci firmati da ciascuno, e richieste di lettura: da autorizzare, già autorizzate, di chi non può chiederle. */
async function dellaRegione({ lettori, progetti }: Mondo, db: Esecutore): Promise<void> {
  await istantanee(Object.values(lettori), db);
  const persone: Utente[] = Object.values(lettori);
  for (const [n, { id, incaricoId }] of persone.entries()) {
    const { rows } = await db.query('select regione_id, ruolo from incarico where id = $1', [incaricoId]);
    const { regione_id, ruolo } = rows[0];
    for (const progetto of Object.values(progetti)
      .filter(({ regione }) => regione.id === regione_id)
      .slice(0, 2)) {
      const riga = { regione_id, progetto_id: progetto.id, organizzazione_id: progetto.capofila.id, motivo: 'Controllo sul posto' };
      await inserisci(db, 'accesso_motivato', { ...riga, chiesto_da: id });
      const autorizzato = { autorizzato_da: persone[(n + 1) % persone.length]?.id, autorizzato_il: '2020-07-01', scade_il: '2020-07-08' };
      await inserisci(db, 'accesso_motivato', { ...riga, chiesto_da: id, ...autorizzato });
    }
    if (!RUOLI_REGIONE.includes(ruolo)) continue;
    const ente = Object.values(progetti).find(({ regione }) => regione.id === regione_id)?.capofila.id;
    for (const tabella of ['SOVRAPPOSIZIONI', 'INDICATORI', 'RIGHE_RICERCA', 'INDICATORI_ENTE'])
      await inserisci(db, 'rilascio', {
        regione_id,
        tabella,
        parametri: JSON.stringify(tabella === 'INDICATORI_ENTE' ? { n, ente } : { n }),
        contenuto: '[]',
        sha256: '0',
        rilasciato_da: id,
      });
  }
}

/** Un'istantanea di ciascuna persona, con un pezzo e un file: anche di chi non potrebbe congelarla. */
async function istantanee(persone: Utente[], db: Esecutore): Promise<void> {
  for (const [n, { id, incaricoId }] of persone.entries()) {
    const { rows } = await db.query('select regione_id from incarico where id = $1', [incaricoId]);
    const regione_id = String(rows[0]?.regione_id);
    const contenuto = Buffer.from(`pezzo ${n}`);
    const sha256 = createHash('sha256').update(contenuto).digest('hex');
    const chiavi = { regione_id, numero: n + 1, data_riferimento: '2020-07-01', dizionario: 1 };
    const istantanea = await inserisci(db, 'istantanea', { ...chiavi, sha256, creata_da: id });
    await inserisci<Riga>(db, 'istantanea_pezzo', { regione_id, sha256, contenuto });
    const file = { ordine: 1, nome: 'dati.csv', byte: contenuto.length, sha256, pezzi: [sha256] };
    await inserisci<Riga>(db, 'istantanea_file', { ...file, regione_id, istantanea_id: istantanea.id });
  }
}
