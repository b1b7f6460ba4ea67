import { readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import type { Attore } from '@/lib/auth/attore';
import { creaBando } from '@/lib/bandi/commands/creaBando';
import { pubblicaBando } from '@/lib/bandi/commands/pubblicaBando';
import { salvaBozzaBando } from '@/lib/bandi/commands/salvaBozzaBando';
import { Configurazione } from '@/lib/bandi/configurazione';
import { ADELE, BRUNO, CARLA, DAVIDE } from './persone';
import { attoreDimostrativo, portaOrologio } from './recita';

/** Il bando vero si configura quando il portale comincia; quello dimostrativo alla vigilia della sua apertura. */
const PRIMO_GIORNO = '2019-04-18T09:00:00+02:00';
const VIGILIA = '2020-05-25T09:00:00+02:00';
const CODICE_VERO = 'WECARE-M1';
const CODICE_DIMOSTRATIVO = 'WELFARE-2020-DEMO';

/** Il bando We.Ca.Re. con i moduli dell'Allegato 2 (prisma/dati/LEGGIMI.md). */
const leggiBandoWecare = (): Configurazione =>
  Configurazione.parse(JSON.parse(readFileSync(path.join(import.meta.dirname, '../dati/bando-wecare.json'), 'utf8')));

const TUTTO_L_ANNO = { apre: '2020-06-01T09:00', chiude: '2020-12-31T12:00' };

/** Gli stessi moduli in un bando inventato, aperto il giorno in cui la dimostrazione comincia. */
const bandoDimostrativo = (): Configurazione => ({
  ...leggiBandoWecare(),
  tipo: 'COMPETITIVO',
  titolo: 'Bando dimostrativo 2020 di welfare territoriale',
  atto: 'Atto inventato per la dimostrazione',
  presentazione:
    'Questo bando è inventato: serve a provare il portale dall’idea al progetto approvato. Usa i moduli, le verifiche e la griglia del bando We.Ca.Re. del 2017.',
  dotazioneCents: '120000000',
  passi: [
    { fase: 'IDEA', ...TUTTO_L_ANNO },
    { fase: 'AVVISO', ...TUTTO_L_ANNO },
    { fase: 'PROGETTO', ...TUTTO_L_ANNO },
  ],
});

/** I due bandi della dimostrazione, con i comandi veri, e la commissione di quello dimostrativo. Lascia l'orologio alla vigilia. */
export async function caricaBandi(db: pg.Client, regioneId: string): Promise<void> {
  await portaOrologio(db, PRIMO_GIORNO);
  const { rows } = await db.query<{ id: string; programma_id: string }>(
    'select id, programma_id from bando where regione_id = $1 and codice = $2',
    [regioneId, CODICE_VERO],
  );
  const vero = rows[0];
  if (!vero) throw new Error(`Nel programma importato non c’è il bando ${CODICE_VERO}.`);
  await pubblica(await attoreDimostrativo(db, ADELE), vero.id, 0, leggiBandoWecare());
  await portaOrologio(db, VIGILIA);
  const adele = await attoreDimostrativo(db, ADELE);
  const configurazione = bandoDimostrativo();
  const { bandoId } = await creaBando(adele, {
    programma: vero.programma_id,
    codice: CODICE_DIMOSTRATIVO,
    titolo: configurazione.titolo,
    tipo: configurazione.tipo,
    modello: null,
  });
  await pubblica(adele, bandoId, 1, configurazione);
  await nominaCommissione(db, regioneId, bandoId);
}

async function pubblica(adele: Attore, bandoId: string, rev: number, configurazione: Configurazione): Promise<void> {
  const salvata = await salvaBozzaBando(adele, { bandoId, rev, configurazione });
  await pubblicaBando(adele, { bandoId, rev: salvata.rev });
}

async function nominaCommissione(db: pg.Client, regioneId: string, bandoId: string): Promise<void> {
  const { rowCount } = await db.query(
    `insert into commissario (regione_id, bando_id, fase, utente_id, presidente, atto)
     select $1, $2, f.fase, u.id, u.email = $3, 'Atto inventato per la dimostrazione'
     from utente u cross join (values ('IDEA'), ('PROGETTO')) f (fase) where u.email = any ($4)`,
    [regioneId, bandoId, BRUNO.email, [BRUNO.email, CARLA.email, DAVIDE.email]],
  );
  if (rowCount !== 6) throw new Error('La commissione del bando dimostrativo non è completa.');
}
