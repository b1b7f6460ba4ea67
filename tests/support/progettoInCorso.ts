import { expect } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { Configurazione } from '@/lib/bandi/configurazione';
import { queryAs } from '@/lib/db/scope';
import type { ContenutoVersione } from '@/lib/domande/valori';
import { pianoInVigore } from '@/lib/modifiche/commands/_nuovaVersione';
import { apriModifica } from '@/lib/modifiche/commands/apriModifica';
import { prendiInCaricoModifica } from '@/lib/modifiche/commands/prendiInCaricoModifica';
import { presentaModifica } from '@/lib/modifiche/commands/presentaModifica';
import { salvaModifica } from '@/lib/modifiche/commands/salvaModifica';
import { operazioniTra } from '@/lib/modifiche/operazioni';
import { leggiModifica } from '@/lib/modifiche/queriesModifica';
import type { ModificaDaAprire } from '@/lib/modifiche/schema';
import { canonico } from '@/lib/versioni/canonico';
import { type Ente, unaRegione, unEnte, unUtente } from './builders';
import { type Progetto, unProgetto } from './buildersProgetto';
import { inserisci, type Riga, superutente } from './superutente';

/** Un progetto avviato con un quadro economico, e chi vi può (o non vi può) chiedere e decidere modifiche. */

const CONFIGURAZIONE = Configurazione.parse({
  tipo: 'NON_COMPETITIVO',
  titolo: 'Bando di prova',
  dotazioneCents: '100000000',
  passi: [],
  sezioni: [{ chiave: 'note', titolo: 'Note', visibilita: 'PROGETTO', campi: [{ chiave: 'testo', etichetta: 'Testo', tipo: 'testo' }] }],
  categorieCosto: [
    { codice: 'personale', etichetta: 'Personale' },
    { codice: 'beni', etichetta: 'Beni' },
  ],
});

export type PersonaInCorso =
  | 'referente'
  | 'operatore'
  | 'partner'
  | 'estraneo'
  | 'istruttore'
  | 'dirigente'
  | 'altroDirigente'
  | 'altraRegione';
export type InCorso = { progetto: Progetto; capofila: Ente; partner: Ente; terzo: Ente; chi: Record<PersonaInCorso, Attore> };

/** Due enti, un'azione ciascuno, 1.000,00 € assegnati (800 di personale, 200 di beni); `congelato` falso = importato, senza versioni. */
export async function unProgettoInCorso({ congelato = true } = {}): Promise<InCorso> {
  const regione = await unaRegione();
  const [capofila, partner, terzo] = [await unEnte({ regione }), await unEnte({ regione }), await unEnte({ regione })];
  const progetto = await unProgetto({ capofila, partner: [partner] });
  const nuova = async (ruolo: 'OPERATORE' | 'ISTRUTTORE' | 'DIRIGENTE', organizzazioneId?: string) =>
    (await unUtente({ regione, ruolo, organizzazioneId })).attore();
  const chi = {
    referente: await capofila.attore(),
    operatore: await nuova('OPERATORE', capofila.id),
    partner: await partner.attore(),
    estraneo: await terzo.attore(),
    istruttore: await nuova('ISTRUTTORE'),
    dirigente: await nuova('DIRIGENTE'),
    altroDirigente: await nuova('DIRIGENTE'),
    altraRegione: await (await unUtente({ regione: await unaRegione(), ruolo: 'DIRIGENTE' })).attore(),
  };
  const incorso = { progetto, capofila, partner, terzo, chi };
  await conQuadroEconomico(incorso);
  if (congelato) await congela(incorso);
  return incorso;
}

async function conQuadroEconomico({ progetto }: InCorso): Promise<void> {
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id };
  await superutente.query('update azione set categoria_ente = categoria_valutatore where progetto_id = $1', [progetto.id]);
  await superutente.query(
    `update progetto set importo_assegnato_cents = 100000, data_avvio = '2019-10-01', data_fine_prevista = '2021-03-31' where id = $1`,
    [progetto.id],
  );
  for (const [i, azione] of progetto.azioni.entries())
    for (const [categoria, cents] of [
      ['personale', '40000'],
      ['beni', '10000'],
    ] as const)
      await inserisci(superutente, 'voce_budget', {
        ...chiavi,
        azione_id: azione.id,
        categoria,
        organizzazione_id: azione.organizzazioneId,
        contributo_cents: cents,
        cofinanziamento_cents: i * 500,
      });
}

