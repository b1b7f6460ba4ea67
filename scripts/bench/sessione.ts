import { randomBytes } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import pg from 'pg';
import { improntaDi } from '@/lib/auth/segreti';

/** Il cookie di una sessione appena scritta per la prima persona con quel ruolo. */
export async function cookieDi(superutente: string, secret: string, ruolo: string): Promise<string> {
  const segreto = randomBytes(32).toString('base64url');
  const db = new pg.Client({ connectionString: superutente });
  await db.connect();
  await db.query(
    `insert into sessione (token_hash, utente_id, incarico_id, scade_il) select $1, utente_id, id, now() + interval '8 hours' from incarico where ruolo = $2::ruolo limit 1`,
    [Buffer.from(improntaDi(segreto)), ruolo],
  );
  await db.end();
  return `cantiere.sessione=${await encode({ token: { segreto }, secret, maxAge: 86_400 })}`;
}
