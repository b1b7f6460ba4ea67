import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { giorno } from '@/lib/decisioni/commands/_decisione';
import { esigiDataAtto } from '@/lib/decisioni/regole';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { cambiaStatoProgetto, type Pratica, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { compiProgetto } from '@/lib/progetti/stati';
import { type Chiudibile, chiudibile } from '../queriesChiusura';
import { blocchi, esigiFineEffettiva } from '../rules';
import type { Conclusione } from '../schema';
import { eventoCessazione, scriviDisposta } from './_cessazione';

/**
 * Il dirigente conclude un progetto arrivato alla fine, o prima con la sua ragione: relazioni approvate, nessuna richiesta aperta, prescrizioni verificate.
 * @throws DomainError cessazione.bloccata (con ciò che manca), cessazione.dataFine, cessazione.anticipoSenzaMotivo
 */
export const concludiProgetto = (attore: Attore, scritta: Conclusione): Promise<{ cessazioneId: string }> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, scritta.progettoId);
    const a = compiProgetto('concludi', pratica.stato, pratica.chi);
    const { atto, dataAtto, data } = scritta;
    const oggi = giornoDi(attore.adesso);
    esigiDataAtto(dataAtto, null, oggi);
    const progetto = await daChiudere(tx, pratica);
    esigiFineEffettiva(data, progetto, progetto.avvio, scritta.motivazione, oggi);
    const impedito = blocchi(progetto, data);
    if (impedito.length > 0)
      throw new DomainError(
        'cessazione.bloccata',
        `Il progetto non si può ancora concludere. ${impedito.map(({ frase }) => frase).join(' ')}`,
      );
    const motivazione = scritta.motivazione ?? 'Il progetto è arrivato alla sua fine.';
    const cessazioneId = await scriviDisposta(tx, attore, pratica, { genere: 'CONCLUSIONE', motivazione, atto, dataAtto });
    await cambiaStatoProgetto(tx, pratica, a, { dataFineEffettiva: giorno(data) });
    const dopo = { progetto: a, stato: 'DISPOSTA', dataAtto, fine: data } as const;
    return { result: { cessazioneId }, evento: eventoCessazione('progetto.concluso', pratica, cessazioneId, dopo) };
  });

async function daChiudere(tx: Tx, pratica: Pratica): Promise<Chiudibile> {
  const [riga] = await tx.$queryRaw<{ dati: Chiudibile }[]>(chiudibile(pratica.id));
  if (!riga) throw new DomainError('progetto.nonTrovato', 'Questo progetto non esiste o non puoi vederlo.');
  return riga.dati;
}