async function congela({ progetto, chi, capofila }: InCorso): Promise<void> {
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id };
  const bando = await inserisci(superutente, 'bando_versione', {
    regione_id: progetto.regione.id,
    bando_id: progetto.regione.bandoId,
    numero: 1 + Math.floor(Math.random() * 1_000_000),
    configurazione: JSON.stringify(CONFIGURAZIONE),
    sha256: 'x',
  });
  await superutente.query('update progetto set bando_versione_id = $2 where id = $1', [progetto.id, bando.id]);
  const { contenuto } = await inVigoreDi(chi.dirigente, progetto.id);
  // congelata prima dell'avvio: senza recapiti
  const { anagrafica: _, ...piano } = contenuto;
  const autore = { organizzazione_id: capofila.id, creata_da: capofila.utente.id, bando_versione_id: bando.id };
  await inserisci(superutente, 'versione_progetto', {
    ...chiavi,
    ...autore,
    numero: 1,
    fase: 'PROGETTO',
    genere: 'APPROVATA',
    contenuto: canonico(piano),
    sha256: 'x',
    protocollo: '1/2019',
  });
  await inserisci(superutente, 'convenzione', {
    ...chiavi,
    referente: 'Ufficio progetti',
    sede: 'Via Roma 1',
    iban: 'IT60X0542811101000000123456',
  });
}

export const inVigoreDi = (attore: Attore, progettoId: string) => queryAs(attore, (tx) => pianoInVigore(tx, progettoId));

type Dominio = ModificaDaAprire['dominio'];
type Cambio = (contenuto: ContenutoVersione) => ContenutoVersione;

/** Una richiesta salvata in bozza, con i cambiamenti che portano dal piano in vigore a quello cambiato. */
export async function unaBozza({ progetto, chi }: InCorso, dominio: Dominio, cambio: Cambio): Promise<string> {
  const progettoId = progetto.id;
  const { richiestaId } = await apriModifica(chi.referente, { progettoId, dominio });
  const letta = await leggiModifica(chi.referente, progettoId, richiestaId);
  const contenuto = letta?.inVigore;
  if (!contenuto) throw new Error('La richiesta appena aperta non si legge.');
  const operazioni =
    dominio === 'altro'
      ? [{ percorso: 'testo', prima: null, dopo: 'Vorremmo cambiare il logo del progetto' }]
      : operazioniTra(contenuto, cambio(contenuto), dominio);
  await salvaModifica(chi.referente, { progettoId, richiestaId, rev: 0, motivazione: 'Serve per proseguire il progetto', operazioni });
  return richiestaId;
}

/** La stessa, presentata e presa in carico dall'istruttore: da decidere. */
export async function daDecidere(incorso: InCorso, dominio: Dominio, cambio: Cambio): Promise<string> {
  const richiestaId = await unaBozza(incorso, dominio, cambio);
  const scelta = { progettoId: incorso.progetto.id, richiestaId };
  await presentaModifica(incorso.chi.referente, scelta);
  await prendiInCaricoModifica(incorso.chi.istruttore, scelta);
  return richiestaId;
}

type Piano = NonNullable<ContenutoVersione['piano']>;
export const conPiano =
  (cambio: (piano: Piano) => Piano): Cambio =>
  (contenuto) => ({ ...contenuto, piano: cambio(contenuto.piano ?? { azioni: [], voci: [] }) });
/** Sposta contributo da beni a personale, in ogni azione. */
export const sposta = (cents: number): Cambio =>
  conPiano(({ azioni, voci }) => ({
    azioni,
    voci: voci.map((v) => ({ ...v, contributoCents: String(Number(v.contributoCents) + (v.categoria === 'beni' ? -cents : cents)) })),
  }));
export const conDate = (inizio: string, fine: string): Cambio =>
  conPiano(({ azioni, voci }) => ({ voci, azioni: azioni.map((a) => ({ ...a, inizio, fine })) }));
export const conTitolo = (titolo: string): Cambio =>
  conPiano(({ azioni, voci }) => ({ voci, azioni: azioni.map((a) => ({ ...a, titolo })) }));

const TABELLE = [
  'richiesta_modifica',
  'versione_progetto',
  'partecipazione',
  'azione',
  'azione_destinatari',
  'quantita',
  'voce_budget',
  'convenzione',
  'rapporto_ente',
  'avanzamento',
  'evento',
];

/** Ogni riga che una modifica potrebbe toccare. */
export async function fotografia({ progetto }: InCorso, senza: string[] = []): Promise<Record<string, string[]>> {
  const letture = TABELLE.filter((t) => !senza.includes(t)).map(async (tabella) => {
    const { rows } = await superutente.query(`select to_jsonb(t)::text as r from ${tabella} t where progetto_id = $1`, [progetto.id]);
    return [tabella, rows.map(({ r }: Riga) => String(r)).sort()] as const;
  });
  return Object.fromEntries(await Promise.all(letture));
}

/** L'atto è rifiutato con quel codice e quella frase, e non lascia nulla. */
export async function rifiutata(incorso: InCorso, atto: () => Promise<unknown>, code: string, frase: RegExp): Promise<void> {
  const prima = await fotografia(incorso);
  await expect(atto()).rejects.toMatchObject({ code, message: expect.stringMatching(frase) });
  expect(await fotografia(incorso)).toEqual(prima);
}

export const attiDi = async ({ progetto }: InCorso): Promise<string[]> =>
  (await superutente.query('select atto from evento where progetto_id = $1 order by id', [progetto.id])).rows.map(({ atto }) => atto);
