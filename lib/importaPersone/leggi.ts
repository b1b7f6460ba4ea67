import { DomainError } from '@/lib/errors/domainError';
import { FOGLIO } from './colonne';
import { leggiFoglio } from './foglio';
import { type Contesto, eValida, leggiRigaPersona, leggiTesta, type RigaRifiutata, type RigaValida, type Testa } from './righe';

/** Quanto può essere grande un file: lo stesso numero di byte sta in lib/auth/portone.ts. */
export const MASSIMO_BYTE = 20 * 1024 * 1024;
const MASSIMO_RIGHE = 100_000;

export type FileLetto = { valide: RigaValida[]; rifiutate: RigaRifiutata[]; colonneIgnorate: string[] };

/**
 * Tutto il foglio «Persone», riga per riga; nulla si conserva.
 * @throws DomainError importa.fileVuoto, importa.fileEnorme, importa.fileIlleggibile, importa.foglioAssente, importa.foglioVuoto, importa.colonneMancanti,
 * importa.colonneDoppie, importa.troppeRighe
 */
export async function leggiFile(contenuto: Uint8Array, contesto: Contesto): Promise<FileLetto> {
  esigiXlsx(contenuto);
  let testa: Testa | null = null;
  const letto: FileLetto = { valide: [], rifiutate: [], colonneIgnorate: [] };
  for await (const riga of leggiFoglio(contenuto, FOGLIO)) {
    if (!testa) {
      testa = leggiTesta(riga);
      letto.colonneIgnorate = testa.ignorate;
      continue;
    }
    const { posti } = testa;
    if (![...riga.celle.keys()].some((posto) => posti.has(posto))) continue; // solo appunti nelle colonne che non contano
    if (letto.valide.length + letto.rifiutate.length >= MASSIMO_RIGHE)
      throw new DomainError('importa.troppeRighe', 'Il foglio ha più di 100.000 righe: dividilo in più file.');
    const esito = leggiRigaPersona(riga, testa, contesto);
    if (eValida(esito)) letto.valide.push(esito);
    else letto.rifiutate.push(esito);
  }
  if (letto.valide.length + letto.rifiutate.length === 0)
    throw new DomainError('importa.foglioVuoto', 'Nel foglio «Persone» non c’è nessuna riga sotto i nomi delle colonne.', 'file');
  return letto;
}

function esigiXlsx(contenuto: Uint8Array): void {
  if (contenuto.byteLength === 0)
    throw new DomainError('importa.fileVuoto', 'Scegli il file da importare: quello ricevuto è vuoto.', 'file');
  if (contenuto.byteLength > MASSIMO_BYTE)
    throw new DomainError('importa.fileEnorme', 'Il file supera i 20 MB: dividilo in più file.', 'file');
  // PK: un archivio; i vecchi .xls e i CSV no
  if (contenuto[0] !== 0x50 || contenuto[1] !== 0x4b)
    throw new DomainError(
      'importa.fileIlleggibile',
      'Questo file non è una cartella di lavoro XLSX: salvalo in formato .xlsx e riprova.',
      'file',
    );
}
