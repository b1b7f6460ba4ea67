import { FONTI_STATO, STATI_AZIONE, TIPI_AZIONE } from './codici';
import { bool, cod, data, dec, id, int, mese, PROGETTI, RILEVAZIONI, type Tabella, testo } from './contratto';

export const ATTIVITA: Tabella = {
  nome: 'attivita',
  etichetta: 'Attività dei progetti',
  descrizione:
    'Una riga per azione del piano in vigore. Non confrontare i progetti per numero di azioni: i testi da cui vengono hanno grana diversa.',
  fonte: 'Piano approvato del progetto',
  riservatezza: 'progetti',
  chiave: ['progetto_id', 'attivita_id'],
  colonne: [
    id('progetto_id', 'Progetto'),
    id('attivita_id', 'Codice dell’azione, stabile tra le rilevazioni'),
    id('ente_id', 'Ente che la realizza'),
    testo('titolo', 'Titolo'),
    cod('tipo', 'Servizio o altra azione', { codici: TIPI_AZIONE }),
    cod('categoria_ente', 'Categoria proposta dall’ente', { codici: 'categoria' }),
    cod('categoria_ires', 'Categoria data dal valutatore', { codici: 'categoria' }),
    cod('target', 'Gruppi di destinatari', { codici: 'target', multipla: true }),
    data('inizio_previsto', 'Inizio previsto'),
    data('fine_prevista', 'Fine prevista'),
    data('inizio_originario', 'Inizio approvato la prima volta', { mancanti: 'non è cambiato' }),
    data('fine_originaria', 'Fine approvata la prima volta', { mancanti: 'non è cambiata' }),
    data('annullata_il', 'Tolta dal piano', { mancanti: 'è nel piano' }),
    testo('campi_dimostrativi', 'Campi inventati per la dimostrazione, separati da |', { mancanti: 'nessuno' }),
  ],
  sql: `select p.codice as progetto_id, a.codice as attivita_id, o.codice as ente_id, a.titolo, lower(a.tipo::text) as tipo, a.categoria_ente,
    a.categoria_valutatore as categoria_ires, (select string_agg(d.gruppo, '|' order by d.ordine, d.gruppo) from azione_destinatari d where d.azione_id = a.id) as target,
    a.inizio_previsto, a.fine_prevista, a.inizio_originario, a.fine_originaria, a.annullata_il,
    nullif(array_to_string(a.campi_dimostrativi, '|'), '') as campi_dimostrativi
  from azione a join ${PROGETTI} p on p.id = a.progetto_id join organizzazione o on o.id = a.organizzazione_id`,
};

export const ATTIVITA_STATO: Tabella = {
  nome: 'attivita_stato',
  etichetta: 'Stato delle attività, per rilevazione',
  descrizione:
    'Una riga per azione e relazione approvata dalla Regione, con il periodo finito entro la data di riferimento. Le note libere non escono.',
  fonte: 'Relazioni approvate',
  riservatezza: 'progetti',
  chiave: ['progetto_id', 'attivita_id', 'rilevazione'],
  colonne: [
    id('progetto_id', 'Progetto'),
    id('attivita_id', 'Azione'),
    int('rilevazione', 'Numero della rilevazione nel progetto'),
    mese('mese_riferimento', 'Ultimo mese della rilevazione'),
    cod('stato', 'Stato dell’azione', { codici: STATI_AZIONE }),
    cod('stato_fonte', 'Da dove viene lo stato', { codici: FONTI_STATO }),
    int('percentuale', 'Avanzamento dichiarato', { unita: 'percento' }),
    data('inizio_effettivo', 'Inizio effettivo'),
    data('fine_stimata', 'Fine stimata'),
    data('fine_effettiva', 'Fine effettiva'),
    cod('inserito_da_ruolo', 'Chi l’ha scritto', { codici: [['ente', 'L’ente che realizza l’azione o il capofila']] }),
    data('approvato_il', 'Approvazione della relazione'),
    bool('rilevazione_dimostrativa', 'Relazione inventata per la dimostrazione'),
  ],
  sql: `select p.codice as progetto_id, a.codice as attivita_id, r.numero as rilevazione, r.mese as mese_riferimento,
    coalesce(lower(v.stato::text), 'non_rilevato') as stato, lower(v.fonte_stato::text) as stato_fonte, v.percentuale, v.inizio_effettivo, v.fine_stimata,
    v.fine_effettiva, 'ente' as inserito_da_ruolo, r.approvato_il, r.dimostrativo as rilevazione_dimostrativa
  from avanzamento v join ${RILEVAZIONI} r on r.id = v.rapporto_id join azione a on a.id = v.azione_id join ${PROGETTI} p on p.id = r.progetto_id`,
};

