import { sql } from '@/lib/db/sql';
import { ramo, type Sql, SU_AZIONE } from './queriesFatti';
import { GIORNI_VICINO_ALLA_FINE } from './soglie';

/** I fatti su un progetto intero, o su ciò che gli enti devono alla Regione. */
export const ramiProgetti = (oggi: string): Sql[] => [
  ramo(
    'RELAZIONE_SCADUTA',
    sql`select pe.progetto_id, 'relazioni' as oggetto, ${oggi}::date - min(pe.scadenza) as misura, jsonb_build_object('quante', count(*),
      'dal', (array_agg(pe.dal order by pe.scadenza, pe.numero))[1], 'al', (array_agg(pe.al order by pe.scadenza, pe.numero))[1], 'scadenza', min(pe.scadenza)) as dati
      from vivi p join periodo pe on pe.progetto_id = p.id where pe.presentato_il is null and pe.dovuto and pe.scadenza < ${oggi}::date group by pe.progetto_id`,
  ),
  ramo(
    'CHIARIMENTO_SENZA_RISPOSTA',
    sql`select c.progetto_id, c.id as oggetto, ${oggi}::date - c.entro as misura, jsonb_build_object(${SU_AZIONE}, 'rapportoId', c.rapporto_id, 'entro', c.entro) as dati
      from seguiti p join chiarimento c on c.progetto_id = p.id join azione z on z.id = c.azione_id where c.stato = 'APERTO'`,
  ),
  ramo(
    'PARTE_MAI_CONSEGNATA',
    sql`select e.progetto_id, e.organizzazione_id as oggetto, count(*)::int as misura, jsonb_build_object('ente', (select o.nome from enti o
        where o.id = e.organizzazione_id), 'periodi', count(*), 'scadenza', min(pe.scadenza)) as dati
      from vivi p join periodo pe on pe.progetto_id = p.id join rapporto_progetto r on r.periodo_id = pe.id and r.stato = 'BOZZA'
      join rapporto_ente e on e.rapporto_id = r.id and e.stato in ('APERTO', 'RINVIATO')
      where pe.presentato_il is null and pe.dovuto and pe.scadenza < ${oggi}::date group by e.progetto_id, e.organizzazione_id`,
  ),
  ramo(
    'CAUSA_RIPETUTA',
    sql`select i.progetto_id, i.causa as oggetto, i.azioni as misura, jsonb_build_object('causa', i.causa, 'etichetta', i.etichetta, 'azioni', i.azioni) as dati
      from indicate i where not i.dipende_regione`,
  ),
  ramo(
    'CAUSA_DI_LUNGA_DATA',
    sql`select i.progetto_id, i.causa as oggetto, ${oggi}::date - i.mese_dal as misura, jsonb_build_object('causa', i.causa, 'etichetta', i.etichetta,
      'azioni', i.azioni, 'meseDal', i.mese_dal) as dati from indicate i where not i.dipende_regione`,
  ),
  ramo(
    'FINE_VICINA',
    sql`select p.id as progetto_id, 'fine' as oggetto, (100 * count(*) filter (where s.stato is null or s.stato not in ('COMPLETATA', 'ANNULLATA')) / count(*))::int as misura,
      jsonb_build_object('fine', p.data_fine_prevista, 'totali', count(*), 'aperte', count(*) filter (where s.stato is null or s.stato not in ('COMPLETATA', 'ANNULLATA'))) as dati
      from vivi p join azione a on a.progetto_id = p.id and a.annullata_il is null left join situazione_azione s on s.azione_id = a.id
      where p.data_fine_prevista <= ${oggi}::date + ${GIORNI_VICINO_ALLA_FINE}::int group by p.id, p.data_fine_prevista`,
  ),
];
