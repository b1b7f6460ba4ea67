import { piuGiorni } from '@/lib/attuazione/rules';
import { piuMesi } from '@/lib/calendario/date';
import { CODICI, type Codice } from './codici';

/** Le regole degli indicatori comuni (domain 0.1, 2.5): le stesse di app.segni nel database; una prova le confronta su microdati casuali. */

type Dichiarato = 'SI' | 'NO' | 'NON_DICHIARA' | null;
type Condizione = 'DISOCCUPATO' | 'INATTIVO_ISTRUZIONE' | 'INATTIVO_ALTRO' | 'OCCUPATO_DIPENDENTE' | 'OCCUPATO_AUTONOMO';
type Esito4Settimane = Partial<Record<'cercaLavoro' | 'istruzione' | 'qualifica' | 'lavoro', boolean | null>>;
type Esito6Mesi = Partial<Record<'lavoro' | 'migliorato', boolean | null>>;

/**
 * Ciò che di un partecipante serve agli indicatori: le caratteristiche del primo ingresso e gli esiti dell'ultima uscita. Nullo = non si sa.
 * Date AAAA-MM-GG; `eta` in anni compiuti al primo ingresso; `mesiDisoccupazione` interi; cittadinanza ISO 3166, APOLIDE o NON_DETERMINATA.
 */
export type Microdato = {
  uscita: string | null;
  sesso: 'F' | 'M' | 'X' | null;
  eta: number | null;
  cittadinanza: string | null;
  origineStraniera: Dichiarato;
  isced: number | null;
  condizione: Condizione | null;
  mesiDisoccupazione: number | null;
  disabilita: Dichiarato;
  minoranza: Dichiarato;
  altroSvantaggio: Dichiarato;
  condizioneAbitativa: 'SENZA_TETTO' | 'SENZA_CASA' | 'PRECARIA' | 'INADEGUATA' | 'NESSUNA' | null;
  senzaDimora: boolean;
  rurale: boolean | null;
  esito4Settimane: Esito4Settimane | null;
  dataEsito4Settimane: string | null;
  esito6Mesi: Esito6Mesi | null;
  dataEsito6Mesi: string | null;
};

const UE = new Set('IT AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE LT LU LV MT NL PL PT RO SE SI SK'.split(' '));
const GIORNI_ESITO = 28;
const MESI_ESITO = 6;
const TOLLERANZA = 30;

/** Anni compiuti a un giorno; il compleanno vale come compiuto, e chi è nato il 29 febbraio li compie il 1 marzo negli anni comuni (domain 0.1). */
export function anniCompiuti(nascita: string, giorno: string): number {
  const anni = Number(giorno.slice(0, 4)) - Number(nascita.slice(0, 4));
  return giorno.slice(5) < nascita.slice(5) ? anni - 1 : anni;
}

/** Vero se l'esito immediato è stato osservato dall'uscita a 28 giorni dopo, compresi. */
export const inTempo4Settimane = (uscita: string | null, osservato: string | null): boolean =>
  uscita !== null && osservato !== null && osservato >= uscita && osservato <= piuGiorni(uscita, GIORNI_ESITO);

/** I giorni in cui vale l'esito a sei mesi: sei mesi di calendario dopo l'uscita (31/08 → 28/02), trenta giorni prima o dopo. */
export function finestra6Mesi(uscita: string): { dal: string; al: string } {
  const centro = piuMesi(uscita, MESI_ESITO);
  return { dal: piuGiorni(centro, -TOLLERANZA), al: piuGiorni(centro, TOLLERANZA) };
}
export function inTempo6Mesi(uscita: string | null, osservato: string | null): boolean {
  if (uscita === null || osservato === null) return false;
  const { dal, al } = finestra6Mesi(uscita);
  return osservato >= dal && osservato <= al;
}

/** Vero se ci sono tutti i dati non particolari (sesso, età, titolo, condizione): solo questi record si trasmettono (Reg. 2021/1057, art. 17 par. 5). */
export const completo = ({ sesso, eta, isced, condizione }: Pick<Microdato, 'sesso' | 'eta' | 'isced' | 'condizione'>): boolean =>
  sesso !== null && eta !== null && isced !== null && condizione !== null;

const tra = (valore: number | null, da: number, a: number): boolean => valore !== null && valore >= da && valore <= a;

