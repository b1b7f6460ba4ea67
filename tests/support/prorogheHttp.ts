import type { Caso, Coppia } from './mondoHttp';
import { inserisci, superutente } from './superutente';

/** Due richieste di proroga di un progetto: una che il capofila sta scrivendo, una che aspetta la Regione. */
export type Proroghe = { progettoId: string; bozza: string; inEsame: string };

export async function leProroghe({ progetto }: Caso, { capofila }: Coppia): Promise<Proroghe> {
  const comune = { regione_id: progetto.regione.id, progetto_id: progetto.id, organizzazione_id: capofila.id, numero: 0, mesi_chiesti: 3 };
  const motivo = `Servono tre mesi in più. "'><img src=x onerror=alert(1)>`;
  await superutente.query(`update progetto set data_fine_prevista = '2021-03-31' where id = $1`, [progetto.id]);
  const bozza = await inserisci(superutente, 'proroga', {
    ...{ ...comune, azione_id: progetto.azioni[0]?.id, fine_attuale: '2020-12-31', fine_chiesta: '2021-03-31', motivo },
  });
  const inEsame = await inserisci(superutente, 'proroga', {
    ...{ ...comune, stato: 'IN_ISTRUTTORIA', fine_attuale: '2021-03-31', fine_chiesta: '2021-06-30', motivo },
    ...{ presentata_il: '2020-07-01T08:00:00Z', protocollo: '3/2020' },
  });
  return { progettoId: progetto.id, bozza: bozza.id, inEsame: inEsame.id };
}
