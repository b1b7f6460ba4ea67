import type { Attore } from '@/lib/auth/attore';
import { Configurazione } from '@/lib/bandi/configurazione';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import type { DocumentoDepositato, Partner } from '@/lib/domande/valori';
import type { ContestoPiano } from '@/lib/piano/contesto';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { FaseDomanda } from '@/lib/progetti/stati';
import type { SezioniPerFase } from '@/lib/versioni/ereditati';

export type PartnerDellaDomanda = Partner & { confermata: boolean };
export type DocumentoDellaDomanda = DocumentoDepositato & {
  fase: FaseDomanda;
  tipo: string;
  presentato: boolean;
  caricatoIl: string;
  organizzazioneId: string;
  ente: string;
};
export type IntegrazioneAperta = {
  id: string;
  fase: FaseDomanda;
  genere: 'INTEGRAZIONE' | 'PREAVVISO';
  sezioni: string[];
  testo: string;
  entro: string;
};
export type VersioneInBreve = {
  numero: number;
  fase: FaseDomanda;
  genere: 'PRESENTATA' | 'INTEGRATA' | 'APPROVATA';
  sha256: string;
  protocollo: string;
  creataIl: string;
  ente: string;
};

/** La domanda com'è scritta adesso, con tutto ciò che serve a controllarla, congelarla e disegnarla. */
export type DomandaScritta = {
  id: string;
  codice: string;
  titolo: string;
  territorio: string;
  stato: StatoProgetto;
  bando: { titolo: string; versione: number };
  bandoVersioneId: string | null;
  /** Manca nei progetti nati prima che il portale avesse i bandi. */
  configurazione: Configurazione | null;
  termini: { fase: 'IDEA' | 'AVVISO' | 'PROGETTO'; apre: string; chiude: string | null }[];
  partner: PartnerDellaDomanda[];
  ambiti: { numero: number; nome: string }[];
  sezioni: SezioniPerFase;
  documenti: DocumentoDellaDomanda[];
  integrazioni: IntegrazioneAperta[];
  categorieIntervento: ContestoPiano['categorieIntervento'];
  gruppi: ContestoPiano['gruppi'];
  versioni: VersioneInBreve[];
  /** Le prescrizioni ancora da rispettare, dalla più vicina. */
  prescrizioni: { id: string; ente: string; scritta: boolean; respinta: boolean }[];
};

/** L'istruzione che legge una domanda scritta. La stessa per le pagine e, dentro la transazione di un atto, per ciò che l'atto congela. */
export const domandaScritta = (progettoId: string) => sql`
  select json_build_object(
    'id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'territorio', p.territorio, 'stato', p.stato,
    'bando', json_build_object('titolo', coalesce(v.configurazione ->> 'titolo', b.titolo), 'versione', coalesce(v.numero, 0)),
    'bandoVersioneId', p.bando_versione_id, 'configurazione', v.configurazione,
    'termini', (select coalesce(json_agg(json_build_object('fase', t.fase, 'apre', t.apre, 'chiude', t.chiude)), '[]') from passo_bando t where t.bando_id = p.bando_id),
    'partner', (select coalesce(json_agg(json_build_object('organizzazioneId', o.id, 'denominazione', o.denominazione, 'ruolo', pa.ruolo,
        'confermata', pa.confermata_il is not null) order by (pa.ruolo <> 'CAPOFILA'), pa.ordine, o.denominazione), '[]')
      from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id where pa.progetto_id = p.id),
    'ambiti', (select coalesce(json_agg(json_build_object('numero', a.numero, 'nome', a.nome_descrittivo) order by a.numero), '[]')
      from progetto_ambito pa join ambito a on a.id = pa.ambito_id where pa.progetto_id = p.id),
    'sezioni', (select coalesce(json_object_agg(f.fase, f.scritte), '{}')
      from (select s.fase, json_object_agg(s.chiave, s.valori) as scritte from sezione_progetto s where s.progetto_id = p.id group by s.fase) f),
    'documenti', (select coalesce(json_agg(json_build_object('id', d.id, 'fase', d.fase, 'chiave', d.chiave, 'nome', d.nome, 'tipo', d.tipo, 'byte', d.byte,
        'sha256', d.sha256, 'presentato', d.presentato, 'caricatoIl', d.caricato_il, 'organizzazioneId', d.organizzazione_id,
        'ente', coalesce(o.sigla, o.denominazione)) order by d.caricato_il, d.id), '[]')
      from documento d left join organizzazione o on o.id = d.organizzazione_id where d.progetto_id = p.id),
    'integrazioni', (select coalesce(json_agg(json_build_object('id', i.id, 'fase', i.fase, 'genere', i.genere, 'sezioni', i.sezioni, 'testo', i.testo,
        'entro', i.entro) order by i.chiesta_il), '[]') from integrazione i where i.progetto_id = p.id and i.stato = 'APERTA'),
    'categorieIntervento', (select coalesce(json_agg(json_build_object('codice', c.codice, 'etichetta', c.etichetta, 'tipo', c.tipo) order by c.ordine), '[]')
      from categoria_intervento c where c.regione_id = p.regione_id),
    'gruppi', (select coalesce(json_agg(json_build_object('codice', g.codice, 'etichetta', g.etichetta) order by g.etichetta), '[]')
      from gruppo_destinatari g where g.regione_id = p.regione_id),
    'prescrizioni', (select coalesce(json_agg(json_build_object('id', z.id, 'ente', coalesce(o.sigla, o.denominazione), 'scritta', z.evidenza is not null,
        'respinta', z.stato = 'RESPINTA') order by z.entro, z.id), '[]')
      from prescrizione z left join organizzazione o on o.id = z.organizzazione_id where z.progetto_id = p.id and z.stato in ('APERTA', 'RESPINTA')),
    'versioni', (select coalesce(json_agg(json_build_object('numero', w.numero, 'fase', w.fase, 'genere', w.genere, 'sha256', w.sha256, 'protocollo', w.protocollo,
        'creataIl', w.creata_il, 'ente', coalesce(o.sigla, o.denominazione)) order by w.numero desc), '[]')
      from versione_progetto w left join organizzazione o on o.id = w.organizzazione_id where w.progetto_id = p.id)
  ) as dati
  from progetto p join bando b on b.id = p.bando_id left join bando_versione v on v.id = p.bando_versione_id where p.id = ${progettoId}::uuid`;

/** La domanda scritta, per una pagina; null se non esiste o non si vede. */
export async function leggiDomandaScritta(attore: Attore, progettoId: string): Promise<DomandaScritta | null> {
  const [riga] = await interroga<{ dati: DomandaScritta }>(attore, domandaScritta(progettoId));
  return riga ? componi(riga.dati) : null;
}

/** La configurazione si rilegge con la sua forma: i valori predefiniti nati dopo la pubblicazione ci sono sempre. */
export const componi = (dati: DomandaScritta): DomandaScritta => ({
  ...dati,
  configurazione: dati.configurazione && Configurazione.parse(dati.configurazione),
});
