import type { Attore } from '@/lib/auth/attore';
import { type Configurazione, Sezione, sezioniDi } from '@/lib/bandi/configurazione';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { FaseDomanda } from '@/lib/progetti/stati';
import { sezioniCorrenti } from '@/lib/versioni/ereditati';
import { stessoValore } from '../confronto';
import { rifiutoScrittura, siCompone, siScrive } from '../rules';
import type { Diritto } from '../schema';
import type { Valori } from '../valori';
import { NON_TROVATA } from './_domanda';

type Riga = {
  stato: StatoProgetto;
  ruolo: string | null;
  diritto: Diritto | null;
  sezione: unknown;
  principi: Configurazione['principi'] | null;
  scritte: Partial<Record<FaseDomanda, { rev: number; aperta: boolean; valori: Valori }>>;
  depositata: boolean;
  integrazioni: { genere: 'INTEGRAZIONE' | 'PREAVVISO'; sezioni: string[] }[];
};

export type SezioneDaScrivere = {
  sezione: Sezione;
  principi: Configurazione['principi'];
  rev: number;
  /** Ciò che c'è scritto, o ciò che passa dalla fase prima se nessuno ha ancora salvato. */
  valori: Valori;
  /** La chiave del campo degli ambiti da riportare sulla domanda: solo se scrive il capofila e la domanda è in bozza. */
  ambiti: string | null;
};

type Quale = { progettoId: string; fase: FaseDomanda; chiave: string; valori: Record<string, unknown> };

/**
 * Una serratura condivisa e tutto ciò che serve a decidere, in un'istruzione: il salvataggio automatico passa di qui a ogni pausa di chi scrive. Chi congela la
 * domanda (lib/versioni) prende la stessa serratura da solo: ciò che si deposita è esattamente ciò che risultava salvato.
 */
const leggiRiga = async (tx: Tx, attore: Attore, { progettoId, fase, chiave }: Quale): Promise<Riga | undefined> =>
  (
    await tx.$queryRaw<Riga[]>`
    with serratura as materialized (select pg_advisory_xact_lock_shared(hashtextextended(${progettoId}, 0)))
    select p.stato::text as stato,
      (select pa.ruolo::text from partecipazione pa where pa.progetto_id = p.id and pa.organizzazione_id = ${attore.organizzazioneId}::uuid) as ruolo,
      (select m.diritto from permesso_sezione m where m.progetto_id = p.id and m.chiave = ${chiave} and m.organizzazione_id = ${attore.organizzazioneId}::uuid) as diritto,
      (select s from jsonb_array_elements(v.configurazione -> 'sezioni') s where s ->> 'chiave' = ${chiave}) as sezione, v.configurazione -> 'principi' as principi,
      (select coalesce(jsonb_object_agg(s.fase, jsonb_build_object('rev', s.rev, 'aperta', s.aperta, 'valori', s.valori)), '{}')
        from sezione_progetto s where s.progetto_id = p.id and s.chiave = ${chiave}) as scritte,
      exists (select from sezione_progetto s where s.progetto_id = p.id and s.fase = 'RIMODULAZIONE' and not s.aperta) as depositata,
      (select coalesce(jsonb_agg(jsonb_build_object('genere', i.genere, 'sezioni', i.sezioni)), '[]') from integrazione i
        where i.progetto_id = p.id and i.fase = ${fase} and i.stato = 'APERTA') as integrazioni
    from serratura, progetto p join bando_versione v on v.id = p.bando_versione_id where p.id = ${progettoId}::uuid`
  )[0];

/** La sezione su cui si scrive. @throws DomainError se non c'è, è chiusa, o chi scrive può solo leggerla */
export async function leggiDaScrivere(tx: Tx, attore: Attore, quale: Quale): Promise<SezioneDaScrivere> {
  if (attore.lettore !== 'app_ente') throw NON_TROVATA;
  const riga = await leggiRiga(tx, attore, quale);
  if (!riga) throw NON_TROVATA;
  const letta = Sezione.safeParse(riga.sezione);
  const [sezione] = letta.success ? sezioniDi({ sezioni: [letta.data] }, quale.fase) : [];
  if (!sezione) throw new DomainError('sezione.nonTrovata', 'Questa sezione non fa parte del modulo del bando. Ricarica la pagina.');
  const capofila = riga.ruolo === 'CAPOFILA';
  const qui = riga.scritte[quale.fase];
  const aperta = nellaSuaFase(riga.stato, quale.fase) && siScrive({ ...riga, chiave: quale.chiave, riga: qui?.aperta });
  const rifiuto = rifiutoScrittura({ stato: riga.stato, aperta, diritto: capofila ? 'SCRITTURA' : (riga.diritto ?? 'SCRITTURA') });
  if (rifiuto) throw new DomainError('sezione.chiusa', rifiuto);
  const valori = ereditati(sezione, quale.fase, riga.scritte);
  const ambiti = sezione.campi.find(({ tipo }) => tipo === 'ambiti')?.chiave;
  if (ambiti && !capofila && ambiti in quale.valori && !stessoValore(quale.valori[ambiti] as string[], valori[ambiti]))
    throw new DomainError('sezione.soloCapofila', 'Gli ambiti li sceglie l’ente capofila.', ambiti);
  const daRiportare = ambiti && ambiti in quale.valori && capofila && siCompone(riga.stato) ? ambiti : null;
  return { sezione, principi: riga.principi ?? [], rev: qui?.rev ?? 0, valori, ambiti: daRiportare };
}

const nellaSuaFase = (stato: StatoProgetto, fase: FaseDomanda): boolean =>
  stato === 'RIMODULAZIONE_INIZIALE' ? fase === 'RIMODULAZIONE' : fase === (stato.startsWith('IDEA') ? 'IDEA' : 'PROGETTO');

const ereditati = (sezione: Sezione, fase: FaseDomanda, scritte: Riga['scritte']): Valori => {
  const diFase = (quale: FaseDomanda) => {
    const scritta = scritte[quale];
    return scritta ? { [quale]: { [sezione.chiave]: scritta.valori } } : {};
  };
  const tutte = { ...diFase('IDEA'), ...diFase('PROGETTO'), ...diFase('RIMODULAZIONE') };
  return sezioniCorrenti({ sezioni: [sezione] }, fase, tutte)[sezione.chiave] ?? {};
};
