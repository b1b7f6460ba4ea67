import { idPer, type RigaTabella } from './allinea';
import { primoGiorno, ultimoGiorno } from './date';
import { type Grandezza, grandezze } from './quantita';
import { scriviDettagli } from './scriviDettagli';
import { type Lavoro, scrivi } from './scriviRegione';
import type { Programma } from './valida';
import type { AttivitaAccettata, ProgettoAccettato } from './validaProgetti';

type Id = (chiave: string | number) => string;

/** Il codice di stato del file nelle parole del portale; null resta null: "non rilevato", mai "non avviata". */
const statoAzione = (stato: AttivitaAccettata['stato']): string | null =>
  stato === 'sospesa_covid' ? 'SOSPESA' : (stato?.toUpperCase() ?? null);

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

/** Il mese della rilevazione diventa il primo periodo, con la sua relazione già approvata. */
export async function scriviRilevazione(lavoro: Lavoro, { progetti }: Programma): Promise<void> {
  const { db, regioneId } = lavoro;
  const progetto = await idPer(db, 'progetto', 'codice', regioneId);
  await scriviPeriodi(lavoro, progetti, progetto);
  // un progetto ha un solo periodo numero 1: le righe che seguono pendono da quello
  const periodo = await idPer(db, 'periodo', 'progetto_id', regioneId, 'numero = 1');
  await scriviRapporti(lavoro, progetti, progetto, periodo);
  const rapporto = await idPer(
    db,
    'rapporto_progetto',
    'progetto_id',
    regioneId,
    'periodo_id in (select id from periodo where numero = 1)',
  );
  await scriviAvanzamenti(lavoro, progetti, progetto, rapporto);
  await scriviDettagli(lavoro, progetti, progetto, rapporto);
}

const scriviPeriodi = (lavoro: Lavoro, progetti: ProgettoAccettato[], progetto: Id): Promise<void> =>
  scrivi(
    lavoro,
    { nome: 'periodo', chiave: ['progetto_id', 'numero'] },
    progetti.map(({ id, mese_rilevazione: mese }) => ({
      regione_id: lavoro.regioneId,
      progetto_id: progetto(id),
      numero: 1,
      tipo: 'RILEVAZIONE',
      dal: primoGiorno(mese),
      al: ultimoGiorno(mese),
      scadenza: ultimoGiorno(mese),
    })),
  );

const scriviRapporti = (lavoro: Lavoro, progetti: ProgettoAccettato[], progetto: Id, periodo: Id): Promise<void> =>
  scrivi(
    lavoro,
    { nome: 'rapporto_progetto', chiave: ['progetto_id', 'periodo_id'], soloInserimento: ['stato'] },
    progetti.map((p) => ({
      regione_id: lavoro.regioneId,
      progetto_id: progetto(p.id),
      periodo_id: periodo(progetto(p.id)),
      stato: 'APPROVATO',
      sintesi: p.sintesi_stato,
      // quando sia stata consegnata e decisa la fonte non dice: quelle date restano vuote
      aperto_il: fineRilevazione(p),
      dimostrativo: false,
    })),
  );

const fineRilevazione = ({ mese_rilevazione }: ProgettoAccettato): string => `${ultimoGiorno(mese_rilevazione)}T12:00:00Z`;

async function scriviAvanzamenti(lavoro: Lavoro, progetti: ProgettoAccettato[], progetto: Id, rapporto: Id): Promise<void> {
  const { db, regioneId: regione_id } = lavoro;
  const azione = await idPer(db, 'azione', 'codice', regione_id);
  const { rows } = await db.query<{ id: string; organizzazione_id: string }>(
    'select id, organizzazione_id from azione where regione_id = $1',
    [regione_id],
  );
  // alla prima importazione il responsabile è quello che l'azione ha oggi; poi la storia resta dell'ente che l'ha scritta
  const responsabile = new Map(rows.map((riga) => [riga.id, riga.organizzazione_id]));
  const righe = progetti.flatMap((p) =>
    p.attivitaBuone.map((a) => ({
      regione_id,
      progetto_id: progetto(p.id),
      rapporto_id: rapporto(progetto(p.id)),
      azione_id: azione(a.id),
      organizzazione_id: responsabile.get(azione(a.id)) ?? null,
      diffusione: 'APPROVATO',
      stato: statoAzione(a.stato),
      fonte_stato: a.stato_fonte.toUpperCase(),
      nota: a.nota,
      aggiornato_il: fineRilevazione(p),
    })),
  );
  await scrivi(lavoro, { nome: 'avanzamento', chiave: ['rapporto_id', 'azione_id'], soloInserimento: ['organizzazione_id'] }, righe);
}
