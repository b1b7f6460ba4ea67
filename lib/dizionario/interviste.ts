import { FATTORI_POSITIVI } from '@/lib/interviste/codici';
import { NOME_FASE, NOME_MODALITA } from '@/lib/interviste/labels';
import { FASI, MODALITA } from '@/lib/interviste/schema';
import { AL, bool, type Codice, cod, data, id, mese, PROGETTI, type Tabella, testo } from './contratto';

/** Le interviste senza nomi e i loro estratti rilasciati: quelli in lavorazione non escono mai. */

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

export const ESTRATTO: Tabella = {
  nome: 'estratto',
  etichetta: 'Estratti di interviste',
  descrizione:
    'Una riga per estratto rilasciato: codificato da due persone senza vedersi, deciso, controllato e rilasciato da una persona diversa da chi l’ha scritto.',
  fonte: 'Interviste della valutazione',
  riservatezza: 'progetti',
  chiave: ['estratto_id'],
  colonne: [
    id('estratto_id', 'Estratto', { da }),
    id('programma', 'Programma', { da }),
    id('intervista_id', 'Intervista', { da }),
    id('progetto_id', 'Progetto di cui si parla', { da }),
    id('attivita_id', 'Azione di cui si parla', { da, mancanti: 'il progetto intero' }),
    cod('fase', 'Fase di cui si parla', { da, codici: codiciDi(FASI, NOME_FASE), mancanti: 'non si capisce' }),
    testo('testo', 'Il brano', { da }),
    cod('cause', 'Cause di ritardo, decise dopo due codifiche', { da, codici: 'causa', multipla: true, mancanti: 'nessuna' }),
    cod('fattori_positivi', 'Fattori positivi, decisi dopo due codifiche', { da, codici: POSITIVI, multipla: true, mancanti: 'nessuno' }),
    data('rilasciato_il', 'Rilascio', { da }),
    bool('dimostrativo', 'Estratto inventato per la dimostrazione', { da }),
  ],
  sql: `select e.id::text as estratto_id, i.programma, i.nome as intervista_id, p.codice as progetto_id, a.codice as attivita_id, lower(e.fase) as fase, e.testo,
    ${CODICI(false)} as cause, ${CODICI(true)} as fattori_positivi, (e.rilasciato_il at time zone 'Europe/Rome')::date as rilasciato_il, e.dimostrativo
  from estratto e join ${INTERVISTE} i on i.id = e.intervista_id join ${PROGETTI} p on p.id = e.progetto_id
  join codifica_decisa d on d.estratto_id = e.id and d.sostituita_il is null left join azione a on a.id = e.azione_id
  where (e.rilasciato_il at time zone 'Europe/Rome')::date <= ${AL}`,
};
