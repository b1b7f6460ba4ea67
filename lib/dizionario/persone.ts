import { CITTADINANZE, CLASSI_ETA, CONDIZIONI, SESSI, TITOLI } from './codici';
import { bool, cod, id, int, type Tabella } from './contratto';

/**
 * Le persone: solo ciò che lib/soppressione ha già reso k-anonimo e conservato (docs/decisioni/0008). Niente nomi, pseudonimi, progetto né date. Il numero
 * della riga vale dentro il suo semestre: non ritrova la persona altrove, ma è lo stesso in ogni esportazione, perché un rilascio non cambia.
 */
const RIGHE = `select r.programma, r.semestre, x.riga, x.classe_eta, x.sesso, x.cittadinanza, x.titolo, x.condizione,
    x.ambito, x.disoccupato_lungo, x.motivo_uscita, x.cerca_lavoro, x.istruzione, x.qualifica, x.lavoro, x.lavoro_6_mesi, x.migliorato_6_mesi
  from (select g.codice as programma, r.parametri ->> 'semestre' as semestre, r.contenuto from rilascio r
    join programma g on g.id = (r.parametri ->> 'programma')::uuid where r.tabella = 'RIGHE_RICERCA'
    order by g.codice collate "C", r.parametri ->> 'semestre' collate "C") r
  cross join lateral rows from (jsonb_to_recordset(r.contenuto -> 'righe') as (classe_eta text, sesso text, cittadinanza text, titolo text, condizione text,
    ambito text, disoccupato_lungo boolean, motivo_uscita text, cerca_lavoro boolean, istruzione boolean, qualifica boolean, lavoro boolean,
    lavoro_6_mesi boolean, migliorato_6_mesi boolean)) with ordinality as x (classe_eta, sesso, cittadinanza, titolo, condizione, ambito, disoccupato_lungo,
    motivo_uscita, cerca_lavoro, istruzione, qualifica, lavoro, lavoro_6_mesi, migliorato_6_mesi, riga)`;

const SENZA_ESITO = { mancanti: 'esito non rilevato' };

export const PARTECIPANTI: Tabella = {
  nome: 'partecipanti',
  etichetta: 'Persone uscite dai progetti, righe k-anonime',
  descrizione:
    'Una riga per persona uscita in un semestre già preparato nella pagina «Persone»: ogni combinazione di età, sesso, cittadinanza, titolo, condizione e ambito vale per almeno cinque persone.',
  fonte: 'Rilasci per la ricerca',
  riservatezza: 'k_anonimo',
  chiave: ['programma', 'semestre', 'riga'],
  colonne: [
    id('programma', 'Codice del programma'),
    id('semestre', 'Semestre di uscita'),
    int('riga', 'Numero della riga nel suo semestre: non ritrova la persona altrove'),
    cod('classe_eta', 'Classe di età all’ingresso', { codici: CLASSI_ETA }),
    cod('sesso', 'Sesso', { codici: SESSI }),
    cod('cittadinanza', 'Cittadinanza', { codici: CITTADINANZE }),
    cod('titolo', 'Titolo di studio', { codici: TITOLI }),
    cod('condizione', 'Condizione occupazionale all’ingresso', { codici: CONDIZIONI }),
    cod('ambito', 'Numero dell’ambito, o NON_DIFFUSO'),
    bool('disoccupato_lungo', 'Disoccupato di lungo periodo'),
    cod('motivo_uscita', 'Motivo dell’uscita', {
      codici: [
        ['COMPLETATO', 'Percorso completato'],
        ['ABBANDONO', 'Abbandono'],
        ['TRASFERIMENTO', 'Trasferimento'],
        ['ALTRO', 'Altro, decesso compreso'],
      ],
    }),
    bool('cerca_lavoro', 'All’uscita cerca lavoro', SENZA_ESITO),
    bool('istruzione', 'All’uscita è in istruzione o formazione', SENZA_ESITO),
    bool('qualifica', 'All’uscita ha ottenuto una qualifica', SENZA_ESITO),
    bool('lavoro', 'All’uscita lavora', SENZA_ESITO),
    bool('lavoro_6_mesi', 'A sei mesi lavora', SENZA_ESITO),
    bool('migliorato_6_mesi', 'A sei mesi la sua situazione sul lavoro è migliorata', SENZA_ESITO),
  ],
  sql: RIGHE,
  // i rilasci arrivano nell’ordine della chiave e ognuno srotola le sue righe: riordinarne un milione costerebbe più che leggerle
  giaOrdinata: true,
};

/** Chi non ha detto una caratteristica è una voce come le altre: la chiave non ha mancanti. */
const QUASI = ['classe_eta', 'sesso', 'condizione', 'titolo'] as const;
const voce = (nome: string): string => `coalesce(${nome}, 'non_rilevato') as ${nome}`;
const nonRilevato = ['non_rilevato', 'Non rilevato'] as const;

export const PARTECIPANTI_AGG: Tabella = {
  nome: 'partecipanti_agg',
  etichetta: 'Persone uscite dai progetti, conteggi',
  descrizione:
    'Le righe k-anonime contate per età, sesso, condizione e titolo. Ogni conteggio vale almeno cinque; sotto dieci, se sono minori, si legge NA con soppresso 1. Per programma e semestre, mai per progetto.',
  fonte: 'Rilasci per la ricerca',
  riservatezza: 'oscurato',
  chiave: ['programma', 'semestre', ...QUASI],
  colonne: [
    id('programma', 'Codice del programma'),
    id('semestre', 'Semestre di uscita'),
    cod('classe_eta', 'Classe di età all’ingresso', { codici: [...CLASSI_ETA, nonRilevato] }),
    cod('sesso', 'Sesso', { codici: [...SESSI, nonRilevato] }),
    cod('condizione', 'Condizione occupazionale all’ingresso', { codici: [...CONDIZIONI, nonRilevato] }),
    cod('titolo', 'Titolo di studio', { codici: [...TITOLI, nonRilevato] }),
    int('n', 'Persone', { unita: 'persone', mancanti: 'soppresso' }),
    bool('soppresso', 'Conteggio nascosto'),
  ],
  sql: `select programma, semestre, classe_eta, sesso, condizione, titolo, case when soppresso then null else n end as n, soppresso
  from (select programma, semestre, classe_eta, sesso, condizione, titolo, n, n < 5 or (n < 10 and classe_eta = '0-17') as soppresso
    from (select programma, semestre, ${QUASI.map(voce).join(', ')}, count(*) as n from (${RIGHE}) r
      group by programma, semestre, ${QUASI.map((q) => `coalesce(r.${q}, 'non_rilevato')`).join(', ')}) c) s`,
};
