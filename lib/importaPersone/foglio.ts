import { DomainError } from '@/lib/errors/domainError';
import { stiliData } from './stiliData';
import { attributo, decodifica, elementi, prefissoDi, primo } from './xml';
import { aPezzi, rovinato, testoIntero, troppoGrande, type Voce, vociZip } from './zip';

/** Un foglio XLSX letto una riga alla volta: la memoria non cresce con le righe (i soli testi condivisi si tengono, entro un limite). */

/** `data` = una vera cella di data, già AAAA-MM-GG; `vero` = una casella logica. */
export type CellaLetta = { tipo: 'testo' | 'numero' | 'data' | 'vero' | 'errore'; testo: string };
/** Il numero della riga come lo mostra Excel; le celle per colonna, da zero. */
export type RigaLetta = { numero: number; celle: Map<number, CellaLetta> };

const MB = 1024 * 1024;
/** Quanto può occupare, espanso, ogni pezzo: oltre il file non è una tabella di persone. */
const MASSIMI = { struttura: 4 * MB, testi: 96 * MB, foglio: 400 * MB, riga: 2 * MB } as const;

type Libro = { foglio: Voce; testi: string[]; date: ReadonlySet<number>; dal1904: boolean };

/**
 * Le righe non vuote del foglio con quel nome (o del solo foglio che c'è).
 * @throws DomainError importa.fileIlleggibile, importa.fileEnorme, importa.foglioAssente
 */
export async function* leggiFoglio(contenuto: Uint8Array, nome: string): AsyncGenerator<RigaLetta> {
  const libro = apri(contenuto, nome);
  let resto = '';
  let prefisso: string | null = null;
  let ultima = 0;
  for await (const pezzo of aPezzi(libro.foglio, MASSIMI.foglio)) {
    resto += pezzo;
    if (prefisso === null && resto.length < 2000 && pezzo !== '') continue; // la radice può essere spezzata
    prefisso ??= prefissoDi(resto, 'worksheet');
    const chiude = `</${prefisso}row>`;
    let da = 0;
    for (let fine = resto.indexOf(chiude); fine >= 0; fine = resto.indexOf(chiude, da)) {
      const riga = leggiRiga(resto.slice(da, fine + chiude.length), prefisso, ultima + 1, libro);
      da = fine + chiude.length;
      if (!riga) continue;
      ultima = riga.numero;
      if (riga.celle.size > 0) yield riga;
    }
    resto = resto.slice(da);
    if (resto.length > MASSIMI.riga) throw troppoGrande();
  }
}

