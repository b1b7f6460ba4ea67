import { randomUUID } from 'node:crypto';
import { type Ente, type Regione, type Utente, unaRegione, unEnte, unUtente } from './builders';
import { type Progetto, type StatoRapporto, unPeriodo, unProgetto, unRapporto } from './buildersProgetto';
import { type Domande, leDomande } from './domandeHttp';
import { leModifiche, type Modifiche } from './modificheHttp';
import { leProroghe, type Proroghe } from './prorogheHttp';
import { inserisci, superutente } from './superutente';

type Stato = { stato?: StatoRapporto; parte?: 'CONSEGNATO'; chiarimento?: 'APERTO' | 'RISPOSTO' };

/** Ogni situazione in cui una pratica mostra un modulo: lo stato della relazione, della parte del partner e del chiarimento sulla sua azione. */
const SITUAZIONI = {
  daAprire: {},
  bozza: { stato: 'BOZZA' },
  consegnata: { stato: 'BOZZA', parte: 'CONSEGNATO' },
  presentata: { stato: 'PRESENTATO' },
  inVerifica: { stato: 'IN_VERIFICA' },
  risposta: { stato: 'IN_VERIFICA', chiarimento: 'RISPOSTO' },
  chiarimenti: { stato: 'CHIARIMENTI', chiarimento: 'APERTO' },
  riaperta: { stato: 'CHIARIMENTI' },
  respinta: { stato: 'RESPINTO' },
  approvata: { stato: 'APPROVATO' },
} as const satisfies Record<string, Stato>;

export type Situazione = keyof typeof SITUAZIONI;
export const SITUAZIONI_TUTTE = Object.keys(SITUAZIONI) as Situazione[];

/** Un progetto di due enti con la sua relazione. `rapportoId` e `chiarimentoId` sono inventati dove la situazione non li ha. */
export type Caso = { progetto: Progetto; periodoId: string; rapportoId: string; chiarimentoId: string };
export type Coppia = { regione: Regione; capofila: Ente; partner: Ente };
export type Inquilino = Coppia & { casi: Record<Situazione, Caso> };

export async function unaCoppia(regione: Regione): Promise<Coppia> {
  return { regione, capofila: await unEnte({ regione }), partner: await unEnte({ regione }) };
}

/** Una pratica nuova nella situazione chiesta, con ogni azione completa e una nota che si riconosce (vedi `notaDi`). */
export async function unCaso({ capofila, partner }: Coppia, situazione: Situazione): Promise<Caso> {
  const { stato, parte, chiarimento }: Stato = SITUAZIONI[situazione];
  const progetto = await unProgetto({ capofila, partner: [partner] });
  if (!stato) return { progetto, periodoId: (await unPeriodo(progetto)).id, rapportoId: randomUUID(), chiarimentoId: randomUUID() };
  const { id: rapportoId, periodoId } = await unRapporto({ progetto, stato });
  const chiarimentoId = chiarimento ? await unChiarimento(progetto, rapportoId, chiarimento) : randomUUID();
  await superutente.query(
    `update avanzamento set inizio_effettivo = '2019-11-01', rev = 1, nota = $2, riaperto = $3 where rapporto_id = $1`,
    [rapportoId, notaDi(progetto), stato === 'CHIARIMENTI'],
  );
  await conTestoCattivo(progetto, rapportoId);
  if (parte) await consegnata(rapportoId, partner.id);
  return { progetto, periodoId, rapportoId, chiarimentoId };
}

/** La nota scritta sulle azioni di un progetto: nelle bozze la legge solo chi partecipa. */
export const notaDi = ({ id }: Progetto): string => `Nota riservata ${id.slice(0, 13)}`;

/** Un testo che, scritto in una pagina senza protezione, diventerebbe un'immagine e un programma. */
const CATTIVO = `"'><img src=x onerror=alert(1)>`;

async function conTestoCattivo({ id }: Progetto, rapportoId: string): Promise<void> {
  await superutente.query('update progetto set titolo = titolo || $2, territorio = territorio || $2 where id = $1', [id, CATTIVO]);
  await superutente.query('update azione set titolo = titolo || $2 where progetto_id = $1', [id, CATTIVO]);
  await superutente.query('update rapporto_progetto set sintesi = $2, nota_decisione = $2 where id = $1', [rapportoId, CATTIVO]);
  await superutente.query('update avanzamento set contromisura = $2 where rapporto_id = $1', [rapportoId, CATTIVO]);
}

