import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { sql } from '@/lib/db/sql';
import { traccia } from '@/lib/db/traccia';
import { decifra, segnoCercato } from '@/lib/identita/identita';
import { chiavePersona, nomePiegato, type PersonaNota } from '../decidi';
import type { RigaValida, Scritta } from '../righe';

/** Chi, tra le persone di un file, l'ente conosce già. Le impronte non si leggono: si cerca nell'indice cieco, e nulla di un altro ente. */

type Trovata = { chiave: string; id: string; sesso: string | null; nascita: string | null };
type Candidata = Trovata & { nome: string };

const esadecimale = (segno: Buffer | null): string => segno?.toString('hex') ?? '';

/** Per ogni persona del file già nota, che cosa se ne sa nel progetto. Chi non ha un codice si riconosce da nome e nascita: la lettura resta annotata. */
export async function personeNote(
  tx: Tx,
  attore: Attore,
  { programmaId, progettoId }: { programmaId: string; progettoId: string },
  righe: readonly RigaValida[],
): Promise<Map<string, PersonaNota>> {
  const scritte = new Map(righe.map(({ scritta }) => [chiavePersona(scritta), scritta]));
  const trovate = [...(await conCodice(tx, attore, programmaId, scritte)), ...(await senzaCodice(tx, attore, programmaId, scritte))];
  const partecipazioni = await partecipazioniDi(
    tx,
    progettoId,
    trovate.map(({ id }) => id),
  );
  return new Map(
    trovate.map(({ chiave, id, sesso, nascita }) => [
      chiave,
      { personaId: id, sesso, dataNascita: nascita, partecipante: partecipazioni.get(id) ?? null },
    ]),
  );
}

async function conCodice(tx: Tx, attore: Attore, programmaId: string, scritte: ReadonlyMap<string, Scritta>): Promise<Trovata[]> {
  const cercati = [...scritte].flatMap(([chiave, { codice }]) =>
    codice ? [{ chiave, segno: esadecimale(segnoCercato(attore.organizzazioneId, codice)) }] : [],
  );
  if (cercati.length === 0) return [];
  // un segno alla volta, già decodificato (offset 0 tiene l'ordine): così si usa l'indice anche finché la tabella non ha statistiche
  return tx.$queryRaw<Trovata[]>`
    with r as materialized (select chiave, decode(segno, 'hex') as segno from jsonb_to_recordset(${JSON.stringify(cercati)}::jsonb) as j(chiave text, segno text))
    select r.chiave, p.id::text as id, p.sesso, p.data_nascita::text as nascita
    from r cross join lateral (select c.persona_id from persona_cerca c
      where c.organizzazione_id = ${attore.organizzazioneId}::uuid and c.segno = r.segno offset 0) c
    cross join lateral (select q.id, q.sesso, q.data_nascita from persona q
      where q.id = c.persona_id and q.programma_id = ${programmaId}::uuid and q.unita_a is null and q.anonimizzata_il is null offset 0) p`;
}

async function senzaCodice(tx: Tx, attore: Attore, programmaId: string, scritte: ReadonlyMap<string, Scritta>): Promise<Trovata[]> {
  const { organizzazioneId } = attore;
  const cercati = [...scritte].flatMap(([chiave, { codice, cognome, nome, dataNascita }]) =>
    codice
      ? []
      : [
          {
            ...{ chiave, nascita: dataNascita, nome: `${nomePiegato(cognome)}|${nomePiegato(nome)}` },
            ...{ uno: esadecimale(segnoCercato(organizzazioneId, cognome)), due: esadecimale(segnoCercato(organizzazioneId, nome)) },
          },
        ],
  );
  if (cercati.length === 0) return [];
  const candidate = await tx.$queryRaw<Candidata[]>`
    with r as materialized (select chiave, nascita, nome, decode(uno, 'hex') as uno, decode(due, 'hex') as due
      from jsonb_to_recordset(${JSON.stringify(cercati)}::jsonb) as j(chiave text, nascita date, nome text, uno text, due text))
    select r.chiave, r.nome, p.id::text as id, p.sesso, p.data_nascita::text as nascita
    from r cross join lateral (select c.persona_id from persona_cerca c
      where c.organizzazione_id = ${organizzazioneId}::uuid and c.segno = r.uno offset 0) c
    cross join lateral (select q.id, q.sesso, q.data_nascita from persona q where q.id = c.persona_id and q.programma_id = ${programmaId}::uuid
      and q.unita_a is null and q.anonimizzata_il is null and q.senza_codice = 'NESSUNO' and q.data_nascita is not distinct from r.nascita offset 0) p
    where length(r.due) = 0 or exists (select from persona_cerca d where d.organizzazione_id = ${organizzazioneId}::uuid and d.segno = r.due
      and d.persona_id = p.id)`;
  return omonimeVere(tx, attore, candidate);
}

/** I segni tagliano i nomi lunghi: le poche candidate si decifrano, e la lettura resta scritta. */
async function omonimeVere(tx: Tx, attore: Attore, candidate: Candidata[]): Promise<Trovata[]> {
  if (candidate.length === 0) return [];
  const id = JSON.stringify(candidate.map((una) => una.id));
  // su un'altra connessione: se l'importazione si ferma, la traccia resta
  await traccia(attore, sql`select app.annuncia_lettura(array(select jsonb_array_elements_text(${id}::jsonb)::uuid), 'RICERCA')`);
  const lette = await tx.$queryRaw<{ id: string; cifrata: Uint8Array; chiave: string }[]>`
    select persona_id::text as id, cifrata, chiave_id as chiave
    from app.leggi_identita(array(select jsonb_array_elements_text(${id}::jsonb)::uuid), 'RICERCA')`;
  const nomi = new Map(
    lette.map(({ id: una, cifrata, chiave }) => {
      const { cognome, nome } = decifra(una, cifrata, chiave);
      return [una, `${nomePiegato(cognome)}|${nomePiegato(nome)}`];
    }),
  );
  return candidate.filter((una) => nomi.get(una.id) === una.nome);
}

type Partecipazione = NonNullable<PersonaNota['partecipante']> & { personaId: string };

async function partecipazioniDi(tx: Tx, progettoId: string, persone: string[]): Promise<Map<string, Partecipazione>> {
  if (persone.length === 0) return new Map();
  // is not distinct from non usa indici: resta quello della persona, anche se il pianificatore non conosce ancora il progetto
  const righe = await tx.$queryRaw<Partecipazione[]>`
    select t.id::text as id, t.persona_id::text as "personaId", t.ingresso::text as ingresso, t.uscita::text as uscita, t.motivo_uscita as "motivoUscita",
      coalesce((select jsonb_agg(e ->> 'rientro') from jsonb_array_elements(t.esiti_precedenti) e where e ->> 'rientro' is not null), '[]') as rientri,
      coalesce((select jsonb_agg(f.azione_id) from frequenza f where f.partecipante_id = t.id), '[]') as azioni
    from jsonb_array_elements_text(${JSON.stringify(persone)}::jsonb) as r(id)
    cross join lateral (select x.id, x.persona_id, x.ingresso, x.uscita, x.motivo_uscita, x.esiti_precedenti from partecipante x
      where x.persona_id = r.id::uuid and x.progetto_id is not distinct from ${progettoId}::uuid offset 0) t`;
  return new Map(righe.map((riga) => [riga.personaId, riga]));
}
