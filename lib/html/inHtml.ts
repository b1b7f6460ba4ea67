import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';

/**
 * Scrive in HTML un albero di componenti puri (niente hook, niente promesse, niente componenti del browser), in una passata sola.
 *
 * Perché: in una pagina dinamica un elemento React costa tre volte (serializzato, riletto, disegnato) e viaggia due volte; una tabella di
 * cinquanta righe costa così più del database. Un pezzo che nel browser non cambia non ne ha bisogno: viaggia come testo già scritto.
 * Ogni testo e ogni attributo è protetto qui; un attributo sconosciuto, un evento o un componente del browser è un errore, non un silenzio.
 * Una prova confronta il risultato con quello di react-dom, carattere per carattere.
 */
export function inHtml(nodo: ReactNode): string {
  const prima = scritto;
  scritto = '';
  try {
    scrivi(nodo);
    return scritto;
  } finally {
    scritto = prima;
  }
}

/** Ciò che si è scritto fin qui. Uno solo per tutti i livelli: restituire a ogni elemento il suo testo costa un quarto della pagina in testi da riunire. */
let scritto = '';

function scrivi(nodo: ReactNode): void {
  if (nodo === null || nodo === undefined || typeof nodo === 'boolean') return;
  if (typeof nodo === 'string') scritto += proteggi(nodo);
  else if (typeof nodo === 'number' || typeof nodo === 'bigint') scritto += String(nodo);
  else if (isValidElement(nodo)) elemento(nodo as ReactElement<Proprieta>);
  else if (Symbol.iterator in nodo) for (const figlio of nodo as Iterable<ReactNode>) scrivi(figlio);
  else throw new Error('Un pezzo statico non aspetta: risolvi la promessa prima di disegnarlo.');
}

type Proprieta = Record<string, unknown> & { children?: ReactNode };

const DEL_BROWSER = Symbol.for('react.client.reference');
const VUOTI = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

function elemento({ type, props }: ReactElement<Proprieta>): void {
  if (type === Fragment) scrivi(props.children);
  else if (typeof type === 'function') scrivi(puro(type)(props));
  else if (type === 'select') select(props);
  else if (typeof type === 'string') diTipo(type, props);
  else throw new Error('In un pezzo statico stanno solo elementi e funzioni.');
}

function puro(componente: unknown): (p: Proprieta) => ReactNode {
  if ((componente as { $$typeof?: symbol }).$$typeof === DEL_BROWSER)
    throw new Error('Un componente del browser non può stare in un pezzo statico.');
  return componente as (p: Proprieta) => ReactNode;
}

function diTipo(type: string, props: Proprieta): void {
  if (type === 'textarea' && 'defaultValue' in props) throw new Error('Una textarea con un valore non può stare in un pezzo statico.');
  const { apre, chiude } = etichette(type);
  scritto += apre;
  for (const nome in props) if (nome !== 'children') scritto += attributo(nome, props[nome]);
  if (type === 'option' && scelta !== undefined && String(props.value ?? inHtml(props.children)) === scelta) scritto += ' selected=""';
  if (chiude === null) {
    scritto += '/>';
    return;
  }
  scritto += '>';
  scrivi(props.children);
  scritto += chiude;
}

type Etichette = { apre: string; chiude: string | null };
const perTipo = new Map<string, Etichette>();

/** Come si apre e come si chiude un elemento; `chiude` null se non contiene nulla. */
function etichette(type: string): Etichette {
  const note = perTipo.get(type);
  if (note) return note;
  const nuove = { apre: `<${type}`, chiude: VUOTI.has(type) ? null : `</${type}>` };
  perTipo.set(type, nuove);
  return nuove;
}

/** La voce scelta del `select` che si sta scrivendo: React la mette sul select, HTML sull'opzione. */
let scelta: unknown;

function select({ defaultValue, children, ...attributi }: Proprieta): void {
  const prima = scelta;
  scelta = defaultValue === undefined ? undefined : String(defaultValue);
  try {
    scritto += '<select';
    for (const nome in attributi) scritto += attributo(nome, attributi[nome]);
    scritto += '>';
    scrivi(children);
    scritto += '</select>';
  } finally {
    scelta = prima;
  }
}

