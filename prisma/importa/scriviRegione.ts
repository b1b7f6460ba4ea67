import type pg from 'pg';
import { allinea, type Conto, idPer, type RigaTabella, type Tabella } from './allinea';
import { primoGiorno, ultimoGiorno } from './date';
import { CODICE_REGIONE, type Meta } from './formato';
import type { Programma } from './valida';

/** Il lavoro di una importazione: la connessione in transazione, la Regione, i conti tabella per tabella. */
export type Lavoro = { db: pg.Client; regioneId: string; conti: Conto[] };

/**
 * Cause che solo la Regione può togliere: regole di rendicontazione non chiarite (A01), anticipo (A04), procedimento e proroghe (A05),
 * quesiti senza risposta (A07), contributo inferiore al richiesto (F01) o ridotto (F02). Il file può dire altrimenti con `dipende_regione`.
 */
const DIPENDE_DALLA_REGIONE: ReadonlySet<string> = new Set(['A01', 'A04', 'A05', 'A07', 'F01', 'F02']);

export async function scrivi(lavoro: Lavoro, tabella: Tabella, righe: RigaTabella[]): Promise<void> {
  lavoro.conti.push(await allinea(lavoro.db, tabella, righe));
}

/** Scrive la Regione del file e restituisce il lavoro con il suo id. */
export async function scriviRegione(db: pg.Client, meta: Meta): Promise<Lavoro> {
  const ente = meta.ente_regionale;
  const riga = {
    codice_istat: meta.istat_regione,
    nome: meta.regione,
    direzione: ente?.direzione ?? null,
    indirizzo: ente?.indirizzo ?? null,
    codice_ipa: ente?.codice_ipa ?? null,
  };
  const conto = await allinea(db, { nome: 'regione', chiave: ['codice_istat'] }, [riga]);
  const { rows } = await db.query<{ id: string }>('select id from regione where codice_istat = $1', [meta.istat_regione]);
  const regioneId = rows[0]?.id;
  if (!regioneId) throw new Error(`La Regione ${meta.regione}, appena scritta, non si trova.`);
  return { db, regioneId, conti: [conto] };
}

/** Organizzazioni, ambiti e il loro legame. */
export async function scriviOrganizzazioni(lavoro: Lavoro, { meta, enti, ambiti }: Programma): Promise<void> {
  const { db, regioneId: regione_id } = lavoro;
  const vuote = { sede: null, provincia: null, istat_comune_sede: null, nota: null };
  const regionale = {
    codice: meta.ente_regionale?.codice ?? CODICE_REGIONE,
    denominazione: meta.ente_regionale?.denominazione ?? `Regione ${meta.regione}`,
  };
  const righe: RigaTabella[] = [{ regione_id, tipo: 'REGIONE', ...regionale, sigla: null, ...vuote }];
  const valutatore = meta.valutazione;
  if (valutatore) {
    const { codice, denominazione, sigla } = valutatore;
    righe.push({ regione_id, tipo: 'RICERCA', codice, denominazione, sigla, ...vuote });
  }
  for (const ente of enti) {
    const { id: codice, nome: denominazione, sigla, sede, provincia, istat_comune_sede, nota, forma } = ente;
    const note = [nota, forma].filter((testo) => testo !== null).join('; ') || null;
    righe.push({ regione_id, tipo: 'ENTE_GESTORE', codice, denominazione, sigla, sede, provincia, istat_comune_sede, nota: note });
  }
  await scrivi(lavoro, { nome: 'organizzazione', chiave: ['regione_id', 'codice'] }, righe);
  const organizzazione = await idPer(db, 'organizzazione', 'codice', regione_id);
  const gestori = enti.map((ente) => ({ organizzazione_id: organizzazione(ente.id), regione_id, forma: ente.tipo.toUpperCase() }));
  await scrivi(lavoro, { nome: 'ente_gestore', chiave: ['organizzazione_id'] }, gestori);
  const righeAmbiti = ambiti.map(({ id: numero, nome, nome_descrittivo, nota }) => ({ regione_id, numero, nome, nome_descrittivo, nota }));
  await scrivi(lavoro, { nome: 'ambito', chiave: ['regione_id', 'numero'] }, righeAmbiti);
  const ambito = await idPer(db, 'ambito', 'numero', regione_id);
  const legami = enti.map((ente) => ({ regione_id, ente_gestore_id: organizzazione(ente.id), ambito_id: ambito(ente.ambito_id) }));
  await scrivi(lavoro, { nome: 'ente_gestore_ambito', chiave: ['regione_id', 'ente_gestore_id', 'ambito_id'] }, legami);
}

/** Il codice del programma quando il file non ne dice uno. */
const CODICE_PROGRAMMA = 'PROGRAMMA';

