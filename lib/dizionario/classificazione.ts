import { datiPersonali } from '@/lib/privacy/testoLibero';
import { AL, bool, cod, DA_2, data, giorno, id, int, PROGETTI, type RigaGrezza, type Tabella, testo } from './contratto';

/** La classificazione fatta in due: le codifiche delle tornate già svelate e ciò che si è deciso dopo. Chi ha codificato non si dice. */

/** Prima che i due fogli siano chiusi non esce nulla: nemmeno a chi ha scritto il suo. */
const TORNATE = `(select * from tornata_codifica where ${giorno('svelata_il')} <= ${AL})`;

export const CODIFICA: Tabella = {
  nome: 'codifica',
  etichetta: 'Codifiche dei due codificatori',
  descrizione:
    'Una riga per progetto, codificatore e voce dello schema, delle sole tornate con i due fogli chiusi: da qui si ricalcola il kappa di Cohen. A e B sono chi ha preso il primo e il secondo foglio di quella tornata; in un’altra tornata possono essere altre persone.',
  fonte: 'Doppia codifica al buio',
  riservatezza: 'progetti',
  chiave: ['schema_id', 'schema_versione', 'tornata', 'progetto_id', 'codificatore', 'voce'],
  colonne: [
    id('schema_id', 'Schema di classificazione', DA_2),
    int('schema_versione', 'Versione dello schema', DA_2),
    int('tornata', 'Numero della tornata per quello schema e quel bando', DA_2),
    id('progetto_id', 'Progetto', DA_2),
    cod('codificatore', 'Chi ha codificato, in questa tornata', {
      ...DA_2,
      codici: [
        ['A', 'Primo foglio'],
        ['B', 'Secondo foglio'],
      ],
    }),
    id('voce', 'Voce dello schema', DA_2),
    testo('voce_etichetta', 'Che cosa vuol dire la voce', DA_2),
    bool('presente', 'Il codificatore ha dato questa voce al progetto', DA_2),
    id('bando_id', 'Codice del bando', DA_2),
    data('svelata_il', 'Quando le due codifiche si sono viste', DA_2),
    bool('dimostrativa', 'Tornata inventata per la dimostrazione', DA_2),
  ],
  sql: `select s.codice as schema_id, s.versione as schema_versione, t.numero as tornata, p.codice as progetto_id,
    case f.posizione when 1 then 'A' else 'B' end as codificatore, v.voce ->> 'codice' as voce, v.voce ->> 'etichetta' as voce_etichetta,
    v.voce ->> 'codice' = any (c.voci) as presente, b.codice as bando_id, ${giorno('t.svelata_il')} as svelata_il, t.dimostrativo as dimostrativa
  from codifica c join foglio_codifica f on f.id = c.foglio_id join ${TORNATE} t on t.id = f.tornata_id
  join schema_classificazione s on s.id = t.schema_id join bando b on b.id = t.bando_id join ${PROGETTI} p on p.id = c.progetto_id
  cross join lateral jsonb_array_elements(s.voci) v (voce) where c.svelata and f.svelato`,
};

type Decisa = {
  schema: string;
  versione: number;
  progetto: string;
  decisione: number;
  tornata: number;
  voci: string | null;
  concordi: boolean | null;
  motivo: string;
  decisa: string;
  sostituita: string | null;
  dimostrativa: boolean;
};

const segno = (vero: boolean | null): string | null => (vero === null ? null : vero ? '1' : '0');

/** Il motivo si guarda anche qui, non soltanto mentre lo si scrive: uno che sembra dire chi è qualcuno non esce. */
const rigaDecisa = (d: Decisa): RigaGrezza => [
  ...[d.schema, String(d.versione), d.progetto, String(d.decisione), d.voci, segno(d.concordi)],
  ...[datiPersonali(d.motivo).length > 0 ? null : d.motivo, String(d.tornata), d.decisa, d.sostituita, segno(d.dimostrativa)],
];

export const CLASSIFICAZIONE_DECISA: Tabella = {
  nome: 'classificazione_decisa',
  etichetta: 'Classificazione decisa dopo le due codifiche',
  descrizione:
    'Una riga per progetto, schema e decisione presa entro la data, con il motivo: l’ultima è quella in vigore, le altre sono la storia. Per lo schema del rapporto ciò che è in vigore sta anche in classificazione.',
  fonte: 'Decisioni del valutatore',
  riservatezza: 'progetti',
  chiave: ['schema_id', 'schema_versione', 'progetto_id', 'decisione'],
  colonne: [
    id('schema_id', 'Schema di classificazione', DA_2),
    int('schema_versione', 'Versione dello schema', DA_2),
    id('progetto_id', 'Progetto', DA_2),
    int('decisione', 'Numero della decisione per quel progetto e quello schema', DA_2),
    cod('voci', 'Voci decise', { ...DA_2, multipla: true, mancanti: 'nessuna voce' }),
    bool('concordi', 'I due codificatori avevano dato le stesse voci', { ...DA_2, mancanti: 'manca una delle due codifiche' }),
    testo('motivo', 'Perché', { ...DA_2, mancanti: 'non esce: sembra contenere dati di una persona' }),
    int('tornata', 'Tornata in cui si è deciso', DA_2),
    data('decisa_il', 'Decisione', DA_2),
    data('sostituita_il', 'Fino a quando è valsa', { ...DA_2, mancanti: 'è in vigore' }),
    bool('dimostrativa', 'Tornata inventata per la dimostrazione', DA_2),
  ],
  sql: `select coalesce(json_agg(json_build_object('schema', s.codice, 'versione', s.versione, 'progetto', p.codice, 'decisione', d.decisione, 'tornata', t.numero,
      'voci', nullif(array_to_string(d.voci, '|'), ''), 'motivo', d.motivo, 'decisa', ${giorno('d.decisa_il')},
      'sostituita', case when ${giorno('d.sostituita_il')} <= ${AL} then ${giorno('d.sostituita_il')} end, 'dimostrativa', t.dimostrativo,
      'concordi', (select a.voci = b.voci from codifica a join foglio_codifica f on f.id = a.foglio_id and f.posizione = 1
        join foglio_codifica g on g.tornata_id = f.tornata_id and g.posizione = 2 join codifica b on b.foglio_id = g.id and b.progetto_id = a.progetto_id
        where f.tornata_id = t.id and a.progetto_id = p.id))
      order by s.codice collate "C", s.versione, p.codice collate "C", d.decisione), '[]') as dati
    from (select progetto_id, schema_id, tornata_id, voci, motivo, decisa_il, sostituita_il,
      row_number() over (partition by progetto_id, schema_id order by decisa_il, id) as decisione from classificazione_decisa) d
    join tornata_codifica t on t.id = d.tornata_id join schema_classificazione s on s.id = d.schema_id join ${PROGETTI} p on p.id = d.progetto_id
    where ${giorno('d.decisa_il')} <= ${AL}`,
  righe: (dati) => (dati as Decisa[]).map(rigaDecisa),
};
