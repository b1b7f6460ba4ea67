import { idPer, type RigaTabella } from './allinea';
import { grandezze } from './quantita';
import { type Lavoro, scrivi } from './scriviRegione';
import type { AttivitaAccettata, ProgettoAccettato } from './validaProgetti';

type Id = (chiave: string | number) => string;
/** Le colonne che ogni figlio ripete dal suo avanzamento. */
type Padre = { regione_id: string; progetto_id: string; organizzazione_id: string; avanzamento_id: string; diffusione: string };

/** Quantità raggiunte e cause di ritardo della rilevazione, delle azioni e dei progetti interi. */
export async function scriviDettagli(lavoro: Lavoro, progetti: ProgettoAccettato[], progetto: Id, rapporto: Id): Promise<void> {
  const padre = await avanzamentiDellaRilevazione(lavoro);
  const quantita = await idPer(lavoro.db, 'quantita', 'codice', lavoro.regioneId);
  const attivita = progetti.flatMap((p) => p.attivitaBuone);
  const realizzate = attivita.flatMap((a) => righeRealizzate(a, padre(a.id), quantita));
  await scrivi(lavoro, { nome: 'quantita_realizzata', chiave: ['avanzamento_id', 'quantita_id'] }, realizzate);
  // quale causa sia la principale la fonte non dice
  const cause = attivita.flatMap((a) => a.cause.map((causa) => ({ ...padre(a.id), causa })));
  await scrivi(lavoro, { nome: 'avanzamento_causa', chiave: ['avanzamento_id', 'causa'] }, cause);
  const causeProgetto = progetti.flatMap((p) =>
    p.cause.map((causa) => ({
      regione_id: lavoro.regioneId,
      progetto_id: progetto(p.id),
      rapporto_id: rapporto(progetto(p.id)),
      causa,
      diffusione: 'APPROVATO',
    })),
  );
  await scrivi(lavoro, { nome: 'rapporto_causa', chiave: ['rapporto_id', 'causa'] }, causeProgetto);
}

const righeRealizzate = (attivita: AttivitaAccettata, padre: Padre, quantita: Id): RigaTabella[] =>
  grandezze(attivita.quantita).flatMap(({ numero, realizzato: r }) =>
    r
      ? [
          {
            ...padre,
            quantita_id: quantita(`${attivita.id}.Q${numero}`),
            valore: r.valore,
            valore_max: r.valore_max,
            approssimato: r.approssimato,
            desunto: r.desunto,
          },
        ]
      : [],
  );

async function avanzamentiDellaRilevazione({ db, regioneId }: Lavoro): Promise<(azione: string) => Padre> {
  const { rows } = await db.query<Padre & { codice: string }>(
    `select a.codice, v.regione_id, v.progetto_id, v.organizzazione_id, v.id as avanzamento_id, v.diffusione
     from avanzamento v join azione a on a.id = v.azione_id join rapporto_progetto r on r.id = v.rapporto_id join periodo p on p.id = r.periodo_id
     where v.regione_id = $1 and p.numero = 1`,
    [regioneId],
  );
  const mappa = new Map(rows.map(({ codice, ...padre }) => [codice, padre]));
  return (azione) => {
    const padre = mappa.get(azione);
    if (!padre) throw new Error(`L’avanzamento di ${azione}, appena scritto, non si trova.`);
    return padre;
  };
}
