import { AL, bool, cod, data, euro, id, int, PROGETTI, type Tabella, testo } from './contratto';

/** Le tabelle che accompagnano i progetti: classificazione, proroghe, piano dei costi, vocabolari. */

export const CLASSIFICAZIONE: Tabella = {
  nome: 'classificazione',
  etichetta: 'Classificazione dei progetti',
  descrizione: 'Una riga per progetto e categoria, come l’ha attribuita il valutatore in vigore alla data di riferimento.',
  fonte: 'Classificazione del valutatore',
  riservatezza: 'progetti',
  chiave: ['progetto_id', 'categoria'],
  colonne: [
    id('progetto_id', 'Progetto'),
    cod('categoria', 'Categoria', { codici: 'categoria' }),
    bool('presente', 'Il progetto ha almeno un intervento della categoria'),
    data('attribuita_il', 'Da quando'),
    testo('fonte', 'Chi ha classificato'),
  ],
  sql: `select p.codice as progetto_id, c.categoria, c.presente, c.attribuita_il, c.fonte from classificazione_progetto c
  join ${PROGETTI} p on p.id = c.progetto_id
  where c.attribuita_il <= ${AL} and (c.sostituita_il is null or c.sostituita_il > ${AL})`,
};

export const RIMODULAZIONE: Tabella = {
  nome: 'rimodulazione',
  etichetta: 'Proroghe e sospensioni',
  descrizione: 'Una riga per proroga decisa e per sospensione disposta. Le altre modifiche del piano non sono ancora aperte alla ricerca.',
  fonte: 'Atti registrati nel portale',
  riservatezza: 'progetti',
  chiave: ['progetto_id', 'id'],
  colonne: [
    id('progetto_id', 'Progetto'),
    id('id', 'Codice della richiesta o della sospensione'),
    cod('tipo', 'Che cosa cambia', {
      codici: [
        ['proroga', 'Proroga'],
        ['sospensione', 'Sospensione'],
      ],
    }),
    id('attivita_id', 'Azione', { mancanti: 'riguarda il progetto intero' }),
    cod('esito', 'Esito', {
      codici: [
        ['accolta', 'Accolta'],
        ['accolta_in_parte', 'Accolta in parte'],
        ['respinta', 'Respinta'],
        ['disposta', 'Disposta'],
      ],
    }),
    data('data_esito', 'Decisione, o primo giorno della sospensione'),
    data('fine_prima', 'Fine prevista prima della proroga', { mancanti: 'è una sospensione' }),
    data('fine_dopo', 'Fine concessa, o ultimo giorno della sospensione', { mancanti: 'respinta, o sospensione in corso' }),
    int('delta_durata_mesi', 'Mesi interi in più', { unita: 'mesi', mancanti: 'respinta, o è una sospensione' }),
    cod('motivo_cod', 'Motivo della sospensione', { mancanti: 'è una proroga' }),
  ],
  sql: `select p.codice as progetto_id, x.id::text as id, 'proroga' as tipo, a.codice as attivita_id, lower(x.stato) as esito,
    (x.decisa_il at time zone 'Europe/Rome')::date as data_esito, x.fine_attuale as fine_prima, x.fine_concessa as fine_dopo,
    (extract(year from age(x.fine_concessa, x.fine_attuale)) * 12 + extract(month from age(x.fine_concessa, x.fine_attuale)))::int as delta_durata_mesi,
    null::text as motivo_cod
  from proroga x join ${PROGETTI} p on p.id = x.progetto_id left join azione a on a.id = x.azione_id
  where x.stato in ('ACCOLTA', 'ACCOLTA_IN_PARTE', 'RESPINTA') and (x.decisa_il at time zone 'Europe/Rome')::date <= ${AL}
  union all
  select p.codice, s.id::text, 'sospensione', a.codice, 'disposta', s.dal, null, s.al, null, lower(s.motivo)
  from sospensione s join ${PROGETTI} p on p.id = s.progetto_id left join azione a on a.id = s.azione_id where s.dal <= ${AL}`,
};

export const SPESA: Tabella = {
  nome: 'spesa',
  etichetta: 'Piano dei costi',
  descrizione:
    'Una riga per azione, ente e voce di spesa del piano. La spesa dichiarata e ammessa si aggiungerà quando il portale la raccoglierà.',
  fonte: 'Piano dei costi approvato',
  riservatezza: 'progetti',
  chiave: ['progetto_id', 'attivita_id', 'ente_id', 'voce_cod'],
  colonne: [
    id('progetto_id', 'Progetto'),
    id('attivita_id', 'Azione'),
    id('ente_id', 'Ente che spende'),
    cod('voce_cod', 'Voce di spesa, dal bando'),
    ...euro('contributo', 'Contributo previsto'),
    ...euro('cofinanziamento', 'Cofinanziamento previsto'),
    ...euro('valore_in_natura', 'Apporti in natura previsti'),
  ],
  sql: `select p.codice as progetto_id, a.codice as attivita_id, o.codice as ente_id, v.categoria as voce_cod, v.contributo_cents as contributo,
    v.cofinanziamento_cents as cofinanziamento, v.natura_cents as valore_in_natura
  from voce_budget v join ${PROGETTI} p on p.id = v.progetto_id join azione a on a.id = v.azione_id join organizzazione o on o.id = v.organizzazione_id`,
};

export const VOCABOLARIO: Tabella = {
  nome: 'vocabolario',
  etichetta: 'Vocabolari della Regione',
  descrizione: 'Una riga per codice: categorie di intervento, cause di ritardo, gruppi di destinatari.',
  fonte: 'Configurazione della Regione',
  riservatezza: 'progetti',
  chiave: ['lista', 'codice'],
  colonne: [
    cod('lista', 'Vocabolario', {
      codici: [
        ['categoria', 'Categorie di intervento'],
        ['causa', 'Cause di ritardo'],
        ['target', 'Gruppi di destinatari'],
      ],
    }),
    id('codice', 'Codice'),
    testo('etichetta', 'Che cosa vuol dire'),
    testo('gruppo', 'Gruppo di cui fa parte', { mancanti: 'nessun gruppo' }),
  ],
  sql: `select 'categoria' as lista, codice, etichetta, lower(macro::text) as gruppo from categoria_intervento
  union all select 'causa', codice, etichetta, gruppo from causa_ritardo
  union all select 'target', codice, etichetta, null from gruppo_destinatari`,
};
