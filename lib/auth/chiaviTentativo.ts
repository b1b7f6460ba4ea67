import { createHmac, hkdfSync } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import type { ChiaviTentativo } from '@/lib/db/accesso';
import { env } from '@/lib/env';

/**
 * Le chiavi opache dei contatori: HMAC con una chiave derivata dal segreto del server, così chi legge la tabella dei tentativi
 * non può risalire a chi ha provato ad accedere né da dove.
 */
export function chiaviTentativo(email: string, indirizzo: string, dispositivo: string | null): ChiaviTentativo {
  const chiave = Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, '', 'cantiere tentativi di accesso', 32));
  const hmac = (...parti: string[]) => new Uint8Array(createHmac('sha256', chiave).update(JSON.stringify(parti)).digest());
  const rete = reteDi(indirizzo);
  return {
    coppia: hmac('coppia', email, rete),
    perEmail: hmac('email', email),
    indirizzo: hmac('indirizzo', rete),
    perDispositivo: hmac('dispositivo', email, dispositivo ?? ''),
  };
}

/** La rete di un indirizzo: /24 per IPv4, /64 per IPv6 (dentro, chi attacca cambia indirizzo a piacere). `''` se non si capisce. */
export function reteDi(indirizzo: string): string {
  const semplice = indirizzo
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '');
  if (isIPv4(semplice)) return `${semplice.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(semplice)) return '';
  const [prima = '', dopo] = semplice.toLowerCase().split('::');
  const inizio = prima === '' ? [] : prima.split(':');
  const fine = dopo ? dopo.split(':') : [];
  const zeri = dopo === undefined ? 0 : 8 - inizio.length - fine.length;
  const gruppi = [...inizio, ...Array<string>(Math.max(zeri, 0)).fill('0'), ...fine];
  return `${gruppi
    .slice(0, 4)
    .map((gruppo) => Number.parseInt(gruppo, 16).toString(16))
    .join(':')}::/64`;
}

/**
 * Da dove arriva una richiesta: l'ultimo indirizzo di X-Forwarded-For, quello scritto dal proxy davanti al portale. I precedenti li scrive
 * chi chiede. Senza proxy è Next a scriverlo, dal socket.
 */
export const indirizzoDi = (headers: Headers): string => headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
