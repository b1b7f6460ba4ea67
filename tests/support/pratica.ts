import { expect } from 'vitest';
import type { SalvaAvanzamento } from '@/lib/attuazione/schema';
import type { Attore, Ruolo } from '@/lib/auth/attore';
import { type Ente, unaRegione, unEnte, unUtente } from './builders';
import { type AzioneDiProva, type Progetto, type StatoRapporto, unProgetto, unRapporto } from './buildersProgetto';
import { type Riga, superutente } from './superutente';

export const PERSONE = [
  'referente',
  'operatore',
  'partner',
  'estraneo',
  'istruttore',
  'collega',
  'dirigente',
  'valutatore',
  'ricercatore',
  'altraRegione',
] as const;
export type Persona = (typeof PERSONE)[number];

/** Una relazione con chiunque possa (o non possa) agirvi: referente e operatore del capofila, partner, un altro ente, la Regione, la ricerca. */
export type Pratica = {
  rapportoId: string;
  periodoId: string;
  progetto: Progetto;
  capofila: Ente;
  enteDelPartner: Ente;
  azione: AzioneDiProva;
  azioneDelPartner: AzioneDiProva;
  chi: Record<Persona, Attore>;
};

/** Un progetto di due enti con un'azione ciascuno e la sua relazione nello stato chiesto, con ogni azione completa. */
export async function unaPratica({ stato = 'BOZZA' }: { stato?: StatoRapporto } = {}): Promise<Pratica> {
  const regione = await unaRegione();
  const [capofila, enteDelPartner] = [await unEnte({ regione }), await unEnte({ regione })];
  const progetto = await unProgetto({ capofila, partner: [enteDelPartner] });
  const rapporto = await unRapporto({ progetto, stato });
  await superutente.query(`update avanzamento set inizio_effettivo = '2019-11-01', rev = 1 where rapporto_id = $1`, [rapporto.id]);
  const [azione, azioneDelPartner] = progetto.azioni;
  if (!azione || !azioneDelPartner) throw new Error('Il progetto di prova non ha le sue due azioni.');
  const chi = await persone(progetto, enteDelPartner);
  return { rapportoId: rapporto.id, periodoId: rapporto.periodoId, progetto, capofila, enteDelPartner, azione, azioneDelPartner, chi };
}

async function persone(progetto: Progetto, partner: Ente): Promise<Record<Persona, Attore>> {
  const { regione, capofila } = progetto;
  const nuova = async (ruolo: Ruolo, organizzazioneId?: string) => (await unUtente({ regione, ruolo, organizzazioneId })).attore();
  const estraneo = (await unProgetto({ regione })).capofila;
  return {
    referente: await capofila.attore(),
    operatore: await nuova('OPERATORE', capofila.id),
    partner: await partner.attore(),
    estraneo: await estraneo.attore(),
    istruttore: await nuova('ISTRUTTORE'),
    collega: await nuova('ISTRUTTORE'),
    dirigente: await nuova('DIRIGENTE'),
    valutatore: await nuova('VALUTATORE'),
    ricercatore: await nuova('RICERCATORE'),
    altraRegione: await (await unUtente({ regione: await unaRegione(), ruolo: 'DIRIGENTE' })).attore(),
  };
}

/** Un referente del capofila il cui incarico vale per un altro progetto soltanto. */
export async function unaPersonaLimitata({ capofila }: Pratica): Promise<Attore> {
  const { id } = await unProgetto({ capofila });
  return (await unUtente({ regione: capofila.regione, ruolo: 'REFERENTE', organizzazioneId: capofila.id, progettoId: id })).attore();
}

/** Passano dei giorni per una relazione: le sue date, che scrive solo il database, si spostano indietro. */
export const passano = (giorni: number, { rapportoId }: Pratica) =>
  superutente.query(
    `update rapporto_progetto r set presentato_il = presentato_il - g, sospeso_dal = sospeso_dal - g, deciso_il = deciso_il - g
     from make_interval(secs => $1 * 86400) g where r.id = $2`,
    [giorni, rapportoId],
  );

/** Un modulo compilato per un'azione: in corso, al 60%, già cominciata, senza cause. */
export const compilata = (pratica: Pratica, azione: AzioneDiProva, cambio: Partial<SalvaAvanzamento> = {}): SalvaAvanzamento => ({
  rapportoId: pratica.rapportoId,
  azioneId: azione.id,
  rev: 1,
  stato: 'IN_CORSO',
  percentuale: 60,
  inizioEffettivo: '2019-12-02',
  fineStimata: null,
  fineEffettiva: null,
  contromisura: null,
  nota: null,
  quantita: [{ quantitaId: azione.quantitaId, valore: 25.5 }],
  cause: [],
  ...cambio,
});

const TABELLE = [
  'rapporto_progetto',
  'rapporto_ente',
  'avanzamento',
  'quantita_realizzata',
  'avanzamento_causa',
  'chiarimento',
  'rapporto_versione',
  'evento',
];

/** Ogni riga che un atto potrebbe toccare, come la vede il superutente. */
export async function fotografia({ progetto }: Pratica): Promise<Record<string, Riga[]>> {
  const letture = TABELLE.map(async (tabella) => {
    const { rows } = await superutente.query(`select * from ${tabella} where progetto_id = $1 order by id`, [progetto.id]);
    return [tabella, rows] as const;
  });
  return Object.fromEntries(await Promise.all(letture));
}

/** L'atto è rifiutato con quel codice e quella frase, e non lascia nulla: né dati né eventi. */
export async function rifiutato(pratica: Pratica, atto: () => Promise<unknown>, code: string, frase: RegExp): Promise<void> {
  const prima = await fotografia(pratica);
  await expect(atto()).rejects.toMatchObject({ code, message: expect.stringMatching(frase) });
  expect(await fotografia(pratica)).toEqual(prima);
}

/** Gli eventi del progetto, dal più vecchio. */
export async function eventi({ progetto }: Pratica): Promise<Riga[]> {
  const { rows } = await superutente.query(
    `select atto, oggetto, oggetto_id, attore_id, organizzazione_id, ruolo, prima, dopo, riservato from evento where progetto_id = $1 order by id`,
    [progetto.id],
  );
  return rows;
}

/** L'istante dell'ultimo evento del progetto: la data che il database deve aver scritto anche accanto allo stato. */
export const istanteUltimo = async ({ progetto }: Pratica): Promise<Date> =>
  (await una('select istante from evento where progetto_id = $1 order by id desc limit 1', [progetto.id])).istante as Date;

/** La forma di un evento scritto da un attore, da confrontare con toMatchObject. */
export const firmatoDa = (attore: Attore) => ({
  attore_id: attore.utenteId,
  organizzazione_id: attore.organizzazioneId,
  ruolo: attore.ruolo,
});

/** La sola riga di una lettura del superutente. */
export async function una(testo: string, valori: unknown[]): Promise<Riga> {
  const { rows } = await superutente.query(testo, valori);
  if (rows.length !== 1) throw new Error(`Attesa una riga, trovate ${rows.length}: ${testo}`);
  return rows[0];
}

/** Lo stato di una relazione. */
export const statoDi = async ({ rapportoId }: Pratica): Promise<unknown> =>
  (await una('select stato from rapporto_progetto where id = $1', [rapportoId])).stato;

/** Quante versioni congelate ha una relazione. */
export const versioniDi = async ({ rapportoId }: Pratica): Promise<unknown> =>
  (await una('select count(*)::int as quante from rapporto_versione where rapporto_id = $1', [rapportoId])).quante;