/** Programma, bando e fasi; restituisce l'id del bando. */
export async function scriviBando(lavoro: Lavoro, meta: Meta): Promise<string> {
  const { db, regioneId: regione_id } = lavoro;
  const contesto = meta.contesto_bando;
  const codice = meta.programma?.codice ?? CODICE_PROGRAMMA;
  await scrivi(lavoro, { nome: 'programma', chiave: ['regione_id', 'codice'] }, [
    {
      regione_id,
      codice,
      titolo: meta.programma?.titolo ?? meta.titolo,
      fondo: meta.programma?.fondo ?? null,
      atto_indirizzo: contesto.atto_indirizzo,
    },
  ]);
  const codiceBando = meta.programma?.codice_bando ?? 'BANDO';
  await scrivi(lavoro, { nome: 'bando', chiave: ['regione_id', 'codice'] }, [
    {
      regione_id,
      programma_id: (await idPer(db, 'programma', 'codice', regione_id))(codice),
      codice: codiceBando,
      titolo: meta.programma?.titolo_bando ?? contesto.bando ?? meta.titolo,
      tipo: (meta.programma?.tipo_bando ?? 'competitivo').toUpperCase(),
      atto: contesto.bando,
      azione_por: contesto.azione_por,
      dotazione_cents: contesto.dotazione_euro,
      contributo_min_cents: contesto.contributo_minimo_euro,
      contributo_max_cents: contesto.contributo_massimo_euro,
      organizzazioni_coinvolte: contesto.organizzazioni_coinvolte,
    },
  ]);
  const bando_id = (await idPer(db, 'bando', 'codice', regione_id))(codiceBando);
  const fasi = meta.fasi.map(({ fase: ordine, nome, da, a }) => ({
    regione_id,
    bando_id,
    ordine,
    nome,
    dal: primoGiorno(da),
    al: a && ultimoGiorno(a),
  }));
  await scrivi(lavoro, { nome: 'fase_bando', chiave: ['regione_id', 'bando_id', 'ordine'] }, fasi);
  return bando_id;
}

/** Categorie, cause di ritardo e gruppi di destinatari della Regione. */
export async function scriviVocabolari(lavoro: Lavoro, { categorie, cause, progetti }: Programma): Promise<void> {
  const regione_id = lavoro.regioneId;
  const chiave = ['regione_id', 'codice'];
  const righeCategorie = categorie.map(({ codice, etichetta, tipo, macro, tabella }, i) => ({
    regione_id,
    codice,
    etichetta,
    tipo: tipo.toUpperCase(),
    macro: macro?.toUpperCase() ?? null,
    tabella,
    ordine: i + 1,
  }));
  await scrivi(lavoro, { nome: 'categoria_intervento', chiave }, righeCategorie);
  const righeCause = cause.map(({ codice, gruppo, etichetta, interviste, dipende_regione }) => ({
    regione_id,
    codice,
    gruppo,
    etichetta,
    interviste,
    dipende_regione: dipende_regione ?? DIPENDE_DALLA_REGIONE.has(codice),
  }));
  await scrivi(lavoro, { nome: 'causa_ritardo', chiave }, righeCause);
  const gruppi = new Map<string, string>();
  for (const etichetta of progetti.flatMap((p) => p.attivitaBuone.flatMap((a) => a.target))) {
    if (!gruppi.has(codiceGruppo(etichetta))) gruppi.set(codiceGruppo(etichetta), etichetta);
  }
  await scrivi(
    lavoro,
    { nome: 'gruppo_destinatari', chiave },
    [...gruppi].map(([codice, etichetta]) => ({ regione_id, codice, etichetta })),
  );
}

/**
 * Le interviste che il rapporto cita per una causa: il solo numero. Mese, modo e progetto la fonte non li dice, e chi li sapesse li scrive nel portale.
 */
export async function scriviInterviste(lavoro: Lavoro, { meta, cause }: Programma): Promise<void> {
  const { db, regioneId: regione_id } = lavoro;
  const programma_id = (await idPer(db, 'programma', 'codice', regione_id))(meta.programma?.codice ?? CODICE_PROGRAMMA);
  const numeri = cause.flatMap(({ interviste }) => interviste.flatMap((nome) => /^Int\. (\d{1,5})$/.exec(nome)?.[1] ?? []));
  const righe = [...new Set(numeri)].map((numero) => ({ regione_id, programma_id, numero: Number(numero) }));
  await scrivi(lavoro, { nome: 'intervista', chiave: ['programma_id', 'numero'] }, righe);
}

/** `famiglie con bambini fino a 6 anni` → `famiglie_con_bambini_fino_a_6_anni` */
export const codiceGruppo = (etichetta: string): string =>
  etichetta
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '') || 'altro';
