import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import { giorno } from '@/lib/decisioni/commands/_decisione';
import { esigiDataAtto } from '@/lib/decisioni/regole';
import { giornoDi } from '@/lib/format/data';
import { cambiaStatoProgetto, type Pratica } from '@/lib/istruttoria/commands/_pratica';
import { compiProgetto } from '@/lib/progetti/stati';
import { esigiRecupero } from '../rules';
import type { RinunciaDaConfermare } from '../schema';
import { assegnatoDi, chiudiInSospeso, DECISA, eventoCessazione, trovaRinuncia } from './_cessazione';

/** Il dirigente conferma la rinuncia con il suo atto e dice come si restituisce ciò che non spetta: il progetto e RITIRATO. */
export const confermaRinuncia = (attore: Attore, scritta: RinunciaDaConfermare): Promise<void> =>
  commandAs(attore, async (tx) => {
    const segue = ({ stato, chi }: Pratica) => compiProgetto('confermaRinuncia', stato, chi);
    const pratica = await trovaRinuncia(tx, attore, scritta, segue);
    const a = segue(pratica);
    const { cessazioneId, atto, dataAtto, pianoRecupero, recupero } = scritta;
    esigiDataAtto(dataAtto, null, giornoDi(attore.adesso));
    esigiRecupero(recupero, await assegnatoDi(tx, pratica));
    const { count } = await tx.cessazione.updateMany({
      where: { id: cessazioneId, stato: 'CHIESTA' },
      data: { stato: 'DISPOSTA', atto, dataAtto: giorno(dataAtto), pianoRecupero, recuperoCents: recupero },
    });
    if (count === 0) throw DECISA;
    const chiuse = await chiudiInSospeso(tx, attore, pratica, 'Il progetto è chiuso per rinuncia.');
    await cambiaStatoProgetto(tx, pratica, a);
    const dopo = { progetto: a, stato: 'DISPOSTA', dataAtto, recuperoCents: String(recupero ?? '') } as const;
    return { result: undefined, evento: [...chiuse, eventoCessazione('rinuncia.confermata', pratica, cessazioneId, dopo)] };
  });
