import type { AzionePiano, VoceBudget } from '@/lib/domande/valori';
import type { ContestoPiano } from './contesto';
import { squilibri } from './squilibri';

/** Ciò che manca per depositare, con il campo a cui si riferisce (`azioni` o `voci`) e la riga. */
export type MancanzaPiano = { campo: 'azioni' | 'voci'; messaggio: string; riga?: string };

export type RegolePiano = Pick<
  ContestoPiano,
  'partner' | 'categorieCosto' | 'contributoMinCents' | 'contributoMaxCents' | 'spettaCents'
> & {
  /** Se il bando o il progetto dicono quando si comincia e si finisce (AAAA-MM-GG). */
  dal?: string | null;
  al?: string | null;
  categorieIntervento?: ContestoPiano['categorieIntervento'];
  gruppi?: ContestoPiano['gruppi'];
};

export function mancanzeAzioni(azioni: readonly AzionePiano[], regole: RegolePiano): MancanzaPiano[] {
  if (azioni.length === 0) return [{ campo: 'azioni', messaggio: 'Il progetto non ha ancora azioni: aggiungine almeno una.' }];
  const codici = new Set<string>();
  return azioni.flatMap((azione) => {
    const frasi = [...identita(azione, regole), ...date(azione, regole), ...destinatari(azione, regole)];
    if (codici.has(azione.codice)) frasi.push('il codice è già di un’altra azione');
    codici.add(azione.codice);
    return frasi.map((frase) => ({ campo: 'azioni' as const, messaggio: `Azione ${azione.codice}: ${frase}.`, riga: azione.id }));
  });
}

export const mancanzeBudget = (azioni: readonly AzionePiano[], voci: readonly VoceBudget[], regole: RegolePiano): MancanzaPiano[] =>
  voci.length === 0
    ? [{ campo: 'voci', messaggio: 'Il quadro economico è vuoto: scrivi almeno una voce di costo per ogni azione.' }]
    : squilibri(azioni, voci, regole, regole.partner).map(({ messaggio, voceId }) => ({ campo: 'voci', messaggio, riga: voceId }));

function identita({ titolo, categoria, tipo, organizzazioneId }: AzionePiano, { partner, categorieIntervento }: RegolePiano): string[] {
  const frasi: string[] = [];
  if (!titolo.trim()) frasi.push('scrivi il titolo');
  if (!categoria) frasi.push('scegli la categoria di intervento');
  else if (categorieIntervento && !categorieIntervento.some((c) => c.codice === categoria && c.tipo === tipo))
    frasi.push('la categoria di intervento non è tra quelle di questo tipo: scegline un’altra');
  if (!organizzazioneId) frasi.push('scegli l’ente responsabile');
  else if (!partner.some((p) => p.organizzazioneId === organizzazioneId))
    frasi.push('l’ente responsabile non fa parte dell’aggregazione: scegline uno che partecipa');
  return frasi;
}

function date({ inizio, fine }: AzionePiano, { dal, al }: RegolePiano): string[] {
  const frasi: string[] = [];
  if (!inizio) frasi.push('scrivi la data di inizio');
  if (!fine) frasi.push('scrivi la data di fine');
  if (inizio && fine && fine < inizio) frasi.push('la fine viene prima dell’inizio');
  if (dal && inizio && inizio < dal) frasi.push('comincia prima di quando può cominciare il progetto');
  if (al && fine && fine > al) frasi.push('finisce dopo la fine del progetto');
  return frasi;
}

function destinatari({ destinatari: righe }: AzionePiano, { gruppi }: RegolePiano): string[] {
  if (righe.length === 0) return ['indica almeno un gruppo di destinatari'];
  const frasi: string[] = [];
  if (righe.some(({ gruppo }) => !gruppo || (gruppi && !gruppi.some(({ codice }) => codice === gruppo))))
    frasi.push('scegli il gruppo di ogni riga dei destinatari');
  if (righe.some(({ quantita }) => quantita === 0)) frasi.push('scrivi quanti destinatari sono, in ogni riga');
  if (righe.some(({ unita }) => !unita.trim())) frasi.push('scrivi l’unità (persone, famiglie…) di ogni riga dei destinatari');
  return frasi;
}
