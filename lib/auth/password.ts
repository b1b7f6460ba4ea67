import { hash, verify } from '@node-rs/argon2';
import { creaFila } from './fila';

// Argon2id (il predefinito della libreria) con i minimi di OWASP: 19 MiB, due passate, un filo; circa 9 ms.
const MISURE = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Oltre si rifiuta: una password di un megabyte terrebbe occupato il server. */
export const MASSIMO_PASSWORD = 200;

// Due verifiche insieme occupano i due core di un piccolo server; trenta in fila aspettano meno di mezzo secondo.
const unaVerifica = creaFila(2, 30);

/** L'hash da conservare (PHC, con sale casuale). @param password in chiaro, al più MASSIMO_PASSWORD caratteri */
export const creaHash = (password: string): Promise<string> => hash(normale(password), MISURE);

// L'hash di una password che nessuno conosce, con le stesse misure: chi non esiste costa quanto chi esiste.
let finto: Promise<string> | undefined;
const hashFinto = (): Promise<string> => {
  finto ??= creaHash(crypto.randomUUID());
  return finto;
};

/**
 * Vero se la password è quella dell'hash. Senza hash fa lo stesso lavoro e dice di no.
 * @throws DomainError accesso.troppeRichieste se troppe verifiche sono già in fila
 */
export async function verificaPassword(hashNoto: string | null, password: string): Promise<boolean> {
  const hashDaProvare = hashNoto ?? (await hashFinto());
  const uguale = await unaVerifica(() => verify(hashDaProvare, normale(password)));
  return uguale && hashNoto !== null;
}

// La stessa lettera accentata può arrivare in due forme Unicode, secondo la tastiera.
const normale = (password: string): string => password.normalize('NFKC');
