import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { type RigaRicerca, type RigheDiffuse, rendiAnonime } from '../kAnonimato';
import type { Rilascio } from '../letture';
import { RIGHE_RICERCA } from '../queriesRighe';
import type { SemestreChiesto } from '../schema';
import { type Semestre, semestre } from '../semestri';
import { rilascia } from './rilascia';

/**
 * Le righe k-anonime di chi e uscito in un semestre, preparate una volta e poi sempre le stesse.
 * @throws DomainError ricerca.ruoloMancante; ricerca.semestreNonPronto finche gli esiti a sei mesi si possono ancora rilevare
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
  return rilascia(attore, RIGHE_RICERCA, parametri, async (tx) => rendiAnonime(await lettura(tx, chiesto.programma, suo)));
}

export function esigiRicerca(attore: Attore): void {
  if (attore.lettore !== 'app_ricerca')
    throw new DomainError('ricerca.ruoloMancante', 'Le righe sulle persone le legge solo chi fa ricerca: la Regione legge i conteggi.');
}

/** Senza progetto, pseudonimo e mesi; di chi e deceduto non si dice che lo e. */
async function lettura(tx: Tx, programmaId: string, { dal, al }: Semestre): Promise<RigaRicerca[]> {
  const righe = await tx.$queryRaw<{ riga: RigaRicerca }[]>`
    select json_build_object('classe_eta', r.classe_eta, 'sesso', r.sesso, 'cittadinanza', r.cittadinanza, 'titolo', r.titolo, 'condizione', r.condizione,
      'ambito', (select a.numero::text from ambito a where a.id = r.ambito_id), 'disoccupato_lungo', r.disoccupato_lungo,
      'motivo_uscita', case when r.motivo_uscita = 'DECESSO' then 'ALTRO' else r.motivo_uscita end,
      'cerca_lavoro', (r.esito_4_settimane ->> 'cercaLavoro')::boolean, 'istruzione', (r.esito_4_settimane ->> 'istruzione')::boolean,
      'qualifica', (r.esito_4_settimane ->> 'qualifica')::boolean, 'lavoro', (r.esito_4_settimane ->> 'lavoro')::boolean,
      'lavoro_6_mesi', (r.esito_6_mesi ->> 'lavoro')::boolean, 'migliorato_6_mesi', (r.esito_6_mesi ->> 'migliorato')::boolean) as riga
    from app.partecipanti_ricerca(${programmaId}::uuid) r
    where r.mese_uscita between ${dal}::date and ${al}::date`;
  return righe.map(({ riga }) => riga);
}
