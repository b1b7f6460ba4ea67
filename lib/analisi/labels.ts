import { type Colonna, type Tabella, VERSIONE_DIZIONARIO } from '@/lib/dizionario/contratto';
import { dataBreve, dataLunga } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';
import { numero } from '@/lib/format/euro';
import { codiciDi, conPersone, dimensioneDi, nonSommabili, tabellaDi, type Vocaboli } from './dimensioni';
import type { Cella, RigaIncrocio } from './incrocio';
import type { Domanda, Filtro, Misura, Operatore, Quota } from './schema';

/** Le parole di un'analisi: sullo schermo, nei file, nel nome che le si propone. */

export const NOME_OPERATORE: Record<Operatore, string> = {
  uguale: 'è uno tra',
  diverso: 'non è tra',
  almeno: 'almeno, o dal',
  al_piu: 'al più, o fino al',
  manca: 'manca',
  presente: 'c’è',
};
export const NOME_QUOTA: Record<Quota, string> = {
  valori: 'I valori',
  riga: 'La percentuale di riga',
  colonna: 'La percentuale di colonna',
  totale: 'La percentuale del totale',
};
const DA_SOLO: Partial<Record<Operatore, string>> = { uguale: 'è', diverso: 'non è', almeno: 'almeno', al_piu: 'al più' };
const PREFISSO = { distinti: 'Quanti diversi', somma: 'Somma', media: 'Media', mediana: 'Mediana' } as const;

/** «Somma: Importo assegnato (euro)». */
export function etichettaMisura(tabella: Tabella, misura: Misura): string {
  if (misura.tipo === 'conteggio') return conPersone(tabella.nome) ? 'Persone' : 'Quante righe';
  const colonna = tabella.colonne.find(({ nome }) => nome === misura.colonna);
  return `${PREFISSO[misura.tipo]}: ${colonna?.etichetta ?? misura.colonna}${colonna?.unita ? ` (${colonna.unita})` : ''}`;
}

const colonnaDi = (tabella: string, colonna: string): Colonna | undefined =>
  tabellaDi(tabella)?.colonne.find(({ nome }) => nome === colonna);

const nomeVoce = (domanda: Domanda, nome: string): string => {
  const tabella = tabellaDi(domanda.tabella);
  return (tabella && dimensioneDi(tabella, nome)?.etichetta) ?? nome;
};

/** Che cosa si vede, in una riga: «Progetti: quante righe, per Stato del progetto e Sigla della provincia». */
export function titoloDi(domanda: Domanda): string {
  const tabella = tabellaDi(domanda.tabella);
  if (!tabella) return domanda.tabella;
  const voci = [...domanda.righe, ...(domanda.colonne ? [domanda.colonne] : [])].map((nome) => nomeVoce(domanda, nome));
  const misura = etichettaMisura(tabella, domanda.misura);
  return `${tabella.etichetta}: ${misura.slice(0, 1).toLocaleLowerCase('it')}${misura.slice(1)}, per ${elenco(voci)}`;
}

/** «Sigla della provincia è uno tra TO e CN»; con un valore solo, «è TO». */
function filtroScritto(domanda: Domanda, { colonna, operatore, valori }: Filtro, vocaboli: Vocaboli): string {
  const sua = colonnaDi(domanda.tabella, colonna);
  const codici = sua && codiciDi(sua, vocaboli);
  const nomi = valori.map((v) => codici?.find(([c]) => c === v)?.[1] ?? (sua?.tipo === 'data' ? dataBreve(v) : v));
  return [
    sua?.etichetta ?? colonna,
    nomi.length === 1 ? (DA_SOLO[operatore] ?? NOME_OPERATORE[operatore]) : NOME_OPERATORE[operatore],
    elenco(nomi),
  ]
    .filter((parte) => parte !== '')
    .join(' ');
}

const MINORI =
  'Dei minori si mostrano solo gruppi di almeno dieci: gli altri non entrano in nessun numero; dove una parte del gruppo è più piccola, cittadinanza e ambito non si distinguono.';
const SENZA_NASCOSTI =
  'Un conteggio nascosto non entra in nessun totale. «Almeno» vuol dire che una parte è nascosta: il numero vero è quello o di più.';