/** I nomi di React che in HTML e SVG si scrivono altrimenti. */
const NOMI: Record<string, string> = {
  className: 'class',
  htmlFor: 'for',
  defaultValue: 'value',
  defaultChecked: 'checked',
  tabIndex: 'tabindex',
  colSpan: 'colSpan',
  dateTime: 'dateTime',
  autoComplete: 'autoComplete',
  inputMode: 'inputMode',
  strokeWidth: 'stroke-width',
  strokeDasharray: 'stroke-dasharray',
  textAnchor: 'text-anchor',
  dominantBaseline: 'dominant-baseline',
  patternUnits: 'patternUnits',
  patternTransform: 'patternTransform',
  viewBox: 'viewBox',
  popoverTarget: 'popoverTarget',
  maxLength: 'maxLength',
};
const SENZA_VALORE = new Set(['checked', 'open', 'hidden', 'required', 'readonly', 'multiple', 'reversed']);
const VIETATI = /^(on[A-Z]|dangerouslySetInnerHTML|style$|ref$|action$|formAction$|srcDoc$)/;

type Attributo = { scritto: string; tipo: 'testo' | 'libero' | 'senzaValore' | 'scarica' | 'indirizzo' | 'azione' | 'vietato' | 'ignoto' };

// Che cosa sia un attributo dipende solo dal nome, e i nomi sono pochi: si decide una volta.
const attributi = new Map<string, Attributo>();

function descrivi(nome: string): Attributo {
  const scritto = NOMI[nome] ?? nome;
  const tipo = ((): Attributo['tipo'] => {
    if (nome === 'action') return 'azione';
    if (VIETATI.test(nome)) return 'vietato';
    if (!(nome in NOMI) && /[A-Z]/.test(nome)) return 'ignoto';
    if (nome.startsWith('aria-') || nome.startsWith('data-')) return 'libero';
    if (SENZA_VALORE.has(scritto)) return 'senzaValore';
    if (nome === 'download') return 'scarica';
    return nome === 'href' || nome === 'src' ? 'indirizzo' : 'testo';
  })();
  const nuovo = { scritto, tipo };
  attributi.set(nome, nuovo);
  return nuovo;
}

// Una pagina scrive mille attributi, quasi sempre gli stessi: si tengono quelli del disegno. Degli altri nulla: portano nomi e indirizzi.
const DEL_DISEGNO = ['className', 'viewBox', 'width', 'height', 'x', 'y', 'role', 'scope', 'type', 'aria-hidden'];
const scritti = new Map(DEL_DISEGNO.map((nome) => [nome, new Map<unknown, string>()]));
/** Quanti valori si tengono per nome: le posizioni dei grafici sono tante. */
const MASSIMO_SCRITTI = 1000;

function attributo(nome: string, valore: unknown): string {
  if (valore === null || valore === undefined) return '';
  const suoi = scritti.get(nome);
  if (!suoi) return attributoNuovo(nome, valore);
  const noto = suoi.get(valore);
  if (noto !== undefined) return noto;
  const nuovo = attributoNuovo(nome, valore);
  if (suoi.size < MASSIMO_SCRITTI) suoi.set(valore, nuovo);
  return nuovo;
}

function attributoNuovo(nome: string, valore: unknown): string {
  const { scritto, tipo } = attributi.get(nome) ?? descrivi(nome);
  if (tipo === 'vietato' || (tipo === 'azione' && typeof valore !== 'string'))
    throw new Error(`«${nome}» non può stare in un pezzo statico.`);
  if (tipo === 'ignoto') throw new Error(`Attributo sconosciuto in un pezzo statico: «${nome}».`);
  if (tipo === 'libero') return ` ${nome}="${proteggi(String(valore))}"`;
  if (tipo === 'senzaValore') return valore ? ` ${scritto}=""` : '';
  if (typeof valore === 'boolean') return tipo === 'scarica' && valore ? ' download=""' : '';
  if (typeof valore !== 'string' && typeof valore !== 'number') throw new Error(`L’attributo «${nome}» non è un testo.`);
  if ((tipo === 'indirizzo' || tipo === 'azione') && /^\W*javascript:/i.test(String(valore)))
    throw new Error('Un indirizzo javascript: non si scrive.');
  return ` ${scritto}="${proteggi(String(valore))}"`;
}

const DA_PROTEGGERE = /["&'<>]/;
const PROTETTI: Record<string, string> = { '"': '&quot;', '&': '&amp;', "'": '&#x27;', '<': '&lt;', '>': '&gt;' };

const proteggi = (testo: string): string => (DA_PROTEGGERE.test(testo) ? testo.replace(/["&'<>]/g, (c) => PROTETTI[c] ?? c) : testo);
