import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { dentro, finestre } from '../esiti';
import type { EsitoQuattroSettimane, EsitoSeiMesi } from '../schema';
import { cambiaPartecipante, type Partecipazione, trovaPartecipante } from './_partecipante';
import { giorno } from './_progetto';
import { eventoPartecipante } from './_registra';

/** `valido` falso = osservato fuori dalla finestra: si conserva, ma negli indicatori non conta. */
export type EsitoRegistrato = { personaId: string; valido: boolean };

/** Come sta una persona dall'uscita a quattro settimane dopo. Si può riscrivere. Errori: partecipante.nonUscito, esito.dataImpossibile. */
export const registraEsitoQuattroSettimane = (attore: Attore, scritto: EsitoQuattroSettimane): Promise<EsitoRegistrato> =>
  commandAs(attore, async (tx) => {
    const { partecipante, valido } = await osservato(tx, attore, scritto, 'quattroSettimane');
    const { cercaLavoro, istruzione, qualifica, lavoro } = scritto;
    await cambiaPartecipante(tx, attore, partecipante, {
      ...{ esito4Settimane: { cercaLavoro, istruzione, qualifica, lavoro }, dataEsito4Settimane: giorno(scritto.data) },
    });
    return conEvento(partecipante, valido);
  });

/** Come sta una persona a sei mesi dall'uscita. Si può riscrivere. Errori: partecipante.nonUscito, esito.dataImpossibile. */
export const registraEsitoSeiMesi = (attore: Attore, scritto: EsitoSeiMesi): Promise<EsitoRegistrato> =>
  commandAs(attore, async (tx) => {
    const { partecipante, valido } = await osservato(tx, attore, scritto, 'seiMesi');
    const { lavoro, migliorato } = scritto;
    await cambiaPartecipante(tx, attore, partecipante, { esito6Mesi: { lavoro, migliorato }, dataEsito6Mesi: giorno(scritto.data) });
    return conEvento(partecipante, valido);
  });

type Scritto = { partecipanteId: string; rev: number; data: string };

async function osservato(tx: Tx, attore: Attore, scritto: Scritto, quale: 'quattroSettimane' | 'seiMesi') {
  const partecipante = await trovaPartecipante(tx, scritto);
  const { uscita } = partecipante;
  if (!uscita) throw new DomainError('partecipante.nonUscito', 'Gli esiti si registrano dopo l’uscita dal progetto.');
  const no = (messaggio: string) => new DomainError('esito.dataImpossibile', messaggio, 'data');
  if (scritto.data < uscita) throw no(`L’esito si osserva dopo l’uscita (${dataBreve(uscita)}).`);
  if (scritto.data > giornoDi(attore.adesso)) throw no('La data dell’esito non può essere nel futuro.');
  return { partecipante, valido: dentro(scritto.data, finestre(uscita)[quale]) };
}

const conEvento = (partecipante: Partecipazione, valido: boolean) => ({
  result: { personaId: partecipante.personaId, valido },
  evento: eventoPartecipante('partecipante.esito', partecipante, { valido: valido ? 1 : 0 }),
});
