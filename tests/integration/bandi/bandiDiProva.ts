import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Attore } from '@/lib/auth/attore';
import { creaBando } from '@/lib/bandi/commands/creaBando';
import { pubblicaBando } from '@/lib/bandi/commands/pubblicaBando';
import { salvaBozzaBando } from '@/lib/bandi/commands/salvaBozzaBando';
import { Configurazione } from '@/lib/bandi/configurazione';
import { superutente } from '../../support/superutente';

const WECARE = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../prisma/dati/bando-wecare.json'), 'utf8'));

/** La configurazione vera, con i passi aperti oggi per chi li vuole. */
export const configurazioneWecare = (altro: Partial<Configurazione> = {}): Configurazione => Configurazione.parse({ ...WECARE, ...altro });
export const SEMPRE_APERTI: Configurazione['passi'] = [
  { fase: 'IDEA', apre: '2010-01-01T00:00', chiude: '2090-01-01T12:00' },
  { fase: 'PROGETTO', apre: '2010-01-01T00:00', chiude: null },
];

let progressivo = 0;

/** Un bando nuovo con la sua bozza (revisione 2). */
export async function unBandoInBozza(
  admin: Attore,
  configurazione = configurazioneWecare({ passi: SEMPRE_APERTI }),
): Promise<{ bandoId: string; rev: number }> {
  progressivo += 1;
  const codice = `PROVA-${progressivo}`;
  const programma = { codice: `PROG-${progressivo}`, titolo: 'Programma di prova', fondo: '', attoIndirizzo: '' };
  const { bandoId } = await creaBando(admin, {
    programma,
    codice,
    titolo: configurazione.titolo,
    tipo: configurazione.tipo,
    modello: null,
  });
  const { rev } = await salvaBozzaBando(admin, { bandoId, rev: 1, configurazione });
  return { bandoId, rev };
}

/** Salva e pubblica: la versione nuova. */
export async function pubblicaVersione(
  admin: Attore,
  bandoId: string,
  rev: number,
  configurazione: Configurazione,
): Promise<{ versioneId: string; rev: number }> {
  const salvata = await salvaBozzaBando(admin, { bandoId, rev, configurazione });
  const { versioneId } = await pubblicaBando(admin, { bandoId, rev: salvata.rev });
  return { versioneId, rev: salvata.rev };
}

/** Gli atti registrati su un oggetto, in ordine. */
export const attiSu = async (oggettoId: string): Promise<string[]> =>
  (await superutente.query('select atto from evento where oggetto_id = $1 order by id', [oggettoId])).rows.map((r) => r.atto);
