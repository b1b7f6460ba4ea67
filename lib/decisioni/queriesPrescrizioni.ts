import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { StatoPrescrizione } from './regole';

export type PrescrizioneLetta = {
  id: string;
  testo: string;
  organizzazioneId: string;
  ente: string;
  entro: string;
  stato: StatoPrescrizione;
  evidenza: string | null;
  presentataIl: string | null;
  notaVerifica: string | null;
  verificataIl: string | null;
};

export type PrescrizioniDelProgetto = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  /** Se l'ente di chi legge è il capofila. */
  capofila: boolean;
  prescrizioni: PrescrizioneLetta[];
};

/** Le prescrizioni di un progetto, dalla più vicina; null se il progetto non esiste o non si vede. Quelle cadute con la decisione annullata no. */
export async function leggiPrescrizioni(attore: Attore, id: string): Promise<PrescrizioniDelProgetto | null> {
  const [riga] = await interroga<{ dati: PrescrizioniDelProgetto }>(
    attore,
    sql`
    select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato,
      'capofila', exists (select from partecipazione pa where pa.progetto_id = p.id and pa.organizzazione_id = ${attore.organizzazioneId}::uuid and pa.ruolo = 'CAPOFILA'),
      'prescrizioni', (select coalesce(json_agg(json_build_object('id', z.id, 'testo', z.testo, 'organizzazioneId', z.organizzazione_id, 'ente', ${NOME_ENTE},
          'entro', z.entro, 'stato', z.stato, 'evidenza', z.evidenza, 'presentataIl', z.presentata_il, 'notaVerifica', z.nota_verifica,
          'verificataIl', z.verificata_il) order by z.entro, z.id), '[]')
        from prescrizione z join organizzazione o on o.id = z.organizzazione_id where z.progetto_id = p.id and z.stato <> 'ANNULLATA')) as dati
    from progetto p where p.id = ${id}::uuid`,
  );
  return riga?.dati ?? null;
}
