import { FATTORI_POSITIVI } from '@/lib/interviste/codici';
import { NOME_FASE, NOME_MODALITA } from '@/lib/interviste/labels';
import { FASI, MODALITA } from '@/lib/interviste/schema';
import { AL, bool, type Codice, cod, data, id, mese, PROGETTI, type Tabella, testo } from './contratto';

/** Le interviste senza nomi, e le note qualitative: i loro estratti rilasciati. Quelli in lavorazione, e le note degli enti, non escono mai. */

const da = 2;
const codiciDi = <C extends string>(codici: readonly C[], nomi: Record<C, string>): Codice[] =>
  codici.map((codice) => [codice.toLowerCase(), nomi[codice]]);
const POSITIVI: Codice[] = FATTORI_POSITIVI.map(({ codice, etichetta }) => [codice, etichetta]);
/** Le interviste fatte entro la data di riferimento, o di cui non si sa quando. */
const INTERVISTE = `(select i.*, g.codice as programma, 'Int. ' || i.numero as nome from intervista i join programma g on g.id = i.programma_id
  where i.mese is null or i.mese <= ${AL})`;

export const INTERVISTA: Tabella = {
  nome: 'intervista',
  etichetta: 'Interviste',
  descrizione: 'Una riga per intervista: numero, mese e modo. Chi ha parlato non è registrato da nessuna parte.',
  fonte: 'Interviste della valutazione',
  riservatezza: 'progetti',
  chiave: ['programma', 'intervista_id'],
  colonne: [
    id('programma', 'Programma', { da }),
    id('intervista_id', 'Come si cita: Int. e il numero', { da }),
    id('progetto_id', 'Progetto di cui parla', { da, mancanti: 'parla del programma intero, o la fonte non lo dice' }),
    mese('mese', 'Mese', { da, mancanti: 'la fonte non lo dice' }),
    cod('modalita', 'Come si è svolta', { da, codici: codiciDi(MODALITA, NOME_MODALITA), mancanti: 'la fonte non lo dice' }),
    bool('dimostrativa', 'Intervista inventata per la dimostrazione', { da }),
  ],
  sql: `select i.programma, i.nome as intervista_id, p.codice as progetto_id, to_char(i.mese, 'YYYY-MM') as mese, lower(i.modalita) as modalita, i.dimostrativa
  from ${INTERVISTE} i left join ${PROGETTI} p on p.id = i.progetto_id`,
};

const CODICI = (positivi: boolean) => `(select string_agg(k.codice, '|' order by k.codice) from unnest(d.codici) as k(codice)
    where (k.codice = any ('{${FATTORI_POSITIVI.map(({ codice }) => codice).join(',')}}')) = ${positivi})`;

/** Che cosa dice una nota, dai suoi codici: solo fattori positivi, un rischio per il dopo, un ostacolo, o nessuno di questi. */
const TIPI_NOTA: Codice[] = [
  ['successo', 'Solo fattori positivi'],
  ['sostenibilita', 'Un rischio per la sostenibilità'],
  ['criticita', 'Una causa di ritardo'],
  ['avanzamento', 'Nessun codice: come procede'],
];
const TIPO_NOTA = `(case when exists (select from causa_ritardo c where c.codice = any (d.codici) and c.gruppo = 'sostenibilita') then 'sostenibilita'
    when exists (select from causa_ritardo c where c.codice = any (d.codici)) then 'criticita' when cardinality(d.codici) > 0 then 'successo' else 'avanzamento' end)`;

export const NOTA: Tabella = {
  nome: 'nota',
  etichetta: 'Note qualitative',
  descrizione:
    'Una riga per estratto di intervista rilasciato: codificato da due persone senza vedersi, deciso, controllato e rilasciato da una persona diversa da chi l’ha scritto.',
  fonte: 'Interviste della valutazione',
  riservatezza: 'progetti',
  chiave: ['nota_id'],
  colonne: [
    id('nota_id', 'Nota', { da }),
    id('programma', 'Programma', { da }),
    id('intervista_id', 'Intervista', { da }),
    id('progetto_id', 'Progetto di cui si parla', { da }),
    id('attivita_id', 'Azione di cui si parla', { da, mancanti: 'il progetto intero' }),
    cod('tipo', 'Che cosa dice', { da, codici: TIPI_NOTA }),
    mese('mese', 'Mese dell’intervista', { da, mancanti: 'la fonte non lo dice' }),
    cod('fase', 'Fase di cui si parla', { da, codici: codiciDi(FASI, NOME_FASE), mancanti: 'non si capisce' }),
    testo('testo', 'Il brano', { da }),
    cod('cause', 'Cause di ritardo, decise dopo due codifiche', { da, codici: 'causa', multipla: true, mancanti: 'nessuna' }),
    cod('fattori_positivi', 'Fattori positivi, decisi dopo due codifiche', { da, codici: POSITIVI, multipla: true, mancanti: 'nessuno' }),
    data('rilasciato_il', 'Rilascio', { da }),
    bool('dimostrativa', 'Nota inventata per la dimostrazione', { da }),
  ],
  sql: `select e.id::text as nota_id, i.programma, i.nome as intervista_id, p.codice as progetto_id, a.codice as attivita_id, ${TIPO_NOTA} as tipo,
    to_char(i.mese, 'YYYY-MM') as mese, lower(e.fase) as fase, e.testo,
    ${CODICI(false)} as cause, ${CODICI(true)} as fattori_positivi, (e.rilasciato_il at time zone 'Europe/Rome')::date as rilasciato_il, e.dimostrativo as dimostrativa
  from estratto e join ${INTERVISTE} i on i.id = e.intervista_id join ${PROGETTI} p on p.id = e.progetto_id
  join codifica_decisa d on d.estratto_id = e.id and d.sostituita_il is null left join azione a on a.id = e.azione_id
  where (e.rilasciato_il at time zone 'Europe/Rome')::date <= ${AL}`,
};
