import type { Colonna, Tabella } from '@/lib/dizionario/contratto';
import { dataLunga } from '@/lib/format/data';
import { leggiData, leggiMese, leggiNumero } from '@/lib/format/lettura';
import { ESITI } from '@/lib/soppressione/kAnonimato';
import {
  CON_ESITO,
  codiciDi,
  conPersone,
  dimensioneDi,
  dimensioniDi,
  filtrabiliDi,
  misureDi,
  nomeMisura,
  nonSommabili,
  operatoriDi,
  tabellaDi,
  type Vocaboli,
} from './dimensioni';
import { type Domanda, FILTRI, type Filtro, type Misura, type NomeCampo, OPERATORI, Parametri, QUOTE } from './schema';

/** Ciò che serve per sapere se una domanda ha risposta: le date, i codici della Regione, le istantanee congelate. */
export type Contesto = {
  oggi: string;
  /** Il giorno del primo progetto approvato; null se non ce n'è. */
  prima: string | null;
  vocaboli: Vocaboli;
  istantanee: readonly { numero: number; data: string }[];
};
export type Errori = Partial<Record<NomeCampo, string>>;
export type Lettura = {
  /** La tabella scelta, anche se il resto non è ancora chiesto. */
  tabella: Tabella | null;
  /** Null se non è stata chiesta ancora, o se c'è qualcosa da correggere. */
  domanda: Domanda | null;
  errori: Errori;
  /** Com'è scritta: riempie di nuovo il modulo. */
  scritti: Parametri;
};

const ESITO = (nome: string): boolean => (ESITI as readonly string[]).includes(nome);

/** La domanda di un indirizzo. Ogni rifiuto dice il campo e che cosa scrivere; niente si indovina. */
export function leggiDomanda(grezzi: Record<string, unknown>, contesto: Contesto): Lettura {
  const letti = Parametri.safeParse(grezzi);
  const scritti: Parametri = letti.success ? letti.data : {};
  const errori: Errori = {};
  const nome = scritti.tabella ?? '';
  const tabella = tabellaDi(nome) ?? null;
  if (nome !== '' && !tabella) errori.tabella = 'Questa tabella non è nel dizionario dei dati: scegline una dall’elenco.';
  // senza righe la domanda non è ancora stata fatta: si è solo scelta la tabella
  if (!tabella || grezzi.righe === undefined) return { tabella, domanda: null, errori, scritti };
  const voci = leggiVoci(tabella, scritti, errori);
  const misura = leggiMisura(tabella, scritti, errori);
  const quota = QUOTE.find((q) => q === (scritti.quota || 'valori'));
  if (!quota) errori.quota = 'Scegli come mostrare i numeri tra le voci proposte.';
  else if (quota !== 'valori' && misura && !['conteggio', 'somma'].includes(misura.tipo))
    errori.quota = 'Una percentuale si calcola su conteggi e somme: con questa misura scegli «I valori».';
  else if (quota === 'riga' && !voci.colonne)
    errori.quota = 'Senza colonne ogni riga è il 100 per cento: scegli la percentuale del totale.';
  const filtri = leggiFiltri(tabella, scritti, contesto.vocaboli, errori);
  const quando = leggiQuando(scritti, contesto, errori);
  if (Object.keys(errori).length > 0 || !misura || !quota) return { tabella, domanda: null, errori, scritti };
  const domanda: Domanda = { tabella: tabella.nome, ...voci, misura, quota, filtri, ...quando };
  controllaInsieme(tabella, domanda, errori);
  return { tabella, domanda: Object.keys(errori).length > 0 ? null : domanda, errori, scritti };
}

function leggiVoci(tabella: Tabella, scritti: Parametri, errori: Errori): Pick<Domanda, 'righe' | 'colonne'> {
  const campi = ['righe', 'sotto', 'colonne'] as const;
  if (!scritti.righe) errori.righe = 'Scegli che cosa mettere nelle righe.';
  for (const [n, campo] of campi.entries()) {
    const nome = scritti[campo];
    if (!nome) continue;
    if (!dimensioneDi(tabella, nome)) errori[campo] = `La tabella «${tabella.etichetta}» non ha questa voce: scegline una dall’elenco.`;
    else if (campi.slice(0, n).some((altro) => scritti[altro] === nome)) errori[campo] = 'Questa voce è già scelta: scegline un’altra.';
  }
  return { righe: [scritti.righe, scritti.sotto].filter((v): v is string => !!v), colonne: scritti.colonne || null };
}

