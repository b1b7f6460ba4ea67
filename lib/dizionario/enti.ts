import { FORME_ENTE, RUOLI } from './codici';
import { AL, cod, data, id, int, NON_ANCORA, PROGETTI, type Tabella, testo } from './contratto';

export const ENTE: Tabella = {
  nome: 'ente',
  etichetta: 'Enti',
  descrizione: 'Una riga per ente gestore della Regione, anche se non partecipa a nessun progetto.',
  fonte: 'Anagrafe degli enti del portale',
  riservatezza: 'progetti',
  chiave: ['ente_id'],
  colonne: [
    id('ente_id', 'Codice dell’ente, stabile tra le rilevazioni'),
    testo('nome', 'Denominazione'),
    cod('tipo', 'Forma dell’ente gestore', { codici: FORME_ENTE }),
    testo('sede', 'Comune della sede'),
    id('sede_istat', 'Codice Istat del comune della sede'),
    id('codice_ipa', 'Codice IPA', NON_ANCORA),
    cod('provincia', 'Sigla della provincia'),
    cod('ambito_id', 'Numeri degli ambiti in cui esercita le funzioni', { multipla: true }),
    data('valido_dal', 'Da quando esiste', { mancanti: 'da sempre, per il portale' }),
    data('valido_al', 'Fino a quando è esistito', { mancanti: 'esiste ancora' }),
    id('confluito_in', 'Ente in cui è confluito', { mancanti: 'non è confluito' }),
  ],
  sql: `select o.codice as ente_id, o.denominazione as nome, lower(e.forma::text) as tipo, o.sede, o.istat_comune_sede as sede_istat, null::text as codice_ipa,
    o.provincia, (select string_agg(a.numero::text, '|' order by a.numero) from ente_gestore_ambito x join ambito a on a.id = x.ambito_id
      where x.ente_gestore_id = o.id and (x.dal is null or x.dal <= ${AL}) and (x.al is null or x.al >= ${AL})) as ambito_id,
    o.valido_dal, o.valido_al, (select c.codice from organizzazione c where c.id = o.confluita_in_id) as confluito_in
  from organizzazione o join ente_gestore e on e.organizzazione_id = o.id`,
};

export const PROGETTO_ENTE: Tabella = {
  nome: 'progetto_ente',
  etichetta: 'Chi partecipa ai progetti',
  descrizione: 'Una riga per organizzazione e progetto, da quando è entrata.',
  fonte: 'Partecipazioni registrate nel portale',
  riservatezza: 'progetti',
  chiave: ['progetto_id', 'ente_id'],
  colonne: [
    id('progetto_id', 'Progetto'),
    id('ente_id', 'Organizzazione'),
    cod('ruolo', 'Ruolo nel progetto', { codici: RUOLI }),
    data('data_inizio', 'Da quando'),
    data('data_fine', 'Fino a quando', { mancanti: 'partecipa ancora' }),
    {
      ...int('budget', 'Contributo previsto per l’ente nel piano', { unita: 'centesimi di euro' }),
      mancanti: 'nessun piano per voci di spesa',
    },
    {
      nome: 'budget_eur',
      etichetta: 'Contributo previsto per l’ente nel piano',
      tipo: 'dec',
      unita: 'euro',
      da: 1,
      calcolo: '(budget::numeric / 100)::numeric(20, 2)',
    },
  ],
  sql: `select p.codice as progetto_id, o.codice as ente_id, lower(q.ruolo::text) as ruolo, q.dal as data_inizio, q.al as data_fine,
    (select sum(v.contributo_cents) from voce_budget v where v.progetto_id = p.id and v.organizzazione_id = o.id)::bigint as budget
  from partecipazione q join ${PROGETTI} p on p.id = q.progetto_id join organizzazione o on o.id = q.organizzazione_id where q.dal <= ${AL}`,
};

export const PARTNER_ETS: Tabella = {
  nome: 'partner_ets',
  etichetta: 'Partner del Terzo settore',
  descrizione: 'Una riga per ente del Terzo settore e progetto.',
  fonte: 'Partecipazioni registrate nel portale',
  riservatezza: 'progetti',
  chiave: ['progetto_id', 'partner_id'],
  colonne: [
    id('progetto_id', 'Progetto'),
    id('partner_id', 'Codice dell’organizzazione'),
    testo('nome', 'Denominazione'),
    cod('forma', 'Forma giuridica', NON_ANCORA),
    id('runts', 'Iscrizione al RUNTS', NON_ANCORA),
    cod('settore', 'Settore di attività', NON_ANCORA),
    data('data_adesione', 'Da quando è nel progetto'),
  ],
  sql: `select p.codice as progetto_id, o.codice as partner_id, o.denominazione as nome, null::text as forma, null::text as runts, null::text as settore,
    q.dal as data_adesione
  from partecipazione q join ${PROGETTI} p on p.id = q.progetto_id join organizzazione o on o.id = q.organizzazione_id
  where q.ruolo = 'PARTNER_ETS' and q.dal <= ${AL}`,
};

export const AMBITO: Tabella = {
  nome: 'ambito',
  etichetta: 'Ambiti territoriali',
  descrizione: 'Una riga per ambito della Regione.',
  fonte: 'Anagrafe degli ambiti',
  riservatezza: 'progetti',
  chiave: ['ambito_id'],
  colonne: [
    int('ambito_id', 'Numero dell’ambito'),
    testo('nome', 'Nome'),
    id('istat_comuni', 'Codici Istat dei comuni', { ...NON_ANCORA, multipla: true }),
    int('popolazione', 'Abitanti', { ...NON_ANCORA, unita: 'persone' }),
    cod('progetti', 'Progetti che coprono l’ambito', { multipla: true, mancanti: 'nessun progetto' }),
  ],
  sql: `select a.numero as ambito_id, coalesce(a.nome, a.nome_descrittivo) as nome, null::text as istat_comuni, null::int as popolazione,
    (select string_agg(p.codice, '|' order by p.codice) from progetto_ambito x join ${PROGETTI} p on p.id = x.progetto_id where x.ambito_id = a.id) as progetti
  from ambito a`,
};
