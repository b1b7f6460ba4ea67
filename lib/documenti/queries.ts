import type { Attore } from '@/lib/auth/attore';
import type { Configurazione } from '@/lib/bandi/configurazione';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { FaseDomanda } from '@/lib/progetti/stati';

export type DocumentoInElenco = {
  id: string;
  fase: FaseDomanda;
  chiave: string;
  nome: string;
  tipo: string;
  byte: number;
  sha256: string;
  presentato: boolean;
  caricatoIl: string;
  organizzazioneId: string;
  ente: string;
};
export type DocumentiDelProgetto = {
  id: string;
  titolo: string;
  stato: StatoProgetto;
  configurazione: Pick<Configurazione, 'sezioni' | 'documenti'> | null;
  partner: { organizzazioneId: string; ruolo: string }[];
  documenti: DocumentoInElenco[];
};

/** I documenti di un progetto che chi chiede può vedere: gli enti tutti, la Regione quelli presentati. Null se il progetto non si vede. */
export async function leggiDocumenti(attore: Attore, progettoId: string): Promise<DocumentiDelProgetto | null> {
  const [riga] = await interroga<{ dati: DocumentiDelProgetto }>(
    attore,
    sql`
    select json_build_object('id', p.id, 'titolo', p.titolo, 'stato', p.stato, 'configurazione', v.configurazione,
      'partner', (select coalesce(json_agg(json_build_object('organizzazioneId', pa.organizzazione_id, 'ruolo', pa.ruolo)), '[]')
        from partecipazione pa where pa.progetto_id = p.id),
      'documenti', (select coalesce(json_agg(json_build_object('id', d.id, 'fase', d.fase, 'chiave', d.chiave, 'nome', d.nome, 'tipo', d.tipo, 'byte', d.byte,
          'sha256', d.sha256, 'presentato', d.presentato, 'caricatoIl', d.caricato_il, 'organizzazioneId', d.organizzazione_id, 'ente', ${NOME_ENTE})
          order by d.caricato_il, d.id), '[]')
        from documento d join organizzazione o on o.id = d.organizzazione_id where d.progetto_id = p.id)
    ) as dati
    from progetto p left join bando_versione v on v.id = p.bando_versione_id where p.id = ${progettoId}::uuid`,
  );
  return riga?.dati ?? null;
}

export type DocumentoIntero = { nome: string; tipo: string; contenuto: Uint8Array<ArrayBuffer> };

/** Un documento con i suoi byte; null se non c'è o non si vede. */
export async function leggiDocumento(attore: Attore, progettoId: string, documentoId: string): Promise<DocumentoIntero | null> {
  const [riga] = await interroga<DocumentoIntero>(
    attore,
    sql`select nome, tipo, contenuto from documento where id = ${documentoId}::uuid and progetto_id = ${progettoId}::uuid`,
  );
  return riga ?? null;
}
