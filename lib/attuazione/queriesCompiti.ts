import type { Attore } from '@/lib/auth/attore';
import type { ProgettoMio } from '@/lib/cruscotto/ente';
import { PER_STATO } from '@/lib/cruscotto/queriesAttese';
import { SITUAZIONE_ENTE } from '@/lib/cruscotto/queriesEnte';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import { giornoDi } from '@/lib/format/data';

// Prima dell'avvio: termini, richieste della Regione, avviso, prescrizioni.
const DOMANDA = (organizzazioneId: string) => sql`
  select json_build_object(
    'chiudeIdea', (select b.chiude from passo_bando b where b.bando_id = p.bando_id and b.fase = 'IDEA'),
    'chiudeProgetto', (select b.chiude from passo_bando b where b.bando_id = p.bando_id and b.fase = 'PROGETTO'),
    'richieste', (select coalesce(json_agg(json_build_object('id', i.id, 'genere', i.genere, 'entro', i.entro, 'sezioni', cardinality(i.sezioni)) order by i.entro), '[]')
      from integrazione i where i.progetto_id = p.id and i.stato = 'APERTA'),
    'avviso', (select json_build_object('stato', a.stato, 'chiude', a.chiude) from avviso a where a.progetto_id = p.id),
    'candidatureDaDecidere', (select count(*) from candidatura c where c.progetto_id = p.id and c.stato in ('INVIATA', 'AMMESSA')),
    'prescrizioniMie', (select json_build_object('quante', count(*), 'entro', min(x.entro)) from prescrizione x
      where x.progetto_id = p.id and x.organizzazione_id = ${organizzazioneId}::uuid and x.stato in ('APERTA', 'RESPINTA') having count(*) > 0),
    'daConfermare', exists (select from partecipazione pa where pa.progetto_id = p.id and pa.organizzazione_id = ${organizzazioneId}::uuid
      and pa.ruolo <> 'CAPOFILA' and pa.confermata_il is null and p.stato in ('IDEA_BOZZA', 'PROGETTO_BOZZA')),
    'daRimodulare', coalesce(p.importo_assegnato_cents < p.importo_richiesto_cents, false)
      and not exists (select from versione_progetto v where v.progetto_id = p.id and v.fase = 'RIMODULAZIONE' and v.genere = 'APPROVATA'),
    'daConvenzionare', p.stato = 'APPROVATO' and not exists (select from convenzione c where c.progetto_id = p.id
      and num_nulls(c.cup, c.iban, c.intestatario, c.referente, c.email, c.telefono, c.sede) = 0))`;

