import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { SENZA_JSON } from '@/lib/db/sql';
import { DomainError } from '@/lib/errors/domainError';
import { isoDiData } from '@/lib/format/data';
import { etaAllIngresso } from '../regole';
import type { PersoneDaUnire } from '../schema';
import { type CambioPartecipante, DA_CAMBIARE, trovaPersona } from './_partecipante';
import { giornoONull } from './_progetto';

/**
 * Unisce due schede della stessa persona: le partecipazioni passano a quella che resta, l'altra rimanda a lei e non si cerca più. Non si disfa.
 * Errori: unione.stessa, unione.programmiDiversi, unione.codiciDiversi, unione.restaSenzaCodice.
 */
export const unisciPersone = (attore: Attore, { resta, assorbita }: PersoneDaUnire): Promise<{ personaId: string }> =>
  commandAs(attore, async (tx) => {
    if (resta === assorbita) throw new DomainError('unione.stessa', 'Scegli due schede diverse.', 'assorbita');
    // sempre nello stesso ordine: due unioni incrociate si mettono in fila
    await tx.$queryRaw`select id::text from persona where id = any (${[resta, assorbita]}::uuid[]) order by id for no key update`;
    const [tenuta, tolta] = [await trovaPersona(tx, resta), await trovaPersona(tx, assorbita)];
    esigiUnibili(tenuta, tolta);
    const sue = await leggi(tx, { personaId: assorbita });
    for (const riga of sue) await sposta(tx, riga, resta);
    await tx.persona.updateMany({ where: { id: assorbita }, data: { unitaA: resta, rev: { increment: 1 } } });
    await tx.personaCerca.deleteMany({ where: { personaId: assorbita } });
    await completa(tx, tenuta, tolta);
    // la traccia di chi è confluito in chi sta nella scheda (unita_a): l'evento non porta persone
    const { organizzazioneId } = attore;
    const dopo = { partecipazioni: sue.length };
    return {
      result: { personaId: resta },
      evento: { atto: 'persone.unite', oggetto: 'organizzazione', oggettoId: organizzazioneId, dopo, riservato: true },
    };
  });

/** Ciò che la scheda che resta non sapeva; sesso ed età delle partecipazioni sono i suoi. */
async function completa(tx: Tx, tenuta: Persona, tolta: Persona): Promise<void> {
  const sesso = tenuta.sesso ?? tolta.sesso;
  const nascita = tenuta.dataNascita ?? tolta.dataNascita;
  const data = { sesso, dataNascita: giornoONull(nascita), nucleoId: tenuta.nucleoId ?? tolta.nucleoId, rev: { increment: 1 } };
  await tx.persona.updateMany({ where: { id: tenuta.id }, data });
  const tutte = await tx.partecipante.findMany({ where: { personaId: tenuta.id }, select: { id: true, ingresso: true } });
  for (const { id, ingresso } of tutte)
    await tx.partecipante.updateMany({ where: { id }, data: { sesso, eta: etaAllIngresso(nascita, isoDiData(ingresso)) } });
}

type Persona = Awaited<ReturnType<typeof trovaPersona>>;

function esigiUnibili(tenuta: Persona, tolta: Persona): void {
  if (tenuta.programmaId !== tolta.programmaId)
    throw new DomainError('unione.programmiDiversi', 'Le due schede sono di programmi diversi.');
  if (tenuta.senzaCodice === null && tolta.senzaCodice === null)
    throw new DomainError(
      'unione.codiciDiversi',
      'Due codici fiscali diversi sono due persone. Se uno dei due è sbagliato, correggilo prima: le schede si uniranno da sole o te lo diremo.',
    );
  if (tenuta.senzaCodice !== null && tolta.senzaCodice === null)
    throw new DomainError('unione.restaSenzaCodice', 'Deve restare la scheda con il codice fiscale: scegli l’altra come quella che resta.');
}

const leggi = (tx: Tx, where: { personaId: string; progettoId?: string }) => tx.partecipante.findMany({ where, select: DA_CAMBIARE });
type Riga = Awaited<ReturnType<typeof leggi>>[number];

/** Una partecipazione passa alla persona che resta; se ne ha già una nello stesso progetto, delle due ne rimane una. */
async function sposta(tx: Tx, sua: Riga, resta: string): Promise<void> {
  // al più una: una persona entra in un progetto una volta
  const [altra] = await leggi(tx, { progettoId: sua.progettoId, personaId: resta });
  if (!altra) {
    await tx.partecipante.updateMany({ where: { id: sua.id }, data: { personaId: resta, rev: { increment: 1 } } });
    return;
  }
  // il primo ingresso e le sue caratteristiche restano; l'uscita e gli esiti sono quelli di chi è uscito per ultimo
  const [prima, dopo] = sua.ingresso < altra.ingresso ? [sua, altra] : [altra, sua];
  await tx.frequenza.createMany({ data: await frequenzePassate(tx, dopo.id, prima.id), skipDuplicates: true });
  await tx.partecipante.deleteMany({ where: { id: dopo.id } });
  await tx.partecipante.updateMany({
    where: { id: prima.id },
    data: { ...ultimaUscita(prima, dopo), personaId: resta, rev: { increment: 1 } },
  });
}

async function frequenzePassate(tx: Tx, da: string, a: string) {
  const righe = await tx.frequenza.findMany({ where: { partecipanteId: da } });
  return righe.map(({ regioneId, progettoId, organizzazioneId, azioneId, dal, al, ore }) => ({
    ...{ regioneId, progettoId, organizzazioneId, azioneId, dal, al, ore },
    partecipanteId: a,
  }));
}

/** Chi è ancora dentro non è uscito; altrimenti vale l'uscita più recente con i suoi esiti. */
function ultimaUscita(prima: Riga, dopo: Riga): CambioPartecipante {
  const aperta = !prima.uscita || !dopo.uscita;
  const fonte = !aperta && dopo.uscita && prima.uscita && dopo.uscita > prima.uscita ? dopo : prima;
  const esito = (valore: Riga['esito4Settimane']) => valore ?? SENZA_JSON;
  if (aperta)
    return {
      uscita: null,
      motivoUscita: null,
      esito4Settimane: SENZA_JSON,
      dataEsito4Settimane: null,
      esito6Mesi: SENZA_JSON,
      dataEsito6Mesi: null,
    };
  return {
    ...{ uscita: fonte.uscita, motivoUscita: fonte.motivoUscita, dataEsito4Settimane: fonte.dataEsito4Settimane },
    ...{ esito4Settimane: esito(fonte.esito4Settimane), esito6Mesi: esito(fonte.esito6Mesi), dataEsito6Mesi: fonte.dataEsito6Mesi },
  };
}
