import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { Configurazione } from '@/lib/bandi/configurazione';
import type { AzionePiano, VoceBudget } from '@/lib/domande/valori';
import { type Ente, unaRegione, unEnte, unUtente } from './builders';
import { type Progetto, unProgetto } from './buildersProgetto';
import { unAzione, unaVoce } from './piano';
import { inserisci, type Riga, superutente } from './superutente';

/** Un progetto approvato con meno di quanto aveva chiesto, e chi vi può (o non vi può) agire. */

const campo = (chiave: string, tipo: 'azioni' | 'budget') => ({ chiave, etichetta: chiave, tipo, obbligatorio: true });
const CONFIGURAZIONE = Configurazione.parse({
  tipo: 'NON_COMPETITIVO',
  titolo: 'Bando di prova',
  dotazioneCents: '100000000',
  passi: [],
  sezioni: [
    { chiave: 'azioni', titolo: 'Azioni', visibilita: 'PROGETTO', campi: [campo('azioni', 'azioni')] },
    { chiave: 'quadro_economico', titolo: 'Quadro economico', visibilita: 'PROGETTO', campi: [campo('voci', 'budget')] },
  ],
  categorieCosto: [
    { codice: 'personale', etichetta: 'Personale' },
    { codice: 'beni', etichetta: 'Beni' },
  ],
});

export type PersonaPiano = 'referente' | 'operatore' | 'partner' | 'estraneo' | 'istruttore' | 'dirigente' | 'altraRegione';
export type Ridotto = {
  progetto: Progetto;
  capofila: Ente;
  azioni: AzionePiano[];
  voci: VoceBudget[];
  chi: Record<PersonaPiano, Attore>;
};

/** Chiesti 1.700,00 € (personale 1.500, beni 200) su tre azioni; concessi 1.200,00 € (personale 1.050, beni 150). */
export async function unProgettoRidotto(
  concesso: { personale: string; beni: string } = { personale: '105000', beni: '15000' },
): Promise<Ridotto> {
  const regione = await unaRegione();
  const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
  const progetto = await unProgetto({ capofila, partner: [partner], stato: 'APPROVATO' });
  const { azioni, voci } = pianoDi(capofila.id, partner.id);
  const dirigente = await unUtente({ regione, ruolo: 'DIRIGENTE' });
  await approvato(progetto, { azioni, voci }, concesso, dirigente.id);
  const nuova = async (ruolo: 'OPERATORE' | 'ISTRUTTORE', organizzazioneId?: string) =>
    (await unUtente({ regione, ruolo, organizzazioneId })).attore();
  const chi = {
    referente: await capofila.attore(),
    operatore: await nuova('OPERATORE', capofila.id),
    partner: await partner.attore(),
    estraneo: await (await unEnte({ regione })).attore(),
    istruttore: await nuova('ISTRUTTORE'),
    dirigente: await dirigente.attore(),
    altraRegione: await (await unUtente({ regione: await unaRegione(), ruolo: 'DIRIGENTE' })).attore(),
  };
  return { progetto, capofila, azioni, voci, chi };
}

function pianoDi(capofila: string, partner: string): Pick<Ridotto, 'azioni' | 'voci'> {
  const azioni = [1, 3, 2].map((priorita, i) =>
    unAzione(i + 1, { id: randomUUID(), priorita, organizzazioneId: i === 1 ? partner : capofila, codice: `P${i + 1}` }),
  );
  const voce = (n: number, azione: number, cents: number, categoria: string) =>
    unaVoce(n, 1, cents, { azioneId: azioni[azione]?.id ?? '', categoria, organizzazioneId: azione === 1 ? partner : capofila });
  return {
    azioni,
    voci: [
      voce(1, 0, 100_000, 'personale'),
      voce(2, 1, 20_000, 'personale'),
      voce(3, 2, 30_000, 'personale'),
      { ...voce(4, 2, 20_000, 'beni'), cofinanziamentoCents: '5000', naturaCents: '100' },
    ],
  };
}