function apri(contenuto: Uint8Array, nome: string): Libro {
  const voci = vociZip(contenuto);
  const struttura = (percorso: string): string => {
    const voce = voci.get(percorso);
    return voce ? testoIntero(voce, MASSIMI.struttura) : '';
  };
  const libro = struttura('xl/workbook.xml');
  if (!libro) throw rovinato();
  const foglio = voci.get(percorsoDelFoglio(libro, struttura('xl/_rels/workbook.xml.rels'), nome));
  if (!foglio) throw rovinato();
  const condivisi = voci.get('xl/sharedstrings.xml');
  return {
    foglio,
    testi: condivisi ? testiCondivisi(testoIntero(condivisi, MASSIMI.testi)) : [],
    date: stiliData(struttura('xl/styles.xml')),
    dal1904: /date1904\s*=\s*["'](1|true)["']/.test(libro),
  };
}

function percorsoDelFoglio(libro: string, relazioni: string, nome: string): string {
  const fogli = [...elementi(libro, `${prefissoDi(libro, 'workbook')}sheet`)].map(({ attributi }) => attributi);
  const cercato =
    fogli.find((a) => attributo(a, 'name')?.trim().toLowerCase() === nome.toLowerCase()) ?? (fogli.length === 1 ? fogli[0] : undefined);
  if (!cercato)
    throw new DomainError(
      'importa.foglioAssente',
      `Nel file non c’è il foglio «${nome}»: dai questo nome al foglio da importare, o parti dal modello.`,
    );
  const id = attributo(cercato, '(?:\\w+:)?id');
  const relazione = [...elementi(relazioni, `${prefissoDi(relazioni, 'Relationships')}Relationship`)].find(
    ({ attributi }) => attributo(attributi, 'Id') === id,
  );
  const verso = (relazione && attributo(relazione.attributi, 'Target')) ?? '';
  return (verso.startsWith('/') ? verso.slice(1) : `xl/${verso}`).toLowerCase();
}

/** I pezzi di testo di un elemento, uniti; la pronuncia (rPh) no. */
function testoDi(dentro: string, p: string): string {
  const senzaPronuncia = dentro.includes(`<${p}rPh`) ? [...pezziSenza(dentro, `${p}rPh`)].join('') : dentro;
  return [...elementi(senzaPronuncia, `${p}t`)].map((pezzo) => decodifica(pezzo.dentro)).join('');
}

function* pezziSenza(testo: string, nome: string): Generator<string> {
  let da = 0;
  for (let apre = testo.indexOf(`<${nome}`); apre >= 0; apre = testo.indexOf(`<${nome}`, da)) {
    yield testo.slice(da, apre);
    const chiude = testo.indexOf(`</${nome}>`, apre);
    if (chiude < 0) return;
    da = chiude + nome.length + 3;
  }
  yield testo.slice(da);
}

function testiCondivisi(testo: string): string[] {
  const p = prefissoDi(testo, 'sst');
  return Array.from(elementi(testo, `${p}si`), ({ dentro }) => testoDi(dentro, p));
}

function leggiRiga(pezzo: string, p: string, attesa: number, libro: Libro): RigaLetta | null {
  // prima della riga possono esserci righe vuote che si chiudono da sé
  const apre = Math.max(pezzo.lastIndexOf(`<${p}row `), pezzo.lastIndexOf(`<${p}row>`));
  const riga = apre < 0 ? undefined : primo(pezzo.slice(apre), `${p}row`);
  if (!riga) return null;
  const celle = new Map<number, CellaLetta>();
  let posto = 0;
  for (const { attributi, dentro } of elementi(riga.dentro, `${p}c`)) {
    posto = colonnaDi(attributo(attributi, 'r')) ?? posto;
    const cella = leggiCella(attributi, dentro, p, libro);
    if (cella && cella.testo.trim() !== '') celle.set(posto, cella);
    posto++;
  }
  return { numero: Number(attributo(riga.attributi, 'r')) || attesa, celle };
}

/** `C12` → 2. */
function colonnaDi(riferimento: string | null): number | null {
  const lettere = /^([A-Z]{1,3})\d/.exec(riferimento ?? '')?.[1];
  return lettere ? [...lettere].reduce((somma, lettera) => somma * 26 + lettera.charCodeAt(0) - 64, 0) - 1 : null;
}

function leggiCella(attributi: string, dentro: string, p: string, libro: Libro): CellaLetta | null {
  const tipo = attributo(attributi, 't') ?? 'n';
  if (tipo === 'inlineStr') return { tipo: 'testo', testo: testoDi(dentro, p) };
  const grezzo = primo(dentro, `${p}v`)?.dentro;
  if (grezzo === undefined) return null;
  const valore = decodifica(grezzo);
  if (tipo === 's') return { tipo: 'testo', testo: libro.testi[Number(valore)] ?? '' };
  if (tipo === 'b') return { tipo: 'vero', testo: valore === '1' ? 'SI' : 'NO' };
  if (tipo === 'e') return { tipo: 'errore', testo: valore };
  if (tipo === 'd') return { tipo: 'data', testo: valore.slice(0, 10) };
  if (tipo !== 'n') return { tipo: 'testo', testo: valore };
  const numero = Number(valore);
  if (!Number.isFinite(numero)) return { tipo: 'errore', testo: valore };
  const data = libro.date.has(Number(attributo(attributi, 's') ?? 0)) ? dataDaSeriale(numero, libro.dal1904) : null;
  return data ? { tipo: 'data', testo: data } : { tipo: 'numero', testo: String(numero) };
}

const GIORNO_MS = 86_400_000;

/**
 * Il giorno di un numero di serie di Excel; null se non è un giorno. Nel calendario del 1900 Excel conta un 29 febbraio che non c'è stato: prima di
 * marzo i numeri sono avanti di uno.
 */
export function dataDaSeriale(seriale: number, dal1904: boolean): string | null {
  const giorni = Math.floor(seriale);
  if (giorni < 1 || giorni > 2_958_465) return null;
  const spostamento = dal1904 ? 1462 : giorni < 60 ? 1 : 0;
  return new Date(Date.UTC(1899, 11, 30) + (giorni + spostamento) * GIORNO_MS).toISOString().slice(0, 10);
}
