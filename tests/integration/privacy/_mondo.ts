import type { Ente } from '@/tests/support/builders';
import { identitaMarcata, programmaDi, unaPersonaCifrata } from '@/tests/support/identita';
import { inserisci, superutente } from '@/tests/support/superutente';

export type Dentro = { id: string; uscita?: string | null; ingresso?: string };

/** Una persona cifrata con le sue partecipazioni, come la lasciano i comandi. @returns il suo id */
export async function unaPersonaIn(ente: Ente, segno: string, progetti: Dentro[], codiceFiscale: string | null = null): Promise<string> {
  const programma = await programmaDi(ente);
  const id = await unaPersonaCifrata(ente, programma, { ...identitaMarcata(segno), codiceFiscale });
  const chiavi = { regione_id: ente.regione.id, organizzazione_id: ente.id };
  const nucleo = await inserisci(superutente, 'nucleo', { ...chiavi, codice: `N${segno}` });
  await superutente.query(`update persona set nucleo_id = $2, data_nascita = '1980-01-01', sesso = 'F' where id = $1`, [id, nucleo.id]);
  for (const { id: progetto_id, uscita = null, ingresso = '2017-11-04' } of progetti)
    await inserisci(superutente, 'partecipante', {
      ...{ ...chiavi, programma_id: programma, progetto_id, persona_id: id, pseudonimo: id, ingresso, uscita },
      ...{ motivo_uscita: uscita ? 'COMPLETATO' : null, sesso: 'F', eta: 39, comune_residenza: '096004', cittadinanza: 'IT', isced: 3 },
      ...{ titolo_studio: 'DIPLOMA', condizione: 'DISOCCUPATO', mesi_disoccupazione: 14, disabilita: 'NO', informativa_il: ingresso },
    });
  return id;
}

/** Gli indicatori di un programma, da tutto il database: codice, sesso, completi, valore. */
export const indicatoriDi = async (ente: Ente) =>
  (
    await superutente.query(
      `select t.progetto_id, coalesce(t.sesso, 'ND') as sesso, t.completo, t.segni::text, t.conta, count(*)::int as n from partecipante t
       where t.regione_id = $1 group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
      [ente.regione.id],
    )
  ).rows;

export const chiude = (progettoId: string, giorno: string | null, stato = 'CONCLUSO') =>
  superutente.query('update progetto set stato = $2::stato_progetto, data_fine_effettiva = $3 where id = $1', [progettoId, stato, giorno]);
