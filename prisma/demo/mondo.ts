import type pg from 'pg';
import { CONTESTO } from '../importa/quantita';

/** Un'azione del programma con ciò che serve per dichiararne l'avanzamento. Date AAAA-MM-GG. */
export type AzioneDelMondo = {
  id: string;
  codice: string;
  ordine: number;
  ente: string;
  inizioPrevisto: string;
  finePrevista: string;
  /** Stato alla rilevazione; null = non rilevato. */
  rilevato: string | null;
  quantita: { id: string; codice: string; previsto: number | null; realizzato: number | null }[];
};
export type ProgettoDelMondo = { id: string; codice: string; capofila: string; azioni: AzioneDelMondo[]; periodi: Record<string, string> };
/** I progetti per codice, gli enti (codice → id). */
export type Mondo = { progetto: (codice: string) => ProgettoDelMondo; organizzazione: (codice: string) => string };

/** Legge una volta sola ciò che le scene nominano per codice. */
export async function leggiMondo(db: pg.Client, regioneId: string): Promise<Mondo> {
  const { rows: progetti } = await db.query<ProgettoDelMondo>(
    `select p.id, p.codice,
       (select organizzazione_id from partecipazione x where x.progetto_id = p.id and x.ruolo = 'CAPOFILA') as capofila,
       (select jsonb_object_agg(d.numero, d.id) from periodo d where d.progetto_id = p.id) as periodi,
       (select jsonb_agg(jsonb_build_object('id', a.id, 'codice', a.codice, 'ordine', a.ordine, 'ente', a.organizzazione_id,
          'inizioPrevisto', a.inizio_previsto, 'finePrevista', a.fine_prevista, 'rilevato', v.stato,
          'quantita', (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'codice', q.codice, 'previsto', q.previsto, 'realizzato', z.valore) order by q.ordine), '[]')
             from quantita q left join quantita_realizzata z on z.quantita_id = q.id and z.avanzamento_id = v.id
             where q.azione_id = a.id and coalesce(q.riferimento, '') not like $2)) order by a.ordine)
        from azione a join avanzamento v on v.azione_id = a.id where a.progetto_id = p.id) as azioni
     from progetto p where p.regione_id = $1`,
    [regioneId, `${CONTESTO}%`],
  );
  const { rows: organizzazioni } = await db.query<{ codice: string; id: string }>(
    'select codice, id from organizzazione where regione_id = $1',
    [regioneId],
  );
  return {
    progetto: (codice) =>
      trovato(
        progetti.find((p) => p.codice === codice),
        codice,
      ),
    organizzazione: (codice) =>
      trovato(
        organizzazioni.find((o) => o.codice === codice),
        codice,
      ).id,
  };
}

/** L'azione di un progetto per codice. */
export const azioneDi = (progetto: ProgettoDelMondo, codice: string): AzioneDelMondo =>
  trovato(
    progetto.azioni.find((a) => a.codice === codice),
    codice,
  );

function trovato<T>(valore: T | undefined, codice: string): T {
  if (!valore) throw new Error(`La dimostrazione cerca ${codice}, che nel programma importato non c’è.`);
  return valore;
}
