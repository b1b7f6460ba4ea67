import { expect } from 'vitest';
import type { Attore, Ruolo } from '@/lib/auth/attore';
import type { Configurazione } from '@/lib/bandi/configurazione';
import { unaRegione, unEnte, unUtente } from './builders';
import { type DomandaDiProva, type OpzioniDomanda, unaCommissione, unaDomanda, unBando } from './buildersDomanda';
import { inserisci, type Riga, superutente } from './superutente';

const RUOLI = { istruttore: 'ISTRUTTORE', collega: 'ISTRUTTORE', dirigente: 'DIRIGENTE', valutatore: 'VALUTATORE' } as const;
type Persona = keyof typeof RUOLI | 'referente' | 'operatore' | 'partner' | 'estraneo' | 'altraRegione';

/** Una domanda in esame, con chiunque possa (o non possa) agirvi. */
export type Esame = { id: string; domanda: DomandaDiProva; chi: Record<Persona, Attore> };

type Opzioni = Omit<OpzioniDomanda, 'capofila' | 'partner'> & { configurazione?: Partial<Configurazione> };

export async function unEsame({ configurazione, ...opzioni }: Opzioni = {}): Promise<Esame> {
  const regione = opzioni.bando?.regione ?? (await unaRegione());
  const [capofila, partner, estraneo] = [await unEnte({ regione }), await unEnte({ regione }), await unEnte({ regione })];
  const bando = opzioni.bando ?? (await unBando({ regione, configurazione }));
  const domanda = await unaDomanda({ stato: 'IDEA_PRESENTATA', ...opzioni, bando, capofila, partner: [partner] });
  const nuova = async (ruolo: Ruolo, organizzazioneId?: string) => (await unUtente({ regione, ruolo, organizzazioneId })).attore();
  const chi = {
    referente: await capofila.attore(),
    operatore: await nuova('OPERATORE', capofila.id),
    partner: await partner.attore(),
    estraneo: await estraneo.attore(),
    istruttore: await nuova(RUOLI.istruttore),
    collega: await nuova(RUOLI.collega),
    dirigente: await nuova(RUOLI.dirigente),
    valutatore: await nuova(RUOLI.valutatore),
    altraRegione: await (await unUtente({ regione: await unaRegione(), ruolo: 'DIRIGENTE' })).attore(),
  };
  return { id: domanda.id, domanda, chi };
}

type Fase = 'IDEA' | 'PROGETTO';

/** La commissione ha consolidato: si può decidere. */
export async function valutata({ domanda }: Esame, fase: Fase = 'PROGETTO', totale = 8000): Promise<void> {
  const [presidente] = await unaCommissione({ bando: domanda.bando, fase, quanti: 1 }).catch(() => []);
  await inserisci(superutente, 'valutazione_consolidata', {
    ...{ progetto_id: domanda.id, fase, regione_id: domanda.bando.regione.id, punteggi: '{}', motivazione: '' },
    ...{ presidente_id: presidente?.id ?? domanda.capofila.utente.id, totale_centesimi: totale },
  });
}

/** L'istruttore l'ha dichiarata ammissibile, in quell'istante. */
export const ammessa = ({ id, domanda, chi }: Esame, fase: Fase = 'PROGETTO', quando: string | Date = '2020-01-10T10:00:00Z') =>
  inserisci(superutente, 'decisione', {
    ...{ regione_id: domanda.bando.regione.id, progetto_id: id, bando_id: domanda.bando.id, fase, esito: 'AMMISSIBILE' },
    ...{ decisa_da: chi.istruttore.utenteId, decisa_il: quando },
  });

const TABELLE = [
  'progetto',
  'istruttoria',
  'integrazione',
  'decisione',
  'prescrizione',
  'versione_progetto',
  'azione',
  'voce_budget',
  'evento',
  'sezione_progetto',
];

/** Ogni riga che un atto potrebbe toccare, come la vede il superutente. */
async function fotografia({ id }: Esame): Promise<Record<string, Riga[]>> {
  const letture = TABELLE.map(async (tabella) => {
    const chiave = tabella === 'progetto' ? 'id' : 'progetto_id';
    const { rows } = await superutente.query(`select * from ${tabella} t where ${chiave} = $1 order by t::text`, [id]);
    return [tabella, rows] as const;
  });
  return Object.fromEntries(await Promise.all(letture));
}

/** L'atto è rifiutato con quel codice e quella frase, e non lascia nulla: né dati né eventi. */
export async function rifiutato(esame: Esame, atto: () => Promise<unknown>, code: string, frase: RegExp): Promise<void> {
  const prima = await fotografia(esame);
  await expect(atto()).rejects.toMatchObject({ code, message: expect.stringMatching(frase) });
  expect(await fotografia(esame)).toEqual(prima);
}

/** Chi non vede la domanda non trova nulla: di un altro ente, di un'altra Regione. */
export async function nonTrovata(esame: Esame, atto: (attore: Attore) => Promise<unknown>): Promise<void> {
  for (const persona of ['estraneo', 'altraRegione'] as const)
    await rifiutato(esame, () => atto(esame.chi[persona]), 'progetto.nonTrovato', /non esiste o non puoi vederla/);
}

/** Gli eventi della domanda, dal più vecchio. */
export const eventi = async ({ id }: Esame): Promise<Riga[]> =>
  (await superutente.query('select atto, prima, dopo, attore_id, riservato from evento where progetto_id = $1 order by id', [id])).rows;

export const righe = async (tabella: string, { id }: Esame): Promise<Riga[]> => (await fotografia({ id } as Esame))[tabella] ?? [];

/** Il solo progetto. */
export async function progetto(esame: Esame): Promise<Riga> {
  const [riga] = await righe('progetto', esame);
  if (!riga) throw new Error('Il progetto di prova non c’è.');
  return riga;
}