async function approvato(
  progetto: Progetto,
  piano: Pick<Ridotto, 'azioni' | 'voci'>,
  concesso: Record<string, string>,
  dirigenteId: string,
) {
  const chiavi = { regione_id: progetto.regione.id, progetto_id: progetto.id };
  const versione = await inserisci(superutente, 'bando_versione', {
    regione_id: progetto.regione.id,
    bando_id: progetto.regione.bandoId,
    numero: 1 + Math.floor(Math.random() * 1_000_000),
    configurazione: JSON.stringify(CONFIGURAZIONE),
    sha256: 'x',
  });
  const totale = Object.values(concesso).reduce((somma, cents) => somma + BigInt(cents), 0n);
  await superutente.query(
    'update progetto set bando_versione_id = $2, importo_richiesto_cents = 170000, importo_assegnato_cents = $3 where id = $1',
    [progetto.id, versione.id, String(totale)],
  );
  const sezioni = { azioni: { azioni: piano.azioni }, quadro_economico: { voci: piano.voci } };
  for (const chiave of ['azioni', 'quadro_economico'] as const)
    await inserisci(superutente, 'sezione_progetto', {
      ...chiavi,
      fase: 'PROGETTO',
      chiave,
      valori: JSON.stringify(sezioni[chiave]),
      aperta: false,
    });
  const contenuto = {
    titolo: 'Prova',
    fase: 'PROGETTO',
    bando: { titolo: 'B', versione: 1 },
    partner: [],
    ambiti: [],
    documenti: [],
    sezioni,
    piano,
  };
  for (const [numero, genere] of [
    [1, 'PRESENTATA'],
    [2, 'APPROVATA'],
  ] as const)
    await inserisci(superutente, 'versione_progetto', {
      ...chiavi,
      numero,
      fase: 'PROGETTO',
      genere,
      contenuto: JSON.stringify(contenuto),
      sha256: 'x',
      protocollo: `${numero}/2019`,
      organizzazione_id: progetto.capofila.id,
      creata_da: progetto.capofila.utente.id,
    });
  await inserisci(superutente, 'decisione', {
    ...chiavi,
    bando_id: progetto.regione.bandoId,
    fase: 'PROGETTO',
    esito: 'APPROVATO',
    atto: 'DD 10/2019',
    data_atto: '2019-02-01',
    richiesto_cents: '170000',
    concesso_cents: String(totale),
    concesso_per_categoria: JSON.stringify(concesso),
    decisa_da: dirigenteId,
  });
}

const TABELLE = [
  'sezione_progetto',
  'versione_progetto',
  'decisione',
  'integrazione',
  'voce_budget',
  'azione',
  'quantita',
  'azione_destinatari',
  'evento',
];

/** Ogni riga che un atto della rimodulazione potrebbe toccare. */
async function fotografiaPiano({ progetto }: Ridotto): Promise<Record<string, Riga[]>> {
  const letture = TABELLE.map(async (tabella) => {
    const { rows } = await superutente.query(`select to_jsonb(t) as r from ${tabella} t where progetto_id = $1`, [progetto.id]);
    return [tabella, rows.map(({ r }) => JSON.stringify(r)).sort()] as const;
  });
  const { rows } = await superutente.query('select * from progetto where id = $1', [progetto.id]);
  return { ...Object.fromEntries(await Promise.all(letture)), progetto: rows };
}

/** L'atto è rifiutato con quel codice e quella frase, e non lascia nulla. */
export async function rifiutatoPiano(ridotto: Ridotto, atto: () => Promise<unknown>, code: string, frase: RegExp): Promise<void> {
  const prima = await fotografiaPiano(ridotto);
  await expect(atto()).rejects.toMatchObject({ code, message: expect.stringMatching(frase) });
  expect(await fotografiaPiano(ridotto)).toEqual(prima);
}

export const statoDelProgetto = async ({ progetto }: Ridotto): Promise<string> =>
  (await superutente.query('select stato from progetto where id = $1', [progetto.id])).rows[0].stato;

export const attiDelProgetto = async ({ progetto }: Ridotto): Promise<string[]> =>
  (await superutente.query('select atto from evento where progetto_id = $1 order by id', [progetto.id])).rows.map(({ atto }) => atto);
