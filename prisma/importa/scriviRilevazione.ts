import { idPer, type RigaTabella } from './allinea';
import { primoGiorno, ultimoGiorno } from './date';
import { type Grandezza, grandezze } from './quantita';
import { type Lavoro, scrivi } from './scriviRegione';
import type { Programma } from './valida';
import type { AttivitaAccettata, ProgettoAccettato } from './validaProgetti';

/** Il codice di stato del file nelle parole del portale; null resta null: "non rilevato", mai "non avviata". */
const statoAzione = (stato: AttivitaAccettata['stato']): string | null => (stato === 'sospesa_covid' ? 'SOSPESA' : (stato?.toUpperCase() ?? null));

/** Le grandezze previste di azioni e progetti. */
export async function scriviQuantita(lavoro: Lavoro, { progetti }: Programma): Promise<void> {
  const { db, regioneId } = lavoro;
  const progetto = await idPer(db, 'progetto', 'codice', regioneId);
  const azione = await idPer(db, 'azione', 'codice', regioneId);
  const righe = progetti.flatMap((p) => [
    ...p.attivitaBuone.flatMap((a) => grandezze(a.quantita).map((g) => rigaQuantita(regioneId, progetto(p.id), azione(a.id), a.id, g))),
    ...grandezze(p.destinatari).map((g) => rigaQuantita(regioneId, progetto(p.id), null, p.id, g)),
  ]);
  await scrivi(lavoro, { nome: 'quantita', chiave: ['progetto_id', 'codice'] }, righe);
}

const rigaQuantita = (regione_id: string, progetto_id: string, azione_id: string | null, padre: string, g: Grandezza): RigaTabella => ({
  regione_id,
  progetto_id,
  azione_id,
  codice: `${padre}.Q${g.numero}`,
  ordine: g.numero,
  unita: g.unita,
  riferimento: g.riferimento,
  previsto: g.previsto?.valore ?? null,
  previsto_max: g.previsto?.valore_max ?? null,
  previsto_approssimato: g.previsto?.approssimato ?? false,
  previsto_desunto: g.previsto?.desunto ?? false,
});

/** Il mese della rilevazione diventa il primo periodo, con la sua relazione gia approvata. */
export async function scriviRilevazione(lavoro: Lavoro, { progetti }: Programma): Promise<void> {
  const { db, regioneId: regione_id } = lavoro;
  const progetto = await idPer(db, 'progetto', 'codice', regione_id);
  const periodi = progetti.map(({ id, mese_rilevazione: mese }) => ({
    ...{ regione_id, progetto_id: progetto(id), numero: 1, tipo: 'RILEVAZIONE', dal: primoGiorno(mese), al: ultimoGiorno(mese), scadenza: ultimoGiorno(mese) },
  }));
  await scrivi(lavoro, { nome: 'periodo', chiave: ['progetto_id', 'numero'] }, periodi);
  const { rows } = await db.query<{ id: string; progetto_id: string }>('select id, progetto_id from periodo where regione_id = $1 and numero = 1', [regione_id]);
  const periodo = new Map(rows.map((riga) => [riga.progetto_id, riga.id]));
  const rapporti = progetti.map((p) => ({
    ...{ regione_id, progetto_id: progetto(p.id), periodo_id: periodo.get(progetto(p.id)) ?? '', stato: 'APPROVATO', sintesi: p.sintesi_stato },
    // quando sia stata consegnata e decisa la fonte non dice: resta vuoto
    aperto_il: istante(p),
    dimostrativo: false,
  }));
  const tabella = { nome: 'rapporto_progetto', chiave: ['progetto_id', 'periodo_id'], soloInserimento: ['stato', 'aperto_il'] };
  await scrivi(lavoro, tabella, rapporti);
  await scriviAvanzamenti(lavoro, progetti, progetto);
}

const istante = ({ mese_rilevazione }: ProgettoAccettato): string => `${ultimoGiorno(mese_rilevazione)}T12:00:00Z`;

type Padre = { regione_id: string; progetto_id: string; organizzazione_id: string; avanzamento_id: string; diffusione: 'APPROVATO' };

