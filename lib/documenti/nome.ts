import { TIPI, type TipoDocumento } from './tipi';

const LUNGO = 120;

/**
 * Un nome di file che si può scaricare ovunque: senza percorso, senza segni che i sistemi riservano, con l'estensione di ciò che il file è davvero.
 * `..\..\Bilancio 2019?.exe` (un PDF) → `Bilancio 2019.exe.pdf`.
 */
export function nomePulito(grezzo: string, tipo: TipoDocumento): string {
  const estensioni: readonly string[] = TIPI[tipo].estensioni;
  const senzaPercorso = grezzo.normalize('NFC').toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const pulito = senzaPercorso
    // controlli, segni che invertono il verso del testo, segni riservati
    .replace(/[\p{Cc}\p{Cf}\ufffd<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const estensione = /\.([A-Za-z0-9]{1,5})$/.exec(pulito)?.[1]?.toLowerCase();
  const sua = estensione && estensioni.includes(estensione) ? estensione : (estensioni[0] ?? '');
  const base = estensione === sua ? pulito.slice(0, -(sua.length + 1)) : pulito;
  return `${[...base].slice(0, LUNGO).join('').trim() || 'documento'}.${sua}`;
}

/** L'intestazione con cui si scarica: sempre come allegato, il nome scritto per ogni browser. */
export const comeAllegato = (nome: string): string =>
  `attachment; filename="${nome.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(nome).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;

const UNITA = new Intl.NumberFormat('it-IT', { maximumFractionDigits: 1 });
/** `1536` → `1,5 kB`. */
export const peso = (byte: number): string =>
  byte < 1024 ? `${byte} byte` : byte < 1024 * 1024 ? `${UNITA.format(byte / 1024)} kB` : `${UNITA.format(byte / (1024 * 1024))} MB`;