export const QUANTITA: Tabella = {
  nome: 'quantita',
  etichetta: 'Quantità previste e raggiunte',
  descrizione: 'Una riga per grandezza e relazione approvata; rilevazione 0 per le grandezze che nessuna relazione ha ancora misurato.',
  fonte: 'Piano approvato e relazioni approvate',
  riservatezza: 'progetti',
  chiave: ['progetto_id', 'quantita_id', 'rilevazione'],
  colonne: [
    id('progetto_id', 'Progetto'),
    id('quantita_id', 'Codice della grandezza'),
    int('rilevazione', 'Numero della rilevazione; 0 se non ancora misurata'),
    id('attivita_id', 'Azione', { mancanti: 'riguarda il progetto intero' }),
    cod('unita', 'Unità di misura'),
    testo('riferimento', 'A che cosa si riferisce'),
    dec('programmato', 'Valore previsto'),
    dec('programmato_max', 'Estremo alto del previsto', { mancanti: 'la fonte dà un valore solo' }),
    bool('programmato_approssimato', 'La fonte dice «circa»'),
    dec('realizzato', 'Valore raggiunto'),
    dec('realizzato_max', 'Estremo alto del raggiunto', { mancanti: 'la fonte dà un valore solo' }),
    bool('approssimato', 'La fonte del raggiunto dice «circa»'),
    mese('mese_riferimento', 'Mese della rilevazione'),
  ],
  sql: `select p.codice as progetto_id, q.codice as quantita_id, coalesce(r.numero, 0) as rilevazione, a.codice as attivita_id, q.unita, q.riferimento,
    q.previsto as programmato, q.previsto_max as programmato_max, q.previsto_approssimato as programmato_approssimato, r.valore as realizzato,
    r.valore_max as realizzato_max, r.approssimato, r.mese as mese_riferimento
  from quantita q join ${PROGETTI} p on p.id = q.progetto_id left join azione a on a.id = q.azione_id
  left join (select x.quantita_id, x.valore, x.valore_max, x.approssimato, r.numero, r.mese from quantita_realizzata x
    join avanzamento v on v.id = x.avanzamento_id join ${RILEVAZIONI} r on r.id = v.rapporto_id) r on r.quantita_id = q.id`,
};

export const CAUSA: Tabella = {
  nome: 'causa',
  etichetta: 'Cause di ritardo',
  descrizione: 'Una riga per causa indicata in una relazione approvata, per un’azione o per il progetto intero.',
  fonte: 'Relazioni approvate',
  riservatezza: 'progetti',
  chiave: ['progetto_id', 'oggetto_id', 'rilevazione', 'codice'],
  colonne: [
    id('progetto_id', 'Progetto'),
    id('oggetto_id', 'Azione, oppure il progetto stesso'),
    int('rilevazione', 'Numero della rilevazione nel progetto'),
    cod('codice', 'Causa', { codici: 'causa' }),
    cod('oggetto', 'A che cosa si riferisce', {
      codici: [
        ['attivita', 'Un’azione'],
        ['progetto', 'Il progetto intero'],
      ],
    }),
    mese('mese_riferimento', 'Mese della rilevazione'),
    bool('primaria', 'È la causa principale', { mancanti: 'non si dice per il progetto intero' }),
    int('gravita', 'Gravità, da 1 a 3', { mancanti: 'non indicata' }),
    mese('mese_inizio', 'Da quando', { mancanti: 'non indicato' }),
    mese('mese_fine', 'Fino a quando', { mancanti: 'non indicato' }),
    bool('risolta', 'È risolta', { mancanti: 'non si dice per il progetto intero' }),
  ],
  sql: `select p.codice as progetto_id, a.codice as oggetto_id, r.numero as rilevazione, c.causa as codice, 'attivita' as oggetto, r.mese as mese_riferimento,
    c.primaria, c.gravita, to_char(c.mese_dal, 'YYYY-MM') as mese_inizio, to_char(c.mese_al, 'YYYY-MM') as mese_fine, c.risolta
  from avanzamento_causa c join avanzamento v on v.id = c.avanzamento_id join ${RILEVAZIONI} r on r.id = v.rapporto_id
  join azione a on a.id = v.azione_id join ${PROGETTI} p on p.id = r.progetto_id
  union all
  select p.codice, p.codice, r.numero, c.causa, 'progetto', r.mese, null, null, null, null, null
  from rapporto_causa c join ${RILEVAZIONI} r on r.id = c.rapporto_id join ${PROGETTI} p on p.id = r.progetto_id`,
};
