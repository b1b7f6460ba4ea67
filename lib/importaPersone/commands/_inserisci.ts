import type { Tx } from '@/lib/db/scope';

/**
 * Molte righe per istruzione, come JSON: le stesse che scriverebbe createMany, che però costa due millesimi di secondo a riga e qui le righe sono
 * decine di migliaia. Le chiavi sono i nomi delle colonne in camelCase.
 */

type Valore = string | number | boolean | Date | Uint8Array | null;
export type RigaDaScrivere = Readonly<Record<string, Valore>>;

const colonna = (nome: string): string => nome.replace(/[A-Z]/g, (lettera) => `_${lettera.toLowerCase()}`);
const valore = (v: Valore): string | number | boolean | null =>
  v instanceof Uint8Array ? `\\x${esadecimale(v)}` : v instanceof Date ? v.toISOString() : v;
export const esadecimale = (byte: Uint8Array): string => Buffer.from(byte.buffer, byte.byteOffset, byte.byteLength).toString('hex');
const inJson = (righe: readonly RigaDaScrivere[]): string =>
  JSON.stringify(righe.map((riga) => Object.fromEntries(Object.entries(riga).map(([nome, v]) => [colonna(nome), valore(v)]))));

export const inserisciPersone = (tx: Tx, righe: readonly RigaDaScrivere[]) => tx.$executeRaw`
  insert into persona (id, regione_id, programma_id, organizzazione_id, nucleo_id, sesso, data_nascita, impronta, impronta_base, chiave_id, senza_codice, creata_da)
  select id, regione_id, programma_id, organizzazione_id, nucleo_id, sesso, data_nascita, impronta, impronta_base, chiave_id, senza_codice, creata_da
  from json_populate_recordset(null::persona, ${inJson(righe)}::json)`;

export const inserisciIdentita = (tx: Tx, righe: readonly RigaDaScrivere[]) => tx.$executeRaw`
  insert into identita (persona_id, regione_id, organizzazione_id, cifrata, chiave_id)
  select persona_id, regione_id, organizzazione_id, cifrata, chiave_id from json_populate_recordset(null::identita, ${inJson(righe)}::json)`;

/** I segni in esadecimale, una riga per persona. */
export const inserisciSegni = (
  tx: Tx,
  organizzazioneId: string,
  righe: readonly { id: string; segni: readonly string[] }[],
) => tx.$executeRaw`
  insert into persona_cerca (organizzazione_id, segno, persona_id)
  select ${organizzazioneId}::uuid, decode(x.segno, 'hex'), r.id
  from json_to_recordset(${JSON.stringify(righe)}::json) as r(id uuid, segni text[]) cross join unnest(r.segni) as x(segno)`;

export const inserisciPartecipanti = (tx: Tx, righe: readonly RigaDaScrivere[]) => tx.$executeRaw`
  insert into partecipante (id, regione_id, programma_id, progetto_id, organizzazione_id, persona_id, ingresso, uscita, motivo_uscita, sesso, eta,
    comune_residenza, senza_dimora, cittadinanza, origine_straniera, titolo_studio, isced, condizione, mesi_disoccupazione, disabilita, minoranza,
    altro_svantaggio, condizione_abitativa, rurale, gruppo_vulnerabile, informativa_il)
  select id, regione_id, programma_id, progetto_id, organizzazione_id, persona_id, ingresso, uscita, motivo_uscita, sesso, eta,
    comune_residenza, senza_dimora, cittadinanza, origine_straniera, titolo_studio, isced, condizione, mesi_disoccupazione, disabilita, minoranza,
    altro_svantaggio, condizione_abitativa, rurale, gruppo_vulnerabile, informativa_il
  from json_populate_recordset(null::partecipante, ${inJson(righe)}::json)`;

export const inserisciFrequenze = (tx: Tx, righe: readonly RigaDaScrivere[]) => tx.$executeRaw`
  insert into frequenza (id, regione_id, progetto_id, organizzazione_id, partecipante_id, azione_id, dal, al, ore)
  select gen_random_uuid(), regione_id, progetto_id, organizzazione_id, partecipante_id, azione_id, dal, al, ore
  from json_populate_recordset(null::frequenza, ${inJson(righe)}::json)`;
