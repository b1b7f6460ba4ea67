import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { giornoONull, type ProgettoAperto } from '@/lib/persone/commands/_progetto';
import { colonneEntrata, colonnePersona, righeFrequenza, righeIdentita } from '@/lib/persone/commands/_righe';
import { chiavePersona, type Decisione, type Frequenza, type Nuova, type PersonaNota, type Rientro } from '../decidi';
import type { Scritta } from '../righe';
import { esadecimale, inserisciFrequenze, inserisciIdentita, inserisciPartecipanti, inserisciPersone, inserisciSegni } from './_inserisci';

/** Le righe di un'importazione, a lotti: le stesse che scrive il modulo (lib/persone), ma molte per istruzione. Tutte dentro la transazione di chi chiama. */

type Dove = { attore: Attore; progetto: ProgettoAperto; note: ReadonlyMap<string, PersonaNota> };
/** Quante righe per istruzione: la memoria resta poca e nessuna istruzione dura troppo. */
const LOTTO = 1000;

function* lotti<T>(righe: readonly T[]): Generator<T[]> {
  for (let da = 0; da < righe.length; da += LOTTO) yield righe.slice(da, da + LOTTO);
}

/** @throws l'errore del database se un collega ha appena registrato una delle stesse persone (23505) */
export async function scrivi(tx: Tx, dove: Dove, { nuove, frequenze, rientri }: Decisione): Promise<void> {
  // prima tutte le persone, poi tutte le partecipazioni: chi ne registra una sola prende le serrature nello stesso ordine, e nessuno si blocca
  const persone = await scriviPersone(tx, dove, nuove);
  const entrati = await scriviPartecipanti(tx, dove, nuove, persone);
  const chi = (di: string | number): string => (typeof di === 'string' ? di : (entrati.get(di) ?? ''));
  for (const giro of giri(rientri, ({ di }) => String(di))) await scriviRientri(tx, giro, chi);
  const [riprese, altre] = [frequenze.filter(({ ripresa }) => ripresa), frequenze.filter(({ ripresa }) => !ripresa)];
  await scriviFrequenze(tx, dove, altre, chi);
  for (const giro of giri(riprese, ({ di, scritta }) => `${di} ${scritta.azioni[0].azioneId}`)) await scriviRiprese(tx, giro, chi);
}

/** Divide in giri in cui la stessa chiave compare una volta, nell'ordine dato: un'istruzione per giro. */
function giri<T>(voci: readonly T[], chiave: (voce: T) => string): T[][] {
  const volte = new Map<string, number>();
  const divisi: T[][] = [];
  for (const voce of voci) {
    const giro = volte.get(chiave(voce)) ?? 0;
    volte.set(chiave(voce), giro + 1);
    const sue = divisi[giro] ?? [];
    divisi[giro] = sue;
    sue.push(voce);
  }
  return divisi;
}

/** @returns l'id della persona di ogni riga che entra */
async function scriviPersone(tx: Tx, { attore, progetto }: Dove, nuove: readonly Nuova[]): Promise<Map<number, string>> {
  const { regioneId, organizzazioneId, utenteId } = attore;
  const daScrivere = nuove.filter(({ personaId }) => !personaId);
  const nuclei = await trovaNuclei(tx, attore, daScrivere);
  const persone = new Map(nuove.map(({ numero, personaId }) => [numero, personaId ?? randomUUID()]));
  for (const lotto of lotti(daScrivere)) {
    const righe = lotto.map(({ numero, scritta }) => ({ id: persone.get(numero) ?? '', scritta }));
    await inserisciPersone(
      tx,
      righe.map(({ id, scritta }) => ({
        ...{ id, regioneId, organizzazioneId, programmaId: progetto.programmaId, creataDa: utenteId },
        nucleoId: (scritta.nucleo && nuclei.get(scritta.nucleo)) || null,
        ...colonnePersona(progetto.programmaId, scritta),
      })),
    );
    const identita = righe.map(({ id, scritta }) => righeIdentita(attore, id, scritta));
    await inserisciIdentita(
      tx,
      identita.map((riga) => riga.identita),
    );
    const segni = identita.map((riga, n) => ({ id: righe[n]?.id ?? '', segni: riga.segni.map(({ segno }) => esadecimale(segno)) }));
    await inserisciSegni(tx, organizzazioneId, segni);
  }
  return persone;
}