/** Come si sono contate le persone, tabella per tabella. */
const METODO_PERSONE: Record<string, readonly string[]> = {
  indicatore: ['Si sommano solo valori già pubblicati, con le loro celle nascoste.', SENZA_NASCOSTI],
  partecipanti_agg: ['Si sommano solo conteggi di almeno cinque persone (dieci se minori), già pubblicati.', SENZA_NASCOSTI],
  partecipanti: [
    'Le persone vengono dai rilasci k-anonimi, che non cambiano: ogni combinazione di caratteristiche vale per almeno cinque.',
    MINORI,
    'Gli esiti di un semestre si mostrano tutti o per niente: basta una casella sotto cinque, o un esito uguale per tutti, e sono nascosti.',
    SENZA_NASCOSTI,
  ],
};

/** Da dove vengono i numeri: i dati di oggi, o un'istantanea con la versione del dizionario di allora. */
const fonteScritta = ({ data, istantanea }: Domanda): string =>
  istantanea === null
    ? `Dati di oggi, alla data di riferimento del ${dataLunga(data)}.`
    : `Istantanea ${istantanea}, dati al ${dataLunga(data)}.`;

/** La nota sul metodo: che cosa si è contato, a quale data, con quali filtri, che cosa è nascosto. */
export function metodoDi(domanda: Domanda, vocaboli: Vocaboli, { quante, mancanti }: { quante: number; mancanti: number }): string[] {
  const tabella = tabellaDi(domanda.tabella);
  if (!tabella) return [];
  const { misura, filtri } = domanda;
  const voci = [...domanda.righe, ...(domanda.colonne ? [domanda.colonne] : [])];
  const molte = voci.map((nome) => dimensioneDi(tabella, nome)).filter((d) => d?.colonna.multipla);
  // la stessa persona può stare in più voci: quante sono in tutto non è la somma
  const sommate = !conPersone(tabella.nome) || !nonSommabili(tabella.nome, misura)?.colonne.some((nome) => voci.includes(nome));
  return [
    `${fonteScritta(domanda)} Dizionario dei dati, versione ${VERSIONE_DIZIONARIO}.`,
    tabella.descrizione,
    filtri.length === 0 ? 'Nessun filtro.' : `Filtri: ${filtri.map((f) => filtroScritto(domanda, f, vocaboli)).join('; ')}.`,
    ...(sommate ? [`${conPersone(tabella.nome) ? 'Persone' : 'Righe'} contate: ${numero(quante)}.`] : []),
    ...(misura.tipo !== 'conteggio' && mancanti > 0
      ? [`Di queste, ${numero(mancanti)} non hanno il valore e non entrano nella misura.`]
      : []),
    ...molte.map((d) => `«${d?.etichetta}» può avere più codici: una riga conta in ciascuno, e una volta sola nel totale.`),
    ...(METODO_PERSONE[tabella.nome] ?? []),
  ];
}

const DECIMALI = new Intl.NumberFormat('it-IT', { useGrouping: 'always', minimumFractionDigits: 2, maximumFractionDigits: 2 });
const PERCENTO = new Intl.NumberFormat('it-IT', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Come si scrive una cella: «1.234», «12,5%», «nascosto», «almeno 34», «–» se non c'è nulla da misurare. */
export function cellaScritta({ valore, nascosta, parziale }: Cella, { tabella, misura, quota }: Domanda): string {
  if (nascosta) return 'nascosto';
  if (valore === null) return '–';
  if (quota !== 'valori') return PERCENTO.format(valore);
  const decimali = 'colonna' in misura && misura.tipo !== 'distinti' && colonnaDi(tabella, misura.colonna)?.tipo === 'dec';
  const scritto = decimali ? DECIMALI.format(valore) : numero(valore);
  return parziale ? `almeno ${scritto}` : scritto;
}

/** «Avviato», o «Avviato · TO» se le righe hanno due voci. */
export const nomeRiga = ({ voci }: Pick<RigaIncrocio, 'voci'>): string => voci.map(({ etichetta }) => etichetta).join(' · ');

const ESITI: Record<string, string> = {
  salvata: 'L’analisi è salvata.',
  rinominata: 'Il titolo è cambiato.',
  condivisa: 'L’analisi è condivisa con chi fa ricerca nella tua Regione.',
  privata: 'L’analisi ora la vedi solo tu.',
  cancellata: 'L’analisi è cancellata.',
};
export const esitoAnalisi = (esito: unknown): string | undefined => (typeof esito === 'string' ? ESITI[esito] : undefined);
