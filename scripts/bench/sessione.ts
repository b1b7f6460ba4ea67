import { randomBytes } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import pg from 'pg';
import { improntaDi } from '@/lib/auth/segreti';

/** Il cookie di una sessione appena scritta per la prima persona con quel ruolo. */
export const cookieDi = (superutente: string, secret: string, ruolo: string): Promise<string> =>
  cookieCon(superutente, secret, 'select utente_id, id from incarico where ruolo = $1::ruolo limit 1', ruolo);

/** Lo stesso, per un incarico. */
export const cookieDellIncarico = (superutente: string, secret: string, incaricoId: string): Promise<string> =>
  cookieCon(superutente, secret, 'select utente_id, id from incarico where id = $1::uuid', incaricoId);

async function cookieCon(superutente: string, secret: string, incarico: string, valore: string): Promise<string> {
  const segreto = randomBytes(32).toString('base64url');
  const db = new pg.Client({ connectionString: superutente });
  await db.connect();
  const { rows } = await db.query(incarico, [valore]);
  await db.query(`insert into sessione (token_hash, utente_id, incarico_id, scade_il) values ($1, $2, $3, now() + interval '8 hours')`, [
    Buffer.from(improntaDi(segreto)),
    rows[0]?.utente_id,
    rows[0]?.id,
  ]);
  await db.end();
  return `cantiere.sessione=${await encode({ token: { segreto }, secret, maxAge: 86_400 })}`;
}