async function trovaNuclei(tx: Tx, { regioneId, organizzazioneId }: Attore, nuove: readonly Nuova[]): Promise<Map<string, string>> {
  const codici = [...new Set(nuove.flatMap(({ scritta }) => scritta.nucleo ?? []))];
  const trovati = new Map<string, string>();
  for (const lotto of lotti(codici)) {
    await tx.nucleo.createMany({ data: lotto.map((codice) => ({ regioneId, organizzazioneId, codice })), skipDuplicates: true });
    const righe = await tx.nucleo.findMany({ where: { organizzazioneId, codice: { in: lotto } }, select: { id: true, codice: true } });
    for (const { id, codice } of righe) trovati.set(codice, id);
  }
  return trovati;
}

/** @returns la partecipazione nata da ogni riga */
async function scriviPartecipanti(
  tx: Tx,
  dove: Dove,
  nuove: readonly Nuova[],
  persone: ReadonlyMap<number, string>,
): Promise<Map<number, string>> {
  const { attore, progetto } = dove;
  const entrati = new Map(nuove.map(({ numero }) => [numero, randomUUID() as string]));
  for (const lotto of lotti(nuove)) {
    const righe = lotto.map(({ numero, scritta }) => ({ id: entrati.get(numero) ?? '', personaId: persone.get(numero) ?? '', scritta }));
    await inserisciPartecipanti(
      tx,
      righe.map(({ id, personaId, scritta }) => ({
        ...{ id, personaId, regioneId: attore.regioneId, organizzazioneId: attore.organizzazioneId },
        ...{ programmaId: progetto.programmaId, progettoId: progetto.id },
        ...colonneEntrata(scritta, natura(dove, scritta)),
        ...{ uscita: giornoONull(scritta.uscita), motivoUscita: scritta.motivoUscita },
      })),
    );
    await inserisciFrequenze(
      tx,
      righe.flatMap(({ id, scritta }) => righeFrequenza({ attore, progetto, partecipanteId: id }, scritta)),
    );
  }
  return entrati;
}

/** Sesso e nascita: della scheda, se c'è. */
function natura({ note }: Dove, scritta: Scritta): Pick<Scritta, 'sesso' | 'dataNascita'> {
  const nota = note.get(chiavePersona(scritta));
  return nota ? { sesso: nota.sesso as Scritta['sesso'], dataNascita: nota.dataNascita } : scritta;
}

async function scriviFrequenze(
  tx: Tx,
  { attore, progetto }: Dove,
  frequenze: readonly Frequenza[],
  chi: (di: string | number) => string,
): Promise<void> {
  for (const lotto of lotti(frequenze))
    await inserisciFrequenze(
      tx,
      lotto.flatMap(({ di, scritta }) => righeFrequenza({ attore, progetto, partecipanteId: chi(di) }, scritta)),
    );
}

/** L'azione riprende: la fine è quella nuova, le ore si sommano. */
async function scriviRiprese(tx: Tx, riprese: readonly Frequenza[], chi: (di: string | number) => string): Promise<void> {
  const righe = riprese.map(({ di, scritta: { azioni } }) => ({
    id: chi(di),
    azione: azioni[0].azioneId,
    al: azioni[0].al,
    ore: azioni[0].ore,
  }));
  await tx.$executeRaw`
    update frequenza f set al = r.al, ore = case when r.ore is null then f.ore else coalesce(f.ore, 0) + r.ore end
    from jsonb_to_recordset(${JSON.stringify(righe)}::jsonb) as r(id uuid, azione uuid, al date, ore numeric)
    where f.partecipante_id = r.id and f.azione_id = r.azione`;
}

/** Come registraRientro di lib/persone: il primo ingresso resta, gli esiti vanno tra i precedenti e si chiederanno di nuovo. */
async function scriviRientri(tx: Tx, rientri: readonly Rientro[], chi: (di: string | number) => string): Promise<void> {
  const righe = rientri.map(({ di, scritta: { ingresso, uscita, motivoUscita } }) => ({
    id: chi(di),
    rientro: ingresso,
    uscita,
    motivo: motivoUscita,
  }));
  await tx.$executeRaw`
    update partecipante t set uscita = r.uscita, motivo_uscita = r.motivo, rientri = t.rientri + 1,
      esito_4_settimane = null, data_esito_4_settimane = null, esito_6_mesi = null, data_esito_6_mesi = null,
      esiti_precedenti = t.esiti_precedenti || jsonb_build_array(jsonb_build_object('uscita', t.uscita, 'motivoUscita', t.motivo_uscita, 'rientro', r.rientro,
        'esito4Settimane', t.esito_4_settimane, 'dataEsito4Settimane', t.data_esito_4_settimane, 'esito6Mesi', t.esito_6_mesi, 'dataEsito6Mesi', t.data_esito_6_mesi)),
      rev = t.rev + 1, aggiornato_il = app.adesso()
    from jsonb_to_recordset(${JSON.stringify(righe)}::jsonb) as r(id uuid, rientro date, uscita date, motivo text)
    where t.id = r.id`;
}
