import type { Attore } from '@/lib/auth/attore';
import { Configurazione } from '@/lib/bandi/configurazione';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { ContenutoVersione } from '@/lib/domande/valori';
import type { AvvisoDelProgetto, CandidaturaIntera } from './letture';
import { type Traccia, tracciaAvviso } from './traccia';

const CANDIDATURE = sql`
  select coalesce(json_agg(json_build_object('id', c.id, 'denominazione', c.dati ->> 'denominazione', 'tipo', c.dati ->> 'tipo', 'stato', c.stato,
    'punteggi', c.punteggi, 'inviataIl', c.inviata_il, 'accolta', c.organizzazione_id is not null) order by c.inviata_il, c.id), '[]')
  from candidatura c where c.progetto_id = p.id and c.stato <> 'BOZZA'`;

/** L'avviso di un progetto con le sue candidature; null se il progetto non si vede. La Regione legge l'avviso pubblicato, non le candidature. */
export async function leggiAvvisoProgetto(attore: Attore, progettoId: string): Promise<AvvisoDelProgetto | null> {
  const candidature = attore.lettore === 'app_ente' ? sql`(${CANDIDATURE})` : sql`'[]'::json`;
  const [riga] = await interroga<{ dati: AvvisoDelProgetto }>(
    attore,
    sql`
    select json_build_object(
      'progetto', json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato),
      'capofila', exists (select from partecipazione x where x.progetto_id = p.id and x.organizzazione_id = ${attore.organizzazioneId}::uuid and x.ruolo = 'CAPOFILA'),
      'giorniMinimi', coalesce((select (v.configurazione ->> 'giorniAvviso')::int from bando_versione v where v.id = p.bando_versione_id), 20),
      'passo', (select json_build_object('apre', s.apre, 'chiude', s.chiude) from passo_bando s where s.bando_id = p.bando_id and s.fase = 'AVVISO'),
      'avviso', (select json_build_object('id', a.id, 'titolo', a.titolo, 'testo', a.testo, 'azioni', a.azioni, 'criteri', a.criteri, 'apre', a.apre,
          'chiude', a.chiude, 'stato', a.stato, 'rev', a.rev, 'pubblicatoIl', a.pubblicato_il) from avviso a where a.progetto_id = p.id),
      'candidature', ${candidature}
    ) as dati from progetto p where p.id = ${progettoId}::uuid`,
  );
  return riga?.dati ?? null;
}

/** Da dove comincia l'avviso: l'idea approvata, o l'ultima presentata. null se non c'è una versione da cui partire. */
export async function leggiTraccia(attore: Attore, progettoId: string): Promise<Traccia | null> {
  const [riga] = await interroga<{ contenuto: ContenutoVersione; configurazione: unknown }>(
    attore,
    sql`
    select v.contenuto, b.configurazione from versione_progetto v join progetto p on p.id = v.progetto_id
    join bando_versione b on b.id = coalesce(v.bando_versione_id, p.bando_versione_id)
    where v.progetto_id = ${progettoId}::uuid and v.fase = 'IDEA' order by v.numero desc limit 1`,
  );
  const letta = Configurazione.safeParse(riga?.configurazione);
  return riga && letta.success ? tracciaAvviso(riga.contenuto, letta.data) : null;
}

/** Una candidatura confermata, per il capofila; null se non c'è o non si vede. */
export async function leggiCandidatura(attore: Attore, progettoId: string, candidaturaId: string): Promise<CandidaturaIntera | null> {
  const [riga] = await interroga<{ dati: CandidaturaIntera }>(
    attore,
    sql`
    select json_build_object(
      'progetto', json_build_object('id', p.id, 'titolo', p.titolo, 'stato', p.stato),
      'avviso', json_build_object('titolo', a.titolo, 'azioni', a.azioni, 'criteri', a.criteri, 'stato', a.stato),
      'candidatura', json_build_object('id', c.id, 'dati', c.dati, 'email', c.email, 'codiceFiscale', c.codice_fiscale, 'stato', c.stato,
        'inviataIl', c.inviata_il, 'punteggi', c.punteggi, 'nota', c.nota, 'rev', c.rev, 'accolta', c.organizzazione_id is not null),
      'allegati', (select coalesce(json_agg(json_build_object('id', f.id, 'nome', f.nome, 'byte', f.byte) order by f.nome, f.id), '[]')
        from candidatura_allegato f where f.candidatura_id = c.id)
    ) as dati from candidatura c join avviso a on a.id = c.avviso_id join progetto p on p.id = c.progetto_id
    where c.id = ${candidaturaId}::uuid and c.progetto_id = ${progettoId}::uuid and c.stato <> 'BOZZA'`,
  );
  return riga?.dati ?? null;
}

type Scelto = { progettoId: string; candidaturaId: string; allegatoId: string };

/** Un allegato da scaricare; null se non c'è o non si vede. */
export async function leggiAllegato(attore: Attore, scelto: Scelto): Promise<{ nome: string; contenuto: Buffer<ArrayBuffer> } | null> {
  const [riga] = await interroga<{ nome: string; contenuto: Buffer<ArrayBuffer> }>(
    attore,
    sql`select f.nome, f.contenuto from candidatura_allegato f join candidatura c on c.id = f.candidatura_id
      where f.id = ${scelto.allegatoId}::uuid and c.id = ${scelto.candidaturaId}::uuid and c.progetto_id = ${scelto.progettoId}::uuid and c.stato <> 'BOZZA'`,
  );
  return riga ?? null;
}
