import type { Attore } from '@/lib/auth/attore';
import { Configurazione, vociDi } from '@/lib/bandi/configurazione';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { type DomandaValutata, type Graduatoria, graduatoria } from './graduatoria';
import { nomeCapofila } from './queries';
import { STATO_VALUTABILE } from './rules';
import type { Consolidati, FaseValutata, Punteggi } from './schema';

export type DomandaInGraduatoria = DomandaValutata & {
  titolo: string;
  capofila: string | null;
  punteggi: Consolidati;
  motivazione: string;
  consolidataIl: string;
  /** Le schede concluse, per dire dove i commissari non erano d'accordo. */
  schede: Punteggi[];
};
export type GraduatoriaDelBando = {
  bando: { id: string; codice: string; titolo: string; regione: string; direzione: string | null };
  fase: FaseValutata;
  configurazione: Configurazione;
  dotazioneCents: bigint;
  esito: Graduatoria<DomandaInGraduatoria>;
  /** Domande in valutazione non ancora consolidate. */
  inAttesa: number;
  commissari: { nome: string; presidente: boolean; atto: string | null; esonero: string | null; astensioni: number }[];
  /** L'ultimo consolidamento: il verbale ne porta la data, e non quella in cui lo si scarica. */
  aggiornataIl: string | null;
};

type Riga = {
  progettoId: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  capofila: string | null;
  presentataMs: number | null;
  richiestoCents: string | null;
  assegnatoCents: string | null;
  ambiti: number[];
  punteggi: Consolidati;
  totaleCentesimi: number;
  motivazione: string;
  consolidataIl: string;
  schede: Punteggi[];
};
type Letta = Pick<GraduatoriaDelBando, 'bando' | 'inAttesa' | 'commissari'> & {
  configurazione: unknown;
  dotazioneCents: string | null;
  righe: Riga[];
};

/** Una domanda tornata indietro dopo la valutazione (decisione annullata) non è in graduatoria finché non ci ritorna. */
const NON_ANCORA: Record<FaseValutata, StatoProgetto[]> = {
  IDEA: ['IDEA_BOZZA', 'IDEA_PRESENTATA', 'IDEA_DA_INTEGRARE', 'IDEA_INAMMISSIBILE'],
  PROGETTO: ['PROGETTO_BOZZA', 'PROGETTO_PRESENTATO', 'PROGETTO_DA_INTEGRARE', 'INAMMISSIBILE'],
};
const NON_APPROVATA: readonly StatoProgetto[] = ['IDEA_NON_APPROVATA', 'NON_APPROVATO', 'REVOCATO'];

const domanda = (r: Riga): DomandaInGraduatoria => ({
  ...r,
  presentataMs: r.presentataMs ?? Number.MAX_SAFE_INTEGER,
  richiestoCents: r.richiestoCents === null ? null : BigInt(r.richiestoCents),
  assegnatoCents: r.assegnatoCents === null ? null : BigInt(r.assegnatoCents),
  centesimi: Object.fromEntries(Object.entries(r.punteggi).map(([chiave, { centesimi }]) => [chiave, centesimi])),
  uscita: r.stato === 'RITIRATO' ? 'RITIRATA' : NON_APPROVATA.includes(r.stato) ? 'NON_APPROVATA' : null,
});

/** null se il bando non si vede o non ha ancora una versione pubblicata. Un'istruzione sola. */
export async function leggiGraduatoria(attore: Attore, bandoId: string, fase: FaseValutata): Promise<GraduatoriaDelBando | null> {
  const [riga] = await interroga<{ dati: Letta }>(
    attore,
    sql`select json_build_object(
      'bando', json_build_object('id', b.id, 'codice', b.codice, 'titolo', b.titolo, 'regione', r.nome, 'direzione', r.direzione),
      'dotazioneCents', b.dotazione_cents::text,
      'configurazione', (select v.configurazione from bando_versione v where v.bando_id = b.id order by v.numero desc limit 1),
      'inAttesa', (select count(*) from progetto p where p.bando_id = b.id and p.stato = ${STATO_VALUTABILE[fase]}::stato_progetto
        and not exists (select from valutazione_consolidata k where k.progetto_id = p.id and k.fase = ${fase})),
      'commissari', (select coalesce(json_agg(json_build_object('nome', u.nome || ' ' || u.cognome, 'presidente', c.presidente, 'atto', c.atto, 'esonero', c.atto_esonero,
          'astensioni', (select count(*) from valutazione s join progetto p on p.id = s.progetto_id
            where p.bando_id = b.id and s.fase = c.fase and s.utente_id = c.utente_id and s.conflitto = 'PRESENTE' and s.svelata))
          order by c.presidente desc, u.cognome, u.nome), '[]')
        from commissario c join utente u on u.id = c.utente_id where c.bando_id = b.id and c.fase = ${fase}),
      'righe', (select coalesce(json_agg(json_build_object('progettoId', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato, 'capofila', ${nomeCapofila},
          'presentataMs', (extract(epoch from d.presentata_il) * 1000)::bigint, 'richiestoCents', coalesce(d.richiesto_cents, p.importo_richiesto_cents)::text,
          'assegnatoCents', case when ${fase} = 'PROGETTO' then p.importo_assegnato_cents::text end,
          'ambiti', (select coalesce(json_agg(a.numero order by a.numero), '[]') from progetto_ambito pa join ambito a on a.id = pa.ambito_id where pa.progetto_id = p.id),
          'punteggi', k.punteggi, 'totaleCentesimi', k.totale_centesimi, 'motivazione', k.motivazione, 'consolidataIl', k.consolidata_il,
          'schede', (select coalesce(json_agg(s.punteggi order by s.dichiarata_il, s.id), '[]') from valutazione s
            where s.progetto_id = p.id and s.fase = k.fase and s.svelata and s.conflitto = 'NESSUNO'))), '[]')
        from valutazione_consolidata k join progetto p on p.id = k.progetto_id
        left join app.depositi(b.id, ${fase}) d on d.progetto_id = p.id
        where p.bando_id = b.id and k.fase = ${fase} and p.stato <> all (${NON_ANCORA[fase]}::stato_progetto[]))) as dati
    from bando b join regione r on r.id = b.regione_id where b.id = ${bandoId}::uuid`,
  );
  const configurazione = Configurazione.safeParse(riga?.dati.configurazione);
  return riga && configurazione.success ? componi(riga.dati, configurazione.data, fase) : null;
}

function componi({ righe, dotazioneCents, ...resto }: Letta, configurazione: Configurazione, fase: FaseValutata): GraduatoriaDelBando {
  const dotazione = BigInt(dotazioneCents ?? configurazione.dotazioneCents);
  const regola = { ...configurazione, griglia: vociDi(configurazione.griglia, fase), fase, dotazioneCents: dotazione };
  const date = righe.map(({ consolidataIl }) => new Date(consolidataIl).toISOString()).sort();
  return {
    ...resto,
    fase,
    configurazione,
    dotazioneCents: dotazione,
    esito: graduatoria(regola, righe.map(domanda)),
    aggiornataIl: date.at(-1) ?? null,
  };
}
