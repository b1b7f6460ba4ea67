import type { Microdato } from '@/lib/indicatori/regole';
import type { Progetto } from './buildersProgetto';
import { superutente } from './superutente';

/** Persone e partecipanti scritti a mano, a gruppi: le caratteristiche sono quelle date, il resto è nullo. */

export type Gruppo = Partial<Microdato> & { ingresso?: string; azioneId?: string };

const BASE = { sesso: 'F', eta: 40, cittadinanza: 'IT', isced: 3, condizione: 'DISOCCUPATO' } as const;

const colonne = (g: Gruppo) => {
  const m = { ...BASE, ...g };
  return {
    ...{ ingresso: m.ingresso ?? '2020-02-01', uscita: m.uscita ?? null, sesso: m.sesso, eta: m.eta, cittadinanza: m.cittadinanza },
    ...{ origine_straniera: m.origineStraniera ?? null, isced: m.isced, condizione: m.condizione, disabilita: m.disabilita ?? null },
    ...{ mesi_disoccupazione: m.mesiDisoccupazione ?? null, minoranza: m.minoranza ?? null, altro_svantaggio: m.altroSvantaggio ?? null },
    ...{ condizione_abitativa: m.condizioneAbitativa ?? null, senza_dimora: m.senzaDimora ?? false, rurale: m.rurale ?? null },
    ...{ esito_4_settimane: m.esito4Settimane ?? null, data_esito_4_settimane: m.dataEsito4Settimane ?? null },
    ...{ esito_6_mesi: m.esito6Mesi ?? null, data_esito_6_mesi: m.dataEsito6Mesi ?? null },
    motivo_uscita: m.uscita ? 'COMPLETATO' : null,
  };
};

/** `quanti` partecipanti uguali, in carico a un ente del progetto, ciascuno con la sua persona; con `azioneId` frequentano quell'azione. */
export async function partecipanti(progetto: Progetto, organizzazioneId: string, quanti: number, gruppo: Gruppo = {}): Promise<string[]> {
  const { rows } = await superutente.query(
    `with p as (
       insert into persona (regione_id, programma_id, organizzazione_id, sesso)
       select $1, b.programma_id, $3, $5::jsonb ->> 'sesso' from progetto q join bando b on b.id = q.bando_id, generate_series(1, $4) where q.id = $2
       returning *
     ), t as (
       insert into partecipante (regione_id, programma_id, progetto_id, organizzazione_id, persona_id, pseudonimo, ingresso, uscita, motivo_uscita, sesso, eta,
         cittadinanza, origine_straniera, isced, condizione, mesi_disoccupazione, disabilita, minoranza, altro_svantaggio, condizione_abitativa, senza_dimora,
         rurale, esito_4_settimane, data_esito_4_settimane, esito_6_mesi, data_esito_6_mesi)
       select $1, p.programma_id, $2, $3, p.id, p.pseudonimo, r.ingresso, r.uscita, r.motivo_uscita, r.sesso, r.eta, r.cittadinanza, r.origine_straniera, r.isced,
         r.condizione, r.mesi_disoccupazione, r.disabilita, r.minoranza, r.altro_svantaggio, r.condizione_abitativa, r.senza_dimora, r.rurale,
         r.esito_4_settimane, r.data_esito_4_settimane, r.esito_6_mesi, r.data_esito_6_mesi
       from p cross join jsonb_populate_record(null::partecipante, $5::jsonb) r returning *
     ), f as (
       insert into frequenza (regione_id, progetto_id, organizzazione_id, partecipante_id, azione_id, dal)
       select $1, $2, $3, t.id, $6::uuid, t.ingresso from t where $6::uuid is not null
     ) select id from t`,
    [progetto.regione.id, progetto.id, organizzazioneId, quanti, JSON.stringify(colonne(gruppo)), gruppo.azioneId ?? null],
  );
  return rows.map(({ id }) => id);
}
