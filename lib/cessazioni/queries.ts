import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { Genere, StatoCessazione } from './labels';
import { CHIUDIBILE, type Chiudibile } from './queriesChiusura';

/** Date AAAA-MM-GG, istanti ISO, importi in centesimi scritti come testo. */
export type CessazioneLetta = {
  id: string;
  genere: Genere;
  stato: StatoCessazione;
  motivazione: string;
  pianoRecupero: string | null;
  recuperoCents: string | null;
  atto: string | null;
  dataAtto: string | null;
  nota: string | null;
  chiestaIl: string;
  decisaIl: string | null;
};
export type ChiusuraDelProgetto = {
  progetto: Chiudibile;
  titolo: string;
  capofila: boolean;
  assegnatoCents: string | null;
  fineEffettiva: string | null;
  /** Dalla più recente. */
  cessazioni: CessazioneLetta[];
};

const CESSAZIONE = sql`json_build_object('id', c.id, 'genere', c.genere, 'stato', c.stato, 'motivazione', c.motivazione, 'pianoRecupero', c.piano_recupero,
  'recuperoCents', c.recupero_cents::text, 'atto', c.atto, 'dataAtto', c.data_atto, 'nota', c.nota_decisione, 'chiestaIl', c.chiesta_il, 'decisaIl', c.decisa_il)`;

/** Come un progetto avviato si chiude, o si è chiuso; null se non esiste, non si vede o non è mai stato avviato. */
export async function leggiChiusura(attore: Attore, id: string): Promise<ChiusuraDelProgetto | null> {
  const [riga] = await interroga<{ dati: ChiusuraDelProgetto }>(
    attore,
    sql`
    select json_build_object('progetto', ${CHIUDIBILE}, 'titolo', p.titolo, 'assegnatoCents', p.importo_assegnato_cents::text, 'fineEffettiva', p.data_fine_effettiva,
      'capofila', exists (select from partecipazione x where x.progetto_id = p.id and x.organizzazione_id = ${attore.organizzazioneId}::uuid and x.ruolo = 'CAPOFILA'),
      'cessazioni', (select coalesce(json_agg(${CESSAZIONE} order by c.chiesta_il desc, c.id), '[]') from cessazione c where c.progetto_id = p.id)
    ) as dati from progetto p where p.id = ${id}::uuid and p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'REVOCATO', 'RITIRATO')
      and (p.stato <> 'RITIRATO' or exists (select from cessazione c where c.progetto_id = p.id))`,
  );
  return riga?.dati ?? null;
}