/** Chi è il partecipante al primo ingresso: i fatti da cui vengono sia gli output sia le popolazioni dei risultati. */
function profilo(m: Microdato) {
  const disoccupato = m.condizione === 'DISOCCUPATO';
  const inattivo = m.condizione === 'INATTIVO_ISTRUZIONE' || m.condizione === 'INATTIVO_ALTRO';
  const origine = (m.cittadinanza !== null && m.cittadinanza !== 'IT') || m.origineStraniera === 'SI' || m.minoranza === 'SI';
  const soglia = tra(m.eta, 0, 24) ? 6 : 12;
  return {
    disoccupato,
    inattivo,
    senzaLavoro: disoccupato || inattivo,
    occupato: m.condizione === 'OCCUPATO_DIPENDENTE' || m.condizione === 'OCCUPATO_AUTONOMO',
    lungo: disoccupato && m.mesiDisoccupazione !== null && m.mesiDisoccupazione > soglia,
    origine,
    svantaggio: origine || m.disabilita === 'SI' || m.altroSvantaggio === 'SI',
    abitativa: m.senzaDimora || (m.condizioneAbitativa !== null && m.condizioneAbitativa !== 'NESSUNA'),
    oltre54: m.eta !== null && m.eta > 54,
  };
}
type Profilo = ReturnType<typeof profilo>;

const output2014 = (m: Microdato, p: Profilo): boolean[] => [
  p.disoccupato,
  p.lungo,
  p.inattivo,
  m.condizione === 'INATTIVO_ALTRO',
  p.occupato,
  tra(m.eta, 0, 24),
  p.oltre54,
  p.oltre54 && (p.disoccupato || m.condizione === 'INATTIVO_ALTRO'),
  tra(m.isced, 1, 2),
  tra(m.isced, 3, 4),
  tra(m.isced, 5, 8),
  p.origine,
  m.disabilita === 'SI',
  m.altroSvantaggio === 'SI',
  p.abitativa,
  m.rurale === true,
];

const output2021 = (m: Microdato, p: Profilo): boolean[] => [
  m.condizione !== null,
  p.disoccupato,
  p.lungo,
  p.inattivo,
  p.occupato,
  tra(m.eta, 0, 17),
  tra(m.eta, 18, 29),
  tra(m.eta, 55, 125),
  tra(m.isced, 0, 2),
  tra(m.isced, 3, 4),
  tra(m.isced, 5, 8),
  m.disabilita === 'SI',
  m.cittadinanza !== null && !UE.has(m.cittadinanza),
  m.origineStraniera === 'SI',
  m.minoranza === 'SI',
  p.abitativa,
  m.rurale === true,
];

/** Un esito fuori finestra, o di una partecipazione ancora aperta, non conta. */
function risultati(m: Microdato, p: Profilo): { fse: boolean[]; fsePlus: boolean[] } {
  const quattro = inTempo4Settimane(m.uscita, m.dataEsito4Settimane) ? m.esito4Settimane : null;
  const sei = inTempo6Mesi(m.uscita, m.dataEsito6Mesi) ? m.esito6Mesi : null;
  const [cerca, studia, qualifica, lavora] = [quattro?.cercaLavoro, quattro?.istruzione, quattro?.qualifica, quattro?.lavoro];
  const lavora6 = p.senzaLavoro && sei?.lavoro === true;
  const comuni = [
    p.inattivo && cerca === true,
    m.condizione !== null && m.condizione !== 'INATTIVO_ISTRUZIONE' && studia === true,
    qualifica === true,
    p.senzaLavoro && lavora === true,
  ];
  const impegnato = cerca === true || studia === true || qualifica === true || lavora === true;
  const migliorato = p.occupato && sei?.migliorato === true;
  return {
    fse: [...comuni, p.senzaLavoro && p.svantaggio && impegnato, lavora6, migliorato, p.oltre54 && lavora6, p.svantaggio && lavora6],
    fsePlus: [...comuni, lavora6, migliorato],
  };
}

/** I codici degli indicatori comuni veri per un partecipante. */
export function segniDiPartecipante(m: Microdato): Set<Codice> {
  const p = profilo(m);
  const { fse, fsePlus } = risultati(m, p);
  const veri = [...output2014(m, p), ...fse, ...output2021(m, p), ...fsePlus];
  return new Set(CODICI.filter((_, i) => veri[i]));
}

/** Gli stessi come numero: un bit per codice, nell'ordine di CODICI (la colonna `partecipante.segni`). */
export const bitDiSegni = (segni: ReadonlySet<Codice>): bigint =>
  CODICI.reduce((somma, codice, i) => (segni.has(codice) ? somma | (1n << BigInt(i)) : somma), 0n);
