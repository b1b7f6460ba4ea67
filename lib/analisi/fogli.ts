import type { Cella as CellaFile } from '@/lib/format/csv';
import type { FoglioXlsx } from '@/lib/format/xlsx';
import { tonda } from '@/lib/ricerca/foglio';
import type { Vocaboli } from './dimensioni';
import { tabellaDi } from './dimensioni';
import type { Cella, Incrocio, Voce } from './incrocio';
import { etichettaMisura, metodoDi, NOME_QUOTA, titoloDi } from './labels';
import type { Domanda } from './schema';

/** L'incrocio come si scarica: la tabella dello schermo per un foglio di calcolo, e una riga per casella, con i codici, per R e simili. */

const NASCOSTO = 'nascosto';
/** Un minimo si scrive come sullo schermo: da solo sembrerebbe il numero vero. */
const valore = ({ valore: n, nascosta, parziale }: Cella): CellaFile => (nascosta ? NASCOSTO : parziale ? `almeno ${n}` : tonda(n));

/** La tabella com'è sullo schermo, con le etichette e i totali. Una casella parziale dice il suo minimo. */
export function foglioIncrocio(incrocio: Incrocio): FoglioXlsx {
  const { nomi, colonne, righe, totali } = incrocio;
  const conColonne = nomi.colonne !== null;
  const resto = (celle: readonly Cella[], totale: Cella | null): CellaFile[] => [
    ...celle.map(valore),
    ...(totale ? [valore(totale)] : conColonne ? [null] : []),
  ];
  return {
    nome: 'tabella',
    intestazioni: [...nomi.righe, ...colonne.map(({ etichetta }) => etichetta), conColonne ? 'Totale' : 'Valore'],
    righe: [
      ...righe.map(({ voci, celle, totale }) => [...voci.map(({ etichetta }) => etichetta), ...resto(celle, totale)]),
      ...(totali ? [['Totale', ...nomi.righe.slice(1).map(() => ''), ...resto(totali.celle, totali.totale)]] : []),
    ],
  };
}

/** Una riga per casella, senza totali: codici, etichette, valore, e se il valore è nascosto o è solo il minimo. */
export function foglioLungo({ nomi, colonne, righe }: Incrocio): FoglioXlsx {
  const posti = ['riga', 'sotto'].slice(0, nomi.righe.length);
  const conColonne = nomi.colonne !== null;
  const intestazioni = [...posti, ...(conColonne ? ['colonna'] : [])].flatMap((nome) => [nome, `${nome}_etichetta`]);
  const scritte = (voci: readonly Voce[]): CellaFile[] => voci.flatMap(({ codice, etichetta }) => [codice, etichetta]);
  const coda = ({ valore: n, nascosta, parziale }: Cella): CellaFile[] => [tonda(n), Number(nascosta), Number(parziale)];
  return {
    nome: 'lungo',
    intestazioni: [...intestazioni, 'valore', 'nascosto', 'parziale'],
    righe: righe.flatMap(({ voci, celle, totale }) =>
      conColonne
        ? celle.flatMap((cella, n) => {
            const colonna = colonne[n];
            return colonna ? [[...scritte([...voci, colonna]), ...coda(cella)]] : [];
          })
        : totale
          ? [[...scritte(voci), ...coda(totale)]]
          : [],
    ),
  };
}

/** Che cosa si è contato e come: il foglio che accompagna la tabella. */
export function foglioMetodo(
  domanda: Domanda,
  vocaboli: Vocaboli,
  incrocio: Incrocio,
  provenienza: { titolo: string; indirizzo: string },
): FoglioXlsx {
  const tabella = tabellaDi(domanda.tabella);
  return {
    nome: 'LEGGIMI',
    intestazioni: ['voce', 'significato'],
    righe: [
      ['Analisi', provenienza.titolo],
      ['Tabella', titoloDi(domanda)],
      ['Misura', tabella ? etichettaMisura(tabella, domanda.misura) : ''],
      ['Che cosa si mostra', NOME_QUOTA[domanda.quota]],
      ['Indirizzo', provenienza.indirizzo],
      ...metodoDi(domanda, vocaboli, incrocio).map((frase) => ['Metodo', frase]),
      ['NA', 'il valore manca, o non c’è nulla da misurare'],
      [NASCOSTO, 'conta persone che non si possono dire; nel foglio «lungo» vale NA con nascosto 1'],
      ['almeno …', 'una parte è nascosta; nel foglio «lungo» c’è il minimo, con parziale 1'],
    ],
  };
}
