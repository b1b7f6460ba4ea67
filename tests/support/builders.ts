import { randomUUID } from 'node:crypto';
import type { Attore, Ruolo } from '@/lib/auth/attore';
import { attoreDi } from './attori';
import { type Esecutore, inserisci, superutente } from './superutente';

/** Prima di ogni periodo e di ogni orologio di dimostrazione: incarichi e partecipazioni di prova valgono da qui. */
export const DA_SEMPRE = '2010-01-01';

export type Regione = { id: string; bandoId: string; organizzazioneId: string; categoria: string; gruppo: string; causa: string };
export type Utente = { id: string; incaricoId: string; attore: () => Promise<Attore> };
export type Ente = { id: string; regione: Regione; denominazione: string; utente: Utente; attore: () => Promise<Attore> };

const sigla = () => randomUUID().slice(0, 8);

/** Una Regione con i suoi vocabolari (una parola ciascuno), un programma e un bando. */
export async function unaRegione(db: Esecutore = superutente): Promise<Regione> {
  const codice = sigla();
  // mai prima della Regione della dimostrazione, che la pagina pubblica prende per codice
  const { id } = await inserisci(db, 'regione', { codice_istat: `X${codice}`, nome: `Regione ${codice}` });
  const organizzazione = await inserisci(db, 'organizzazione', {
    regione_id: id,
    codice: 'REG',
    tipo: 'REGIONE',
    denominazione: `Regione ${codice}`,
  });
  await inserisci(db, 'categoria_intervento', { regione_id: id, codice: 'CATEGORIA', etichetta: 'Categoria', tipo: 'SERVIZIO', ordine: 1 });
  await inserisci(db, 'gruppo_destinatari', { regione_id: id, codice: 'GRUPPO', etichetta: 'Gruppo' });
  await inserisci(db, 'causa_ritardo', { regione_id: id, codice: 'CAUSA', gruppo: 'G', etichetta: 'Causa', interviste: [] });
  const programma = await inserisci(db, 'programma', { regione_id: id, codice: 'P1', titolo: 'Programma' });
  const bando = await inserisci(db, 'bando', {
    regione_id: id,
    programma_id: programma.id,
    codice: 'B1',
    titolo: 'Bando',
    tipo: 'NON_COMPETITIVO',
  });
  return { id, bandoId: bando.id, organizzazioneId: organizzazione.id, categoria: 'CATEGORIA', gruppo: 'GRUPPO', causa: 'CAUSA' };
}

export type OpzioniUtente = {
  regione: Regione;
  ruolo: Ruolo;
  /** Per chi agisce; se manca, l'organizzazione della Regione. */
  organizzazioneId?: string;
  /** Limita l'incarico a un solo progetto. */
  progettoId?: string;
};

/** Una persona con un incarico attivo. Senza credenziali: chi prova l'accesso se le aggiunge. */
export async function unUtente(
  { regione, ruolo, organizzazioneId, progettoId }: OpzioniUtente,
  db: Esecutore = superutente,
): Promise<Utente> {
  const utente = await inserisci(db, 'utente', { nome: 'Nome', cognome: 'Cognome', email: `${sigla()}@prova.example` });
  const incarico = await inserisci(db, 'incarico', {
    regione_id: regione.id,
    utente_id: utente.id,
    organizzazione_id: organizzazioneId ?? regione.organizzazioneId,
    ruolo,
    progetto_id: progettoId,
    dal: DA_SEMPRE,
  });
  return { id: utente.id, incaricoId: incarico.id, attore: () => attoreDi(incarico.id, db) };
}

/** Un ente gestore con il suo referente, in una Regione nuova se non è data. */
export async function unEnte({ regione }: { regione?: Regione } = {}, db: Esecutore = superutente): Promise<Ente> {
  const sua = regione ?? (await unaRegione(db));
  const codice = sigla();
  const denominazione = `Consorzio ${codice}`;
  const { id } = await inserisci(db, 'organizzazione', { regione_id: sua.id, codice, tipo: 'ENTE_GESTORE', denominazione });
  await inserisci(db, 'ente_gestore', { organizzazione_id: id, regione_id: sua.id, forma: 'CONSORZIO' });
  const utente = await unUtente({ regione: sua, ruolo: 'REFERENTE', organizzazioneId: id }, db);
  return { id, regione: sua, denominazione, utente, attore: utente.attore };
}