/** Tutti i progetti dell'ente con ciò che serve a dire "che cosa devo fare". Un'istruzione sola; i periodi approvati non contano. */
export async function leggiDoveri(attore: Attore): Promise<ProgettoMio[]> {
  const righe = await interroga<{ dati: ProgettoMio }>(
    attore,
    sql`
    select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'stato', p.stato, 'popolazione', p.popolazione, 'dataAvvio', p.data_avvio, 'dataFinePrevista', p.data_fine_prevista,
      'capofila', exists (select from partecipazione pa where pa.progetto_id = p.id and pa.organizzazione_id = ${attore.organizzazioneId}::uuid and pa.ruolo = 'CAPOFILA'),
      'capofilaNome', (select ${NOME_ENTE} from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id
        where pa.progetto_id = p.id and pa.ruolo = 'CAPOFILA' limit 1),
      'domanda', case when p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'RITIRATO', 'REVOCATO') then null else (${DOMANDA(attore.organizzazioneId)}) end,
      'sospeso', exists (select from sospensione s where s.progetto_id = p.id and s.azione_id is null and s.dal <= ${giornoDi(attore.adesso)}::date
        and (s.al is null or s.al >= ${giornoDi(attore.adesso)}::date)),
      'prorogheInBozza', (select coalesce(json_agg(json_build_object('id', x.id, 'fine', x.fine_attuale, 'azione', (select a.codice from azione a where a.id = x.azione_id))
          order by x.numero), '[]') from proroga x where x.progetto_id = p.id and x.stato = 'BOZZA'),
      'giorniVerifica', (select b.giorni_verifica from bando b where b.id = p.bando_id),
      'azioniMie', (select count(*) from azione a where a.progetto_id = p.id and a.organizzazione_id = ${attore.organizzazioneId}::uuid and a.annullata_il is null),
      'enti', (select count(*) from partecipazione pa where pa.progetto_id = p.id),
      'ambiti', (select count(*) from progetto_ambito pa where pa.progetto_id = p.id),
      'azioni', (select coalesce(json_agg(json_build_object('stato', nullif(x.stato, 'NON_RILEVATA'), 'n', x.n)), '[]') from situazione_progetto k, ${PER_STATO}
        where k.progetto_id = p.id and x.n > 0),
      'mio', ${SITUAZIONE_ENTE(attore.organizzazioneId, giornoDi(attore.adesso))},
      'periodi', (select coalesce(json_agg(json_build_object('id', pe.id, 'dal', pe.dal, 'al', pe.al, 'scadenza', pe.scadenza, 'straordinario', pe.tipo = 'STRAORDINARIO', 'rapporto', (
          select json_build_object('id', r.id, 'stato', r.stato, 'presentatoIl', r.presentato_il, 'sospesoDal', r.sospeso_dal, 'sospesoSecondi', r.sospeso_secondi, 'decisoIl', r.deciso_il, 'notaDecisione', r.nota_decisione,
            'miaParte', (select re.stato from rapporto_ente re where re.rapporto_id = r.id and re.organizzazione_id = ${attore.organizzazioneId}::uuid),
            'notaRinvio', (select re.nota_rinvio from rapporto_ente re where re.rapporto_id = r.id and re.organizzazione_id = ${attore.organizzazioneId}::uuid),
            'parti', (select coalesce(json_agg(json_build_object('nome', ${NOME_ENTE}, 'stato', re.stato, 'consegnatoIl', re.consegnato_il, 'organizzazioneId', o.id)
                order by o.denominazione), '[]') from rapporto_ente re join organizzazione o on o.id = re.organizzazione_id where re.rapporto_id = r.id and re.stato <> 'NON_DOVUTO'),
            'compilate', (select count(*) from avanzamento v where v.rapporto_id = r.id and v.organizzazione_id = ${attore.organizzazioneId}::uuid and v.stato is not null),
            'rilieviAperti', (select count(*) from rilievo ri join rapporto_progetto rr on rr.id = ri.rapporto_id join periodo rp on rp.id = rr.periodo_id
              where ri.progetto_id = p.id and ri.stato = 'APERTO' and (rp.al, rp.numero) < (pe.al, pe.numero)),
            'chiarimenti', (select coalesce(json_agg(json_build_object('id', c.id, 'azioneId', c.azione_id, 'azione', a.titolo, 'mia', a.organizzazione_id = ${attore.organizzazioneId}::uuid,
                'domanda', c.domanda, 'entro', c.entro, 'chiestoIl', c.chiesto_il) order by c.entro), '[]') from chiarimento c join azione a on a.id = c.azione_id where c.rapporto_id = r.id and c.stato = 'APERTO'))
          from rapporto_progetto r where r.progetto_id = p.id and r.periodo_id = pe.id)) order by pe.scadenza), '[]')
        from (
          -- non presentati, o presentati e non approvati: cercare la relazione di ogni periodo passato costerebbe quanto la storia
          select d.* from periodo d where d.progetto_id = p.id and d.presentato_il is null
          union all select d.* from rapporto_progetto r join periodo d on d.id = r.periodo_id
            where r.progetto_id = p.id and r.stato not in ('APPROVATO', 'APPROVATO_CON_RILIEVI') and d.presentato_il is not null
        ) pe where pe.tipo <> 'RILEVAZIONE' and pe.dovuto)
    ) as dati from progetto p order by p.codice limit 200`,
  );
  return righe.map(({ dati }) => dati);
}
