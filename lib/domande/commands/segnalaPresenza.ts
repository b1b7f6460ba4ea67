import type { Attore } from '@/lib/auth/attore';
import { annotaAs } from '@/lib/db/scope';
import type { FaseDomanda } from '@/lib/progetti/stati';

type Dove = { progettoId: string; fase: FaseDomanda; chiave: string };

/** Segna che chi chiede ha la sezione aperta, e dice chi altri l'ha aperta da meno di un minuto. Non è un fatto da conservare: nessun evento. */
export const segnalaPresenza = (attore: Attore, { progettoId, fase, chiave }: Dove): Promise<string[]> =>
  annotaAs(attore, async (tx) => {
    const nome = `${attore.nome} ${attore.cognome} (${attore.organizzazioneNome})`;
    await tx.$executeRaw`insert into presenza_sezione (progetto_id, fase, chiave, utente_id, regione_id, nome)
      values (${progettoId}::uuid, ${fase}, ${chiave}, ${attore.utenteId}::uuid, ${attore.regioneId}::uuid, ${nome})
      on conflict (progetto_id, fase, chiave, utente_id) do update set vista_il = now()`;
    const righe = await tx.$queryRaw<{ nome: string }[]>`select nome from presenza_sezione
      where progetto_id = ${progettoId}::uuid and fase = ${fase} and chiave = ${chiave} and utente_id <> ${attore.utenteId}::uuid
        and vista_il > now() - interval '60 seconds' order by nome`;
    return righe.map((r) => r.nome);
  });
