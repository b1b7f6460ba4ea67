import { randomUUID } from 'node:crypto';
import { analizzaMazzo, type Mazzo } from '@/lib/identita/chiavi';
import { cifra, decifra, type Identita, impronta, segniDi } from '@/lib/identita/identita';
import type { Ente } from './builders';
import { type Esecutore, inserisci, superutente } from './superutente';

/** Il mazzo delle prove (chiaviDiProva.ts), come lo legge il portale. */
export const mazzoDiProva = (): Mazzo => analizzaMazzo(process.env.CANTIERE_CHIAVI ?? '');

/** Un'identità con un segno che si riconosce ovunque finisca. */
export const identitaMarcata = (segno: string): Identita => ({
  cognome: `Cognome${segno}`,
  nome: `Nome${segno}`,
  codiceFiscale: null,
  telefono: `+39 ${segno}`,
  email: `${segno}@marcata.example`,
  indirizzo: `via ${segno} 1`,
});

/** Il programma della Regione di un ente. */
export async function programmaDi(ente: Ente, db: Esecutore = superutente): Promise<string> {
  const { rows } = await db.query('select id from programma where regione_id = $1', [ente.regione.id]);
  return rows[0].id;
}

/** Una persona in carico a un ente, con la sua identità cifrata e i suoi segni, come le scrivono i comandi. @returns il suo id */
export async function unaPersonaCifrata(
  ente: Ente,
  programmaId: string,
  identita: Identita,
  { mazzo = mazzoDiProva(), db = superutente as Esecutore } = {},
): Promise<string> {
  const id = randomUUID();
  const suo = { regione_id: ente.regione.id, organizzazione_id: ente.id };
  const {
    impronta: una,
    improntaBase,
    chiaveId: diImpronta,
  } = identita.codiceFiscale ? impronta(programmaId, identita.codiceFiscale) : NESSUNA;
  await inserisci(db, 'persona', {
    id,
    ...suo,
    programma_id: programmaId,
    impronta: una,
    impronta_base: improntaBase,
    chiave_id: diImpronta,
  });
  const { cifrata, chiaveId } = cifra(id, identita, mazzo);
  await inserisci(db, 'identita', { persona_id: id, ...suo, cifrata, chiave_id: chiaveId });
  await db.query('insert into persona_cerca (organizzazione_id, segno, persona_id) select $1, unnest($2::bytea[]), $3', [
    ente.id,
    segniDi(ente.id, identita),
    id,
  ]);
  return id;
}

const NESSUNA = { impronta: null, improntaBase: null, chiaveId: null };

/** Tutte le identità di un ente, decifrate: persona → identità e chiave. @throws se una non si apre */
export async function identitaDi(
  ente: Ente,
  mazzo: Mazzo,
  db: Esecutore = superutente,
): Promise<Map<string, { chi: Identita; chiave: string }>> {
  const { rows } = await db.query('select persona_id, cifrata, chiave_id from identita where organizzazione_id = $1', [ente.id]);
  return new Map(rows.map((r) => [r.persona_id, { chi: decifra(r.persona_id, r.cifrata, r.chiave_id, mazzo), chiave: r.chiave_id }]));
}
