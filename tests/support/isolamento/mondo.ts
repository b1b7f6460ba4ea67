import type { Ruolo } from '@/lib/auth/attore';
import { type Ente, type Regione, type Utente, unaRegione, unEnte, unUtente } from '../builders';
import {
  type Progetto,
  type Rapporto,
  type StatoParte,
  type StatoRapporto,
  unChiarimento,
  unProgetto,
  unRapporto,
} from '../buildersProgetto';
import { type Esecutore, inserisci, type Riga } from '../superutente';
import { riempiAttuazione, taciTrigger } from './mondoAttuazione';
import { riempiDomande } from './mondoCasi';
import { riempiPersone } from './mondoPersone';
import { riempiRicerca } from './mondoRicerca';

/** Due Regioni che hanno una riga in ogni tabella per ogni progetto. In A lavorano tre enti; uno di loro è capofila altrove (E). */
export type Mondo = { lettori: Record<string, Utente>; progetti: Record<string, Progetto> };

type UnaRelazione = { stato: StatoRapporto; parti?: StatoParte[]; atti?: [atto: string, riservato: boolean][] };

// una per ciascun modo in cui le policy guardano una relazione: privata, privata con la parte di un partner già consegnata e di un altro
// rinviata, presentata, riaperta in un'azione, approvata. Tra gli atti ce n'è uno presentato di nascosto e uno di bozza messo in vista.
const RELAZIONI: UnaRelazione[] = [
  { stato: 'BOZZA', atti: [['avanzamento.salvato', true]] },
  { stato: 'BOZZA', parti: ['APERTO', 'CONSEGNATO', 'RINVIATO'], atti: [['parte.consegnata', false]] },
  { stato: 'IN_VERIFICA', atti: [['rapporto.presentato', false]] },
  { stato: 'CHIARIMENTI', atti: [['rapporto.ripresentato', true]] },
  { stato: 'APPROVATO' },
];

export async function creaMondo(db: Esecutore): Promise<Mondo> {
  const [r1, r2] = [await unaRegione(db), await unaRegione(db)];
  const ente = (regione: Regione): Promise<Ente> => unEnte({ regione }, db);
  const [capofilaA, partnerA, misto, capofilaB] = [await ente(r1), await ente(r1), await ente(r1), await ente(r1)];
  const [capofilaC, capofilaD] = [await ente(r2), await ente(r2)];
  const progetti = {
    A: await unProgetto({ capofila: capofilaA, partner: [partnerA, misto] }, db),
    B: await unProgetto({ capofila: capofilaB }, db),
    E: await unProgetto({ capofila: misto, stato: 'RIMODULAZIONE_INIZIALE' }, db),
    C: await unProgetto({ capofila: capofilaC }, db),
    D: await unProgetto({ capofila: capofilaD }, db),
    idea: await unProgetto({ capofila: capofilaB, stato: 'IDEA_BOZZA' }, db),
    definitivo: await unProgetto({ capofila: capofilaA, partner: [partnerA, misto], stato: 'PROGETTO_BOZZA' }, db),
    daValutare: await unProgetto({ capofila: capofilaB, stato: 'IDEA_AMMISSIBILE' }, db),
    daIntegrare: await unProgetto({ capofila: capofilaB, stato: 'IDEA_DA_INTEGRARE' }, db),
    maiPresentato: await unProgetto({ capofila: capofilaB, stato: 'RITIRATO' }, db),
    ritirato: await unProgetto({ capofila: capofilaB, stato: 'RITIRATO' }, db),
    approvato: await unProgetto({ capofila: capofilaA, partner: [partnerA], stato: 'APPROVATO' }, db),
  };
  const persona = (regione: Regione, ruolo: Ruolo, ente?: Ente) => unUtente({ regione, ruolo, organizzazioneId: ente?.id }, db);
  const scriventi = {
    'capofila di A': capofilaA.utente,
    'partner in A': partnerA.utente,
    'partner in A e capofila di E': misto.utente,
    'capofila di B': capofilaB.utente,
    'capofila di C, altra Regione': capofilaC.utente,
    'funzionario della Regione 1': await persona(r1, 'ISTRUTTORE'),
    'dirigente della Regione 2': await persona(r2, 'DIRIGENTE'),
    'ricercatore nella Regione 1': await persona(r1, 'RICERCATORE'),
    'ricercatore nella Regione 2': await persona(r2, 'RICERCATORE'),
  };
  const lettori = {
    ...scriventi,
    'operatore del capofila di A': await persona(r1, 'OPERATORE', capofilaA),
    'valutatore della Regione 1': await persona(r1, 'VALUTATORE'),
    'amministratore della Regione 1': await persona(r1, 'AMMINISTRATORE'),
  };
  for (const progetto of [progetti.A, progetti.B, progetti.E, progetti.C, progetti.D, progetti.idea])
    await riempi(progetto, Object.values(scriventi), db);
  for (const utente of Object.values(lettori)) await riempiAccesso(utente, db);
  await riempiDomande({ lettori, progetti }, db);
  await riempiAttuazione({ lettori, progetti }, db);
  await riempiPersone({ lettori, progetti }, db);
  await riempiRicerca({ lettori, progetti }, db);
  for (const regione of [r1, r2]) await riempiRegione(regione, db);
  await taciTrigger(db);
  return { lettori, progetti };
}