function leggiMisura(tabella: Tabella, scritti: Parametri, errori: Errori): Misura | null {
  const chiesta = scritti.misura || 'conteggio';
  const misura = misureDi(tabella).find((m) => nomeMisura(m) === chiesta);
  if (misura) return misura;
  errori.misura = conPersone(tabella.nome)
    ? 'Su questa tabella si contano solo persone: le altre misure potrebbero dire qualcosa di una persona sola.'
    : 'Questa misura non c’è: somma, media e mediana si calcolano solo su colonne di numeri.';
  return null;
}

function leggiFiltri(tabella: Tabella, scritti: Parametri, vocaboli: Vocaboli, errori: Errori): Filtro[] {
  const filtri: Filtro[] = [];
  for (let n = 1; n <= FILTRI; n++) {
    const [nome, confronto, valori] = [scritti[`f${n}`], scritti[`o${n}`] || 'uguale', scritti[`v${n}`] ?? ''];
    if (!nome) {
      if (valori !== '') errori[`f${n}`] = 'Scegli la colonna da filtrare, o togli il valore.';
      continue;
    }
    const colonna = filtrabiliDi(tabella).find((c) => c.nome === nome);
    if (!colonna) {
      errori[`f${n}`] = `La tabella «${tabella.etichetta}» non si filtra per questa colonna: scegline una dall’elenco.`;
      continue;
    }
    const operatore = OPERATORI.find((o) => o === confronto);
    if (!operatore || !operatoriDi(tabella, colonna).includes(operatore)) {
      errori[`o${n}`] = `«${colonna.etichetta}» non ammette questo confronto: scegline un altro.`;
      continue;
    }
    if (operatore === 'manca' || operatore === 'presente') {
      filtri.push({ colonna: nome, operatore, valori: [] });
      continue;
    }
    const letti = leggiValori(colonna, valori, vocaboli);
    if (letti.valori.length === 0) errori[`v${n}`] = letti.errore ?? `Scegli o scrivi almeno un valore per «${colonna.etichetta}».`;
    else if (operatore !== 'uguale' && operatore !== 'diverso' && letti.valori.length > 1)
      errori[`v${n}`] = 'Con questo confronto il valore è uno solo.';
    else filtri.push({ colonna: nome, operatore, valori: letti.valori });
  }
  return filtri;
}

/** I valori scritti, separati da virgola, nella forma del dizionario. Se uno non va, nessuno vale: `errore` dice quale e come si scrive. */
function leggiValori(colonna: Colonna, scritto: string, vocaboli: Vocaboli): { valori: string[]; errore?: string } {
  // la virgola separa i valori, e dei numeri anche i decimali: lì il separatore è il punto e virgola
  const separatore = colonna.tipo === 'dec' ? /[;|]/ : /[,;|]/;
  const valori: string[] = [];
  for (const pezzo of scritto
    .split(separatore)
    .map((p) => p.trim())
    .filter((p) => p !== '')) {
    const letto = leggiValore(colonna, pezzo, vocaboli);
    if ('errore' in letto) return { valori: [], errore: letto.errore };
    if (!valori.includes(letto.valore)) valori.push(letto.valore);
  }
  return { valori };
}

type Letto = { valore: string } | { errore: string };
const CODICE = /^[\p{L}\p{N}_.:+/-]{1,80}$/u;

function leggiValore(colonna: Colonna, pezzo: string, vocaboli: Vocaboli): Letto {
  const codici = codiciDi(colonna, vocaboli);
  if (codici) {
    const uguale = (testo: string) => testo.toLocaleLowerCase('it') === pezzo.toLocaleLowerCase('it');
    const trovato = codici.find(([codice, etichetta]) => uguale(codice) || uguale(etichetta));
    if (trovato) return { valore: trovato[0] };
    return { errore: `Un valore non è nell’elenco di «${colonna.etichetta}»: scegli tra quelli proposti.` };
  }
  if (colonna.tipo === 'int' || colonna.tipo === 'dec') {
    const numero = leggiNumero(pezzo);
    if (!numero.ok || numero.valore === null || !Number.isSafeInteger(Math.round(numero.valore * 100)))
      return { errore: `«${colonna.etichetta}» è un numero: scrivi per esempio 1250.` };
    return { valore: String(numero.valore) };
  }
  if (colonna.tipo === 'data' || colonna.tipo === 'mese') {
    const letta = colonna.tipo === 'data' ? leggiData(pezzo) : leggiMese(pezzo);
    return letta.ok && letta.iso ? { valore: letta.iso } : { errore: letta.ok ? 'Scrivi una data.' : letta.messaggio };
  }
  return CODICE.test(pezzo) ? { valore: pezzo } : { errore: `Per «${colonna.etichetta}» scrivi un codice, senza spazi.` };
}

