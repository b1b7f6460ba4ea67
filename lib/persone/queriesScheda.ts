import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { PersonaLetta } from './letture';

/** La scheda di una persona dell'ente, senza il nome: quello lo dà nomi.ts e la lettura resta scritta. */

/** Quanti accessi dell'ente si guardano, dal più recente, per dire chi l'ha vista. */
const ACCESSI = 5000;

const FREQUENZE = sql`(select coalesce(json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo, 'dal', f.dal, 'al', f.al, 'ore', f.ore) order by a.ordine), '[]')
  from frequenza f join azione a on a.id = f.azione_id where f.partecipante_id = t.id)`;
const PROGETTO = sql`(select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'avvio', p.data_avvio, 'fine', p.data_fine_prevista,
    'azioni', (select coalesce(json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo) order by a.ordine), '[]')
      from azione a where a.progetto_id = p.id and a.annullata_il is null)) from progetto p where p.id = t.progetto_id)`;
const PARTECIPAZIONI = sql`(select coalesce(json_agg(json_build_object('id', t.id, 'rev', t.rev, 'progetto', ${PROGETTO}, 'frequenze', ${FREQUENZE},
    'ingresso', t.ingresso, 'uscita', t.uscita, 'motivoUscita', t.motivo_uscita, 'rientri', t.rientri, 'eta', t.eta, 'comuneResidenza', t.comune_residenza,
    'senzaDimora', t.senza_dimora, 'cittadinanza', t.cittadinanza, 'origineStraniera', t.origine_straniera, 'titoloStudio', t.titolo_studio, 'condizione', t.condizione,
    'mesiDisoccupazione', t.mesi_disoccupazione, 'disabilita', t.disabilita, 'minoranza', t.minoranza, 'altroSvantaggio', t.altro_svantaggio,
    'condizioneAbitativa', t.condizione_abitativa, 'rurale', t.rurale, 'gruppoVulnerabile', t.gruppo_vulnerabile, 'informativaIl', t.informativa_il,
    'esito4Settimane', t.esito_4_settimane, 'dataEsito4Settimane', t.data_esito_4_settimane, 'esito6Mesi', t.esito_6_mesi, 'dataEsito6Mesi', t.data_esito_6_mesi,
    'esitiPrecedenti', t.esiti_precedenti, 'completo', t.completo) order by t.ingresso desc, t.id desc), '[]')
  from partecipante t where t.persona_id = s.id)`;
const VISTA_DA = sql`(select coalesce(json_agg(json_build_object('istante', v.istante, 'scopo', v.scopo, 'chi', v.chi) order by v.istante desc), '[]')
  from (select x.istante, x.scopo, (select u.nome || ' ' || u.cognome from utente u where u.id = x.utente_id) as chi
    from (select * from accesso_identita order by id desc limit ${ACCESSI}) x where s.id = any (x.persone) order by x.id desc limit 20) v)`;

/** @returns null se non esiste o non è tra quelle dell'ente: per chi chiede è la stessa cosa */
export async function leggiPersona(attore: Attore, id: string): Promise<PersonaLetta | null> {
  const [riga] = await interroga<{ dati: PersonaLetta }>(
    attore,
    sql`
    select json_build_object('id', s.id, 'rev', s.rev, 'sesso', s.sesso, 'dataNascita', s.data_nascita, 'senzaCodice', s.senza_codice, 'unitaA', s.unita_a,
      'anonima', s.anonimizzata_il is not null, 'limitata', s.limitata, 'creataIl', s.creata_il, 'nucleo', (select n.codice from nucleo n where n.id = s.nucleo_id),
      'partecipazioni', ${PARTECIPAZIONI}, 'accessi', ${VISTA_DA}, 'forse', (select coalesce(json_agg(f), '[]') from app.forse_uguali(s.id) f),
      'confluite', (select count(*) from persona c where c.unita_a = s.id)) as dati
    from persona s where s.id = ${id}::uuid`,
  );
  return riga?.dati ?? null;
}
