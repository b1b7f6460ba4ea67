import pg from 'pg';
import type { Esecutore } from '../superutente';
import { bancoNellaTransazione } from './banco';
import type { Lettore } from './lettori';
import { type Cella, lavoraPerTutti, type Prova } from './matrice';
import { TABELLE } from './oracolo';
import { DELLE_PERSONE } from './oracoloPersone';

/** La colonna che dice di chi è la riga, per chi può aggiornarla. */
const PROPRIETA: Record<string, string> = { app_ente: 'progetto_id', app_regione: 'regione_id', app_ricerca: 'regione_id' };
/** Le righe delle persone sono dell'ente che le ha in carico, e non del progetto. */
const DELL_ENTE = Object.keys(DELLE_PERSONE);

function proprieta(nome: string, { login }: Lettore): string | undefined {
  if (login !== 'app_ente') return PROPRIETA[login];
  if (DELL_ENTE.includes(nome)) return 'organizzazione_id';
  return nome === 'public.progetto' ? 'id' : PROPRIETA[login];
}
const suo = (chi: Lettore, valore: unknown) =>
  [chi.regione, chi.organizzazione].includes(String(valore)) || chi.progetti.includes(String(valore));

/**
 * Le colonne concesse già impediscono di cedere una riga; qui si concede tutta la tabella e si guarda che a rifiutare sia la policy da sola.
 * L'aggiornamento è alla cieca: leggendo, varrebbero anche le policy di lettura e coprirebbero una svista. `db` ha una transazione aperta.
 */
export async function cessioni(db: Esecutore, { lettori, relazioni, dati }: Omit<Prova, 'banco'>): Promise<string[]> {
  const violazioni: string[] = [];
  for (const { nome, sql } of relazioni) {
    const righe = dati[nome.replace(/^public\./, '')] ?? [];
    for (const chi of lettori) {
      const colonna = proprieta(nome, chi);
      const aggiorna = TABELLE[nome]?.aggiornare;
      if (!colonna || !righe.some((riga) => aggiorna?.(chi, riga, dati))) continue;
      const altrui = righe.find((riga) => !suo(chi, riga[colonna]))?.[colonna];
      const banco = bancoNellaTransazione(db, `grant update on ${sql} to ${chi.login}`);
      const esito = await banco(chi, `update ${sql} set ${pg.escapeIdentifier(colonna)} = $1`, [altrui]);
      if (esito.codice !== '42501') violazioni.push(`${nome}, cedere ${colonna}, ${chi.nome}: ${esito.codice ?? 'accettato'}`);
    }
  }
  return violazioni;
}

/** Una riga propria non si può dare a un altro: nessuna colonna che dice di chi è si lascia cambiare. */
export async function cedere({ banco, chi, relazione, permessi, righe, dati }: Cella): Promise<string[]> {
  if (lavoraPerTutti(chi) || permessi.update.length === 0) return [];
  const regola = TABELLE[relazione.nome]?.aggiornare;
  const sua = righe.find((riga) => regola?.(chi, riga, dati));
  const altrui = righe.find((riga) => sua && (riga.progetto_id ?? riga.organizzazione_id) !== (sua.progetto_id ?? sua.organizzazione_id));
  // senza una sua chiave (identità) ci pensa la prova che concede tutta la tabella
  if (!sua?.id || !altrui) return [];
  const violazioni: string[] = [];
  for (const colonna of relazione.colonne.filter((c) => c === 'id' || (c.endsWith('_id') && sua[c] !== altrui[c]))) {
    const esito = await banco(chi, `update ${relazione.sql} set ${pg.escapeIdentifier(colonna)} = $1 where id = $2`, [
      altrui[colonna],
      sua.id,
    ]);
    if (esito.codice === undefined && esito.n > 0) violazioni.push(`${relazione.nome}, cedere ${colonna}, ${chi.nome}: accettato`);
  }
  return violazioni;
}
