import { type Aggregazione, dimensioneAggregazioni } from '@/lib/ricerca/dimensione';
import { NOME_DIMENSIONE } from '@/lib/ricerca/labels';
import { AL, cod, DA_2, id, int, PROGETTI, type RigaGrezza, type Tabella } from './contratto';

/** Le classi di dimensione delle aggregazioni: le conta la stessa funzione della pagina. */

const PERSONE = { ...DA_2, unita: 'persone' };
const QUANTI = { ...DA_2, unita: 'progetti' };

type Letto = { bando: string; progetti: Aggregazione[] };

const righeDi = ({ bando, progetti }: Letto): RigaGrezza[] =>
  dimensioneAggregazioni(progetti)
    .sort((una, altra) => (una.classe < altra.classe ? -1 : 1))
    .map(({ classe, progetti: quanti, popolazione, unEnte, pochiEnti, moltiEnti }) => [
      ...[bando, classe.toLowerCase(), String(quanti), classe === 'NON_NOTA' ? null : String(popolazione)],
      ...[unEnte, pochiEnti, moltiEnti].map(String),
    ]);

export const DIMENSIONE: Tabella = {
  nome: 'dimensione',
  etichetta: 'Dimensione delle aggregazioni',
  descrizione:
    'Una riga per bando e classe di popolazione del territorio, con i progetti per numero di enti gestori. Solo i progetti già approvati alla data; l’estremo alto di ogni classe è compreso.',
  fonte: 'Progetti e partecipazioni',
  riservatezza: 'progetti',
  chiave: ['bando_id', 'classe'],
  colonne: [
    id('bando_id', 'Codice del bando', DA_2),
    cod('classe', 'Classe di popolazione', {
      ...DA_2,
      codici: Object.entries(NOME_DIMENSIONE).map(([codice, nome]) => [codice.toLowerCase(), nome] as const),
    }),
    int('progetti', 'Progetti della classe', QUANTI),
    int('popolazione', 'Abitanti dei loro territori', { ...PERSONE, mancanti: 'la popolazione non è nota' }),
    int('un_ente', 'Con un ente gestore', QUANTI),
    int('pochi_enti', 'Con due, tre o quattro enti gestori', QUANTI),
    int('molti_enti', 'Con cinque o più enti gestori', QUANTI),
  ],
  sql: `select coalesce(json_agg(x.riga order by x.codice collate "C"), '[]') as dati from (
    select b.codice, json_build_object('bando', b.codice, 'progetti', json_agg(json_build_object('popolazione', p.popolazione,
      'enti', (select coalesce(json_agg(q.organizzazione_id), '[]') from partecipazione q where q.progetto_id = p.id
        and q.ruolo in ('CAPOFILA', 'PARTNER_GESTORE') and q.dal <= ${AL} and (q.al is null or q.al >= ${AL}))))) as riga
    from ${PROGETTI} p join bando b on b.id = p.bando_id
    where coalesce(p.data_approvazione, (select f.dal from fase_bando f where f.bando_id = p.bando_id order by f.ordine desc limit 1), ${AL}) <= ${AL}
    group by b.codice) x`,
  righe: (dati) => (dati as Letto[]).flatMap(righeDi),
};
