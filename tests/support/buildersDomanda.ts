import { createHash, randomUUID } from 'node:crypto';
import { type Configurazione, sezioniDi } from '@/lib/bandi/configurazione';
import type { ContenutoVersione, Valori } from '@/lib/domande/valori';
import { DA_SEMPRE, type Ente, type Regione, type Utente, unaRegione, unEnte, unUtente } from './builders';
import { CONFIGURAZIONE, valoriCompleti } from './configurazioneDiProva';
import { type Esecutore, inserisci, superutente } from './superutente';

type FasePasso = 'IDEA' | 'AVVISO' | 'PROGETTO';
type FaseScritta = 'IDEA' | 'PROGETTO' | 'RIMODULAZIONE';
export type PassiDiProva = Partial<Record<FasePasso, { apre: string | Date; chiude: string | Date | null }>>;
export type BandoDiProva = { id: string; versioneId: string; regione: Regione; configurazione: Configurazione };
export type OpzioniBando = { regione?: Regione; configurazione?: Partial<Configurazione>; passi?: PassiDiProva };

/** Un bando pubblicato (versione 1), con i passi aperti da sempre e per sempre salvo quelli dati. */
export async function unBando(opzioni: OpzioniBando = {}, db: Esecutore = superutente): Promise<BandoDiProva> {
  const regione = opzioni.regione ?? (await unaRegione(db));
  const configurazione = { ...CONFIGURAZIONE, ...opzioni.configurazione };
  const { rows } = await db.query('select programma_id from bando where id = $1', [regione.bandoId]);
  const { id } = await inserisci(db, 'bando', {
    ...{ regione_id: regione.id, programma_id: rows[0].programma_id, codice: `B-${randomUUID().slice(0, 8)}` },
    ...{ titolo: configurazione.titolo, tipo: configurazione.tipo, dotazione_cents: configurazione.dotazioneCents },
  });
  const chiavi = { regione_id: regione.id, bando_id: id };
  const scritta = JSON.stringify(configurazione);
  const versione = await inserisci(db, 'bando_versione', { ...chiavi, numero: 1, configurazione: scritta, sha256: sha256(scritta) });
  const sempre = { apre: DA_SEMPRE, chiude: '2100-01-01' };
  const passi = { IDEA: sempre, AVVISO: { ...sempre, chiude: null }, PROGETTO: sempre, ...opzioni.passi };
  for (const [fase, termini] of Object.entries(passi)) await inserisci(db, 'passo_bando', { ...chiavi, fase, ...termini });
  return { id, versioneId: versione.id, regione, configurazione };
}

const sha256 = (testo: string) => createHash('sha256').update(testo).digest('hex');

export type DomandaDiProva = {
  id: string;
  titolo: string;
  stato: string;
  bando: BandoDiProva;
  capofila: Ente;
  partner: Ente[];
  /** Gli id delle sezioni per «FASE chiave». */
  sezioni: Record<string, string>;
  /** L'ultima versione depositata di ciascuna fase. */
  versioni: { IDEA?: string; PROGETTO?: string };
  /** L'azione del quadro completo di prova. */
  azioneId: string;
};
export type OpzioniDomanda = {
  bando?: BandoDiProva;
  capofila?: Ente;
  partner?: Ente[];
  stato?: string;
  /** Valori diversi da quelli completi, per chiave di sezione; null lascia la sezione mai scritta. */
  sezioni?: Record<string, Valori | null>;
  importi?: { richiesto: number; assegnato?: number };
};

const OLTRE_L_IDEA = /^(PROGETTO|AMM|INAMM|APPR|NON|PRESC|RIMOD|AVV|SOSP|CONC|REV)/;
const IN_SCRITTURA: Record<string, FaseScritta> = {
  IDEA_BOZZA: 'IDEA',
  PROGETTO_BOZZA: 'PROGETTO',
  RIMODULAZIONE_INIZIALE: 'RIMODULAZIONE',
};

/** Una domanda scritta per intero nello stato chiesto: partner confermati, sezioni di ogni fase raggiunta (aperte quelle che si scrivono), versioni depositate. */
export async function unaDomanda(opzioni: OpzioniDomanda = {}, db: Esecutore = superutente): Promise<DomandaDiProva> {
  const { stato = 'IDEA_BOZZA', partner = [], importi } = opzioni;
  const bando = opzioni.bando ?? (await unBando({ regione: opzioni.capofila?.regione }, db));
  const capofila = opzioni.capofila ?? (await unEnte({ regione: bando.regione }, db));
  const codice = randomUUID().slice(0, 8);
  const titolo = `Domanda ${codice}`;
  const { id } = await inserisci(db, 'progetto', {
    ...{ regione_id: bando.regione.id, bando_id: bando.id, bando_versione_id: bando.versioneId, codice: `D-${codice}`, titolo, stato },
    ...{ territorio: 'Biella', provincia: 'BI', istat_comune: '096004', iniziative_collegate: [] },
    ...{ importo_richiesto_cents: importi?.richiesto, importo_assegnato_cents: importi?.assegnato },
  });
  const chiavi = { regione_id: bando.regione.id, progetto_id: id };
  for (const [ordine, ente] of [capofila, ...partner].entries())
    await inserisci(db, 'partecipazione', {
      ...{ ...chiavi, organizzazione_id: ente.id, ordine, dal: DA_SEMPRE, confermata_il: DA_SEMPRE },
      ruolo: ordine === 0 ? 'CAPOFILA' : 'PARTNER_GESTORE',
    });
  const domanda = { id, titolo, stato, bando, capofila, partner, sezioni: {}, versioni: {}, azioneId: randomUUID() };
  await scrivi(domanda, opzioni.sezioni ?? {}, db);
  return domanda;
}

