import type { Attore } from '@/lib/auth/attore';
import { regolaDa } from '@/lib/calendario/regola';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { AzioneProrogabile, StatoProroga } from './rules';

/** Date AAAA-MM-GG, istanti ISO. */
export type ProrogaLetta = {
  id: string;
  numero: number;
  stato: StatoProroga;
  azioneId: string | null;
  fineAttuale: string;
  fineChiesta: string;
  mesi: number | null;
  motivo: string;
  rev: number;
  presentataIl: string | null;
  protocollo: string | null;
  fineConcessa: string | null;
  nota: string | null;
  atto: string | null;
  dataAtto: string | null;
  decisaIl: string | null;
  /** Il numero della proroga che questa corregge. */
  corregge: number | null;
};
export type ProrogheDelProgetto = {
  id: string;
  titolo: string;
  stato: StatoProgetto;
  /** Se l'ente di chi guarda è il capofila. */
  capofila: boolean;
  fine: string | null;
  originaria: string | null;
  rinunciaInCorso: boolean;
  /** Quanti mesi di proroga il bando ammette in tutto. */
  massimoMesi: number;
  azioni: AzioneProrogabile[];
  /** Dalla più recente. */
  proroghe: ProrogaLetta[];
};

type Grezze = Omit<ProrogheDelProgetto, 'massimoMesi'> & { configurazione: unknown };

const PROROGA = sql`json_build_object('id', x.id, 'numero', x.numero, 'stato', x.stato, 'azioneId', x.azione_id, 'fineAttuale', x.fine_attuale,
  'fineChiesta', x.fine_chiesta, 'mesi', x.mesi_chiesti, 'motivo', x.motivo, 'rev', x.rev, 'presentataIl', x.presentata_il, 'protocollo', x.protocollo,
  'fineConcessa', x.fine_concessa, 'nota', x.nota_decisione, 'atto', x.atto, 'dataAtto', x.data_atto, 'decisaIl', x.decisa_il,
  'corregge', (select y.numero from proroga y where y.id = x.corregge_id))`;

/** Le proroghe di un progetto avviato e ciò che serve per chiederne o deciderne una; null se non esiste, non si vede o non è mai stato avviato. */
export async function leggiProroghe(attore: Attore, id: string): Promise<ProrogheDelProgetto | null> {
  const [riga] = await interroga<{ dati: Grezze }>(
    attore,
    sql`
    select json_build_object('id', p.id, 'titolo', p.titolo, 'stato', p.stato, 'fine', p.data_fine_prevista, 'originaria', p.data_fine_originaria,
      'capofila', exists (select from partecipazione c where c.progetto_id = p.id and c.organizzazione_id = ${attore.organizzazioneId}::uuid and c.ruolo = 'CAPOFILA'),
      'rinunciaInCorso', exists (select from cessazione c where c.progetto_id = p.id and c.stato = 'CHIESTA'),
      'configurazione', (select v.configurazione from bando_versione v where v.id = p.bando_versione_id),
      'azioni', (select coalesce(json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', a.titolo, 'fine', a.fine_prevista,
          'originaria', a.fine_originaria) order by a.ordine), '[]') from azione a where a.progetto_id = p.id and a.annullata_il is null),
      'proroghe', (select coalesce(json_agg(${PROROGA} order by x.numero desc), '[]') from proroga x where x.progetto_id = p.id)
    ) as dati from progetto p where p.id = ${id}::uuid and p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'REVOCATO', 'RITIRATO')
      and (p.stato <> 'RITIRATO' or exists (select from cessazione c where c.progetto_id = p.id))`,
  );
  if (!riga) return null;
  const { configurazione, ...dati } = riga.dati;
  return { ...dati, massimoMesi: regolaDa(configurazione).prorogaMassimaMesi };
}
