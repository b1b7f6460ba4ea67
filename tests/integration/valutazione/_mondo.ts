import { expect } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { vociDi } from '@/lib/bandi/configurazione';
import { concludiValutazione } from '@/lib/valutazione/commands/concludiValutazione';
import { dichiaraConflitto } from '@/lib/valutazione/commands/dichiaraConflitto';
import type { FaseValutata, Punteggi } from '@/lib/valutazione/schema';
import type { Utente } from '@/tests/support/builders';
import { type BandoDiProva, type DomandaDiProva, unaCommissione, unaDomanda, unBando } from '@/tests/support/buildersDomanda';
import { type Riga, superutente } from '@/tests/support/superutente';

export type Seduta = {
  bando: BandoDiProva;
  domanda: DomandaDiProva;
  fase: FaseValutata;
  scelta: { progettoId: string; fase: FaseValutata };
  utenti: Utente[];
  /** La prima presiede. */
  commissari: [Attore, Attore, ...Attore[]];
};

/** Una domanda ammissibile e la commissione che la deve valutare; nessuno ha ancora dichiarato. */
export async function unaSeduta({ fase = 'IDEA', quanti = 3 }: { fase?: FaseValutata; quanti?: number } = {}): Promise<Seduta> {
  const bando = await unBando();
  const domanda = await unaDomanda({ bando, stato: fase === 'IDEA' ? 'IDEA_AMMISSIBILE' : 'AMMISSIBILE' });
  const utenti = await unaCommissione({ bando, fase, quanti });
  const [prima, seconda, ...altri] = await Promise.all(utenti.map((u) => u.attore()));
  if (!prima || !seconda) throw new Error('La commissione di prova ha almeno due persone.');
  return { bando, domanda, fase, scelta: { progettoId: domanda.id, fase }, utenti, commissari: [prima, seconda, ...altri] };
}

/** Una scheda completa: gli stessi punti per ogni criterio, con le motivazioni. */
export const scheda = ({ bando, fase }: Seduta, punti: number): Punteggi =>
  Object.fromEntries(
    vociDi(bando.configurazione.griglia, fase).map(({ chiave }) => [chiave, { punti, motivazione: 'Motivato in seduta' }]),
  );

export const dichiara = (seduta: Seduta, attore: Attore, conflitto: 'NESSUNO' | 'PRESENTE' = 'NESSUNO') =>
  dichiaraConflitto(attore, { ...seduta.scelta, conflitto });

export const conclude = (seduta: Seduta, attore: Attore, punti: number, rev = 0) =>
  concludiValutazione(attore, { ...seduta.scelta, rev, punteggi: scheda(seduta, punti) });

/** Tutti dichiarano di non avere conflitti e concludono, ciascuno con i suoi punti. */
export async function tuttiConcludono(seduta: Seduta, punti: number[]): Promise<void> {
  for (const attore of seduta.commissari) await dichiara(seduta, attore);
  for (const [n, attore] of seduta.commissari.entries()) await conclude(seduta, attore, punti[n] ?? 5);
}

export const schede = async ({ scelta }: Seduta): Promise<Riga[]> =>
  (
    await superutente.query(
      'select utente_id, conflitto, stato, rev, svelata, punteggi, conclusa_il from valutazione where progetto_id = $1 and fase = $2 order by dichiarata_il, id',
      [scelta.progettoId, scelta.fase],
    )
  ).rows;

export const eventi = async ({ scelta }: Seduta): Promise<Riga[]> =>
  (await superutente.query(`select atto, attore_id, dopo, riservato from evento where progetto_id = $1 order by id`, [scelta.progettoId]))
    .rows;

/** L'atto è rifiutato con quel codice e quella frase, e non lascia nulla. */
export async function rifiutato(seduta: Seduta, atto: () => Promise<unknown>, code: string, frase: RegExp): Promise<void> {
  const prima = [await schede(seduta), await eventi(seduta)];
  await expect(atto()).rejects.toMatchObject({ code, message: expect.stringMatching(frase) });
  expect([await schede(seduta), await eventi(seduta)]).toEqual(prima);
}
