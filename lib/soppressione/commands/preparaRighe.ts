import type { Attore } from '@/lib/auth/attore';
import { perPubblicare } from '@/lib/db/pubblicazione';
import { DomainError } from '@/lib/errors/domainError';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { type RigaRicerca, type RigheDiffuse, rendiAnonime } from '../kAnonimato';
import type { Rilascio } from '../letture';
import { RIGHE_RICERCA } from '../queriesRighe';
import type { SemestreChiesto } from '../schema';
import { type Semestre, semestre } from '../semestri';
import { rilascia } from './rilascia';

/**
 * Le righe k-anonime di chi è uscito in un semestre, preparate una volta e poi sempre le stesse.
 * @throws DomainError ricerca.ruoloMancante; ricerca.semestreNonPronto finché gli esiti a sei mesi si possono ancora rilevare
 */
export async function preparaRighe(attore: Attore, chiesto: SemestreChiesto): Promise<Rilascio<RigheDiffuse>> {
  esigiRicerca(attore);
  const suo = semestre(chiesto.semestre);
  if (suo.prontoIl > giornoDi(attore.adesso))
    throw new DomainError(
      'ricerca.semestreNonPronto',
      `Le righe di questo semestre si preparano dal ${dataBreve(suo.prontoIl)}: prima mancano gli esiti a sei mesi dall’uscita.`,
    );
  const parametri = { programma: chiesto.programma, semestre: suo.codice };
  return rilascia(attore, RIGHE_RICERCA, parametri, async () => rendiAnonime(await lettura(attore, chiesto.programma, suo)));
}

export function esigiRicerca(attore: Attore): void {
  if (attore.lettore !== 'app_ricerca')
    throw new DomainError('ricerca.ruoloMancante', 'Le righe sulle persone le legge solo chi fa ricerca: la Regione legge i conteggi.');
}

/** Prima di essere k-anonime non le legge nemmeno il login della ricerca: le da solo la porta di chi pubblica, con il contesto di chi chiede. */
const lettura = (attore: Attore, programma: string, { dal, al }: Semestre): Promise<RigaRicerca[]> =>
  perPubblicare(attore, async (tx, { contesto, firma }) => {
    const [letta] = await tx.$queryRaw<{ righe: RigaRicerca[] }[]>`
      select accesso.righe_ricerca(${contesto}, ${firma}, ${programma}::uuid, ${dal}::date, ${al}::date) as righe`;
    return letta?.righe ?? [];
  });
