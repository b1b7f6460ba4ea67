import { expect } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import type { Attore, Ruolo } from '@/lib/auth/attore';
import { giornoDi } from '@/lib/format/data';
import { unaRegione, unEnte, unUtente } from './builders';
import { type Progetto, unProgetto } from './buildersProgetto';
import { inserisci, type Riga, superutente } from './superutente';

type Persona = 'referente' | 'operatore' | 'partner' | 'estraneo' | 'istruttore' | 'dirigente' | 'collega' | 'altraRegione';

/** Un progetto avviato con un partner, le sue date e chiunque possa (o non possa) agirvi. */
export type Avviato = { id: string; progetto: Progetto; oggi: string; fine: string; chi: Record<Persona, Attore> };

type Opzioni = {
  /** Giorni da oggi alla fine prevista. */
  finisceTra?: number;
  stato?: string;
  regione?: Progetto['regione'];
};

export async function unAvviato({ finisceTra = 200, stato = 'AVVIATO', ...opzioni }: Opzioni = {}): Promise<Avviato> {
  const regione = opzioni.regione ?? (await unaRegione());
  const [capofila, partner, estraneo] = [await unEnte({ regione }), await unEnte({ regione }), await unEnte({ regione })];
  const progetto = await unProgetto({ capofila, partner: [partner], stato });
  const nuova = async (ruolo: Ruolo, organizzazioneId?: string) => (await unUtente({ regione, ruolo, organizzazioneId })).attore();
  const chi = {
    referente: await capofila.attore(),
    operatore: await nuova('OPERATORE', capofila.id),
    partner: await partner.attore(),
    estraneo: await estraneo.attore(),
    istruttore: await nuova('ISTRUTTORE'),
    dirigente: await nuova('DIRIGENTE'),
    collega: await nuova('DIRIGENTE'),
    altraRegione: await (await unUtente({ regione: await unaRegione(), ruolo: 'DIRIGENTE' })).attore(),
  };
  const oggi = giornoDi(chi.dirigente.adesso);
  const fine = piuGiorni(oggi, finisceTra);
  await superutente.query('update progetto set data_avvio = $2, data_fine_prevista = $3, importo_assegnato_cents = 1000000 where id = $1', [
    progetto.id,
    piuGiorni(oggi, -400),
    fine,
  ]);
  await superutente.query(
    'update azione set inizio_previsto = $2, fine_prevista = $3, categoria_ente = categoria_valutatore where progetto_id = $1',
    [progetto.id, piuGiorni(oggi, -400), fine],
  );
  return { id: progetto.id, progetto, oggi, fine, chi };
}

/** Un periodo con date scelte, in giorni da oggi. */
export const unPeriodoTra = (
  { id, progetto, oggi }: Avviato,
  numero: number,
  dal: number,
  al: number,
  scadenza: number,
  tipo = 'ORDINARIO',
) =>
  inserisci(superutente, 'periodo', {
    ...{ regione_id: progetto.regione.id, progetto_id: id, numero, tipo },
    ...{ dal: piuGiorni(oggi, dal), al: piuGiorni(oggi, al), scadenza: piuGiorni(oggi, scadenza) },
  });

/** La relazione di un periodo, nello stato chiesto. */
export const unaRelazione = ({ id, progetto }: Avviato, periodoId: string, stato: string) =>
  inserisci(superutente, 'rapporto_progetto', {
    ...{ regione_id: progetto.regione.id, progetto_id: id, periodo_id: periodoId, stato, sintesi: 'Sintesi' },
    presentato_il: stato === 'BOZZA' ? null : '2020-07-10T08:00:00Z',
  });

const TABELLE = [
  ...['progetto', 'azione', 'periodo', 'rapporto_progetto', 'versione_progetto', 'richiesta_modifica'],
  ...['proroga', 'sospensione', 'cessazione', 'evento', 'posta'],
];

async function fotografia({ id, progetto }: Avviato): Promise<Record<string, Riga[]>> {
  const letture = TABELLE.map(async (tabella) => {
    const [chiave, valore] =
      tabella === 'progetto' ? ['id', id] : tabella === 'posta' ? ['regione_id', progetto.regione.id] : ['progetto_id', id];
    const { rows } = await superutente.query(`select to_jsonb(t) as riga from ${tabella} t where ${chiave} = $1 order by t::text`, [
      valore,
    ]);
    return [tabella, rows.map(({ riga }) => riga)] as const;
  });
  return Object.fromEntries(await Promise.all(letture));
}

export const righeDi = async (tabella: string, avviato: Avviato): Promise<Riga[]> => (await fotografia(avviato))[tabella] ?? [];

export async function progettoDi(avviato: Avviato): Promise<Riga> {
  const [riga] = await righeDi('progetto', avviato);
  if (!riga) throw new Error('Il progetto di prova non c’è.');
  return riga;
}

/** L'atto è rifiutato con quel codice e quella frase, e non lascia nulla: né dati né eventi. */
export async function nullaCambia(avviato: Avviato, atto: () => Promise<unknown>, code: string, frase = /./): Promise<void> {
  const prima = await fotografia(avviato);
  await expect(atto()).rejects.toMatchObject({ code, message: expect.stringMatching(frase) });
  expect(await fotografia(avviato)).toEqual(prima);
}

/** Chi non vede il progetto non trova nulla. */
export async function nessunoLoTrova(avviato: Avviato, atto: (attore: Attore) => Promise<unknown>): Promise<void> {
  for (const persona of ['estraneo', 'altraRegione'] as const)
    await nullaCambia(avviato, () => atto(avviato.chi[persona]), 'progetto.nonTrovato');
}

/** Gli eventi, dal più vecchio: «atto». */
export const attiDi = async ({ id }: Avviato): Promise<string[]> =>
  (await superutente.query('select atto from evento where progetto_id = $1 order by id', [id])).rows.map(({ atto }) => atto);
export const ultimoEvento = async ({ id }: Avviato): Promise<Riga> =>
  (
    await superutente.query(
      'select atto, oggetto, oggetto_id, prima, dopo, attore_id from evento where progetto_id = $1 order by id desc limit 1',
      [id],
    )
  ).rows[0];