/** Ogni tabella che pende da un progetto. */
async function riempi(progetto: Progetto, scriventi: Utente[], db: Esecutore): Promise<void> {
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id };
  const ambito = await unAmbito(progetto.regione, progetto.capofila.id, db);
  await inserisci(db, 'progetto_ambito', { ...chiavi, ambito_id: ambito });
  const classificazione = { categoria: progetto.regione.categoria, presente: true, fonte: 'prova', attribuita_il: '2020-07-01' };
  await inserisci(db, 'classificazione_progetto', { ...chiavi, ...classificazione });
  for (const [indice, { stato, parti, atti = [] }] of RELAZIONI.entries()) {
    const rapporto = await unRapporto({ progetto, stato, parti, numero: indice + 1 }, db);
    const diffusione = stato === 'BOZZA' || stato === 'APPROVATO' ? stato : 'PRESENTATO';
    await inserisci(db, 'rapporto_causa', { ...chiavi, rapporto_id: rapporto.id, causa: progetto.regione.causa, diffusione });
    await inserisci(db, 'rapporto_versione', { ...chiavi, rapporto_id: rapporto.id, numero: 1, contenuto: {}, sha256: '0' });
    const [primo] = rapporto.avanzamenti;
    if (primo && stato === 'CHIARIMENTI') await unChiarimento(rapporto, primo, db);
    if (primo && stato === 'CHIARIMENTI')
      await inserisci(db, 'chiarimento', {
        ...chiavi,
        rapporto_id: rapporto.id,
        azione_id: primo.azioneId,
        stato: 'CHIUSO',
        domanda: '-',
        entro: '2020-08-31',
      });
    for (const [atto, riservato] of atti) for (const scrivente of scriventi) await unEvento(rapporto, { atto, riservato }, scrivente, db);
  }
}

/** Un evento firmato da chiunque, anche di un'altra Regione: l'organizzazione allora è quella della Regione del progetto, perché deve esserle propria. */
async function unEvento({ id, progetto }: Rapporto, evento: Riga, { id: attore_id, incaricoId }: Utente, db: Esecutore): Promise<void> {
  const { rows } = await db.query('select regione_id, organizzazione_id, ruolo from incarico where id = $1', [incaricoId]);
  const { regione_id, organizzazione_id, ruolo } = rows[0];
  await inserisci(db, 'evento', {
    ...{ regione_id: progetto.regione.id, progetto_id: progetto.id, oggetto: 'rapporto_progetto', oggetto_id: id },
    ...{ ...evento, attore_id, ruolo },
    organizzazione_id: regione_id === progetto.regione.id ? organizzazione_id : progetto.regione.organizzazioneId,
  });
}

async function unAmbito(regione: Regione, enteId: string, db: Esecutore): Promise<string> {
  const { rows } = await db.query('select count(*)::int as quanti from ambito where regione_id = $1', [regione.id]);
  const ambito = await inserisci(db, 'ambito', { regione_id: regione.id, numero: rows[0].quanti + 1, nome_descrittivo: 'Ambito' });
  await inserisci(db, 'ente_gestore_ambito', { regione_id: regione.id, ente_gestore_id: enteId, ambito_id: ambito.id });
  return ambito.id;
}

/** Ogni tabella che pende da una persona. */
async function riempiAccesso({ id }: Utente, db: Esecutore): Promise<void> {
  await inserisci(db, 'credenziale', { utente_id: id, hash: 'x' });
  await inserisci(db, 'sessione', { utente_id: id, token_hash: Buffer.from(`sessione ${id}`), scade_il: '2100-01-01' });
  await inserisci(db, 'dispositivo_noto', { utente_id: id, token_hash: Buffer.from(`dispositivo ${id}`), scade_il: '2100-01-01' });
  await inserisci(db, 'tentativo_accesso', { chiave: Buffer.from(id) });
  const { rows } = await db.query('select regione_id, organizzazione_id, ruolo from incarico where utente_id = $1', [id]);
  await inserisci(db, 'evento', { ...rows[0], atto: 'accesso.entrata', oggetto: 'utente', oggetto_id: id, attore_id: id, riservato: true });
}

/** Ogni tabella che pende da una Regione e che i costruttori non riempiono già. */
async function riempiRegione(regione: Regione, db: Esecutore): Promise<void> {
  await inserisci(db, 'fase_bando', { regione_id: regione.id, bando_id: regione.bandoId, ordine: 1, nome: 'Fase', dal: '2019-01-01' });
}