/** Da quali dati e a quale data. Un'istantanea ha già la sua. */
function leggiQuando(scritti: Parametri, { oggi, prima, istantanee }: Contesto, errori: Errori): Pick<Domanda, 'data' | 'istantanea'> {
  if (scritti.fonte && scritti.fonte !== 'oggi') {
    const ferma = istantanee.find(({ numero }) => String(numero) === scritti.fonte);
    if (ferma) return { data: ferma.data, istantanea: ferma.numero };
    errori.fonte = 'Questa istantanea non c’è: scegline una dall’elenco, o i dati di oggi.';
  }
  const letta = leggiData(scritti.data ?? '');
  const data = letta.ok ? (letta.iso ?? oggi) : oggi;
  if (!letta.ok) errori.data = letta.messaggio;
  else if (data > oggi) errori.data = 'La data di riferimento non può essere dopo oggi.';
  else if (prima !== null && data < prima)
    errori.data = `Al ${dataLunga(data)} il programma non aveva ancora progetti approvati: scegli una data dal ${dataLunga(prima)} in poi.`;
  return { data, istantanea: null };
}

/** Le regole che riguardano più campi insieme. */
function controllaInsieme(tabella: Tabella, domanda: Domanda, errori: Errori): void {
  const usate = [...domanda.righe, ...(domanda.colonne ? [domanda.colonne] : [])];
  const regola = nonSommabili(tabella.nome, domanda.misura);
  for (const colonna of regola?.colonne ?? []) {
    const fermo = domanda.filtri.some((f) => f.colonna === colonna && f.operatore === 'uguale' && f.valori.length === 1);
    if (usate.includes(colonna) || fermo) continue;
    const etichetta = dimensioniDi(tabella).find(({ nome }) => nome === colonna)?.etichetta ?? colonna;
    errori.misura = `Metti «${etichetta}» nelle righe o nelle colonne, oppure filtrane una voce sola: ${regola?.perche}.`;
  }
  if (regola && domanda.quota !== 'valori' && usate.some((nome) => regola.colonne.includes(nome)))
    errori.quota = `Qui una percentuale non ha un intero: ${regola.perche}. Scegli «I valori».`;
  const molte = usate.map((nome) => dimensioneDi(tabella, nome)).some((d) => d?.colonna.multipla);
  if (molte && domanda.misura.tipo !== 'conteggio' && domanda.misura.tipo !== 'distinti')
    errori.misura = 'Una voce che ha più codici nella stessa riga si può solo contare: la somma la ripeterebbe.';
  if (tabella.nome !== 'partecipanti') return;
  const tutte = [...new Set([...usate, ...domanda.filtri.map((f) => f.colonna)])];
  const esiti = tutte.filter(ESITO);
  const campo = domanda.filtri.length > 0 ? 'f1' : 'righe';
  if (esiti.length > 1)
    errori[campo] = 'Gli esiti si guardano uno alla volta: togline uno. Per incrociarli, scarica le righe dalla pagina «Dati».';
  else if (esiti.length === 1 && tutte.some((nome) => !ESITO(nome) && !CON_ESITO.includes(nome)))
    errori[campo] =
      'Con un esito si incrociano solo programma, semestre e sesso: con altre voci i gruppi sarebbero troppo piccoli. Togli le altre, o scarica le righe dalla pagina «Dati».';
}

/** La domanda com'è in un indirizzo: letta di nuovo, dà la stessa. */
export function inParametri({ tabella, righe, colonne, misura, quota, filtri, data, istantanea }: Domanda): Parametri {
  const parametri: Parametri = { tabella, righe: righe[0] ?? '' };
  if (righe[1]) parametri.sotto = righe[1];
  if (colonne) parametri.colonne = colonne;
  parametri.misura = nomeMisura(misura);
  if (quota !== 'valori') parametri.quota = quota;
  for (const [n, filtro] of filtri.entries()) {
    parametri[`f${n + 1}`] = filtro.colonna;
    parametri[`o${n + 1}`] = filtro.operatore;
    // nell'indirizzo i numeri si scrivono come si leggono, con la virgola dei decimali
    if (filtro.valori.length > 0) parametri[`v${n + 1}`] = filtro.valori.map((v) => scritto(tabella, filtro.colonna, v)).join(';');
  }
  parametri.data = data;
  if (istantanea !== null) parametri.fonte = String(istantanea);
  return parametri;
}
const scritto = (tabella: string, colonna: string, valore: string): string =>
  tabellaDi(tabella)?.colonne.find(({ nome }) => nome === colonna)?.tipo === 'dec' ? valore.replace('.', ',') : valore;
