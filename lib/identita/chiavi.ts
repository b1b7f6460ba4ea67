import { hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { sorgenteChiavi } from '@/lib/env';
import { DomainError } from '@/lib/errors/domainError';

/**
 * Le chiavi delle identità. Stanno fuori dal database (docs/decisioni/0007): in un file che solo il portale legge, o in una variabile del server.
 * Solo sul server: qui si usa node:crypto. Nessun errore ripete il contenuto.
 */

/** Come si chiama una chiave, nel mazzo e accanto a ciò che cifra. */
const NOME_CHIAVE = /^[\w.-]{1,40}$/;
const chiave = z.base64().transform((testo, contesto) => {
  const byte = Buffer.from(testo, 'base64');
  if (byte.length !== 32) contesto.addIssue('deve essere di 32 byte in base64');
  return byte;
});
const Mazzo = z
  .object({
    /** Il nome della chiave con cui si cifra; con le altre si decifra soltanto. */
    corrente: z.string().regex(NOME_CHIAVE),
    /** Da quando è corrente (ISO): le altre non si tolgono finché qualcuno può starle ancora usando. */
    dal: z.iso.datetime().optional(),
    chiavi: z.record(z.string().regex(NOME_CHIAVE), chiave),
    /** La chiave da cui derivano le impronte dei codici fiscali (una per programma) e i segni della ricerca (una per ente). */
    pseudonimi: z.object({ id: z.string().regex(NOME_CHIAVE), chiave }),
  })
  .refine((mazzo) => Object.hasOwn(mazzo.chiavi, mazzo.corrente), 'la chiave corrente non c’è');
/** Il mazzo letto: ogni chiave sono 32 byte. */
export type Mazzo = z.infer<typeof Mazzo>;

/** Legge un mazzo scritto. @throws Error che dice quale campo non va, mai il suo valore */
export function analizzaMazzo(testo: string): Mazzo {
  let scritto: unknown;
  try {
    scritto = JSON.parse(testo);
  } catch {
    throw new Error('Le chiavi delle identità non sono in JSON.'); // la causa riporterebbe un pezzo del testo
  }
  const esito = Mazzo.safeParse(scritto);
  if (esito.success) return esito.data;
  const campi = esito.error.issues.map(({ path }) => path.filter((parte) => typeof parte === 'string').join('.') || 'tutto');
  throw new Error(`Le chiavi delle identità non vanno bene. Da correggere: ${[...new Set(campi)].join(', ')}.`);
}

/** Il mazzo come si conserva. */
export const scriviMazzo = ({ corrente, dal, chiavi, pseudonimi }: Mazzo): string =>
  JSON.stringify(
    {
      corrente,
      dal,
      chiavi: Object.fromEntries(Object.entries(chiavi).map(([nome, byte]) => [nome, byte.toString('base64')])),
      pseudonimi: { id: pseudonimi.id, chiave: pseudonimi.chiave.toString('base64') },
    },
    null,
    2,
  );

const nomeNuovo = (prefisso: string): string => `${prefisso}-${randomBytes(4).toString('hex')}`;

/** Un mazzo nuovo, a caso. @param adesso ISO */
export function mazzoNuovo(adesso: string): Mazzo {
  const corrente = nomeNuovo('k');
  return { corrente, dal: adesso, chiavi: { [corrente]: randomBytes(32) }, pseudonimi: { id: nomeNuovo('p'), chiave: randomBytes(32) } };
}

/** Lo stesso mazzo con una chiave corrente in più, a caso. @param adesso ISO */
export function conChiaveNuova(mazzo: Mazzo, adesso: string): Mazzo {
  const corrente = nomeNuovo('k');
  return { ...mazzo, corrente, dal: adesso, chiavi: { ...mazzo.chiavi, [corrente]: randomBytes(32) } };
}

let letto: { segno: string; mazzo: Mazzo } | undefined;

/**
 * Il mazzo di questo processo; quello in un file si rilegge appena cambia, così una rotazione non vuole riavvii.
 * @throws DomainError identita.chiaviAssenti se non sono configurate
 */
export function mazzo(): Mazzo {
  const { file, testo } = sorgenteChiavi();
  if (!file && !testo)
    throw new DomainError(
      'identita.chiaviAssenti',
      'Le chiavi delle identità non sono configurate: finché chi amministra il portale non le aggiunge, i nomi non si possono né leggere né scrivere.',
    );
  const segno = file ? segnoDelFile(file) : `testo ${testo}`;
  if (letto?.segno !== segno) letto = { segno, mazzo: analizzaMazzo(file ? leggiFile(file) : (testo ?? '')) };
  return letto.mazzo;
}

/** Vero se le chiavi ci sono. @throws Error se ci sono ma non vanno bene */
export function chiaviPresenti(): boolean {
  const { file, testo } = sorgenteChiavi();
  return Boolean(file || testo) && mazzo() !== undefined;
}

function segnoDelFile(file: string): string {
  const { ino, mtimeNs, size } = statSync(/* turbopackIgnore: true */ file, { bigint: true, throwIfNoEntry: false }) ?? {};
  return `file ${file} ${ino} ${mtimeNs} ${size}`;
}

function leggiFile(file: string): string {
  try {
    return readFileSync(/* turbopackIgnore: true */ file, 'utf8');
  } catch (causa) {
    throw new Error(`Non riesco a leggere il file delle chiavi delle identità (${(causa as NodeJS.ErrnoException).code}).`);
  }
}

const derivate = new WeakMap<Buffer, Map<string, Buffer>>();

/** La chiave derivata (HKDF-SHA-256) dalla chiave degli pseudonimi per uno scopo, come `impronta:<programma>`. */
export function chiaveDerivata(scopo: string): Buffer {
  const { chiave: madre } = mazzo().pseudonimi;
  const sue = derivate.get(madre) ?? new Map<string, Buffer>();
  derivate.set(madre, sue);
  const nota = sue.get(scopo);
  if (nota) return nota;
  const nuova = Buffer.from(hkdfSync('sha256', madre, '', `cantiere:${scopo}`, 32));
  sue.set(scopo, nuova);
  return nuova;
}
