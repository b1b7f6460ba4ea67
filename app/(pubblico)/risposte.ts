import { createHash } from 'node:crypto';
import { indirizzoDi, reteDi } from '@/lib/auth/chiaviTentativo';
import { env } from '@/lib/env';
import { haGia } from '@/lib/pubblico/impronta';
import { attesaDi, type Registro } from '@/lib/pubblico/limite';

/** Le risposte che non sono pagine: dati aperti, interfaccia, feed. Chiunque le legge, da qualunque sito, e le può conservare un minuto. */

const CONSERVAZIONE = 'public, max-age=60, stale-while-revalidate=300';

/** L'indirizzo del portale, senza barra finale. */
export const basePubblica = (): string => env().NEXTAUTH_URL.replace(/\/+$/, '');

/** Il testo con la sua impronta; 304 se chi chiede lo ha già. Con un cookie non si dice a nessuno di conservare: lo decide lib/auth/portone.ts. */
export function rispostaPubblica(richiesta: Request, testo: string, tipo: string, altre: Record<string, string> = {}): Response {
  const etag = `"${createHash('sha256').update(testo).digest('base64url').slice(0, 27)}"`;
  const intestazioni = {
    ...altre,
    ETag: etag,
    'Access-Control-Allow-Origin': '*',
    ...(richiesta.headers.has('cookie') ? {} : { 'Cache-Control': CONSERVAZIONE }),
  };
  if (haGia(richiesta.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: intestazioni });
  return new Response(testo, { headers: { ...intestazioni, 'Content-Type': tipo } });
}

/** I dati in JSON. */
export const rispostaJson = (richiesta: Request, dati: unknown, tipo = 'application/json; charset=utf-8'): Response =>
  rispostaPubblica(richiesta, JSON.stringify(dati), tipo);

const TITOLI = { 400: 'Richiesta non valida', 404: 'Non trovato', 429: 'Troppe richieste' } as const;

/** Un rifiuto come lo chiedono le linee guida di interoperabilità: application/problem+json (RFC 9457). */
export const problema = (status: keyof typeof TITOLI, detail: string, altre: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: TITOLI[status], status, detail }), {
    status,
    headers: {
      ...altre,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-store',
    },
  });

// Un registro per processo: conta le risposte calcolate, non quelle già pronte.
const registro: Registro = new Map();

/** Il rifiuto di chi chiede troppo spesso; null se la richiesta passa. */
export function frena(richiesta: Request): Response | null {
  const secondi = attesaDi(registro, reteDi(indirizzoDi(richiesta.headers)), Date.now());
  if (secondi === 0) return null;
  return problema(429, `Hai fatto troppe richieste: riprova tra ${secondi} secondi, o scarica i file interi.`, {
    'Retry-After': String(secondi),
  });
}
