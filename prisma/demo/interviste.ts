import type pg from 'pg';
import { codificaEstratto, decidiCodici } from '@/lib/interviste/commands/codificaEstratto';
import { registraIntervista } from '@/lib/interviste/commands/registraIntervista';
import { rilasciaEstratto } from '@/lib/interviste/commands/rilasciaEstratto';
import { scriviEstratto } from '@/lib/interviste/commands/scriviEstratto';
import type { Fase } from '@/lib/interviste/schema';
import { CHIARA, TOMMASO } from './persone';
import { attoreDimostrativo, portaOrologio } from './recita';

/** Le interviste del rapporto arrivano con il programma, senza testi. Queste sono inventate, e lo dicono: numeri oltre le persone sentite davvero. */
const QUANDO = '2020-07-06T10:00:00+02:00';
const NUMERI = { alessandria: 9001, biella: 9002 } as const;

type Brano = { progetto: string; fase: Fase; testo: string; chiara?: string[]; tommaso?: string[]; decisi?: string[] };

/** Uno rilasciato, uno su cui chi codifica non concorda, uno che aspetta la seconda codifica e ha un nome da togliere. */
const BRANI: Record<keyof typeof NUMERI, Brano[]> = {
  alessandria: [
    {
      ...{ progetto: 'P01', fase: 'PREPARAZIONE', chiara: ['C01', 'P01'], tommaso: ['C01'], decisi: ['C01', 'P01'] },
      testo:
        'Eravamo in tanti attorno al tavolo e prima di partire abbiamo dovuto ridisegnare quasi tutto: ci sono voluti mesi solo per dividerci i compiti.',
    },
    {
      ...{ progetto: 'P01', fase: 'ATTUAZIONE', chiara: ['X01', 'P+02'], tommaso: ['X01', 'D01'] },
      testo:
        'Con la chiusura gli incontri si sono fermati. La rete però ha tenuto: ci siamo chiamati ogni settimana, anche se molte famiglie non avevano uno strumento per collegarsi.',
    },
  ],
  biella: [
    {
      ...{ progetto: 'P06', fase: 'RENDICONTAZIONE', chiara: ['A01'] },
      testo:
        'Sulle spese ammesse non avevamo risposte chiare. Alla fine ce l’ha spiegato la dott.ssa Modello, un nome inventato per mostrare il controllo.',
    },
  ],
};

/** Due interviste inventate con i loro estratti, con i comandi veri. Lascia l'orologio al 6 luglio 2020. */
export async function caricaInterviste(db: pg.Client, regioneId: string): Promise<void> {
  await portaOrologio(db, QUANDO);
  const [chiara, tommaso] = [await attoreDimostrativo(db, CHIARA), await attoreDimostrativo(db, TOMMASO)];
  const { rows } = await db.query<{ id: string; codice: string; programma_id: string }>(
    `select p.id, p.codice, b.programma_id from progetto p join bando b on b.id = p.bando_id where p.regione_id = $1 and p.codice in ('P01', 'P06')`,
    [regioneId],
  );
  const progetto = (codice: string) => {
    const trovato = rows.find((riga) => riga.codice === codice);
    if (!trovato) throw new Error(`Nel programma importato non c’è il progetto ${codice}.`);
    return trovato;
  };
  for (const [dove, brani] of Object.entries(BRANI) as [keyof typeof NUMERI, Brano[]][]) {
    const { programma_id: programmaId } = progetto('P01');
    const dati = { programmaId, numero: NUMERI[dove], mese: '2020-06-01', modalita: 'ONLINE', progettoId: null } as const;
    const { intervistaId } = await registraIntervista(chiara, dati);
    for (const brano of brani) {
      const { fase, testo, chiara: sua, tommaso: altra, decisi } = brano;
      const { estrattoId } = await scriviEstratto(chiara, {
        intervistaId,
        progettoId: progetto(brano.progetto).id,
        azioneId: null,
        fase,
        testo,
      });
      if (sua) await codificaEstratto(chiara, { estrattoId, codici: sua, nota: null });
      if (altra) await codificaEstratto(tommaso, { estrattoId, codici: altra, nota: null });
      if (!decisi) continue;
      await decidiCodici(chiara, { estrattoId, codici: decisi, motivo: 'Il brano parla anche del disegno da rifare.', vista: '' });
      await rilasciaEstratto(tommaso, { estrattoId, revisione: 1 });
    }
  }
  await db.query('update intervista set dimostrativa = true where regione_id = $1 and numero = any ($2)', [
    regioneId,
    Object.values(NUMERI),
  ]);
  await db.query('update estratto set dimostrativo = true where regione_id = $1', [regioneId]);
}
