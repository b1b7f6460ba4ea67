import { CODICI, COLONNE, type CodiceOTotale, NOME_COLONNA, NOME_INDICATORE, TOTALE } from '@/lib/indicatori/codici';
import { codiciDi } from '@/lib/indicatori/insiemi';
import { nascosteDi } from '@/lib/indicatori/pubblica';
import type { ProgrammaLetto } from '@/lib/indicatori/queriesProgramma';
import { conteggiDi, pubblicate } from '@/lib/indicatori/tabella';
import { bool, cod, id, int, type RigaGrezza, type Tabella } from './contratto';

const INDICATORI: readonly CodiceOTotale[] = [TOTALE, ...CODICI];

type Letto = ProgrammaLetto['progetti'][number];

/** Le celle di un progetto, nascoste come nella sua pagina: stessi conteggi, stesse celle. */
const righeDi = ({ codice, insieme, conteggi }: Letto): RigaGrezza[] => {
  const suoi = conteggiDi(conteggi);
  const nascoste = nascosteDi(suoi);
  return pubblicate(codiciDi(insieme), suoi, (k) => nascoste.has(k)).flatMap(({ codice: indicatore, universo, valori }) =>
    COLONNE.map((sesso): RigaGrezza => {
      const valore = valori[sesso];
      return [codice, indicatore, sesso, universo, valore === null ? null : String(valore), valore === null ? '1' : '0'];
    }),
  );
};

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
    'Una riga per progetto avviato, indicatore, sesso e universo, con i partecipanti del giorno dell’estrazione. Le celle piccole, e quelle che le farebbero ricavare, valgono NA con soppresso 1: sono le stesse nascoste nella pagina del progetto.',
  fonte: 'Calcolati dalle partecipazioni registrate',
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
  ],
  sql: `select coalesce(json_agg(json_build_object('id', a.id, 'codice', a.codice, 'titolo', '', 'insieme', a.insieme,
      'conteggi', (select coalesce(json_agg(json_build_array(c.codice, c.sesso, c.completi, c.valore)), '[]')
        from app.conta_indicatori(a.programma_id, a.id, null, null, null) c)) order by a.codice), '[]') as dati
    from (select p.id, p.codice, b.programma_id, app.insieme_indicatori(p.id) as insieme from progetto p join bando b on b.id = p.bando_id
      where p.stato in ('AVVIATO', 'SOSPESO', 'CONCLUSO', 'RITIRATO', 'REVOCATO')) a where a.insieme <> 'NESSUNO'`,
  righe: (dati) => (dati as Letto[]).flatMap(righeDi).sort(confronta),
};