async function scrivi(domanda: DomandaDiProva, diverse: Record<string, Valori | null>, db: Esecutore): Promise<void> {
  const { bando, stato, capofila, azioneId } = domanda;
  const azione = { id: azioneId, organizzazioneId: capofila.id, categoria: bando.regione.categoria, gruppo: bando.regione.gruppo };
  const testi: Record<string, Valori | null> = { ...valoriCompleti(azione), ...diverse };
  const fasi: FaseScritta[] = OLTRE_L_IDEA.test(stato) ? ['IDEA', 'PROGETTO'] : ['IDEA'];
  if (stato === 'RIMODULAZIONE_INIZIALE') fasi.push('RIMODULAZIONE');
  const chiavi = { regione_id: bando.regione.id, progetto_id: domanda.id };
  for (const fase of fasi) {
    const scritte = sezioniDi(bando.configurazione, fase).flatMap(({ chiave }) => {
      const valori = testi[chiave];
      return valori ? [{ chiave, valori }] : [];
    });
    for (const { chiave, valori } of scritte) {
      const riga = { ...chiavi, fase, chiave, valori: JSON.stringify(valori), aperta: IN_SCRITTURA[stato] === fase };
      domanda.sezioni[`${fase} ${chiave}`] = (await inserisci(db, 'sezione_progetto', { ...riga, aggiornata_da: capofila.utente.id })).id;
    }
    if (fase !== 'RIMODULAZIONE' && IN_SCRITTURA[stato] !== fase)
      domanda.versioni[fase] = await unaVersione(
        domanda,
        { fase, sezioni: Object.fromEntries(scritte.map((s) => [s.chiave, s.valori])) },
        db,
      );
  }
}

type OpzioniVersione = { fase?: FaseScritta; sezioni?: Record<string, Valori>; genere?: string; numero?: number };

/** Una versione depositata; senza numero, la seguente. Restituisce il suo id. */
export async function unaVersione(domanda: DomandaDiProva, opzioni: OpzioniVersione = {}, db: Esecutore = superutente): Promise<string> {
  const { fase = 'IDEA', sezioni = {}, genere = 'PRESENTATA' } = opzioni;
  const { bando, capofila, id, titolo, partner } = domanda;
  const { rows } = await db.query('select coalesce(max(numero), 0) + 1 as n from versione_progetto where progetto_id = $1', [id]);
  const [azioni, voci] = [sezioni.azioni?.azioni, sezioni.quadro_economico?.voci] as unknown[] as [[], []];
  const contenuto: ContenutoVersione = {
    ...{ titolo, fase, bando: { titolo: bando.configurazione.titolo, versione: 1 }, ambiti: [], sezioni, documenti: [] },
    partner: [capofila, ...partner].map(({ id: organizzazioneId, denominazione }, n) => ({
      ...{ organizzazioneId, denominazione },
      ruolo: n === 0 ? 'CAPOFILA' : 'PARTNER_GESTORE',
    })),
    ...(fase === 'IDEA' ? {} : { piano: { azioni: azioni ?? [], voci: voci ?? [] } }),
  };
  const testo = JSON.stringify(contenuto);
  const versione = await inserisci(db, 'versione_progetto', {
    ...{ regione_id: bando.regione.id, progetto_id: id, numero: opzioni.numero ?? rows[0].n, fase, genere, contenuto: testo },
    ...{ sha256: sha256(testo), protocollo: `${rows[0].n}/2010`, bando_versione_id: bando.versioneId },
    ...{ organizzazione_id: capofila.id, creata_da: capofila.utente.id },
  });
  return versione.id;
}

/** I commissari di un bando in una fase: `quanti` valutatori, il primo presidente. */
export async function unaCommissione(
  { bando, fase = 'IDEA', quanti = 2 }: { bando: BandoDiProva; fase?: 'IDEA' | 'PROGETTO'; quanti?: number },
  db: Esecutore = superutente,
): Promise<Utente[]> {
  const commissari: Utente[] = [];
  for (let n = 0; n < quanti; n++) {
    const utente = await unUtente({ regione: bando.regione, ruolo: 'VALUTATORE' }, db);
    const chiavi = { regione_id: bando.regione.id, bando_id: bando.id, fase };
    await inserisci(db, 'commissario', { ...chiavi, utente_id: utente.id, presidente: n === 0 });
    commissari.push(utente);
  }
  return commissari;
}
