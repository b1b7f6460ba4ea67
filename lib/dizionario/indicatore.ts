import type { InsiemeIndicatori } from '@/lib/bandi/configurazione';
import { CODICI, COLONNE, type CodiceOTotale, NOME_COLONNA, NOME_INDICATORE, TOTALE } from '@/lib/indicatori/codici';
import { codiciDi } from '@/lib/indicatori/insiemi';
import { INDICATORI as TABELLA_RILASCIO } from '@/lib/indicatori/rilascio';
import { type CellePubblicate, righePubblicate } from '@/lib/indicatori/tabella';
import { AL, bool, cod, data, id, int, type RigaGrezza, type Tabella } from './contratto';

const INDICATORI: readonly CodiceOTotale[] = [TOTALE, ...CODICI];

type Letto = { codice: string; insieme: InsiemeIndicatori; al: string; celle: CellePubblicate };

/** Le celle pubblicate di un progetto: le stesse della sua pagina. */
const righeDi = ({ codice, insieme, al, celle }: Letto): RigaGrezza[] =>
  righePubblicate(codiciDi(insieme), celle).flatMap(({ codice: indicatore, universo, valori }) =>
    COLONNE.map((sesso): RigaGrezza => {
      const valore = valori[sesso];
      return [codice, indicatore, sesso, universo, valore === null ? null : String(valore), valore === null ? '1' : '0', al];
    }),
  );

const confronta = (a: RigaGrezza, b: RigaGrezza): number => {
  for (const [n, cella] of a.entries()) {
    const [x, y] = [cella ?? '', b[n] ?? ''];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
};

export const INDICATORE: Tabella = {
  nome: 'indicatore',
  etichetta: 'Indicatori comuni',
  descrizione:
    'Una riga per progetto avviato, indicatore, sesso e universo, dall’ultima pubblicazione alla data di riferimento: un progetto mai pubblicato non c’è. Le celle piccole, e quelle che le farebbero ricavare, valgono NA con soppresso 1: sono le stesse nascoste nella pagina del progetto.',
  fonte: 'Pubblicazioni degli indicatori, calcolate dalle partecipazioni registrate',
  riservatezza: 'oscurato',
  chiave: ['progetto_id', 'codice', 'sesso', 'universo'],
  colonne: [
    id('progetto_id', 'Progetto'),
    cod('codice', 'Indicatore', { codici: INDICATORI.map((codice) => [codice, NOME_INDICATORE[codice]] as const) }),
    cod('sesso', 'Sesso', { codici: COLONNE.map((c) => [c, NOME_COLONNA[c]] as const) }),
    cod('universo', 'Chi si conta', {
      codici: [
        ['completi', 'Solo i record completi'],
        ['tutti', 'Tutti i partecipanti'],
      ],
    }),
    int('valore', 'Persone', { unita: 'persone', mancanti: 'soppresso' }),
    bool('soppresso', 'Cella nascosta'),
    data('contati_al', 'Ultimo giorno di ingresso contato'),
  ],
  sql: `select coalesce(json_agg(json_build_object('codice', a.codice, 'insieme', a.insieme, 'al', a.contenuto ->> 'al', 'celle', a.contenuto -> 'intera')
      order by a.codice), '[]') as dati
    from (select distinct on (p.id) p.codice, app.insieme_indicatori(p.id) as insieme, r.contenuto
      from progetto p join rilascio r on r.tabella = '${TABELLA_RILASCIO}' and r.parametri ->> 'progetto' = p.id::text
      where p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'RITIRATO', 'REVOCATO') and (r.rilasciato_il at time zone 'Europe/Rome')::date <= ${AL}
      order by p.id, (r.parametri ->> 'numero')::int desc) a where a.insieme <> 'NESSUNO'`,
  righe: (dati) => (dati as Letto[]).flatMap(righeDi).sort(confronta),
};