async function unChiarimento({ id, regione, azioni }: Progetto, rapportoId: string, stato: 'APERTO' | 'RISPOSTO'): Promise<string> {
  const riga = await inserisci(superutente, 'chiarimento', {
    regione_id: regione.id,
    progetto_id: id,
    rapporto_id: rapportoId,
    azione_id: azioni[1]?.id,
    stato,
    domanda: 'Perché questa azione non è conclusa?',
    entro: '2020-08-31',
    ...(stato === 'RISPOSTO' && { risposta: 'Si conclude entro giugno.', risposto_il: '2020-07-08T08:00:00Z' }),
  });
  return riga.id;
}

/** Il trigger delle transizioni conosce solo gli accessi del portale: la preparazione lo salta. */
async function consegnata(rapportoId: string, enteId: string): Promise<void> {
  const db = await superutente.connect();
  try {
    await db.query(`begin; set local session_replication_role = replica`);
    await db.query(`update rapporto_ente set stato = 'CONSEGNATO' where rapporto_id = $1 and organizzazione_id = $2`, [rapportoId, enteId]);
    await db.query('commit');
  } finally {
    db.release();
  }
}

async function unInquilino(regione: Regione, situazioni: readonly Situazione[]): Promise<Inquilino> {
  const coppia = await unaCoppia(regione);
  const bozza = await unCaso(coppia, 'bozza');
  const casi = Object.fromEntries(SITUAZIONI_TUTTE.map((situazione) => [situazione, bozza])) as Inquilino['casi'];
  for (const situazione of situazioni) casi[situazione] = await unCaso(coppia, situazione);
  return { ...coppia, casi };
}

export const PERSONE = ['capofila', 'partner', 'altroEnte', 'regione', 'altraRegione', 'ricerca'] as const;
export type Persona = (typeof PERSONE)[number];
export const LETTORI = ['nessuno', ...PERSONE] as const;
export type Lettore = (typeof LETTORI)[number];

/** Tre inquilini: A e B nella stessa Regione, C in un'altra. Ogni persona ha nome, cognome ed email che non ha nessun altro. */
export type Mondo = {
  a: Inquilino & { domande: Domande; modifiche: Modifiche; proroghe: Proroghe };
  b: Inquilino;
  c: Inquilino;
  persone: Record<Persona, Utente>;
};

/** Chi legge soltanto si contenta di poche pratiche altrui: dove mancano, al loro posto c'è la bozza. */
const POCHE: Situazione[] = ['presentata', 'approvata', 'chiarimenti'];

export async function unMondo({ altrui = POCHE }: { altrui?: Situazione[] } = {}): Promise<Mondo> {
  const [prima, seconda] = [await unaRegione(), await unaRegione()];
  const inquilino = await unInquilino(prima, SITUAZIONI_TUTTE);
  const modifiche = await leModifiche(inquilino.casi.presentata, inquilino);
  const proroghe = await leProroghe(inquilino.casi.inVerifica, inquilino);
  const a = { ...inquilino, domande: await leDomande(inquilino), modifiche, proroghe };
  const [b, c] = [await unInquilino(prima, altrui), await unInquilino(seconda, altrui)];
  const persone = {
    capofila: a.capofila.utente,
    partner: a.partner.utente,
    altroEnte: b.capofila.utente,
    regione: await unUtente({ regione: prima, ruolo: 'DIRIGENTE' }),
    altraRegione: await unUtente({ regione: seconda, ruolo: 'DIRIGENTE' }),
    ricerca: await unUtente({ regione: prima, ruolo: 'RICERCATORE' }),
  };
  await superutente.query(
    `update utente set nome = 'Zefiro' || left(id::text, 8), cognome = 'Quirino' || right(id::text, 8) where id = any($1)`,
    [Object.values(persone).map(({ id }) => id)],
  );
  return { a, b, c, persone };
}

/** Un'impronta di ogni riga dei progetti dati, tabella per tabella: se un atto rifiutato scrive qualcosa, cambia. */
export async function improntaDi(progetti: string[]): Promise<Record<string, string>> {
  const { rows: tabelle } = await superutente.query(
    `select c.table_name as nome from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'progetto_id' and t.table_type = 'BASE TABLE' order by 1`,
  );
  const impronte = await Promise.all(
    tabelle.map(async ({ nome }) => {
      const testo = `select count(*) || ' righe, ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as impronta from ${nome} t where progetto_id = any($1)`;
      return [nome, (await superutente.query(testo, [progetti])).rows[0].impronta] as const;
    }),
  );
  return Object.fromEntries(impronte);
}

export const progettiDi = (...inquilini: Inquilino[]): string[] =>
  inquilini.flatMap(({ casi }) => [...new Set(Object.values(casi).map(({ progetto }) => progetto.id))]);