async function scriviAvanzamenti(lavoro: Lavoro, progetti: ProgettoAccettato[], progetto: (codice: string) => string): Promise<void> {
  const { db, regioneId: regione_id } = lavoro;
  const rapporto = await rapportiDellaRilevazione(lavoro);
  const azioni = await db.query<{ codice: string; id: string; organizzazione_id: string }>(
    'select codice, id, organizzazione_id from azione where regione_id = $1',
    [regione_id],
  );
  const azione = new Map(azioni.rows.map((riga) => [riga.codice, riga]));
  const righe = progetti.flatMap((p) =>
    p.attivitaBuone.map((a) => ({
      ...{ regione_id, progetto_id: progetto(p.id), rapporto_id: rapporto(progetto(p.id)) },
      // il responsabile e quello che l'azione ha oggi: il portale puo averlo cambiato
      ...{ azione_id: azione.get(a.id)?.id ?? '', organizzazione_id: azione.get(a.id)?.organizzazione_id ?? '' },
      ...{ diffusione: 'APPROVATO', stato: statoAzione(a.stato), fonte_stato: a.stato_fonte.toUpperCase(), nota: a.nota, aggiornato_il: istante(p) },
    })),
  );
  await scrivi(lavoro, { nome: 'avanzamento', chiave: ['rapporto_id', 'azione_id'] }, righe);
  await scriviDettagli(lavoro, progetti, progetto, rapporto);
}

async function rapportiDellaRilevazione({ db, regioneId }: Lavoro): Promise<(progettoId: string) => string> {
  const { rows } = await db.query<{ id: string; progetto_id: string }>(
    'select r.id, r.progetto_id from rapporto_progetto r join periodo p on p.id = r.periodo_id where r.regione_id = $1 and p.numero = 1',
    [regioneId],
  );
  const mappa = new Map(rows.map((riga) => [riga.progetto_id, riga.id]));
  return (progettoId) => mappa.get(progettoId) ?? '';
}

async function scriviDettagli(lavoro: Lavoro, progetti: ProgettoAccettato[], progetto: (codice: string) => string, rapporto: (id: string) => string): Promise<void> {
  const { db, regioneId: regione_id } = lavoro;
  const { rows } = await db.query<{ codice: string; padre: Padre }>(
    `select a.codice, json_build_object('regione_id', v.regione_id, 'progetto_id', v.progetto_id, 'organizzazione_id', v.organizzazione_id,
       'avanzamento_id', v.id, 'diffusione', v.diffusione) as padre
     from avanzamento v join azione a on a.id = v.azione_id join rapporto_progetto r on r.id = v.rapporto_id join periodo p on p.id = r.periodo_id
     where v.regione_id = $1 and p.numero = 1`,
    [regione_id],
  );
  const avanzamenti = new Map(rows.map((riga) => [riga.codice, riga.padre]));
  const quantita = await idPer(db, 'quantita', 'codice', regione_id);
  const attivita = progetti.flatMap((p) => p.attivitaBuone).map((a) => ({ ...a, padre: avanzamenti.get(a.id) as Padre }));
  const realizzate = attivita.flatMap((a) =>
    grandezze(a.quantita).flatMap(({ numero, realizzato: r }) =>
      r ? [{ ...a.padre, quantita_id: quantita(`${a.id}.Q${numero}`), valore: r.valore, valore_max: r.valore_max, approssimato: r.approssimato, desunto: r.desunto }] : [],
    ),
  );
  await scrivi(lavoro, { nome: 'quantita_realizzata', chiave: ['avanzamento_id', 'quantita_id'] }, realizzate);
  // quale causa sia la principale la fonte non dice
  const cause = attivita.flatMap((a) => a.cause.map((causa) => ({ ...a.padre, causa })));
  await scrivi(lavoro, { nome: 'avanzamento_causa', chiave: ['avanzamento_id', 'causa'] }, cause);
  const causeProgetto = progetti.flatMap((p) =>
    p.cause.map((causa) => ({ regione_id, progetto_id: progetto(p.id), rapporto_id: rapporto(progetto(p.id)), causa, diffusione: 'APPROVATO' })),
  );
  await scrivi(lavoro, { nome: 'rapporto_causa', chiave: ['rapporto_id', 'causa'] }, causeProgetto);
}
