import type { DominioModifica } from '@/lib/bandi/configurazione';
import type { ContenutoVersione } from '@/lib/domande/valori';
import { DomainError } from '@/lib/errors/domainError';
import { SUPERATA } from '@/lib/errors/superata';
import { elenco } from '@/lib/format/elenco';
import { etichettaDi, type NomeDi } from './etichette';
import { type Json, uguali } from './json';
import { dominioDi, leggi, percorsiDi, scrivi } from './percorsi';

export type { Json } from './json';

/** Un cambiamento solo: dove (percorsi.ts), che cosa c'era, che cosa ci sarà. Il percorso fa anche da `id`: in una richiesta non si ripete. */
export type Operazione = { id: string; percorso: string; etichetta: string; prima: Json; dopo: Json };

const perPercorso = (a: { percorso: string }, b: { percorso: string }): number =>
  a.percorso < b.percorso ? -1 : a.percorso > b.percorso ? 1 : 0;

/**
 * Le operazioni che portano da `base` a `nuovo` in un ambito, e soltanto in quello: ciò che `nuovo` ha di diverso altrove si ignora.
 * @param nomeDi come si chiamano in italiano categorie di costo e gruppi; senza, resta il codice
 * @returns le operazioni, in ordine di percorso; per «altro» nessuna (vedi operazioneLibera)
 */
export function operazioniTra(
  base: ContenutoVersione,
  nuovo: ContenutoVersione,
  dominio: DominioModifica,
  nomeDi: NomeDi = (codice) => codice,
): Operazione[] {
  const percorsi = new Set([...percorsiDi(base, dominio), ...percorsiDi(nuovo, dominio)]);
  return [...percorsi]
    .flatMap((percorso): Operazione[] => {
      const [prima, dopo] = [leggi(base, percorso), leggi(nuovo, percorso)];
      if (uguali(prima, dopo) || compreso(base, nuovo, percorso)) return [];
      return [{ id: percorso, percorso, etichetta: etichettaDi(percorso, { prima, dopo, base, nuovo }, nomeDi), prima, dopo }];
    })
    .sort(perPercorso);
}

/** Un'azione che c'è prima e dopo cambia campo per campo; una che entra o esce, tutta insieme. Di un ente conta il ruolo: il nome non lo cambia una modifica. */
function compreso(base: ContenutoVersione, nuovo: ContenutoVersione, percorso: string): boolean {
  const [radice, chiave = '', campo] = percorso.split('/');
  if (radice === 'partner') {
    const ruolo = (c: ContenutoVersione) => c.partner.find((p) => p.organizzazioneId === chiave)?.ruolo;
    return ruolo(base) === ruolo(nuovo);
  }
  if (radice !== 'azioni') return false;
  const inTutti = [base, nuovo].every((c) => c.piano?.azioni.some(({ id }) => id === chiave));
  return campo === undefined ? inTutti : !inTutti;
}

/** Una richiesta dell'ambito «altro»: un testo libero che non cambia nulla nel piano. */
export const operazioneLibera = (testo: string): Operazione => ({
  id: 'testo',
  percorso: 'testo',
  etichetta: 'Altro',
  prima: null,
  dopo: testo,
});

/**
 * Il piano con le operazioni applicate, qualunque sia il loro ordine; il resto resta com'è, byte per byte.
 * @throws DomainError modifica.pianoCambiato se in un luogo non c'è ciò che l'operazione si aspetta (e dice quale), modifica.nonValida se un percorso non esiste
 */
export function applica(
  base: ContenutoVersione,
  operazioni: readonly Pick<Operazione, 'percorso' | 'etichetta' | 'prima' | 'dopo'>[],
): ContenutoVersione {
  if (
    operazioni.some(({ percorso }) => dominioDi(percorso) === null) ||
    new Set(operazioni.map((o) => o.percorso)).size < operazioni.length
  )
    throw new DomainError('modifica.nonValida', SUPERATA);
  const diverse = operazioni.filter(({ percorso, prima }) => !uguali(leggi(base, percorso), prima));
  if (diverse.length > 0)
    throw new DomainError(
      'modifica.pianoCambiato',
      `Intanto il piano in vigore è cambiato: ${elenco(diverse.map(({ etichetta }) => etichetta).slice(0, 5))}. Ricarica la pagina e rivedi la richiesta.`,
    );
  const scritto = [...operazioni].sort(perPercorso).reduce((contenuto, { percorso, dopo }) => scrivi(contenuto, percorso, dopo), base);
  return scritto === base ? base : inOrdine(base, scritto);
}

/** Le azioni nuove si mettono in fondo in ordine di codice (A9 prima di A10). */
function inOrdine(base: ContenutoVersione, scritto: ContenutoVersione): ContenutoVersione {
  if (!scritto.piano) return scritto;
  const note = new Set(base.piano?.azioni.map(({ id }) => id));
  const nuove = scritto.piano.azioni.filter(({ id }) => !note.has(id));
  if (nuove.length < 2) return scritto;
  const ordinate = nuove.sort((a, b) => a.codice.localeCompare(b.codice, 'it', { numeric: true }) || (a.id < b.id ? -1 : 1));
  return { ...scritto, piano: { ...scritto.piano, azioni: [...scritto.piano.azioni.filter(({ id }) => note.has(id)), ...ordinate] } };
}
